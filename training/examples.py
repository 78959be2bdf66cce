"""Labelled documents as the network sees them: windows of word pieces with features and label numbers."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import torch
from tokenizers import Tokenizer

from corpora.labelled import Anaphor, Labelled, Place
from sayso.encoding.layout import FEATURES, features
from training.network import LABELS
from training.starting import CLS, SEP

LENGTH = 256
EDGE = 20
"""Pieces at each end of a window that are context alone: what stands there cannot be seen whole."""

IGNORE = -1


@dataclass(frozen=True)
class Pieces:
    """A document cut into word pieces, with the label number of each under each head (IGNORE where unknown).

    `lessons`: a teacher's scores of attribution, pieces × labels, where there is a teacher. `anaphors` stand at pieces.
    """

    ids: np.ndarray
    features: dict[str, np.ndarray]
    labels: dict[str, np.ndarray]
    lessons: np.ndarray | None = None
    anaphors: tuple[Anaphor, ...] = ()


def cut(document: Labelled, tokenizer: Tokenizer) -> Pieces:
    encoded = tokenizer.encode(document.text, add_special_tokens=False)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    labels = {head: _numbered(document, head, starts, ends) for head in LABELS}
    anaphors = tuple(_at_pieces(anaphor, starts, ends) for anaphor in document.anaphors)
    return Pieces(np.array(encoded.ids), features(document.text, starts, ends), labels, anaphors=anaphors)


def _at_pieces(anaphor: Anaphor, starts: np.ndarray, ends: np.ndarray) -> Anaphor:
    def at(place: Place) -> Place:
        return int(np.searchsorted(ends, place[0], "right")), int(np.searchsorted(starts, place[1], "left"))

    return Anaphor(at(anaphor.place), tuple(map(at, anaphor.candidates)), anaphor.right)


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


def batch(items: list[Window]) -> dict[str, Any]:
    """Tensors of size (windows, longest window); `label:head` is IGNORE outside each window's own stretch.

    With a teacher there are as well `lesson`, × labels, and `taught`, where it is known. `anaphors` lists
    for each the window's row, its own place there, its candidates' and which of them are right.
    """
    longest = max(map(reach, items)) + 2
    names = ["pieces", "mask", *FEATURES, *(f"label:{head}" for head in LABELS)]
    arrays = {name: np.zeros((len(items), longest), dtype=np.int64) for name in names}
    for head in LABELS:
        arrays[f"label:{head}"][:] = IGNORE
    if any(item.pieces.lessons is not None for item in items):
        arrays["taught"] = np.zeros((len(items), longest), dtype=bool)
        arrays["lesson"] = np.zeros((len(items), longest, len(LABELS["attribution"])), dtype=np.float32)
    for row, item in enumerate(items):
        _fill(arrays, row, item)
    anaphors = [(row, *shown) for row, item in enumerate(items) for shown in _anaphors(item)]
    return {"anaphors": anaphors, **{name: torch.from_numpy(array) for name, array in arrays.items()}}


def _anaphors(item: Window) -> Iterator[tuple[Place, list[Place], list[bool]]]:
    """The anaphors of the window's own stretch, with the names that the window shows."""
    left, right = _bounds(item)
    for place, candidates, correct in item.pieces.anaphors:
        if max(item.first, left) <= place[0] and place[1] <= min(item.last, right):
            shown = [n for n, (start, end) in enumerate(candidates) if left <= start < end <= right]
            if shown:
                places = [(candidates[n][0] - left + 1, candidates[n][1] - left + 1) for n in shown]
                yield (place[0] - left + 1, place[1] - left + 1), places, [correct[n] for n in shown]


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
    there = slice(own.start - left + 1, own.stop - left + 1)
    for head in LABELS:
        arrays[f"label:{head}"][row, there] = pieces.labels[head][own]
    if pieces.lessons is not None:
        arrays["lesson"][row, there] = pieces.lessons[own]
        arrays["taught"][row, there] = True
