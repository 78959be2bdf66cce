"""Which new sentence each old one has become: none for two, first in the order of the text, then what was moved."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.verification.sentence_similarity import Pair, pairs_of
from sayso.verification.sentences import Sentence

_NEARBY = ((1, 1), (1, 2), (2, 1), (2, 2))
"""How far apart two sentences may be that were moved together: one between them may be new, or left out."""
_LEAST_MOVED = 1.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two texts side by side. `pairs` holds every pair that was thought of, `became` those that were settled on.

    Of these `in_order` cross no other; the rest was moved.
    """

    olds: Sequence[Sentence]
    news: Sequence[Sentence]
    pairs: Sequence[Pair]
    became: dict[int, Pair]
    in_order: frozenset[Pair]


def align(olds: Sequence[Sentence], news: Sequence[Sentence]) -> Aligned:
    """Put two texts side by side as wholes, so that each new sentence stands for one old sentence at most."""
    pairs = pairs_of(olds, news)
    weights = _weights(olds, news, pairs)
    in_order = _heaviest_in_order(pairs, weights, len(news))
    became = {pair.old: pair for pair in in_order}
    taken = {pair.new for pair in in_order}
    left = [pair for pair in pairs if pair.old not in became and pair.new not in taken]
    for pair in _moved(left, weights):
        became[pair.old] = pair
    return Aligned(olds, news, pairs, became, frozenset(in_order))


def _weights(olds: Sequence[Sentence], news: Sequence[Sentence], pairs: Iterable[Pair]) -> dict[Pair, float]:
    """What a pair is worth: its words that are the same, and a little for neighbours that are alike as well."""
    alike = {(pair.old, pair.new): pair.alike for pair in pairs}

    def beside(pair: Pair, step: int) -> float:
        old, new = pair.old + step, pair.new + step
        if (old, new) not in alike:
            return 0.0
        apart = olds[old].paragraph != olds[pair.old].paragraph, news[new].paragraph != news[pair.new].paragraph
        return float(alike[old, new] ** 2 * (2 if apart[0] == apart[1] else 1))

    return {
        pair: pair.alike**2 * (1 + min(len(olds[pair.old].plain), len(news[pair.new].plain)))
        + beside(pair, -1)
        + beside(pair, 1)
        for pair in pairs
    }


def _heaviest_in_order(pairs: Sequence[Pair], weights: dict[Pair, float], width: int) -> list[Pair]:
    """The pairs of most weight of which none crosses another or shares a sentence with it.

    `best` is a Fenwick tree: the heaviest row of pairs that ends before a new sentence, found in a few steps.
    """
    best: list[tuple[float, int]] = [(0.0, -1)] * (width + 1)
    before = [-1] * len(pairs)
    # of one old sentence the later new ones come first, so that no row takes two of them
    for at in sorted(range(len(pairs)), key=lambda at: (pairs[at].old, -pairs[at].new)):
        weight, before[at] = _heaviest_before(best, pairs[at].new)
        row = (weight + weights[pairs[at]], at)
        place = pairs[at].new + 1
        while place <= width:
            if row[0] > best[place][0]:
                best[place] = row
            place += place & -place
    at = _heaviest_before(best, width)[1]
    found = []
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _heaviest_before(best: list[tuple[float, int]], place: int) -> tuple[float, int]:
    heaviest = (0.0, -1)
    while place > 0:
        if best[place][0] > heaviest[0]:
            heaviest = best[place]
        place -= place & -place
    return heaviest


def _moved(left: Sequence[Pair], weights: dict[Pair, float]) -> list[Pair]:
    """What stands elsewhere in another order: runs of sentences that were moved together, the heaviest first."""
    runs: dict[tuple[int, int], tuple[float, Pair, tuple[int, int] | None]] = {}
    for pair in left:
        behind = [(pair.old - o, pair.new - n) for o, n in _NEARBY if (pair.old - o, pair.new - n) in runs]
        last = max(behind, key=lambda place: runs[place][0], default=None)
        runs[pair.old, pair.new] = (weights[pair] + (runs[last][0] if last else 0.0), pair, last)
    found: list[Pair] = []
    olds: set[int] = set()
    news: set[int] = set()
    for weight, pair, _ in sorted(runs.values(), key=lambda run: (-run[0], run[1])):
        at: tuple[int, int] | None = (pair.old, pair.new)
        while at and weight >= _LEAST_MOVED and at[0] not in olds and at[1] not in news:
            found.append(runs[at][1])
            olds.add(at[0])
            news.add(at[1])
            at = runs[at][2]
    return found
