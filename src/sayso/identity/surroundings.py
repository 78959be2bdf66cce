"""The words around a person, by which two stories about one are told from stories about two of one name."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import resources
from typing import Final

from sayso.actors.names import fold

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_MOST: Final = 100


def words_around(passages: Sequence[str], own: Iterable[str]) -> tuple[str, ...]:
    """The words of these passages that are not of the commonest, folded; without the person's `own` names.

    >>> words_around(["Ana Doe has missed a penalty for Orsa."], ["ana", "doe"])
    ('missed', 'orsa', 'penalty')
    """
    found = dict.fromkeys(word for passage in passages for word in _WORD.findall(fold(passage)))
    telling = [word for word in found if word not in _common_words() and word not in {*own}]
    return tuple(sorted(telling[:_MOST]))


@cache
def _common_words() -> frozenset[str]:
    text = resources.files("sayso.identity").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(text.partition("\n")[2].split())
