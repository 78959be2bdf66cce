"""What is known of an actor from one appearance or many, gathered so that two can be weighed against each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from sayso.coreference.person_name import Name, gender_of_given_name
from sayso.coreference.role_phrases import is_honorific, phrase
from sayso.entity_resolution.appearance import Appearance
from sayso.entity_resolution.context_words import Weights, walks, weights
from sayso.entity_resolution.name_similarity import is_full, parsed
from sayso.lexicon.english import MEN, RANKS, ROLE_MODIFIERS, ROLES, STOP, TITLES, WOMEN, Gender
from sayso.lexicon.role_fields import field_of
from sayso.text.normalise import POSSESSIVE, WORD, fold

_OFFICE: Final = ROLES | ROLE_MODIFIERS | TITLES.keys()
_SAY_NOTHING: Final = RANKS | frozenset({"new", "current", "retired", "veteran", "senior", "junior"})


@dataclass(frozen=True, slots=True)
class Role:
    """A role taken apart: its noun, the names in it ("Kessland"), its other words, and its fields."""

    text: str
    head: str
    names: frozenset[str]
    words: frozenset[str]
    fields: frozenset[str]


@dataclass(frozen=True, slots=True)
class Profile:
    """All that is known of one actor; `articles` has for each the ref of the appearance, `born` years."""

    names: tuple[Name, ...]
    roles: frozenset[Role]
    company: frozenset[str]
    around: Weights
    walks: Weights
    outlets: frozenset[str]
    genders: frozenset[Gender]
    years: tuple[int, int] | None
    articles: dict[str, str]
    listed: bool = False
    born: frozenset[int] = frozenset()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset().union(*(role.fields for role in self.roles))


def profile_of(appearance: Appearance) -> Profile:
    """What one appearance tells; a name without letters counts for nothing."""
    names = telling(filter(None, map(parsed, dict.fromkeys((appearance.name, *appearance.names)))))
    roles = frozenset(filter(None, map(role_of, appearance.roles)))
    year = appearance.published[:4] if appearance.published else ""
    years = (int(year), int(year)) if year.isdigit() else None
    genders = _genders(names, roles)
    articles = {appearance.article: appearance.ref}
    return Profile(
        names,
        roles,
        appearance.company,
        weights(appearance.around),
        walks(appearance.around),
        frozenset({appearance.outlet}) if appearance.outlet else frozenset(),
        genders,
        years,
        articles,
        appearance.listed,
        frozenset(map(int, appearance.around.born)),
    )


def merged(profiles: Iterable[Profile]) -> Profile:
    """The profile of all together."""
    some = list(profiles)
    years = [year for profile in some if profile.years for year in profile.years]
    return Profile(
        telling(name for profile in some for name in profile.names),
        frozenset().union(*(p.roles for p in some)),
        frozenset().union(*(p.company for p in some)),
        _heaviest(p.around for p in some),
        _heaviest(p.walks for p in some),
        frozenset().union(*(p.outlets for p in some)),
        frozenset().union(*(p.genders for p in some)),
        (min(years), max(years)) if years else None,
        {article: ref for p in some for article, ref in p.articles.items()},
        any(p.listed for p in some),
        frozenset().union(*(p.born for p in some)),
    )


def _heaviest(weighed: Iterable[Weights]) -> Weights:
    found = Weights()
    for words in weighed:
        found.update({word: max(weight, found.get(word, 0.0)) for word, weight in words.items()})
    return found


def telling(names: Iterable[Name]) -> tuple[Name, ...]:
    """The names that tell most: those in full, else those with an initial, else family names alone."""
    unique = {(name.words, name.generation): name for name in names}
    fullest = max((_telling(name) for name in unique.values()), default=0)
    return tuple(name for _, name in sorted(unique.items(), key=str) if _telling(name) == fullest)


def compared(appearance: Appearance) -> tuple[str, ...]:
    """The names of an appearance, as written, by which it is compared with others: a person's fullest, a body's all."""
    texts = tuple(dict.fromkeys((appearance.name, *appearance.names)))
    if appearance.type != "person":
        return texts
    named = {text: name for text in texts if (name := parsed(text))}
    kept = {name.words for name in telling(named.values())}
    return tuple(text for text, name in named.items() if name.words in kept)


def _telling(name: Name) -> int:
    return 2 if is_full(name) else min(len(name.words), 2) - 1


@lru_cache(maxsize=20_000)
def role_of(text: str) -> Role | None:
    """Take a role apart; None for a mere form of address.

    >>> role = role_of("Kessland’s energy minister")
    >>> role.head, sorted(role.names), sorted(role.fields)
    ('minister', ['kessland'], ['politics'])
    """
    read = phrase(text)
    if read is None or is_honorific(text):
        return None
    names = frozenset(
        fold(POSSESSIVE.sub("", word.group())).rstrip(".")
        for word in WORD.finditer(text)
        if word.group()[0].isupper() and fold(POSSESSIVE.sub("", word.group())).rstrip(".") not in _OFFICE | STOP
    )
    words = read.words - names - _SAY_NOTHING
    fields = frozenset(filter(None, map(field_of, (*read.head.split(), *words))))
    return Role(text, read.head, names, words, fields)


def _genders(names: Iterable[Name], roles: Iterable[Role]) -> frozenset[Gender]:
    told: set[Gender] = {gender for name in names if (gender := name.gender or gender_of_given_name(name))}
    for role in roles:
        told |= {"woman"} if role.head in WOMEN else {"man"} if role.head in MEN - {"spokesman"} else set()
    return frozenset(told)
