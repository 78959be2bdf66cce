"""Where on the page the passages stand that trafilatura chose, and what belongs among them that it does not keep."""

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.reading.blocks.draft import Passage, bare, ends_sentence
from sayso.reading.blocks.piece import KINDS, Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BEGINNINGS = (40, 16)
"""Letters; trafilatura may have run the rest together with what follows, or left it out."""

_NEAR = 8  # pieces
_LONGEST_CAPTION = 600
_LONGEST_QUOTE = 1500
_COUNTER = re.compile(
    r"(?:image|photo|picture|slide|foto|bild)?\s?\d{1,3}\s?(?:of|/|von|de|sur|di)\s?\d{1,3}\b[\s:.–-]*", re.IGNORECASE
)
"""“Image 1 of 9” before the words of a picture."""

_FAR_ABOVE = 12
"""Pieces; the picture on top of an article has its caption no further above the first paragraph."""

_QUOTED = ("quote", "pull quote", "signature")
_SHORTEST_PROSE = 60
_DASHES = ("—", "–", "-", "―", "~")


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage, and the piece of the page that it is; None where the page has no such piece."""

    passage: Passage
    piece: Piece | None = None


def placed(passages: Iterable[Passage], pieces: Sequence[Piece]) -> list[Placed]:
    """The passages, each with its place, and among them captions, quotations and parts of the body that were left."""
    found = [step for passage, at in _found(passages, pieces) for step in _taken_apart(passage, at, pieces)]
    if all(at is None for _, at in found):
        return [Placed(passage) for passage, _ in found]
    return list(_merged(found, pieces, _left_out(pieces, {at for _, at in found if at is not None})))


def _found(passages: Iterable[Passage], pieces: Sequence[Piece]) -> Iterator[tuple[Passage, int | None]]:
    """Each passage with the number of its piece. Where words stand several times, the next time is meant."""
    places = [_Places(), *(_Places() for _ in _BEGINNINGS)]
    for number, piece in enumerate(pieces):
        for words in (piece.words, *piece.parts):
            for some, key in zip(places, _keys(words), strict=True):
                some.add(key, number)
    after = -1
    for passage in passages:
        letters = _keys(passage.text)
        found = (some.next(key, after) for some, key in zip(places, letters, strict=True))
        at = next((place for place in found if place is not None), None)
        at = _next_that_begins(letters[0], after, pieces) if at is None else at
        after = after if at is None else max(after, at)
        yield passage, at


def _keys(words: str) -> list[str]:
    """By what a passage is found again: all its letters, or else those that it begins with."""
    letters = bare(words)
    return [letters, *(letters[:length] for length in _BEGINNINGS)]


def _next_that_begins(letters: str, after: int, pieces: Sequence[Piece]) -> int | None:
    """The next of a few pieces that a passage begins with, where it runs several short ones together."""
    near = range(after + 1, min(after + 1 + _NEAR, len(pieces)))
    return next((at for at in near if (begins := bare(pieces[at].words)) and letters.startswith(begins)), None)


def _taken_apart(passage: Passage, at: int | None, pieces: Sequence[Piece]) -> Iterator[tuple[Passage, int | None]]:
    """A passage that runs together several pieces, as the items of a list that have headings, one by one."""
    letters, position = bare(passage.text), 0
    start = stop = len(pieces) if at is None else at
    while stop < len(pieces) and position < len(letters):
        piece = bare(pieces[stop].words)
        if not letters.startswith(piece, position):
            break
        position += len(piece)
        stop += 1
    if position < len(letters) or stop - start < 2:
        yield passage, at
    else:
        yield from ((replace(passage, text=pieces[one].words), one) for one in range(start, stop))


class _Places:
    """Where words stand, asked from the top of a page down: each place is passed once."""

    def __init__(self) -> None:
        self._places: dict[str, deque[int]] = {}

    def add(self, letters: str, at: int) -> None:
        if letters:
            self._places.setdefault(letters, deque()).append(at)

    def next(self, letters: str, after: int) -> int | None:
        places = self._places.get(letters)
        while places and len(places) > 1 and places[0] <= after:
            places.popleft()
        return places[0] if places else None


def _left_out(pieces: Sequence[Piece], chosen: set[int]) -> list[int]:
    """The numbers of pieces that belong to the body though they were not chosen."""
    first, last = min(chosen), _last(pieces, max(chosen))
    kin = _Kin(pieces[at] for at in chosen)
    announced = (at + 1 for at in chosen if pieces[at].words.endswith(":") and at + 1 < len(pieces))
    owners = (pieces[at].owner for at in (*chosen, *announced) if pieces[at].part in _QUOTED)
    quoted = {owner for owner in owners if owner is not None}
    start = max(0, first - _FAR_ABOVE)
    title = next((at for at in range(first, start, -1) if pieces[at].element.tag == "h1"), first)
    found = []
    for at in range(title, len(pieces)):
        piece = pieces[at]
        if at in chosen or piece.aside or piece.clutter:
            continue
        if (at <= last and _is_kept(piece)) or (piece.part in _QUOTED and piece.owner in quoted) or kin.has(piece):
            found.append(at)
    return found


def _last(pieces: Sequence[Piece], at: int) -> int:
    """The number of the last piece of the body, with the captions right below it."""
    while at + 1 < len(pieces) and (below := pieces[at + 1]).part == "caption" and not (below.aside or below.clutter):
        at += 1
    return at


def _is_kept(piece: Piece) -> bool:
    """Captions and quotations inside of the body; a caption that is a link is another story's."""
    if piece.part == "caption":
        return len(piece.words) <= _LONGEST_CAPTION and not piece.is_link
    if piece.part in _QUOTED:
        return len(piece.words) <= _LONGEST_QUOTE
    return piece.part == "heading" and piece.post is not None


