"""How alike two names are, in what way, and under which keys those worth comparing are found."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from nicknames import NickNamer
from rapidfuzz.distance import OSA

from sayso.coreference.body_clusters import key_of
from sayso.coreference.person_name import Name, parse, skeleton
from sayso.data.actor import ActorType
from sayso.lexicon.english import PARTICLES
from sayso.lexicon.name_forms import family_forms, given_forms, stands_first
from sayso.lexicon.name_shares import bearers

FAMILY_KEY: Final = "person family "
_SHORTEST_WITH_TYPO: Final = 5
_SHORTEST_RUN_TOGETHER: Final = 9


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names are alike: the level that weights are learned for, and what it is in words.

    Of several likenesses that of the highest `rank` counts; `is_full` where both names have a given name.
    """

    level: str
    words: str
    rank: int
    is_full: bool = True


SAME: Final = Likeness("same", "the same name", 9)
OTHER_ORDER: Final = Likeness("other order", "the same name in another order", 8)
OTHER_SPELLING: Final = Likeness("other spelling", "the same name spelled another way", 7)
TRANSLITERATED: Final = Likeness("transliteration", "the same name brought into these letters another way", 5)
SAME_BUT_MIDDLE: Final = Likeness("middle name", "the same name but for a middle one", 6)
FAMILIAR: Final = Likeness("familiar form", "the same name in its familiar form", 5)
OTHER_LANGUAGE: Final = Likeness("another language", "the same name in another language", 5)
PART: Final = Likeness("part of it", "one is a part of the other", 4)
ONE_OF_TWO: Final = Likeness("one of two family names", "one has another family name beside the same", 4)
INITIALS: Final = Likeness("initial", "only family name and initial are the same", 3, is_full=False)
ONE_LETTER: Final = Likeness("one letter", "names that differ by a letter", 2)
FAMILY: Final = Likeness("family name", "only the family name is the same", 1, is_full=False)

_OF_FAMILIES: Final = PARTICLES - {"abu", "ben", "bin", "ibn", "al", "el", "la", "y"}
_BURMESE_TITLE: Final = re.compile(r"^(?:U|Daw) (?=\w+ \w)")
_FEWEST_FOR_PART: Final = 3
_MANY: Final = 1_000  # of a million
_UNVOICED: Final = str.maketrans("gdbj", "ktpc")

_SOUNDS: Final = tuple(
    (re.compile(pattern), letters)
    for pattern, letters in (
        ("^(?:abd[aeu]?l?|abd[aeu][rsnz])(?=[rsnz])", "abd"),
        ("[uoa]e(?=[^aeiou])", lambda found: found.group()[0]),
        ("hs|sj|sh(?=i)|x", "s"),
        ("tsch|tch|cz|tj|ch|ts(?=[aeiou])|tz", "c"),
        ("kh|gh(?=[aeiou])|ch(?=[aou])", "h"),
        ("dzh|dj|zh", "j"),
        ("sz|sch|sh|ss", "s"),
        ("z(?=$)", "s"),
        ("j(?=[aeiou])|ij$|iy$", "y"),
        ("eo|oo|ou", "u"),
        ("ee", "i"),
        ("v|w", "v"),
        ("c(?=[aou]|k)|q|ck", "k"),
    )
)

_OF_NOTE: Final = 1_000_000
"""So many people may get into the news; a guess, and weights are learned for what follows from it."""


@lru_cache(maxsize=100_000)
def parsed(text: str) -> Name | None:
    """A whole text as a name; the same ones are asked for again and again."""
    return parse(_BURMESE_TITLE.sub("", text))


def is_full(name: Name) -> bool:
    """Whether a person's name has a given name written out: "J. Doe", "Doe" and "van der Doe" can be many people's."""
    return len(name.words) > 1 and len(name.words[0]) > 1 and " " in name.text and name.words[0] not in _OF_FAMILIES


def families_of(name: Name) -> tuple[str, ...]:
    """The words that may be a name's family name: the last, and the first where it is one that stands first.

    >>> families_of(parse("Xi Jinping")), families_of(parse("Ana Doe"))
    (('jinping', 'xi'), ('doe',))
    """
    return (name.words[-1], name.words[0]) if stands_first(name.words) else name.words[-1:]


def namesakes(name: Name) -> float:
    """How many people of note may be called so, by how common the parts of the name are.

    >>> namesakes(parse("John Smith")) > 50 > 0.01 > namesakes(parse("Irena Valtari"))
    True
    """
    family = bearers(name.words[-1], "family") / 1e6
    given = bearers(name.words[0], "given") / 1e6 if is_full(name) else 1.0
    return _OF_NOTE * family * given


def keys_of(text: str, type_: ActorType) -> tuple[str, ...]:
    """The keys under which names that may be the same actor's meet; without letters there is none."""
    name = parsed(text)
    if name is None:
        return ()
    return tuple(dict.fromkeys(f"{type_} {key}" for key in (_keys(name) if type_ == "person" else _body_keys(name))))


