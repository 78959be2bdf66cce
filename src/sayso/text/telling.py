"""A statement as people read it: its words in the order of the text, so that no content stands without its cue.

“Holt denied asking the minister to wait” must never be shown as what Holt says: “asking the minister to wait”.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from sayso.data.article import Span
from sayso.data.statement import Attribution, Mark, Speaker, Statement

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
    None: "reported by another",
}
_WHOSE = {"his", "her", "their", "its", "my", "our"}
"""In whose place no name can stand: "her denial"."""


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
    """The words in the order of the text, each once, with gaps between them."""
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
    """The same, with the speaker's name after a source that does not tell it: "she [Irena Valtari] denied …"."""
    found, speaker = pieces(statement.attribution), statement.speaker
    if speaker is None or speaker.via == "name" or _tells(found, speaker):
        return found
    return _with_name(found, speaker)


def sentence(statement: Statement) -> str:
    """What happened, on one line for those who see nothing else: "Irena Valtari denied that any survey was kept"."""
    found, speaker = pieces(statement.attribution), statement.speaker
    if not statement.attribution.cue:
        who = speaker.name if speaker else _joined(one for one in found if one.part == "source") or _SOMEBODY
        return f"{who}: {_joined(one for one in found if one.part != 'source')}"
    if speaker is None:
        return _joined(found) if statement.attribution.source else f"{_SOMEBODY}: {_joined(found)}"
    if _tells(found, speaker):
        return _joined(found)
    return _joined(_renamed(found, speaker) if _is_short_for(found, speaker) else _with_name(found, speaker))


def mark_of(said: Attribution) -> Mark | None:
    """What makes the cue the word that must not be overlooked."""
    marks: dict[Mark, bool] = {"denied": said.denied, "negated": said.negated, "hypothetical": said.hypothetical}
    return next((mark for mark, is_so in marks.items() if is_so), None)


def flags(statement: Statement, within: Mark | None = None) -> list[str]:
    """What keeps it from being plainly said, in words for people.

    `within` is the mark of the statement that reports it: “Holt denied that he had asked” is no report of his asking.
    """
    said = statement.attribution
    marks = {
        said.act: said.act != "said",
        "denied": said.denied,
        "not said": said.negated,
        "hypothetical": said.hypothetical,
        _REPORTED[within]: statement.reported_by is not None,
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
    return any(speaker.name in one.text for one in found if one.part == "source")


def _is_short_for(found: list[Piece], speaker: Speaker) -> bool:
    """Whether the name can stand in the place of the source: of a pronoun, or of a part of the name."""
    words = [word.strip(",.;:") for one in found if one.part == "source" for word in one.text.split()]
    if speaker.via == "pronoun":
        return not _WHOSE & {word.lower() for word in words}
    return bool(words) and set(words) <= set(speaker.name.split())


def _with_name(found: list[Piece], speaker: Speaker) -> list[Piece]:
    """The name after the last of the source, or before it all."""
    name, space = Piece("speaker", speaker.name), Piece("gap", " ")
    last = max((n for n, one in enumerate(found) if one.part == "source"), default=None)
    if last is None:
        return [name, space, *found]
    return [*found[: last + 1], space, name, *found[last + 1 :]]


def _renamed(found: list[Piece], speaker: Speaker) -> list[Piece]:
    """The name in the place of the source."""
    first = next(n for n, one in enumerate(found) if one.part == "source")
    rest = [one for one in found[first + 1 :] if one.part != "source"]
    return [*found[:first], replace(found[first], text=speaker.name), *rest]


def _joined(some: Iterator[Piece] | list[Piece]) -> str:
    texts = (f"[{one.text}]" if one.part == "speaker" else one.text for one in some)
    return " ".join("".join(texts).split())
