"""What speaks for two profiles being one actor's and what against, each with its weight and in words.

Weights are log odds: two roles with the same noun and the same name in them outweigh nearly everything, two walks of
life that nobody combines outweigh an equal name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from math import exp
from typing import Final

from sayso.entity_resolution.context_words import overlap
from sayso.entity_resolution.name_similarity import Likeness, alike
from sayso.entity_resolution.profile import Profile, Role
from sayso.lexicon.role_fields import apart

_PERSON_BESIDE, _MOST_PERSONS = 1.2, 2
_BODY_BESIDE, _MOST_BODIES = 0.5, 2
_SMALL_COMPANY: Final = 60
_FEWEST_WORDS: Final = 8
_SAME_WORDS, _OTHER_WORDS, _MOST_FOR_WORDS = 20.0, 1.5, 2.0
_LONG_LIFE, _TOO_LONG = 25, 55
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (`weight` above 0) or against two being one, in words."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """All reasons for and against; `weight` is their sum."""

    reasons: tuple[Reason, ...]

    @property
    def weight(self) -> float:
        return sum(reason.weight for reason in self.reasons)

    @property
    def score(self) -> float:
        """The odds as a chance between 0 and 1."""
        return round(1 / (1 + exp(-self.weight)), 3)

    @property
    def words(self) -> tuple[str, ...]:
        """The reasons in words, what weighs most first."""
        return tuple(r.words for r in sorted(self.reasons, key=lambda reason: (-abs(reason.weight), reason.words)))


def weigh(some: Profile, other: Profile) -> Case | None:
    """The case for two profiles being one person's; None where their names rule it out."""
    name = _best_likeness(some, other)
    if name is None:
        return None
    reasons = [Reason(name.weight, name.words), *_roles(some, other), *_company(some, other)]
    reasons += [*_words(some, other), *_against(some, other)]
    return Case(tuple(reasons))


def _best_likeness(some: Profile, other: Profile) -> Likeness | None:
    found = [likeness for a, b in product(some.names, other.names) if (likeness := alike(a, b))]
    return max(found, key=lambda likeness: likeness.weight, default=None)


def _roles(some: Profile, other: Profile) -> Iterator[Reason]:
    """The strongest reason for; where there is none, the strongest against."""
    found = [reason for a, b in product(some.roles, other.roles) if (reason := _of_two_roles(a, b))]
    best = max(found, key=lambda reason: (reason.weight, reason.words), default=None)
    if best is not None and best.weight > 0:
        yield best
    elif apart(some.fields, other.fields):
        yield Reason(-4.5, f"one is in {_listed(some.fields)}, the other in {_listed(other.fields)}")
    elif best is not None:
        yield best


def _words(some: Profile, other: Profile) -> Iterator[Reason]:
    """Whether the two are told of in the same words."""
    if min(len(some.around), len(other.around)) < _FEWEST_WORDS:
        return
    weight = min(_SAME_WORDS * overlap(some.around, other.around) - _OTHER_WORDS, _MOST_FOR_WORDS)
    both = sorted(some.around.keys() & other.around.keys(), key=lambda word: (-some.around[word], word))
    told = f"told of in like words: {', '.join(both[:_SHOWN])}" if weight > 0 else "told of in other words"
    yield Reason(weight, told)


def _of_two_roles(some: Role, other: Role) -> Reason | None:
    shared = some.names & other.names
    if some.head == other.head:
        if shared:
            return Reason(3.5, f"both called “{min(some.text, other.text)}”")
        if some.names and other.names:
            return Reason(-2.0, f"“{some.text}” is not “{other.text}”") if _clash(some, other) else None
        common = (some.words & other.words) - {some.head}
        return Reason(2.2 if common else 1.2, f"both called {' '.join([*sorted(common), some.head])}")
    if shared:
        return Reason(2.0, f"both of {_listed(shared)}")
    if some.fields & other.fields:
        return Reason(0.3, f"both in {_listed(some.fields & other.fields)}")
    return None


def _clash(some: Role, other: Role) -> bool:
    """Whether the same noun with other names beside it is another office: a minister of another country."""
    return not (some.words & other.words - {some.head})


def _company(some: Profile, other: Profile) -> Iterator[Reason]:
    """Whom both are named with; to share it with one who is named with thousands says little."""
    dilution = 1 + max(len(some.company), len(other.company)) / _SMALL_COMPANY
    both = (some.company & other.company) - set(some.articles.values())
    persons = sorted(who for who in both if who.startswith("person:") and "-" in who)
    bodies = sorted(who for who in both if who.startswith("organisation:"))
    if persons:
        weight = _PERSON_BESIDE * min(len(persons), _MOST_PERSONS) / dilution
        yield Reason(weight, f"named beside both: {_names(persons)}")
    if bodies:
        weight = _BODY_BESIDE * min(len(bodies), _MOST_BODIES) / dilution
        yield Reason(weight, f"named beside both: {_names(bodies)}")


def _against(some: Profile, other: Profile) -> Iterator[Reason]:
    if len(some.genders) == len(other.genders) == 1 and some.genders != other.genders:
        yield Reason(-4.0, "one is called a man, the other a woman")
    fewer, more = sorted((some.articles, other.articles), key=len)
    if any(more.get(article, ref) != ref for article, ref in fewer.items()):
        yield Reason(-4.0, "one article tells them apart")
    if some.listed and other.listed:
        yield Reason(-9.0, "two entries of the list")
    gap = _gap(some, other)
    if gap > _LONG_LIFE:
        yield Reason(-4.0 if gap > _TOO_LONG else -1.0, f"{gap} years lie between")


def _gap(some: Profile, other: Profile) -> int:
    if some.years is None or other.years is None:
        return 0
    return max(some.years[0] - other.years[1], other.years[0] - some.years[1], 0)


def _listed(words: Iterable[str]) -> str:
    return " and ".join(sorted(words))


def _names(ids: list[str]) -> str:
    shown = ", ".join(who.partition(":")[2].replace("-", " ").title() for who in ids[:_SHOWN])
    return shown + (f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else "")