def worth_comparing(key: str, some: str, other: str) -> bool:
    """Whether the bearers of two names that met under a key are to be told apart together.

    A body's name alone is enough, and a family name but for one of many bearers; under other keys two persons' names
    must be alike.
    """
    if not key.startswith("person "):
        return True
    one, another = parsed(some), parsed(other)
    if key.startswith(FAMILY_KEY):
        return one is not None and another is not None and not set(family_keys(one)).isdisjoint(family_keys(another))
    return one is not None and another is not None and alike(one, another) is not None


@lru_cache(maxsize=100_000)
def family_keys(name: Name) -> tuple[str, ...]:
    """The keys that all persons of one family name share; where many bear it, of one initial besides.

    Who is called nothing but Kim may be any of thousands: to look at all of them would cost more with each that comes.

    >>> family_keys(parse("Ana Doe")) == family_keys(parse("Doe")), family_keys(parse("Ana Smith"))
    (True, ('person family smith a',))
    """
    return tuple(f"{FAMILY_KEY}{skeleton(family)}{_initial(name, family)}" for family in families_of(name))


def is_borne_by_many(name: Name) -> bool:
    """Whether one of the family names that this may be is one of the most frequent."""
    return any(bearers(family, "family") >= _MANY for family in families_of(name))


def _initial(name: Name, family: str) -> str:
    """ " a" for the Ana of a frequent family name; "" for others, and where no given name is told."""
    if len(name.words) < 2 or bearers(family, "family") < _MANY:
        return ""
    return f" {name.words[1 if family == name.words[0] else 0][0]}"


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


@lru_cache(maxsize=200_000)
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
    if sorted(map(sound, some)) == sorted(map(sound, other)) or sound("".join(some)) == sound("".join(other)):
        return TRANSLITERATED
    if stands_first(some) and stands_first(other) and _same_in_east_asia(some, other):
        return TRANSLITERATED
    if _of_two_names(short, long):
        return ONE_OF_TWO
    if _is_part(short, long):
        return PART
    if bare[-1] == bare_other[-1] and other[0] in given_forms(some[0]):
        return OTHER_LANGUAGE
    if bare[-1] == bare_other[-1] and (some[0] in _called(other[0]) or other[0] in _called(some[0])):
        return FAMILIAR
    return ONE_LETTER if _one_slip(bare, bare_other) else None


def _alike_in_short(some: tuple[str, ...], other: tuple[str, ...]) -> Likeness | None:
    if skeleton(some[-1]) != skeleton(other[-1]):
        return _first_alone(*sorted((some, other), key=len))
    short, long = sorted((some, other), key=len)
    if len(short) == 1 or (len(short[0]) > 1 and short == long[-len(short) :]):
        return FAMILY
    return INITIALS if some[0][0] == other[0][0] else None


def _first_alone(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness | None:
    """ "Xi" beside "Xi Jinping"."""
    return FAMILY if len(short) == 1 and stands_first(long) and short[0] == long[0] else None


def _same_in_east_asia(some: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names whose family name comes first are one in two romanisations: "Noh Gyu-tae", "Roh Kyu-tae"."""
    given, other_given = ("".join(_romanised(word) for word in words[1:]) for words in (some, other))
    return some[0] in family_forms(other[0]) and given == other_given


def _romanised(word: str) -> str:
    return re.sub("eo|eu|oo", "u", re.sub("ye|yu|yeo", "y", word)).translate(_UNVOICED)


def _is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name of many words holds another: "Tayyip Erdogan", "Isabel Quintana" without her mother's."""
    ends = {long[1:]} | ({long[1:-1]} if len(long) > _FEWEST_FOR_PART else set())
    return len(short) > 1 and short in ends and not stands_first(long)


@lru_cache(maxsize=100_000)
def sound(word: str) -> str:
    """A folded word as it may sound, whoever brought it into Latin letters, by whatever rule.

    >>> sound("mueller") == sound("muller"), sound("hsiao") == sound("xiao"), sound("akhrorov") == sound("ahrorov")
    (True, True, True)
    """
    for pattern, letters in _SOUNDS:
        word = pattern.sub(letters, word)
    return skeleton(word)


def _of_two_names(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one has two family names and the other the first of them: "Rachel Stein", "Rachel Stein-Morrow"."""
    return len(long) == len(short) + 1 and long[:-1] == short


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
    yield from (f"family {skeleton(family)}" for family in families_of(name))
    if is_full(name):
        yield f"words {' '.join(sorted(bare))}"
        yield f"sounds {' '.join(sorted(map(sound, name.words)))}"
        yield from (f"given {family} {bare[0][0]}" for family in dict.fromkeys(bare[1:][-2:]))
        yield f"slip {bare[0]} {bare[-1][:2]}"
        yield from (f"called {bare[-1]} {full}" for full in sorted({name.words[0], *_called(name.words[0])}))
        yield f"joined {sound(''.join(name.words))}"
        yield f"language {bare[-1]} {min(given_forms(name.words[0]))}"
        if stands_first(name.words):
            yield f"east {min(family_forms(name.words[0]))} {''.join(map(_romanised, name.words[1:]))}"
        if len(bare) > _FEWEST_FOR_PART - 1:
            yield from (f"words {' '.join(sorted(part))}" for part in (bare[1:], bare[1:-1]) if len(part) > 1)


def _body_keys(name: Name) -> Iterator[str]:
    yield f"name {' '.join(key_of(name))}"
