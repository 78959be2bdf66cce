"""The field's measures and the user's, over gold attributions and found ones.

Exact span F1: a span counts when it begins and ends where the gold does. Statement F1: an attribution counts when its
source is the right one and its content overlaps the gold's by 0.8 (characters in both over characters in either).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.data.article import Span
from sayso.data.statement import PARTS, Attribution

KINDS = ("direct", "indirect", "mixed")
ALL = "all"
CONTENT_OVERLAP = 0.8
SOURCE_OVERLAP = 0.5
"""A source is the right one when the two share most of their characters: "Obama" for "Mr. Obama" will do."""


@dataclass(frozen=True, slots=True)
class Score:
    """Weighted counts of what was found, what is gold, and what is both."""

    hit: float = 0.0
    found: float = 0.0
    gold: float = 0.0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.hit + other.hit, self.found + other.found, self.gold + other.gold)

    def times(self, weight: float) -> "Score":
        return Score(self.hit * weight, self.found * weight, self.gold * weight)

    @property
    def precision(self) -> float:
        return self.hit / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.hit / (self.found + self.gold) if self.found + self.gold else 0.0


def _nothing(*names: str) -> dict[str, Score]:
    return {name: Score() for name in names}


@dataclass(frozen=True, slots=True)
class Measures:
    """All scores at once: `spans` by part, `statements` over "all" and by kind."""

    spans: dict[str, Score] = field(default_factory=lambda: _nothing(*PARTS))
    statements: dict[str, Score] = field(default_factory=lambda: _nothing(ALL, *KINDS))

    def __add__(self, other: "Measures") -> "Measures":
        spans = {part: score + other.spans[part] for part, score in self.spans.items()}
        return Measures(spans, {kind: score + other.statements[kind] for kind, score in self.statements.items()})

    def times(self, weight: float) -> "Measures":
        spans = {part: score.times(weight) for part, score in self.spans.items()}
        return Measures(spans, {kind: score.times(weight) for kind, score in self.statements.items()})


def measure(found: Sequence[Attribution], copies: Sequence[Sequence[Attribution]]) -> Measures:
    """What was found in an article by the gold of all who annotated it, each of whom weighs the same share."""
    each = (Measures(exact(found, gold), by_kind(found, gold)) for gold in copies)
    return sum(each, Measures()).times(1 / len(copies))


def exact(found: Iterable[Attribution], gold: Iterable[Attribution]) -> dict[str, Score]:
    """A Score for "source", "cue" and "content" each; a span that several attributions share counts once."""
    mine, theirs = list(found), list(gold)
    return {part: _same(_places(mine, part), _places(theirs, part)) for part in PARTS}


def _places(attributions: Sequence[Attribution], part: str) -> set[tuple[int, int]]:
    return {(span.start, span.end) for attribution in attributions for span in getattr(attribution, part)}


def _same(mine: set[tuple[int, int]], theirs: set[tuple[int, int]]) -> Score:
    return Score(len(mine & theirs), len(mine), len(theirs))


def statements(found: Sequence[Attribution], gold: Sequence[Attribution]) -> Score:
    """How many gold attributions were found, each by at most one: right source, content overlapping by 0.8."""
    left = sorted(found, key=_start)
    hit = 0
    for wanted in sorted(gold, key=_start):
        match = next((candidate for candidate in left if is_found(wanted, candidate)), None)
        if match:
            left.remove(match)
            hit += 1
    return Score(hit, len(found), len(gold))


def by_kind(found: Iterable[Attribution], gold: Iterable[Attribution]) -> dict[str, Score]:
    """Statement scores over "all" and for each kind among its own; what has no content makes no statement."""
    mine, theirs = ([attribution for attribution in part if attribution.content] for part in (found, gold))
    kinds = {kind: statements(_of(kind, mine), _of(kind, theirs)) for kind in KINDS}
    return {ALL: statements(mine, theirs), **kinds}


def _of(kind: str, attributions: Iterable[Attribution]) -> list[Attribution]:
    return [attribution for attribution in attributions if attribution.kind == kind]


def _start(attribution: Attribution) -> int:
    return min((span.start for span in attribution.content), default=0)


def is_found(gold: Attribution, candidate: Attribution) -> bool:
    """Whether `candidate` puts the words of `gold` in the same mouth."""
    if overlap(gold.content, candidate.content) < CONTENT_OVERLAP:
        return False
    if not gold.source or not candidate.source:
        return not gold.source and not candidate.source
    return overlap(gold.source, candidate.source) >= SOURCE_OVERLAP


def overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Characters in both over characters in either, 0 to 1."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    either = sum(span.end - span.start for span in (*one, *other)) - shared
    return shared / either if either else 0.0
