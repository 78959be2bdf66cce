"""Whom a pronoun or description means: how well each name of the text fits it, by the head "reference".

For every piece the head gives what it looks for, what it is found by, and how likely it means none of the names:
`MEANING` numbers, `MEANING` more, and one. A name fits as far as it is found by what the pronoun looks for.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from sayso.encoding.encoder import Encoding

MEANING: Final = 48

Place = tuple[int, int]


def chances(encoding: Encoding, place: Place, names: Sequence[Place]) -> list[float]:
    """The probability that what stands at `place` means none of `names`, then for each that it means this one.

    Places are code points into the text encoded, half-open.
    """
    seeks = _mean(encoding, place)
    found = np.array([_mean(encoding, name)[MEANING : 2 * MEANING] for name in names]).reshape(-1, MEANING)
    scores = np.concatenate((seeks[-1:], found @ seeks[:MEANING]))
    likely = np.exp(scores - scores.max())
    return [float(chance) for chance in likely / likely.sum()]


def _mean(encoding: Encoding, place: Place) -> NDArray[np.float32]:
    """The mean of the head's numbers over the pieces at a place, zeros where there are none."""
    first, last = np.searchsorted(encoding.ends, place[0], "right"), np.searchsorted(encoding.starts, place[1], "left")
    values = encoding.scores["reference"]
    return np.asarray(values[first:last].mean(axis=0) if last > first else np.zeros(values.shape[1]), np.float32)
