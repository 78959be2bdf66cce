"""Weights learned from pairs of whom it is known whether they are one, each drawn towards what is supposed of it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from sayso.entity_resolution.appearance import Appearance
from sayso.entity_resolution.features import Evidence, evidence
from sayso.entity_resolution.profile import profile_of

SHRINKAGE: Final = 5.0
"""How many pairs it takes to move a weight: it counts as much as what was supposed was seen in a few."""

_NEWTON_STEPS: Final = 12

Weights = Mapping[str, Mapping[str, float]]


class Pair(NamedTuple):
    """Two appearances' evidence, whether they are one person's, and what the pair counts in the fit."""

    told: tuple[Evidence, ...]
    same: bool
    counts: float = 1.0


def known_pairs(decided: Iterable[tuple[Appearance, Appearance, bool]]) -> Iterator[Pair]:
    """What there is to weigh in each couple of whom it was decided whether they are one; none where nothing is."""
    for one, other, same in decided:
        if told := evidence(profile_of(one), profile_of(other)):
            yield Pair(told, same)


def fit(known: Sequence[Pair], supposed: Weights) -> dict[str, dict[str, float]]:
    """The weights (log odds) under which what is known is likeliest, each drawn towards the supposed one."""
    levels = [(comparison, level) for comparison, some in supposed.items() for level in some]
    before = np.array([supposed[comparison][level] for comparison, level in levels])
    place = {level: n for n, level in enumerate(levels)}
    seen = np.zeros((len(known), len(levels)))
    for n, pair in enumerate(known):
        seen[n, [place[e.comparison, e.level] for e in pair.told]] = 1.0
    same, counts = np.array([(float(pair.same), pair.counts) for pair in known]).T
    weights = before
    for _ in range(_NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-seen @ weights))
        slope = seen.T @ (counts * (chance - same)) + SHRINKAGE * (weights - before)
        curve = (seen * (counts * chance * (1 - chance))[:, None]).T @ seen + SHRINKAGE * np.eye(len(levels))
        weights = weights - np.linalg.solve(curve, slope)
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for (comparison, level), weight in zip(levels, weights.tolist(), strict=True):
        found[comparison][level] = round(weight, 2)
    return dict(found)


def is_told(pair: Pair, weights: Weights) -> bool:
    """Whether these weights tell of a pair what is known of it."""
    return (sum(weights[e.comparison][e.level] for e in pair.told) >= 0) is pair.same


def told_when_left_out(known: Sequence[Pair], supposed: Weights) -> int:
    """How many pairs are told rightly by weights that are learned from the others alone."""
    others = ([*known[:n], *known[n + 1 :]] for n in range(len(known)))
    fits = (fit(some, supposed) if some else supposed for some in others)
    return sum(is_told(pair, weights) for pair, weights in zip(known, fits, strict=True))
