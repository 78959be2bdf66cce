"""Which source and which cue belong to which content: each span chooses the head it fits best.

A content chooses a cue, a cue chooses a source, each among the few nearest on both sides, by the weighted sum of what
lies between the two. The weights are learned on PolNeAR's relations (`training/linking.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import Literal, NamedTuple

Label = Literal["source", "cue", "content"]

NEAREST = 4
"""How many candidates on each side are weighed: enough for 99.8 % of PolNeAR's links, and bounded work."""

FEATURES = (
    "distance", "distance if the head follows", "head follows", "sentence ends between", "paragraphs between",
    "cues between", "contents between", "sources between", "neighbours",
    "sentence ends between, no quotation", "paragraphs between, no quotation", "none",
)  # fmt: skip

_SENTENCE_END = re.compile(r"[.?!][”\"’')\]]*\s+(?=[“\"‘'(\[]*[A-Z])")
_QUOTATION_MARKS = "\"'“‘„«"
_PARAGRAPH_END = re.compile(r"\n\s*")


class Piece(NamedTuple):
    """A marked span, in code points, with the model's score for it."""

    start: int
    end: int
    label: Label
    score: float


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight for each of FEATURES, for a content's choice of cue and a cue's choice of source."""

    content: tuple[float, ...]
    cue: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """An attribution as linked: a cue with its source, if it has one, and its contents, if any, in order."""

    cue: Piece | None
    source: Piece | None
    contents: tuple[Piece, ...]


class Surroundings:
    """The spans of one text in order, with what can be counted between any two of them."""

    def __init__(self, text: str, pieces: Sequence[Piece]) -> None:
        self._text = text
        self.pieces = sorted(pieces)
        self._sentences = [end.end() for end in _SENTENCE_END.finditer(text)]
        self._paragraphs = [end.end() for end in _PARAGRAPH_END.finditer(text)]
        self._by_label: dict[str, list[Piece]] = {"source": [], "cue": [], "content": []}
        for piece in self.pieces:
            self._by_label[piece.label].append(piece)
        self._starts = {label: [piece.start for piece in same] for label, same in self._by_label.items()}

    def of(self, label: Label) -> list[Piece]:
        return self._by_label[label]

    def candidates(self, piece: Piece, label: Label) -> list[Piece]:
        """The nearest spans with `label` on both sides of `piece`, in order."""
        at = bisect_left(self._starts[label], piece.start)
        return self._by_label[label][max(0, at - NEAREST) : at + NEAREST]

    def between(self, piece: Piece, head: Piece) -> tuple[float, ...]:
        """The values of FEATURES for `piece` choosing `head`."""
        left, right = sorted((piece, head))
        gap = log1p(max(0, right.start - left.end))
        follows = float(head.start > piece.start)
        sentences = min(3, _inside(self._sentences, left.end, right.start + 1))
        paragraphs = min(3, _inside(self._paragraphs, left.end, right.start + 1))
        plain = not self._is_quoted(piece)
        crossed = {label: _inside(starts, left.end, right.start) for label, starts in self._starts.items()}
        return (
            gap,
            gap * follows,
            follows,
            sentences,
            paragraphs,
            min(3, crossed["cue"]),
            min(3, crossed["content"]),
            min(3, crossed["source"]),
            float(not any(crossed.values())),
            plain * sentences,
            plain * paragraphs,
            0.0,
        )

    def _is_quoted(self, piece: Piece) -> bool:
        return any(mark in _QUOTATION_MARKS for mark in self._text[max(0, piece.start - 1) : piece.start + 1])


def _inside(places: Sequence[int], start: int, end: int) -> int:
    """How many of the sorted `places` lie in `start`:`end`."""
    return max(0, bisect_left(places, end) - bisect_left(places, start))


NOTHING = (0.0,) * (len(FEATURES) - 1) + (1.0,)
"""The features of choosing no head at all."""


def link(text: str, pieces: Sequence[Piece], weights: Weights) -> list[Linked]:
    """Tie the spans of a text into attributions, in the order in which they begin.

    A content that chooses no cue makes an attribution without one. A cue that no content chose makes one only with a
    source ("Holt declined to comment").
    """
    around = Surroundings(text, pieces)
    contents: dict[Piece, list[Piece]] = {cue: [] for cue in around.of("cue")}
    alone = []
    for content in around.of("content"):
        cue = choose(around, content, "cue", weights.content)
        if cue is None:
            alone.append(Linked(None, None, (content,)))
        else:
            contents[cue].append(content)
    tied = [Linked(cue, choose(around, cue, "source", weights.cue), tuple(own)) for cue, own in contents.items()]
    return sorted([*alone, *(each for each in tied if each.contents or each.source)], key=beginning)


def beginning(linked: Linked) -> int:
    """Where the first piece of an attribution starts."""
    return min(piece.start for piece in (linked.cue, linked.source, *linked.contents) if piece)


def choose(around: Surroundings, piece: Piece, label: Label, weights: Sequence[float]) -> Piece | None:
    """The head with `label` that fits `piece` best, or None when none of them beats having none."""
    best, highest = None, weights[-1]
    for head in around.candidates(piece, label):
        score = sum(w * value for w, value in zip(weights, around.between(piece, head), strict=True))
        if score > highest:
            best, highest = head, score
    return best
