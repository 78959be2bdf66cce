"""How sure an answer is: the share of such answers that were right, by how it was found and by what was weighed.

Shares on what no weights were learned from: 224 pronouns and descriptions where several were weighed, in news with
names hidden and in MEANTIME, and 287 other answers on the parts tuned on; benchmarks/RESULTS.md holds the table.
"""

from math import exp, log
from typing import Final

from sayso.data.statement import Via

_BY_VIA: Final[dict[Via, float]] = {
    "name": 0.97,
    "pronoun": 0.96,
    "description": 0.87,
    "role": 0.9,
    "context": 0.9,
    "decision": 1.0,
}
_OFFSET: Final = 0.26
_SLOPE: Final = 0.77
_LEAST: Final = 0.01


def confidence(via: Via, chance: float | None = None) -> float:
    """The share of answers right that were found this way; `chance` is what the weighing gave, where there was one.

    >>> confidence("name"), confidence("pronoun", 0.5) < confidence("pronoun", 0.95)
    (0.97, True)
    """
    if not chance:
        return _BY_VIA[via]
    kept = min(max(chance, _LEAST), 1 - _LEAST)
    return round(1 / (1 + exp(-_OFFSET - _SLOPE * log(kept / (1 - kept)))), 3)
