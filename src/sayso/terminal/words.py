"""A statement in people's words: who, how that is known, what kind, and the very words."""

from rich.text import Text

from sayso.article import Moment, Span
from sayso.statement import Attribution, Statement
from sayso.terminal.screen import colour, joined, safe

_MARKS = {"source": ("[", "]"), "cue": ("(", ")"), "content": ("«", "»")}
_TOUCHING = 3
"""Pieces with no more than this between them are shown as neighbours: a comma, a space, a quotation mark."""


def who_said(statement: Statement) -> Text:
    """ "Ana Ruiz ← She (pronoun)", or why no one can be named."""
    words = _source_words(statement.attribution)
    speaker = statement.speaker
    if speaker is None:
        return joined([Text(f"speaker unknown ← {words or 'no one named'}", style="dim"), statement.unresolved])
    name = (safe(speaker.name), f"bold {colour(speaker.actor)}")
    if speaker.name in words:
        return Text.assemble(name)
    return Text.assemble(name, (f" ← {words} ({speaker.via})" if words else f" ({speaker.via})", "dim"))


def how_said(statement: Statement) -> list[str | Text | None]:
    """Its kind, and what keeps it from being a plain statement; then role, topic, place and day."""
    said = statement.attribution
    return [
        said.kind,
        Text(said.act, style="yellow") if said.act != "said" else None,
        Text("reported by another", style="yellow") if statement.reported_by is not None else None,
        Text("negated", style="bold red") if said.negated else None,
        Text("hypothetical", style="bold yellow") if said.hypothetical else None,
        statement.role and f"as {statement.role}",
        statement.topic and f"on “{statement.topic}”",
        statement.venue and f"at {statement.venue}",
    ]


def words_of(said: Attribution, speaker: str | None, *, marks: bool) -> Text:
    """Source, cue and content in the order of the text: in colours, or in [source] (cue) «content»."""
    styles = {"source": f"bold {colour(speaker)}", "cue": "italic dim", "content": ""}
    line = Text()
    end: int | None = None
    for part, span in _in_order(said):
        line.append(_between(end, span))
        opening, closing = _MARKS[part] if marks else ("", "")
        line.append(opening + safe(span.text) + closing, style=styles[part])
        end = span.end
    return line


def place_of(statement: Statement) -> str:
    """Where its words are: from the first to the last of them, and in which text."""
    ordered = _in_order(statement.attribution)
    offsets = f"{ordered[0][1].start}–{max(span.end for _, span in ordered)}" if ordered else "nowhere"
    if statement.where == "related":
        return f"related story {statement.story}, {offsets}"
    return f"{statement.where} {offsets}"


def when(moment: Moment | None) -> str | None:
    """ "2015-10-10 17:31:28 (dateline “Sat Oct 10, 2015 17:31:28”)"."""
    if moment is None:
        return None
    return f"{day_and_time(moment.value)} ({moment.found_in} “{moment.evidence}”)"


def day_and_time(value: str) -> str:
    """A point in time as people write it."""
    return value.replace("T", " ")


def _source_words(said: Attribution) -> str:
    return " … ".join(safe(span.text).rstrip(" ,;:") for span in said.source)


def _in_order(said: Attribution) -> list[tuple[str, Span]]:
    pieces = [("source", s) for s in said.source]
    pieces += [("cue", s) for s in said.cue] + [("content", s) for s in said.content]
    return sorted(pieces, key=lambda piece: (piece[1].start, piece[1].end))


def _between(end: int | None, span: Span) -> str:
    if end is None:
        return ""
    return " " if span.start - end <= _TOUCHING else " … "
