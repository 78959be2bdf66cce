"""How many of a million people have a name: to be called alike says much where it is rare, else little."""

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal

Part = Literal["family", "given"]

_UNLISTED: Final[Mapping[Part, float]] = {"family": 3.0, "given": 10.0}


def bearers(word: str, part: Part) -> float:
    """How many of a million people have this folded word as a name; a name that the list lacks is a rare one.

    >>> bearers("smith", "family") > 1000 * bearers("velayati", "family")
    True
    """
    return shares(part).get(word, _UNLISTED[part])


@cache
def shares(part: Part) -> Mapping[str, float]:
    """The folded names of the list, each with how many of a million people have it."""
    text = resources.files("sayso.lexicon").joinpath("name_shares.txt").read_text(encoding="utf-8")
    family, _, given = text.partition("[family]")[2].partition("[given]")
    return _read(family if part == "family" else given)


def _read(sheet: str) -> dict[str, float]:
    shares: dict[str, float] = {}
    for line in sheet.strip().splitlines():
        share, *words = line.split()
        shares |= dict.fromkeys(words, float(share))
    return shares
