"""The words around a person, by which two stories about one are told from stories about two of one name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import log, sqrt
from typing import Final

from sayso.lexicon.common_words import ranks
from sayso.lexicon.role_fields import field_of
from sayso.text.normalise import LETTERS, fold
from sayso.text.segmentation import sentences

_TELL_NOTHING: Final = 150
_RANK_OF_OTHERS: Final = 25_000
_NEAR, _FIELD = 8.0, 2.0
_MOST_NEAR, _MOST = 20, 40


@dataclass(frozen=True, slots=True)
class Around:
    """The telling words of the sentences that name someone, and of those beside them; `born` are years as text.

    When somebody was born follows from his age and the article's date.
    """

    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    born: tuple[str, ...] = ()


def words_around(passages: Sequence[str], names: Iterable[str]) -> Around:
    """The telling words around those whom `names` name; the most telling where there are many.

    >>> words_around(["Ana Doe has missed a penalty. It rained in Orsa."], ["Doe"])
    Around(near=('penalty', 'missed'), far=('orsa', 'rained'))
    """
    names = list(names)
    own = _words(names)
    told = [passage[slice(*place)] for passage in passages for place in sentences(passage)]
    near = _words(one for one in told if any(name in one for name in names)) - own
    far = _words(told) - own - near
    kept = _most_telling(near, _MOST_NEAR)
    return Around(kept, _most_telling(far, _MOST - len(kept)))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in LETTERS.findall(fold(text)) if len(word) > 1}


def weights(around: Around) -> "Weights":
    """What each word tells, by its stem: more where it is rare, names an occupation, or stands in the same sentence."""
    found = {_stem(word): telling(word) for word in around.far}
    return Weights(found | {_stem(word): _NEAR * telling(word) for word in around.near})


def walks(around: Around) -> "Weights":
    """The walks of life of which the words around someone tell: sport, where he is told of in words of sport."""
    near, far = (Counter(filter(None, map(field_of, words))) for words in (around.near, around.far))
    return Weights({field: near[field] + far[field] / _NEAR for field in sorted(near | far)})


class Weights(dict[str, float]):
    """Words with what each tells, and the sum of it all, which is asked for time and again."""

    @cached_property
    def total(self) -> float:
        return sum(self.values())


def overlap(some: Weights, other: Weights) -> float:
    """The cosine of two weightings, between 0 and 1."""
    shared = sum(sqrt(some[word] * other[word]) for word in some.keys() & other.keys())
    return shared / sqrt(some.total * other.total) if shared else 0.0


@lru_cache(maxsize=100_000)
def telling(word: str) -> float:
    """How much a word tells of what a story is about, by how seldom it is used; between 0 and 2."""
    rank = ranks().get(word, _RANK_OF_OTHERS)
    if rank <= _TELL_NOTHING:
        return 0.0
    return (log(rank) / log(_RANK_OF_OTHERS)) ** 2 * (_FIELD if field_of(word) else 1.0)


def _most_telling(words: Iterable[str], most: int) -> tuple[str, ...]:
    ordered = sorted((word for word in words if telling(word)), key=lambda word: (-telling(word), word))
    return tuple(ordered[:most])


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
