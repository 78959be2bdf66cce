"""A statement as people read it: its words in the order of the text, so that no content stands without its cue.

“Holt denied asking the minister to wait” must never be shown as what Holt says: “asking the minister to wait”.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from sayso.data.article import Span
from sayso.data.keeping import NO_WORDS
from sayso.data.results import StatementRow
from sayso.data.statement import Attribution, Mark, Speaker, Statement
from sayso.text.days import day

Part = Literal["source", "cue", "content", "gap", "speaker"]

GAP = " … "
"""Stands between two pieces with other words between them, and between those of a content that is searched."""
_TOUCHING = 3
"""Pieces with no more than this between them are shown as neighbours: a comma, a space, a quotation mark."""
_SOMEBODY = "Somebody"
_REPORTED: dict[Mark | None, str] = {
    "denied": "reported in a denial",
    "negated": "reported in what was not said",
    "hypothetical": "reported in a supposition",
    None: "reported",
}
_SHOWN_BY: Final = {
    "denied": re.compile(r"\bden(?:y|ie[sd]|ying|ials?)\b", re.IGNORECASE),
    "not said": re.compile(r"\b(?:not|never|neither|nor|declin\w+|refus\w+)\b|n[’']t\b", re.IGNORECASE),
}
"""The cues that tell by themselves what a flag would say once more."""
_MARKS = "\"“”„«»‘’'"
_KEPT = {"his", "her", "their", "its", "my", "our", "i", "we"}
"""In whose place no name can stand: "her denial", "I told them my secret"."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one part; a "gap" is what stands for the words between two, a "speaker" a name that the text has not.

    Of content, `at` is its place in the whole content, the pieces joined by GAP: there searches mark what they found.
    """

    part: Part
    text: str
    at: int = 0


def in_order(said: Attribution) -> list[tuple[Part, Span]]:
    """The spans in the order of the text, each with its part."""
    spans: list[tuple[Part, Span]] = [("source", span) for span in said.source]
    spans += [("cue", span) for span in said.cue] + [("content", span) for span in said.content]
    return sorted(spans, key=lambda one: (one[1].start, one[1].end))


def pieces(said: Attribution) -> list[Piece]:
    """The words in the order of the text, each once, with gaps between them; where they were not kept, that."""
    if said.digest:
        return [Piece("gap", NO_WORDS)]
    begins = _begins(said)
    found: list[Piece] = []
    end: int | None = None
    for part, span in in_order(said):
        seen = max(0, (span.start if end is None else end) - span.start)
        if seen >= len(span.text):
            continue
        if end is not None and span.start > end:
            found.append(Piece("gap", " " if span.start - end <= _TOUCHING else GAP))
        found.append(Piece(part, span.text[seen:], begins.get(span, 0) + seen if part == "content" else 0))
        end = span.end
    return found


def told(statement: Statement) -> list[Piece]:
    """The same, with the speakers' names after a source that does not tell them: "she [Irena Valtari] denied …"."""
    found = pieces(statement.attribution)
    untold = [who for who in statement.speakers if who.via != "name" and not _tells(found, who)]
    return _with_names(found, untold) if untold else found


def sentence(statement: Statement, within: Mark | None = None, reporter: str | None = None) -> str:
    """What happened, on one line for those who see nothing else: "Irena Valtari denied that any survey was kept".

    The words stand in the order of the text, each speaker by name; what keeps it from being plainly said and is not
    told by the cue follows in parentheses. `within` and `reporter` are what `flags` takes.
    """
    seen = statement.attribution.act, *_told_by_cue(statement.attribution)
    marks = [flag for flag in flags(statement, within, reporter) if flag not in seen]
    line = _joined(in_words(statement))
    return f"{line} ({', '.join(marks)})" if marks else line


def in_full(row: StatementRow) -> str:
    """The sentence of a statement on the record, with the day and the outlet: "… (denied) — 21 May 2024, The Post"."""
    where = ", ".join(filter(None, (row.dated and day(row.dated), row.article.outlet)))
    line = sentence(row.statement, row.within, row.reporter)
    return f"{line} — {where}" if where else line


