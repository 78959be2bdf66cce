"""What every format comes to: a text and its attributions, each piece of them checked against the words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from sayso.data.article import Span
from sayso.data.errors import Unreadable
from sayso.data.statement import PARTS, Attribution
from sayso.text.quotations import kind_of, quotations

_GLIMPSE = 40


@dataclass(frozen=True, slots=True)
class Gold:
    """An article as one person annotated it; `name` is for messages."""

    name: str
    text: str
    attributions: tuple[Attribution, ...]


class Piece(NamedTuple):
    """Where a piece of a source, cue or content is said to stand; `words` where the format repeats them."""

    start: int
    end: int
    words: str | None = None


Pieces = Mapping[str, Sequence[Piece]]
"""The pieces of one attribution's "source", "cue" and "content"; a part that is not there has none."""


@contextmanager
def reading(name: str) -> Iterator[None]:
    """Whatever is wrong with the values read inside makes the document so named Unreadable."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise Unreadable(name, f"it is not UTF-8: {error.reason} at byte {error.start}") from error
    except ValueError as error:
        raise Unreadable(name, str(error)) from error


@contextmanager
def within(what: str) -> Iterator[None]:
    """Say of a ValueError raised inside in which part of the document it arose."""
    try:
        yield
    except ValueError as error:
        raise ValueError(f"{what}: {error}") from error


def marked(text: str, attributions: Iterable[Pieces]) -> tuple[Attribution, ...]:
    """The attributions whose pieces are given; raises ValueError where one does not fit `text`.

    Their kind is judged as that of found ones is, by the quotation marks in the text.
    """
    quoted = quotations(text)
    found = []
    for number, pieces in enumerate(attributions, 1):
        with within(f"attribution {number}"):
            source, cue, content = (_spans(text, part, pieces.get(part, ())) for part in PARTS)
        kind = kind_of(text, content, quoted) if content else "indirect"
        found.append(Attribution(source, cue, content, kind=kind))
    return tuple(found)


def _spans(text: str, part: str, pieces: Sequence[Piece]) -> tuple[Span, ...]:
    for piece in pieces:
        check(text, [piece], piece.words)
    spans = tuple(sorted({Span.of(text, piece.start, piece.end) for piece in pieces}))
    if any(one.overlaps(other) for one, other in pairwise(spans)):
        raise ValueError(f"two pieces of its {part} overlap")
    return spans


def check(text: str, pieces: Sequence[Piece], words: str | None) -> None:
    """Raise ValueError unless the pieces lie in `text` and read as `words` does, whatever its white space."""
    there = " ".join(Span.of(text, piece.start, piece.end).text for piece in pieces)
    if words is not None and words.split() != there.split():
        place = f"{pieces[0].start} to {pieces[-1].end}"
        raise ValueError(f"from {place} the text reads “{_glimpse(there)}”, not “{_glimpse(words)}”")


def _glimpse(words: str) -> str:
    return words[:_GLIMPSE] + ("…" if len(words) > _GLIMPSE else "")
