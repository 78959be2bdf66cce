"""How alike two names are, in what way, and under which keys those worth comparing are found."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from nicknames import NickNamer
from rapidfuzz.distance import OSA

from sayso.coreference.body_clusters import key_of
from sayso.coreference.person_name import Name, parse, skeleton
from sayso.data.actor import ActorType

FAMILY_KEY: Final = "person family "
_SHORTEST_WITH_TYPO: Final = 5
_SHORTEST_RUN_TOGETHER: Final = 9


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a likeness of names weighs, as log odds that they are one person's, and what it is in words."""

    weight: float
    words: str


SAME: Final = Likeness(2.5, "the same name")
SAME_BUT_MIDDLE: Final = Likeness(2.0, "the same name but for a middle one")
OTHER_ORDER: Final = Likeness(2.1, "the same name in another order")
OTHER_SPELLING: Final = Likeness(2.1, "the same name spelled another way")
FAMILIAR: Final = Likeness(1.7, "the same name in its familiar form")
ONE_LETTER: Final = Likeness(-0.5, "names that differ by a letter")
INITIALS: Final = Likeness(0.3, "only family name and initial are the same")
FAMILY: Final = Likeness(-0.5, "only the family name is the same")


@lru_cache(maxsize=100_000)
def parsed(text: str) -> Name | None:
    """A whole text as a name; the same ones are asked for again and again."""
    return parse(text)


def is_full(name: Name) -> bool:
    """Whether a person's name has a given name written out: "J. Doe" and "Doe" can be many people's."""
    return len(name.words) > 1 and len(name.words[0]) > 1


def keys_of(text: str, type_: ActorType) -> tuple[str, ...]:
    """The keys under which names that may be the same actor's meet; without letters there is none."""
    name = parsed(text)
    if name is None:
        return ()
    return tuple(dict.fromkeys(f"{type_} {key}" for key in (_keys(name) if type_ == "person" else _body_keys(name))))


def worth_comparing(key: str, some: str, other: str) -> bool:
    """Whether the bearers of two names that met under a key are to be told apart together.

    A family name or a body's name alone is enough; under other keys two persons' names must be alike.
    """
    if not key.startswith("person ") or key.startswith(FAMILY_KEY):
        return True
    one, another = parsed(some), parsed(other)
    return one is not None and another is not None and alike(one, another) is not None


def family_key(name: Name) -> str:
    """The key that all persons of one family name share."""
    return f"{FAMILY_KEY}{skeleton(name.words[-1])}"


def alike(some: Name, other: Name) -> Likeness | None:
    """How two persons' names are alike; None where they cannot be one person's.

    >>> alike(parse("Ana Maria Ruiz"), parse("Ana Ruiz")).words
    'the same name but for a middle one'
    >>> alike(parse("Ana Ruiz"), parse("Eva Ruiz"))
    """
    if some.generation and other.generation and some.generation != other.generation:
        return None
    if some.words == other.words:
        return SAME if is_full(some) else (INITIALS if len(some.words) > 1 else FAMILY)
    if is_full(some) and is_full(other):
        return _alike_in_full(some.words, other.words)
    return _alike_in_short(some.words, other.words)


def _alike_in_full(some: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    short, long = sorted((some, other), key=len)
    if short[0] == long[0] and short[-1] == long[-1] and _runs_through(short[1:-1], long[1:-1]):
        return SAME_BUT_MIDDLE
    if sorted(some) == sorted(other):
        return OTHER_ORDER
    bare, bare_other = tuple(map(skeleton, some)), tuple(map(skeleton, other))
    if bare == bare_other or _run_together(some) == _run_together(other):
        return OTHER_SPELLING
    if sorted(bare) == sorted(bare_other):
        return OTHER_ORDER
    if bare[-1] == bare_other[-1] and (some[0] in _called(other[0]) or other[0] in _called(some[0])):
        return FAMILIAR
    return ONE_LETTER if _one_slip(bare, bare_other) else None


def _alike_in_short(some: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    if skeleton(some[-1]) != skeleton(other[-1]):
        return None
    if min(len(some), len(other)) == 1:
        return FAMILY
    return INITIALS if some[0][0] == other[0][0] else None


def _runs_through(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the middle names of one are among the other's in order, written out or as initials."""
    rest = iter(long)
    return all(any(w == c or (1 in (len(w), len(c)) and w[0] == c[0]) for c in rest) for w in short)


@lru_cache(maxsize=20_000)
def _called(familiar: str) -> frozenset[str]:
    """The given names for which a familiar form stands: bob → robert."""
    return frozenset(_familiar_forms().canonicals_of(familiar))


@cache
def _familiar_forms() -> NickNamer:
    return NickNamer()


def _run_together(words: tuple[str, ...]) -> str:
    joined = "".join(words)
    return skeleton(joined) if len(joined) >= _SHORTEST_RUN_TOGETHER else " ".join(words)


def _one_slip(some: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one letter in one word of some length is all that differs."""
    if len(some) != len(other):
        return _near("".join(some), "".join(other))
    differing = [(a, b) for a, b in zip(some, other, strict=True) if a != b]
    return len(differing) == 1 and _near(*differing[0])


def _near(some: str, other: str) -> bool:
    return min(len(some), len(other)) >= _SHORTEST_WITH_TYPO and OSA.distance(some, other, score_cutoff=1) <= 1


def _keys(name: Name) -> Iterator[str]:
    bare = [skeleton(word) for word in name.words]
    yield f"family {bare[-1]}"
    if is_full(name):
        yield f"words {' '.join(sorted(bare))}"
        yield f"given {bare[-1]} {bare[0][0]}"
        yield f"slip {bare[0]} {bare[-1][:2]}"
        yield from (f"called {bare[-1]} {full}" for full in sorted({name.words[0], *_called(name.words[0])}))
        yield f"joined {_run_together(name.words)}"


def _body_keys(name: Name) -> Iterator[str]:
    yield f"name {' '.join(key_of(name))}"