def in_words(statement: Statement) -> list[Piece]:
    """The pieces of its sentence: each speaker by name, direct words between quotation marks."""
    found = [_quoted(one, statement.attribution) for one in pieces(statement.attribution)]
    untold = [who for who in statement.speakers if not _tells(found, who)]
    source = [one for one in found if one.part == "source"]
    if statement.attribution.digest or not statement.attribution.cue:
        who = _names(statement.speakers) or _joined(source) or _SOMEBODY
        return [*_before(who), *(one for one in found if one.part != "source")]
    if not (statement.speaker or source):
        return [*_before(_SOMEBODY), *found]
    if untold and _is_short_for(found, untold):
        return _renamed(found, untold)
    unnamed = [who for who in untold if who.via != "name"]
    return _with_names(found, unnamed) if unnamed else found


def _before(who: str) -> tuple[Piece, Piece]:
    """ "Ana Ruiz: ", before words that have no cue."""
    return Piece("source", who), Piece("gap", ": ")


def _quoted(piece: Piece, said: Attribution) -> Piece:
    """Words that were said so between quotation marks, where their span leaves these out."""
    if piece.part != "content" or said.kind != "direct" or any(mark in piece.text for mark in _MARKS):
        return piece
    return replace(piece, text=f"“{piece.text}”")


def _told_by_cue(said: Attribution) -> Iterator[str]:
    cue = " ".join(span.text for span in said.cue)
    return (flag for flag, shown in _SHOWN_BY.items() if shown.search(cue))


def mark_of(said: Attribution) -> Mark | None:
    """What makes the cue the word that must not be overlooked."""
    marks: dict[Mark, bool] = {"denied": said.denied, "negated": said.negated, "hypothetical": said.hypothetical}
    return next((mark for mark, is_so in marks.items() if is_so), None)


def flags(statement: Statement, within: Mark | None = None, reporter: str | None = None) -> list[str]:
    """What keeps it from being plainly said, in words for people.

    `within` is the mark of the statement that reports it: “Holt denied that he had asked” is no report of his asking.
    `reporter` is who speaks that statement, where that is known.
    """
    by = f" by {reporter}" if reporter else " by another" if within is None else ""
    said = statement.attribution
    marks = {
        said.act: said.act != "said",
        "denied": said.denied,
        "not said": said.negated,
        "hypothetical": said.hypothetical,
        _REPORTED[within] + by: statement.reported_by is not None,
    }
    return [mark for mark, is_so in marks.items() if is_so]


def _begins(said: Attribution) -> dict[Span, int]:
    """Where each piece of the content begins in the whole of it."""
    found, at = {}, 0
    for span in said.content:
        found[span] = at
        at += len(span.text) + len(GAP)
    return found


def _tells(found: list[Piece], speaker: Speaker) -> bool:
    """Whether the source's own words have the speaker's name."""
    name = speaker.name.casefold()
    return any(name in one.text.casefold() for one in found if one.part == "source")


def _is_short_for(found: list[Piece], speakers: Sequence[Speaker]) -> bool:
    """Whether the names can stand in the place of the source: of a pronoun, or of a part of the one name."""
    words = [word.strip(",.;:") for one in found if one.part == "source" for word in one.text.split()]
    if speakers[0].via == "pronoun":
        return not _KEPT & {word.lower() for word in words}
    return bool(words) and len(speakers) == 1 and set(words) <= set(speakers[0].name.split())


def _with_names(found: list[Piece], speakers: Sequence[Speaker]) -> list[Piece]:
    """The names after the last of the source, or before it all."""
    name, space = Piece("speaker", _names(speakers)), Piece("gap", " ")
    last = max((n for n, one in enumerate(found) if one.part == "source"), default=None)
    if last is None:
        return [name, space, *found]
    return [*found[: last + 1], space, name, *found[last + 1 :]]


def _renamed(found: list[Piece], speakers: Sequence[Speaker]) -> list[Piece]:
    """The names in the place of the source."""
    first = next(n for n, one in enumerate(found) if one.part == "source")
    rest = [one for one in found[first + 1 :] if one.part != "source"]
    return [*found[:first], replace(found[first], text=_names(speakers)), *rest]


def _names(speakers: Sequence[Speaker]) -> str:
    """ "Ana Ruiz", "Ana Ruiz, Bo Doe and Cy Roe"."""
    *before, last = (who.name for who in speakers) if speakers else ("",)
    return f"{', '.join(before)} and {last}" if before else last


def _joined(some: Iterator[Piece] | list[Piece]) -> str:
    return " ".join("".join(map(shown, some)).split())


def shown(piece: Piece) -> str:
    """Its words; a name that the text has not stands in brackets."""
    return f"[{piece.text}]" if piece.part == "speaker" else piece.text
