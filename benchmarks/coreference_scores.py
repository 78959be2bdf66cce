"""The scores of coreference: MUC, B³ and CEAFe by the formulas of Pradhan et al. (2014), and CoNLL's mean of the three.

Chains are sets of mentions; a mention is anything that can be hashed, and must differ between documents.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

Chains = Sequence[frozenset]


class Score(NamedTuple):
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)


def scores(gold: Chains, told: Chains) -> dict[str, Score]:
    """Precision and recall by each measure, from 0 to 1."""
    measures: dict[str, Callable[[Chains, Chains], float]] = {"MUC": muc, "B3": b_cubed, "CEAFe": ceaf_e}
    return {name: Score(measure(told, gold), measure(gold, told)) for name, measure in measures.items()}


def conll(found: dict[str, Score]) -> float:
    return sum(score.f1 for score in found.values()) / len(found)


def muc(these: Chains, those: Chains) -> float:
    """The share of these chains' links that those keep.

    >>> muc([frozenset("abcd")], [frozenset("ab"), frozenset("cd")])
    0.6666666666666666
    """
    links = sum(len(chain) - 1 for chain in these)
    broken = sum(len(pieces) - 1 for pieces in _pieces(these, those))
    return (links - broken) / max(links, 1)


def b_cubed(these: Chains, those: Chains) -> float:
    """How much of its chain each mention keeps, on the mean.

    >>> b_cubed([frozenset("abcd")], [frozenset("ab"), frozenset("cde")])
    0.5
    """
    kept = 0.0
    for chain, pieces in zip(these, _pieces(these, those), strict=True):
        kept += sum(size**2 for piece, size in pieces.items() if isinstance(piece, int)) / len(chain)
    return kept / max(sum(map(len, these)), 1)


def ceaf_e(these: Chains, those: Chains) -> float:
    """How well these chains fit those, each paired with one at most.

    >>> ceaf_e([frozenset("ab"), frozenset("cd")], [frozenset("ab")])
    0.5
    """
    if not (these and those):
        return 0.0
    alike = np.zeros((len(these), len(those)))
    for row, pieces in enumerate(_pieces(these, those)):
        for piece, size in pieces.items():
            if isinstance(piece, int):
                alike[row, piece] = 2 * size / (len(these[row]) + len(those[piece]))
    return float(alike[linear_sum_assignment(alike, maximize=True)].sum()) / len(these)


def _pieces(these: Chains, those: Chains) -> list[Counter]:
    """Into what each of these chains falls: the numbers of those that share it, and ("alone", mention) for the rest."""
    chain_of = {mention: number for number, chain in enumerate(those) for mention in chain}
    return [Counter(chain_of.get(mention, ("alone", mention)) for mention in chain) for chain in these]