class _Kin:
    """Boxes that are alike: sites that put an advertisement into a text part it into boxes of one and the same name."""

    def __init__(self, chosen: Iterable[Piece]) -> None:
        boxes = [(piece, box) for piece in chosen if (box := piece.element.getparent()) is not None]
        self._boxes = {box for _, box in boxes}
        prose = Counter(_name(box) for piece, box in boxes if _is_prose(piece))
        self._names = {name for name, count in prose.items() if name and count > 1}

    def has(self, piece: Piece) -> bool:
        box = piece.element.getparent()
        if box is None or box in self._boxes or not _is_prose(piece):
            return False
        return _name(box) in self._names


def _name(box: "HtmlElement") -> str:
    return f"{box.tag} {names}" if (names := str(box.get("class") or "")) else ""


def _is_prose(piece: Piece) -> bool:
    return (
        piece.part == "paragraph"
        and len(piece.words) >= _SHORTEST_PROSE
        and ends_sentence(piece.words)
        and 2 * piece.linked < len(piece.words)
    )


def _merged(
    found: Sequence[tuple[Passage, int | None]], pieces: Sequence[Piece], left_out: Sequence[int]
) -> Iterator[Placed]:
    """All in the order of the page; a passage without a place follows the one that it followed."""
    waiting = deque(left_out)
    whole: set[int] = set()
    for passage, at in found:
        while at is not None and waiting and waiting[0] < at:
            yield _of_piece(pieces[waiting.popleft()])
        if at is None or not _is_part(passage, pieces[at]):
            yield _as_marked(passage, pieces[at]) if at is not None else Placed(passage)
        elif at not in whole:
            whole.add(at)
            yield _of_piece(pieces[at])
    for at in waiting:
        yield _of_piece(pieces[at])


def _is_part(passage: Passage, piece: Piece) -> bool:
    """Whether it is a cell of a row, or the credit of a caption: these are read as one."""
    return bare(passage.text) in map(bare, piece.parts)


def _of_piece(piece: Piece) -> Placed:
    words = piece.words[_counted(piece.words) :] if piece.part == "caption" else piece.words
    if piece.part == "signature" and not words.startswith(_DASHES):
        words = f"— {words}"  # most sites have style sheets draw the dash
    return Placed(Passage(KINDS[piece.part], words), piece)


def _counted(words: str) -> int:
    """How many characters of a caption only count the pictures."""
    counter = _COUNTER.match(words)
    return counter.end() if counter and counter.end() < len(words) else 0


def _as_marked(passage: Passage, piece: Piece) -> Placed:
    """A passage that trafilatura kept, with what the page's own markup tells of it."""
    if bare(passage.text) != bare(piece.words):
        return Placed(passage, piece)
    if piece.part in ("row", "signature") or (piece.part == "caption" and len(piece.words) <= _LONGEST_CAPTION):
        return _of_piece(piece)
    if piece.part in ("quote", "pull quote"):
        passage = passage.of_kind("quote")
    elif piece.part == "heading" and piece.post is not None:
        passage = passage.of_kind("heading")  # in a live blog that is a list
    return Placed(passage, piece)
