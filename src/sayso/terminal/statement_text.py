"""A statement in people's words: who, how that is known, what kind, and the very words."""

from collections.abc import Sequence

from rich.text import Text

from sayso.data.article import Moment
from sayso.data.statement import Attribution, Mark, Speaker, Statement
from sayso.terminal.console import colour, joined, safe
from sayso.text.telling import flags, in_order, in_words, mark_of, pieces, shown
from sayso.text.time_codes import time_code

_MARKS = {"source": ("[", "]"), "cue": ("(", ")"), "content": ("«", "»"), "gap": ("", "")}
_MILD = {"asked", "thought", "wanted", "did not comment", "other", "reported by another"}
_RAISED = "bold red"


def who_said(statement: Statement) -> Text:
    """ "Ana Ruiz ← She (pronoun)", "Police (not named)", or why no one can be named."""
    words = _source_words(statement.attribution)
    speaker = statement.speaker
    if speaker is None:
        return joined([Text(f"speaker unknown ← {words or 'no one named'}", style="dim"), statement.unresolved])
    return Text.assemble(_named(statement.speakers), _for_whom(statement), (_how_known(speaker, words), "dim"))


def _for_whom(statement: Statement) -> Text:
    """ ", for Harbour Board": on whose behalf."""
    if statement.on_behalf_of is None:
        return Text()
    name = Text(safe(statement.on_behalf_of.name), style=f"bold {colour(statement.on_behalf_of.actor)}")
    return Text.assemble(", for ", name)


def _named(speakers: Sequence[Speaker]) -> Text:
    """ "Ana Ruiz", "Ana Ruiz, Bo Doe and Cy Roe"; each in the colour of the actor."""
    line = Text()
    for number, who in enumerate(speakers, 1):
        line.append(safe(who.name), style=f"bold {colour(who.actor)}" if who.named else "italic")
        if number < len(speakers):
            line.append(" and " if number + 1 == len(speakers) else ", ")
    return line


def how_said(statement: Statement, within: Mark | None, reporter: str | None = None) -> list[str | Text | None]:
    """Its kind, and what keeps it from being a plain statement; then role, topic, place and time code."""
    return [
        statement.attribution.kind,
        *flagged(statement, within, reporter),
        statement.role and f"as {statement.role}",
        statement.topic and f"on “{statement.topic}”",
        statement.venue and f"at {statement.venue}",
        None if statement.time_code is None else f"{time_code(statement.time_code)} into the recording",
    ]


def flagged(statement: Statement, within: Mark | None, reporter: str | None = None) -> list[Text]:
    """What keeps it from being plainly said, so that it is seen; `within` is the mark of what reports it, by whom."""
    grave = mark_of(statement.attribution) or within
    return [
        Text(flag, style="yellow" if flag in _MILD or not grave else _RAISED)
        for flag in flags(statement, within, reporter)
    ]


def words_of(said: Attribution, speaker: str | None, *, marks: bool) -> Text:
    """Source, cue and content in the order of the text: in colours, or in [source] (cue) «content»."""
    styles = _styles(said, speaker)
    line = Text()
    between = False
    for piece in pieces(said):
        if marks and between and piece.part != "gap":
            line.append(" ")
        opening, closing = _MARKS[piece.part] if marks else ("", "")
        words = piece.text if piece.part == "gap" else safe(piece.text)
        line.append(opening + words + closing, style=styles[piece.part])
        between = piece.part != "gap"
    return line


def sentence_of(statement: Statement) -> Text:
    """What happened, as pages and exports tell it, in colours: no content without the cue that may turn its sense."""
    speaker = statement.speaker.actor if statement.speaker else None
    styles = _styles(statement.attribution, speaker)
    return Text.assemble(
        *((shown(one) if one.part == "gap" else safe(shown(one)), styles[one.part]) for one in in_words(statement))
    )


def _styles(said: Attribution, speaker: str | None) -> dict[str, str]:
    who = f"bold {colour(speaker)}"
    return {"source": who, "speaker": who, "cue": _RAISED if mark_of(said) else "italic dim", "content": "", "gap": ""}


def place_of(statement: Statement) -> str:
    """Where its words are: from the first to the last of them, and in which text."""
    ordered = in_order(statement.attribution)
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
    return "" if said.digest else " … ".join(safe(span.text).rstrip(" ,;:") for span in said.source)


def _how_known(speaker: Speaker, words: str) -> str:
    """ " ← She (pronoun)"; nothing where the words have the name."""
    marks: list[str] = [] if speaker.name in words else [speaker.via]
    marks += [] if speaker.named else ["anonymous" if speaker.anonymous else "not named"]
    if not marks:
        return ""
    known = f" ({', '.join(marks)})"
    return known if speaker.name in words or not words else f" ← {words}{known}"
