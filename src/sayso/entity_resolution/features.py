"""What speaks for two profiles being one actor's and what against: comparisons, each at a level that has a weight.

Weights are log odds, learned from pairs of which it is known whose they are (`python -m training.identity`), and stand
in weights.json: two roles with one noun and one name in them outweigh nearly everything, two walks of life that
nobody combines outweigh an equal name, and an equal name says more where few have it.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from itertools import product
from math import exp
from typing import Final, Self

from sayso.entity_resolution.context_words import overlap
from sayso.entity_resolution.name_similarity import Likeness, alike, namesakes
from sayso.entity_resolution.profile import Profile, Role
from sayso.lexicon.role_fields import apart

_FEWEST_WORDS: Final = 8
_SMALL_COMPANY: Final = 60
_SHOWN: Final = 3
_GAPS: Final = ((55, "a life"), (25, "half a life"), (8, "years"))
_OVERLAPS: Final = ((0.25, "most"), (0.15, "many"), (0.08, "some"), (0.03, "few"), (-1.0, "none"))
_AGES: Final = ((3, "other"), (1, "about the same"), (-1, "same"))
_FEWEST_OF_A_WALK: Final = 1.0
_LIKE_WALKS: Final = ((0.8, "same"), (0.4, "like"), (0.1, "little alike"), (-1.0, "other"))
_NAMESAKES: Final = ((30.0, "very common"), (3.0, "common"), (0.3, "uncommon"), (0.01, "rare"), (-1.0, "unique"))
_ROLES: Final = ("same office", "same words", "same noun", "same names", "same field", "other office")
_SAID_OF_BEARERS: Final = {"unique": "few have this name", "very common": "many have this name"}
_GIVEN_NAMES: Final = 1_000
_SHARED: Final = ((1.5, "many"), (0.7, "some"), (0.0, "few"))


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison of two profiles, the level at which it came out, and what that is in words."""

    comparison: str
    level: str
    words: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (`weight` above 0) or against two being one, in words."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Case:
    """All reasons for and against, and the log odds that come of them."""

    reasons: tuple[Reason, ...]
    weight: float

    @classmethod
    def of(cls, *reasons: Reason) -> Self:
        """The case in which these reasons add up."""
        return cls(reasons, sum(reason.weight for reason in reasons))

    def and_also(self, reason: Reason) -> Self:
        """The same with one reason more."""
        return replace(self, reasons=(*self.reasons, reason), weight=self.weight + reason.weight)

    @property
    def score(self) -> float:
        """The odds as a chance between 0 and 1."""
        return round(1 / (1 + exp(-self.weight)), 3)

    @property
    def words(self) -> tuple[str, ...]:
        """The reasons in words, what weighs most first; what goes without saying is not said."""
        told = [reason for reason in self.reasons if reason.words]
        return tuple(r.words for r in sorted(told, key=lambda reason: (-abs(reason.weight), reason.words)))


_IN_USE: ContextVar[Mapping[str, Mapping[str, float]] | None] = ContextVar("weights in use", default=None)


@contextmanager
def weighing_by(found: Mapping[str, Mapping[str, float]] | None) -> Iterator[None]:
    """Within, all is weighed by these weights; by those that came with sayso for None."""
    token = _IN_USE.set(found)
    try:
        yield
    finally:
        _IN_USE.reset(token)


