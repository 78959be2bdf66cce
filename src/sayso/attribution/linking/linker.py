"""Which source and which cue belong to which content: each span chooses the head it fits best.

A content chooses a cue, a cue chooses a source, each among the few nearest on both sides, by the weighted sum of what
lies between the two. The weights are learned on PolNeAR's relations (`training/linking.py`).

Contents that stand side by side, each with a speaker of its own, are too rare there to teach much (167 pairs in
20,309), and words in the neighbour's mouth are the worst that can be told. So two things weigh besides: a cue in the
content's own sentence comes before any beyond its end, and a cue with a source is not left without words where a
neighbour has more than its own.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import Literal, NamedTuple

from sayso.text.doc import Doc

Label = Literal["source", "cue", "content"]

NEAREST = 4
"""How many candidates on each side are weighed: enough for 99.8 % of PolNeAR's links, and bounded work."""

OWN_SENTENCE = 8.0
"""What a cue beyond the sentence's end loses where another stands in the content's own sentence."""

ORPHAN = 2.0
"""How much of the choices' scores may be given up for a cue that has a source to have words too. Both chosen on
PolNeAR dev: without them statement F1 is 0.8 lower and mixed 2.3, and of 400 neighbours 91 are in the wrong mouth."""

FEATURES = (
    "distance", "distance if the head follows", "head follows", "sentence ends between", "paragraphs between",
    "cues between", "contents between", "sources between", "neighbours",
    "sentence ends between, no quotation", "paragraphs between, no quotation", "none",
)  # fmt: skip

_SENTENCES, _PARAGRAPHS = FEATURES.index("sentence ends between"), FEATURES.index("paragraphs between")


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

    def __init__(self, doc: Doc, pieces: Sequence[Piece]) -> None:
        self._doc = doc
        self.pieces = sorted(pieces)
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
        sentences = min(3, _inside(self._doc.sentences.starts, left.end, right.start + 1))
        paragraphs = min(3, _inside(self._doc.blocks.starts, left.end, right.start + 1))
        plain = not self._doc.quoted(piece.start)
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


def _inside(places: Sequence[int], start: int, end: int) -> int:
    """How many of the sorted `places` lie in `start`:`end`."""
    return max(0, bisect_left(places, end) - bisect_left(places, start))


NOTHING = (0.0,) * (len(FEATURES) - 1) + (1.0,)
"""The features of choosing no head at all."""


def link(doc: Doc, pieces: Sequence[Piece], weights: Weights) -> list[Linked]:
    """Tie the spans of a text into attributions, in the order in which they begin.

    A content that chooses no cue makes an attribution without one. A cue that no content chose makes one only with a
    source ("Holt declined to comment").
    """
    around = Surroundings(doc, pieces)
    sources = {cue: choose(around, cue, "source", weights.cue) for cue in around.of("cue")}
    cues = {content: _cue_of(around, content, weights.content) for content in around.of("content")}
    _feed_orphans(around, cues, [cue for cue, source in sources.items() if source], weights.content)
    contents: dict[Piece, list[Piece]] = {cue: [] for cue in sources}
    for content, cue in cues.items():
        if cue is not None:
            contents[cue].append(content)
    alone = [Linked(None, None, (content,)) for content, cue in cues.items() if cue is None]
    tied = [Linked(cue, sources[cue], tuple(own)) for cue, own in contents.items()]
    return sorted([*alone, *(each for each in tied if each.contents or each.source)], key=beginning)


Cues = dict[Piece, Piece | None]
"""The cue that each content has chosen, None where it chose none."""


def _cue_of(around: Surroundings, content: Piece, weights: Sequence[float]) -> Piece | None:
    scores = _cue_scores(around, content, weights)
    best = max(scores, key=lambda cue: scores[cue], default=None)
    return best if best is not None and scores[best] > weights[-1] else None


def _cue_scores(around: Surroundings, content: Piece, weights: Sequence[float]) -> dict[Piece, float]:
    """What each cue near a content scores, those beyond its sentence's end behind those in it."""
    candidates = around.candidates(content, "cue")
    values = {cue: around.between(content, cue) for cue in candidates}
    inside = {cue for cue, found in values.items() if not (found[_SENTENCES] or found[_PARAGRAPHS])}
    return {
        cue: weighted(found, weights) - (OWN_SENTENCE if inside and cue not in inside else 0.0)
        for cue, found in values.items()
    }


def _feed_orphans(around: Surroundings, cues: Cues, speaking: Sequence[Piece], weights: Sequence[float]) -> None:
    """Let each cue that has a source and no content take the content that gives up least for it.

    It takes none from a cue that has no other, and none for which it would score ORPHAN less.
    """
    kept = Counter(cue for cue in cues.values() if cue is not None)
    for orphan in speaking:
        if kept[orphan]:
            continue
        losses = {}
        for content in around.candidates(orphan, "content"):
            owner = cues[content]
            scores = _cue_scores(around, content, weights)
            if owner is not None and kept[owner] > 1 and orphan in scores:
                losses[scores[owner] - scores[orphan], content] = owner
        (loss, content), owner = min(losses.items(), default=((ORPHAN, orphan), orphan))
        if loss < ORPHAN:
            kept[owner] -= 1
            cues[content] = orphan
            kept[orphan] += 1


def beginning(linked: Linked) -> int:
    """Where the first piece of an attribution starts."""
    return min(piece.start for piece in (linked.cue, linked.source, *linked.contents) if piece)


def choose(around: Surroundings, piece: Piece, label: Label, weights: Sequence[float]) -> Piece | None:
    """The head with `label` that fits `piece` best, or None when none of them beats having none."""
    best, highest = None, weights[-1]
    for head in around.candidates(piece, label):
        score = weighted(around.between(piece, head), weights)
        if score > highest:
            best, highest = head, score
    return best


def weighted(values: Sequence[float], weights: Sequence[float]) -> float:
    """The score of a choice with these values of FEATURES."""
    return sum(weight * value for weight, value in zip(weights, values, strict=True))
