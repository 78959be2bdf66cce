"""Labelled documents as the network sees them: windows of word pieces with features and label numbers."""

import random
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer

from sayso.encoding.layout import FEATURES, features
from training.corpora import Labelled
from training.network import LABELS

LENGTH = 256
EDGE = 20
"""Pieces at each end of a window that are context alone: what stands there cannot be seen whole."""

IGNORE = -1
CLS, SEP, PAD = 101, 102, 0


@dataclass(frozen=True)
class Pieces:
    """A document cut into word pieces, with the label number of each under each head (IGNORE where unknown)."""

    ids: np.ndarray
    features: dict[str, np.ndarray]
    labels: dict[str, np.ndarray]


def cut(document: Labelled, tokenizer: Tokenizer) -> Pieces:
    encoded = tokenizer.encode(document.text, add_special_tokens=False)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    labels = {head: _numbered(document, head, starts, ends) for head in LABELS}
    return Pieces(np.array(encoded.ids), features(document.text, starts, ends), labels)


def _numbered(document: Labelled, head: str, starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    spans = document.spans[head]
    if spans is None:
        return np.full(len(starts), IGNORE)
    numbers = np.zeros(len(starts), dtype=np.int64)
    for start, end, label in spans:
        inside = np.flatnonzero((starts < end) & (ends > start))
        numbers[inside] = IGNORE if label == "ignore" else LABELS[head].index(f"I-{label}")
        if len(inside) and label != "ignore":
            numbers[inside[0]] -= 1
    return numbers


class Window(NamedTuple):
    """The stretch `first`:`last` of a document's pieces, to be labelled; `first` may lie before the document."""

    pieces: Pieces
    first: int
    last: int


def windows(pieces: Pieces, rng: random.Random) -> list[Window]:
    """Windows over a document, their grid moved at random, every piece labelled once."""
    stride = LENGTH - 2 - 2 * EDGE
    first = -rng.randrange(stride) if len(pieces.ids) > LENGTH - 2 else 0
    return [Window(pieces, at, at + stride) for at in range(first, len(pieces.ids), stride) if at + stride > 0]


def batch(items: list[Window]) -> dict[str, torch.Tensor]:
    """Tensors of size (windows, longest window); `label:head` is IGNORE outside each window's own stretch."""
    longest = max(map(reach, items)) + 2
    names = ["pieces", "mask", *FEATURES, *(f"label:{head}" for head in LABELS)]
    arrays = {name: np.zeros((len(items), longest), dtype=np.int64) for name in names}
    for head in LABELS:
        arrays[f"label:{head}"][:] = IGNORE
    for row, item in enumerate(items):
        _fill(arrays, row, item)
    return {name: torch.from_numpy(array) for name, array in arrays.items()}


def reach(item: Window) -> int:
    """How many pieces the window shows, context included."""
    left, right = _bounds(item)
    return right - left


def _bounds(item: Window) -> tuple[int, int]:
    return max(0, item.first - EDGE), min(len(item.pieces.ids), item.last + EDGE)


def _fill(arrays: dict[str, np.ndarray], row: int, item: Window) -> None:
    pieces, first, last = item
    left, right = _bounds(item)
    size = right - left
    arrays["pieces"][row, : size + 2] = [CLS, *pieces.ids[left:right], SEP]
    arrays["mask"][row, : size + 2] = 1
    for name in FEATURES:
        arrays[name][row, 1 : size + 1] = pieces.features[name][left:right]
    own = slice(max(first, 0), min(last, right))
    for head in LABELS:
        arrays[f"label:{head}"][row, own.start - left + 1 : own.stop - left + 1] = pieces.labels[head][own]