@cache
def shipped_weights() -> Mapping[str, Mapping[str, float]]:
    """By comparison and level, log odds that two are one; "prior" has the odds before anything is known."""
    text = resources.files("sayso.entity_resolution").joinpath("weights.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(text)
    return found


def weigh(some: Profile, other: Profile) -> Case | None:
    """The case for two profiles being one person's; None where something rules it out."""
    found = evidence(some, other)
    if found is None:
        return None
    known = _IN_USE.get() or shipped_weights()
    return Case.of(*(Reason(known[e.comparison].get(e.level, 0.0), e.words) for e in found))


def evidence(some: Profile, other: Profile) -> tuple[Evidence, ...] | None:
    """What there is to weigh; None where names, an article that tells two apart or the list rule it out."""
    name = _best_likeness(some, other)
    if name is None or ruled_out(some, other):
        return None
    found = [Evidence("prior", "all", ""), Evidence("name", name.level, name.words), _bearers(some, other, name)]
    found += [*_roles(some, other), *_company(some, other), *_words(some, other), *_walks(some, other)]
    found += [
        *_of_whom(some, other),
        *_born(some, other),
        *_outlets(some, other),
        *_list(some, other),
        *_against(some, other),
    ]
    return tuple(found)


def _best_likeness(some: Profile, other: Profile) -> Likeness | None:
    found = [likeness for a, b in product(some.names, other.names) if (likeness := alike(a, b))]
    return max(found, key=lambda likeness: likeness.rank, default=None)


def ruled_out(some: Profile, other: Profile) -> bool:
    """Whether an article has both of them, as two, or the list has."""
    if some.listed and other.listed:
        return True
    fewer, more = sorted((some.articles, other.articles), key=len)
    return any(more.get(article, ref) != ref for article, ref in fewer.items())


def _bearers(some: Profile, other: Profile, name: Likeness) -> Evidence:
    """How many people of note may have such a name; of a family name, how many have it for each given name."""
    names = (*some.names, *other.names)
    if not name.is_full:
        return Evidence("bearers", f"short {_level(max(map(namesakes, names)) / _GIVEN_NAMES, _NAMESAKES)}", "")
    level = _level(min(map(namesakes, names)), _NAMESAKES)
    return Evidence("bearers", f"full {level}", _SAID_OF_BEARERS.get(level, ""))


def _roles(some: Profile, other: Profile) -> Iterator[Evidence]:
    """The strongest evidence for; where there is none, the strongest against."""
    found = [told for a, b in product(some.roles, other.roles) if (told := _of_two_roles(a, b))]
    best = min(found, key=lambda told: (_ROLES.index(told.level), told.words), default=None)
    if best is not None and best.level != "other office":
        yield best
    elif apart(some.fields, other.fields):
        yield Evidence(
            "role", "other walk of life", f"one is in {_listed(some.fields)}, the other in {_listed(other.fields)}"
        )
    elif best is not None:
        yield best
    elif some.roles and other.roles:
        yield Evidence("role", "nothing in common", "their roles have nothing in common")


def _of_two_roles(some: Role, other: Role) -> Evidence | None:
    shared = some.names & other.names
    if some.head == other.head:
        if shared:
            return Evidence("role", "same office", f"both called “{min(some.text, other.text)}”")
        if some.names and other.names and _clash(some, other):
            return Evidence("role", "other office", f"“{some.text}” is not “{other.text}”")
        common = (some.words & other.words) - {some.head}
        called = f"both called {' '.join([*sorted(common), some.head])}"
        return Evidence("role", "same words" if common else "same noun", called)
    if shared:
        return Evidence("role", "same names", f"both of {_listed(shared)}")
    if some.fields & other.fields:
        return Evidence("role", "same field", f"both in {_listed(some.fields & other.fields)}")
    return None


def _of_whom(some: Profile, other: Profile) -> Iterator[Evidence]:
    """Whether all places, bodies and parties in their roles are others: "Conservative MP", "Labour councillor"."""
    one, another = (frozenset[str]().union(*(role.names for role in p.roles)) for p in (some, other))
    if one and another:
        level, words = "shared", ""
        if one.isdisjoint(another):
            level, words = "other", f"one of {_listed(one)}, the other of {_listed(another)}"
        yield Evidence("names in roles", level, words)


def _clash(some: Role, other: Role) -> bool:
    """Whether the same noun with other names beside it is another office: a minister of another country."""
    return not (some.words & other.words - {some.head})


def _company(some: Profile, other: Profile) -> Iterator[Evidence]:
    """Whom both are named with; to share it with one who is named with thousands says little."""
    dilution = 1 + max(len(some.company), len(other.company)) / _SMALL_COMPANY
    both = (some.company & other.company) - set(some.articles.values())
    persons = sorted(who for who in both if who.startswith("person:") and "-" in who)
    bodies = sorted(who for who in both if who.startswith("organisation:"))
    for comparison, shared in (("persons beside", persons), ("bodies beside", bodies)):
        if shared:
            level = _level(len(shared) / dilution, _SHARED)
            yield Evidence(comparison, level, f"named beside both: {_names(shared)}")
    if not persons and not bodies and some.company and other.company:
        yield Evidence("persons beside", "nobody", "")


def _words(some: Profile, other: Profile) -> Iterator[Evidence]:
    """Whether the two are told of in the same words."""
    if min(len(some.around), len(other.around)) < _FEWEST_WORDS:
        return
    level = _level(overlap(some.around, other.around), _OVERLAPS)
    both = sorted(some.around.keys() & other.around.keys(), key=lambda word: (-some.around[word], word))
    like = f"told of in like words: {', '.join(both[:_SHOWN])}"
    yield Evidence("words", level, {"none": "told of in other words", "few": ""}.get(level, like))


def _walks(some: Profile, other: Profile) -> Iterator[Evidence]:
    """Whether both are told of in words of one walk of life: what is no role says it too."""
    if min(some.walks.total, other.walks.total) < _FEWEST_OF_A_WALK:
        return
    level = _level(overlap(some.walks, other.walks), _LIKE_WALKS)
    shared = some.walks.keys() & other.walks.keys()
    words = {"other": "told of in words of other walks of life", "same": f"both told of in words of {_listed(shared)}"}
    yield Evidence("walks", level, words.get(level, ""))


def _list(some: Profile, other: Profile) -> Iterator[Evidence]:
    """Whom the user has on a list is likely to be met."""
    if some.listed or other.listed:
        yield Evidence("list", "entry", "the list has this name")


def _born(some: Profile, other: Profile) -> Iterator[Evidence]:
    """Whether they are of one age."""
    if some.born and other.born:
        gap = min(abs(a - b) for a, b in product(some.born, other.born))
        level = _level(gap, _AGES)
        told = {"same": "of the same age", "other": f"{gap} years of age lie between"}
        yield Evidence("born", level, told.get(level, ""))


def _outlets(some: Profile, other: Profile) -> Iterator[Evidence]:
    if some.outlets and other.outlets:
        yield Evidence("outlets", "shared" if some.outlets & other.outlets else "other", "")


def _against(some: Profile, other: Profile) -> Iterator[Evidence]:
    if len(some.genders) == len(other.genders) == 1 and some.genders != other.genders:
        yield Evidence("gender", "other", "one is called a man, the other a woman")
    gap = _gap(some, other)
    if gap > _GAPS[-1][0]:
        yield Evidence("time", _level(gap, _GAPS), f"{gap} years lie between")


def _gap(some: Profile, other: Profile) -> int:
    if some.years is None or other.years is None:
        return 0
    return max(some.years[0] - other.years[1], other.years[0] - some.years[1], 0)


def _level(value: float, levels: Iterable[tuple[float, str]]) -> str:
    return next(level for least, level in levels if value > least)


def _listed(words: Iterable[str]) -> str:
    return " and ".join(sorted(words))


def _names(ids: list[str]) -> str:
    shown = ", ".join(who.partition(":")[2].replace("-", " ").title() for who in ids[:_SHOWN])
    return shown + (f" and {len(ids) - _SHOWN} more" if len(ids) > _SHOWN else "")
