"""Where a quotation begins and ends, however its marks are mixed, and what they make of the words inside.

Marks are read paragraph by paragraph (a blank line ends one), each once, so time grows with the text and no
faster. Any double mark may close any, since news mixes them. A quotation inside another is part of it. What is
never closed ends with its paragraph, or where the next one opens; but when the next paragraph opens with a mark
again, the quotation runs on, and it is one `Quotation` in several pieces.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from sayso.data.article import Span
from sayso.data.statement import Kind
from sayso.text.normalise import WORD
from sayso.text.quote_marks import PUNCTUATION, Family, Mark, marks_of
from sayso.text.segmentation import paragraphs


@dataclass(frozen=True, slots=True)
class Quotation:
    """`text[start:end]`, marks included; `pieces` has several when it runs over several paragraphs."""

    start: int
    end: int
    mark: str
    closed: bool
    pieces: tuple[tuple[int, int], ...]


class Stretch(NamedTuple):
    """A quotation as far as it goes within one paragraph; `runs_on` when the next paragraph takes it up."""

    start: int
    end: int
    opening: Mark
    closed: bool
    runs_on: bool = False


LITTLE_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
SO_CALLED = re.compile(
    r"\b(?:so-called|known as|dubbed|nicknamed|codenamed|titled|entitled|headlined)\s*$", re.IGNORECASE
)
SPEECH_BEFORE = re.compile(r"[,:]\s*$")
LONGEST_TITLE, LONGEST_SCARE = 10, 3

FAMILIES: tuple[Family, ...] = ("double", "guillemet", "single")


def quotations(text: str) -> list[Quotation]:
    """Every quotation of a text in order, none inside another.

    >>> [text[q.start:q.end] for text in ["“No,” he said, ‘rock ’n’ roll’."] for q in quotations(text)]
    ['“No,”', '‘rock ’n’ roll’']
    """
    marked = [(start, end, list(marks_of(text, start, end))) for start, end in paragraphs(text)]
    found = {family: _of_family(text, marked, family) for family in FAMILIES}
    strong = outermost([*found["double"], *found["guillemet"]])
    return outermost([*strong, *_singles(text, found["single"], strong)])


_USUAL = frozenset(("“”", '""', "‘’", "''"))
"""Pairs of marks that news in English is mostly printed with, and that the model has read."""

_DOUBLED = ("<<", ">>", "``", "''", ",,", "‘‘", "’’")


def in_usual_marks(text: str, quoted: Sequence[Quotation]) -> str:
    """A text as the model knows it: “ ” for the rarer marks of its quotations, at the same places.

    >>> text = "<<Non>>, dit-il. »Nein«."
    >>> in_usual_marks(text, quotations(text))
    ' “Non” , dit-il. “Nein”.'
    """
    signs = list(text)
    for quotation in quoted:
        if quotation.closed and not _is_usual(text, quotation):
            for start, _ in quotation.pieces:
                _put(signs, text, start, start + len(quotation.mark), "“")
            _put(signs, text, quotation.end - len(_closing(text, quotation)), quotation.end, "”")
    return "".join(signs)


def _is_usual(text: str, quotation: Quotation) -> bool:
    return quotation.mark + _closing(text, quotation) in _USUAL


def _closing(text: str, quotation: Quotation) -> str:
    last = text[quotation.end - 2 : quotation.end]
    return last if last in _DOUBLED else last[-1:]


def _put(signs: list[str], text: str, start: int, end: int, mark: str) -> None:
    """Put a mark at a place, with a blank on its outer side where the place has two signs."""
    if len(text[start:end]) == 1:
        signs[start] = mark
    elif text[start:end] in _DOUBLED:
        signs[start:end] = [" ", mark] if mark == "“" else [mark, " "]


def _of_family(text: str, marked: Sequence[tuple[int, int, list[Mark]]], family: Family) -> list[Quotation]:
    joined = _joined(text, _stretches(text, marked, family))
    return [quotation for quotation in joined if WORD.search(text, quotation.start, quotation.end)]


def _stretches(text: str, marked: Sequence[tuple[int, int, list[Mark]]], family: Family) -> Iterator[list[Stretch]]:
    """For each paragraph its quotations in marks of one family."""
    own = [(start, end, [mark for mark in marks if mark.family == family]) for start, end, marks in marked]
    begins = [_begins_quoted(text, start, marks) for start, _, marks in own]
    for (_, end, marks), runs_on in zip(own, [*begins, False][1:], strict=True):
        yield _paired(text, end, marks, runs_on=runs_on)


def _begins_quoted(text: str, start: int, marks: Sequence[Mark]) -> bool:
    return bool(marks) and marks[0].role == "opens" and not text[start : marks[0].start].strip()


def _paired(text: str, end: int, marks: Sequence[Mark], *, runs_on: bool) -> list[Stretch]:
    """Pair a paragraph's marks of one family; nested pairs are dropped."""
    waiting: list[Mark] = []
    pairs: list[Stretch] = []
    for number, mark in enumerate(marks):
        if _opens(mark, waiting):
            waiting.append(mark)
        elif waiting and not _is_apostrophe(text, mark, marks[number + 1 : number + 2]):
            opening = waiting.pop()
            pairs.append(Stretch(opening.start, mark.end, opening, closed=True))
    if waiting and runs_on:
        last = Stretch(waiting[0].start, end, waiting[0], closed=False, runs_on=True)
        return [pair for pair in _outer(pairs) if pair.end <= last.start] + [last]
    return _with_unclosed(_outer(pairs), waiting, end)


def _opens(mark: Mark, waiting: Sequence[Mark]) -> bool:
    return mark.role == "opens" or (mark.role == "either" and not waiting)


