"""A text cut into pieces, each with the attributions that it is part of: what lets a page mark them, however nested."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from sayso.data.article import Article, Block
from sayso.data.results import StatementRow
from sayso.serving.web.base.rendering import number_of

Part = Literal["source", "cue", "content"]
COLOURS = 8


class Mark(NamedTuple):
    """Where one part of a statement stands: `number` is the statement's place in its article."""

    start: int
    end: int
    number: int
    part: Part


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that lies in the same marks from end to end, the outermost first.

    `begins` are the statements whose first words these are.
    """

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    kind: str
    pieces: tuple[Piece, ...]


def marks_in(rows: Iterable[StatementRow]) -> list[Mark]:
    """The marks of statements in the text into which their offsets point, in its order, the longer first."""
    found = []
    for row in rows:
        said = row.statement.attribution
        parts: tuple[Part, ...] = ("content", "source", "cue")
        for part in parts:
            found += [Mark(span.start, span.end, number_of(row.id), part) for span in getattr(said, part)]
    return sorted(found, key=lambda mark: (mark.start, -mark.end, mark.number))


def paragraphs(article: Article, rows: Sequence[StatementRow], start: int, end: int) -> list[Paragraph]:
    """The article's text from `start` to `end`, block by block."""
    marks = marks_in(rows)
    blocks = [block for block in article.blocks if block.start < end and start < block.end]
    edges = {edge for block in blocks for edge in (block.start, block.end)} | {start, end}
    cut = deque(_cut(article.text, marks, edges, start, end))
    return [Paragraph(block.kind, tuple(_inside(block, cut))) for block in blocks]


def pieces(text: str, rows: Sequence[StatementRow]) -> tuple[Piece, ...]:
    """The whole of a short text, as the title of a related story."""
    return tuple(piece for _, piece in _cut(text, marks_in(rows), {0, len(text)}, 0, len(text)))


def colours(rows: Iterable[StatementRow]) -> dict[str, int]:
    """A colour for each speaker, in the order in which they speak; they are used again when there are no more."""
    speakers = dict.fromkeys(who.actor for row in rows if (who := row.statement.speaker))
    return {actor: place % COLOURS for place, actor in enumerate(speakers)}


def _cut(text: str, marks: list[Mark], edges: set[int], start: int, end: int) -> Iterator[tuple[int, Piece]]:
    """The pieces between `start` and `end`, each with its place. Marks must be sorted by their start."""
    first = _first_words(marks)
    inner = {edge for mark in marks for edge in mark[:2] if start < edge < end}
    waiting = iter(mark for mark in marks if mark.end > start and mark.start < end)
    coming = next(waiting, None)
    open_: list[Mark] = []
    for begin, stop in pairwise(sorted(inner | {edge for edge in edges if start <= edge <= end})):
        open_ = [mark for mark in open_ if mark.end > begin]
        while coming and coming.start <= begin:
            open_.append(coming)
            coming = next(waiting, None)
        yield begin, Piece(text[begin:stop], tuple(open_), tuple(first.get(begin, ())))


def _first_words(marks: list[Mark]) -> dict[int, list[int]]:
    """The statements by the place of their first words."""
    places: dict[int, int] = {}
    for mark in marks:
        places.setdefault(mark.number, mark.start)
    by_place: dict[int, list[int]] = {}
    for number, place in places.items():
        by_place.setdefault(place, []).append(number)
    return by_place


def _inside(block: Block, cut: deque[tuple[int, Piece]]) -> Iterator[Piece]:
    while cut and cut[0][0] < block.start:
        cut.popleft()
    while cut and cut[0][0] < block.end:
        yield cut.popleft()[1]
