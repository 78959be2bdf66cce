"""The best legal sequence of labels for a text, and the spans that it marks."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WHOLE: Ints = np.zeros(1, dtype=np.int64)
"""A text in one stretch."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Pieces `first`:`last` marked with `label`; `score` is the mean of what the model gives each its label, 0–1."""

    label: str
    first: int
    last: int
    score: float


def viterbi(emissions: Floats, transitions: Floats, begins: Ints = WHOLE) -> Ints:
    """The label of each piece (n,) on the path of highest score; emissions (n, labels), transitions (from, to).

    The stretches that begin at `begins`, of which the first is 0, are decoded each by itself, side by side.
    """
    path = np.zeros(len(emissions), dtype=np.int64)
    if not len(emissions):
        return path
    starts, lengths = _longest_first(begins, len(emissions))
    best, back = emissions[starts], np.zeros(emissions.shape, dtype=np.int64)
    for step in range(1, lengths[0]):
        going = int(np.searchsorted(-lengths, -step))
        at = starts[:going] + step
        paths = best[:going, :, None] + transitions
        back[at] = paths.argmax(axis=1)
        best[:going] = paths.max(axis=1) + emissions[at]
    path[starts + lengths - 1] = best.argmax(axis=1)
    for step in range(lengths[0] - 1, 0, -1):
        at = starts[: int(np.searchsorted(-lengths, -step))] + step
        path[at - 1] = back[at, path[at]]
    return path


def _longest_first(begins: Ints, size: int) -> tuple[Ints, Ints]:
    """Where each stretch starts and how long it is, the longest first, so that those which go on come first."""
    lengths = np.diff(begins, append=size)
    order = np.argsort(-lengths, kind="stable")
    return begins[order], lengths[order]


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
