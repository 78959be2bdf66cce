"""Which articles print one story: by the runs of words that they have in common, and by the agency they credit."""

import re
from dataclasses import dataclass
from typing import Final

from rensa import RMinHash

from sayso.text.normalise import fold

Bands = tuple[int, ...]
"""Numbers that two texts share when they are alike, 32 bits with a sign; some others share one by chance."""

COPIED: Final = 0.5
"""Such a share of the shorter text's runs, found in the longer, makes one a copy of the other."""
CREDITED: Final = 0.25
"""The same for two that credit one agency: an editor has gone through what stands between."""
LEAST: Final = 20
"""Texts with fewer runs are copies of nothing: a line that all print is no story."""

_RUN: Final = 4
_LEAD: Final = 150
_SEED: Final = 19
_LONGEST: Final = 60_000
"""So many characters of a text are looked at."""

_WORD: Final = re.compile(r"\w+")
_BANDS: Final = ((8, 4), (12, 3))
"""How many bands of how many rows: for the whole text, and for its beginning, since stories are cut from the end."""


@dataclass(frozen=True, slots=True)
class Story:
    """An article as a story that others may print: its text, and the agency that it credits."""

    text: str
    wire: str | None = None


def bands_of(text: str) -> Bands:
    """By what the copies of a text are looked for; none for one that is too short to be a story.

    They hold for one version of rensa's algorithm: those of another find nothing.
    """
    words = _words(text)
    if len(words) < LEAST + _RUN:
        return ()
    found: list[int] = []
    for part, ((bands, rows), some) in enumerate(zip(_BANDS, (words, words[:_LEAD]), strict=True)):
        sketch = RMinHash(num_perm=bands * rows, seed=_SEED)
        sketch.update(sorted(_runs(some)))
        digest = sketch.digest()
        for band in range(bands):
            found.append(_number((part, band, *digest[band * rows : (band + 1) * rows])))
    return tuple(found)


def is_copy(one: Story, other: Story) -> bool:
    """Whether two articles print one story.

    >>> story = "The bridge at Carrow was closed on Monday after the river rose by two metres in one night, and the"
    >>> is_copy(Story(f"{story} mayor asked for help from the army."), Story(f"CARROW (Wire) — {story} mayor left."))
    False
    """
    some, others = (_runs(_words(story.text)) for story in (one, other))
    shorter = min(len(some), len(others))
    least = CREDITED if one.wire and one.wire == other.wire else COPIED
    return shorter >= LEAST and len(some & others) >= least * shorter


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text[:_LONGEST]))


def _runs(words: list[str]) -> set[str]:
    return {" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}


def _number(values: tuple[int, ...]) -> int:
    """The same in every process, which Python's own hash of numbers is."""
    return in_32_bits(hash(values))


def in_32_bits(number: int) -> int:
    """The last bits of a number, with a sign.

    >>> in_32_bits(5), in_32_bits(2**40 - 1)
    (5, -1)
    """
    return (number + (1 << 31)) % (1 << 32) - (1 << 31)