def _is_apostrophe(text: str, mark: Mark, following: Sequence[Mark]) -> bool:
    """What perhaps closes does not when one that surely closes comes next: ‘the workers’ demands are fair,’."""
    if mark.role != "perhaps closes" or not following:
        return False
    return following[0].role == "closes" and text[following[0].start - 1] in PUNCTUATION


def _outer(pairs: Sequence[Stretch]) -> list[Stretch]:
    outer: list[Stretch] = []
    for pair in sorted(pairs):
        if not outer or pair.start >= outer[-1].end:
            outer.append(pair)
    return outer


def _with_unclosed(pairs: list[Stretch], unclosed: Sequence[Mark], end: int) -> list[Stretch]:
    """An unclosed quotation ends where the next one opens, else with the paragraph."""
    open_ended = [Stretch(mark.start, end, mark, closed=False) for mark in unclosed]
    ordered = sorted([*pairs, *open_ended])
    starts = [stretch.start for stretch in ordered[1:]] + [end]
    return [
        stretch if stretch.closed else stretch._replace(end=following)
        for stretch, following in zip(ordered, starts, strict=False)
    ]


def _joined(text: str, paragraphs: Iterable[list[Stretch]]) -> Iterator[Quotation]:
    """Put the stretches together that run on from paragraph to paragraph."""
    running: list[Stretch] = []
    for stretch in chain.from_iterable(paragraphs):
        running.append(stretch)
        if not stretch.runs_on:
            yield _quotation(text, running)
            running = []
    if running:
        yield _quotation(text, running)


def _quotation(text: str, stretches: Sequence[Stretch]) -> Quotation:
    pieces = tuple((s.start, s.start + len(text[s.start : s.end].rstrip())) for s in stretches)
    opening = stretches[0].opening
    mark = text[opening.start : opening.end]
    return Quotation(pieces[0][0], pieces[-1][1], mark, stretches[-1].closed, pieces)


def outermost(found: Sequence[Quotation]) -> list[Quotation]:
    outer: list[Quotation] = []
    for quotation in sorted(found, key=lambda quotation: (quotation.start, -quotation.end)):
        if not outer or quotation.start >= outer[-1].end:
            outer.append(quotation)
    return outer


def _singles(text: str, singles: Sequence[Quotation], strong: Sequence[Quotation]) -> list[Quotation]:
    """The single-quoted stretches that are quotations: an open one is more often an apostrophe."""
    starts = [quotation.start for quotation in strong]
    return [single for single in singles if _is_quotation(text, single, strong, starts)]


def _is_quotation(text: str, single: Quotation, strong: Sequence[Quotation], starts: Sequence[int]) -> bool:
    before = bisect_right(starts, single.start) - 1
    last_inside = bisect_right(starts, single.end - 1) - 1
    if before >= 0 and strong[before].end > single.start:
        return False
    if single.closed:
        return last_inside <= before or strong[last_inside].end <= single.end
    introduced = (
        text[max(0, single.start - 3) : single.start].rstrip(" ").endswith((":", ",", "\n")) or single.start == 0
    )
    return single.mark == "‘" and introduced and last_inside <= before


def kind_of(text: str, content: Iterable[Span], quoted: Sequence[Quotation]) -> Kind:
    """How a content is rendered, by the words of it that stand in quotation marks.

    All of them: direct. Two of them, or a quarter, leaving titles of works aside: mixed. Else indirect.
    """
    words = in_marks = in_titles = 0
    for span in content:
        words += _count(text, span.start, span.end)
        for quotation in _touching(quoted, span):
            inside = sum(_count(text, max(span.start, a), min(span.end, b)) for a, b in quotation.pieces)
            in_marks += inside
            in_titles += inside if is_title(text, quotation) else 0
    if words and in_marks == words:
        return "direct"
    in_marks -= in_titles
    return "mixed" if in_marks > 1 or 0 < words <= 4 * in_marks else "indirect"


def _count(text: str, start: int, end: int) -> int:
    return sum(1 for _ in WORD.finditer(text, start, end)) if start < end else 0


def _touching(quoted: Sequence[Quotation], span: Span) -> Iterator[Quotation]:
    """The quotations that share characters with a span; `quoted` is in order and none overlaps another."""
    first = max(0, bisect_right(quoted, span.start, key=lambda quotation: quotation.start) - 1)
    for quotation in islice(quoted, first, None):
        if quotation.start >= span.end:
            return
        if quotation.end > span.start:
            yield quotation


def is_title(text: str, quotation: Quotation) -> bool:
    """Whether the marks hold the title of a work or the name of a thing: the film “Long River”."""
    words = WORD.findall(text, quotation.start, quotation.end)
    if not words or len(words) > LONGEST_TITLE or len(quotation.pieces) > 1:
        return False
    before = text[max(0, quotation.start - 20) : quotation.start]
    if SO_CALLED.search(before):
        return True
    if not before.strip() or SPEECH_BEFORE.search(before) or before.rstrip(" ").endswith((".", "\n")):
        return False
    return words[0][0].isupper() and all(word[0].isupper() or word.lower() in LITTLE_WORDS for word in words)


def is_scare_quote(text: str, quotation: Quotation) -> bool:
    """Whether the marks hold no statement: a title, or a word or three in the middle of a sentence.

    >>> text = "The “reform” failed. “It failed,” he said."
    >>> [is_scare_quote(text, quotation) for quotation in quotations(text)]
    [True, False]
    """
    if is_title(text, quotation):
        return True
    before = text[max(0, quotation.start - 3) : quotation.start].rstrip(" ")
    is_midway = bool(before) and not before.endswith((".", "!", "?", ":", ",", "\n"))
    return is_midway and _count(text, quotation.start, quotation.end) <= LONGEST_SCARE
