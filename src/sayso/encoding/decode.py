"""The best legal sequence of labels for a text, and the spans that it marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Marked:
    """Pieces `first`:`last` marked with `label`; `score` is the mean of what the model gives each its label, 0–1."""

    label: str
    first: int
    last: int
    score: float


def viterbi(emissions: Floats, transitions: Floats) -> Ints:
    """The label of each piece (n,) on the path of highest score; emissions (n, labels), transitions (from, to)."""
    if not len(emissions):
        return np.zeros(0, dtype=np.int64)
    best, back = emissions[0], np.zeros(emissions.shape, dtype=np.int64)
    for i in range(1, len(emissions)):
        paths = best[:, None] + transitions
        back[i] = paths.argmax(axis=0)
        best = paths.max(axis=0) + emissions[i]
    path = np.empty(len(emissions), dtype=np.int64)
    path[-1] = best.argmax()
    for i in range(len(emissions) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path


def marked(emissions: Floats, path: Ints, labels: Sequence[str]) -> list[Marked]:
    """The spans of a path over `labels` ("O", "B-source", "I-source", …), in order."""
    kinds = np.array([0, *((i + 1) // 2 for i in range(1, len(labels)))])[path]
    begins = np.array([label.startswith("B-") for label in labels])[path]
    changes = np.flatnonzero(np.diff(kinds, prepend=0).astype(bool) | begins)
    bounds = np.append(changes, len(path))
    certain = _chosen(emissions, path)
    return [
        Marked(labels[2 * kinds[first] - 1][2:], first, last, float(certain[first:last].mean()))
        for first, last in pairwise(bounds.tolist())
        if kinds[first]
    ]


def _chosen(emissions: Floats, path: Ints) -> Floats:
    """How probable the model finds each piece's chosen label by itself."""
    shifted = np.exp(emissions - emissions.max(axis=1, keepdims=True))
    return np.asarray(shifted[np.arange(len(path)), path] / shifted.sum(axis=1), dtype=np.float32)
