"""Gold data as documents of text with labelled character spans, whatever corpus they come from.

Offsets are code points, half-open.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from corpora.splits import Purpose

ATTRIBUTION = ("source", "cue", "content")
NAMES = ("person", "organisation", "place", "group")

Place = tuple[int, int]


class Anaphor(NamedTuple):
    """A pronoun or description, the names that it may mean, and which of these are right; none may be."""

    place: Place
    candidates: tuple[Place, ...]
    right: tuple[bool, ...]


@dataclass(frozen=True)
class Labelled:
    """A text with its spans; `spans[head]` is a list of (start, end, label), None where the corpus has no such head.

    Several annotators' copies of one text share a key.
    """

    key: str
    text: str
    spans: dict[str, list[tuple[int, int, str]] | None] = field(default_factory=dict)
    anaphors: tuple[Anaphor, ...] = ()


def purpose_of(split: str) -> Purpose:
    """Lessons come out of "train" alone; by every other part the network is scored."""
    return "train" if split == "train" else "score"
