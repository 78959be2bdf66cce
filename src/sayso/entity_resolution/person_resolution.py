"""Persons: those named in full are joined on their evidence, shorter names only to one whom nobody rivals."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Final

from sayso.entity_resolution.clustering import (
    Apart,
    Group,
    agglomerated,
    attached,
    collapsed,
)
from sayso.entity_resolution.features import Reason
from sayso.entity_resolution.name_similarity import FAMILY_KEY, alike, is_borne_by_many, keys_of, namesakes
from sayso.entity_resolution.union_find import Union

_COMMON: Final = 300.0  # people of note with a family name
_ONE_BEARER: Final = Reason(1.2, "nobody else on the record has this family name")
_NO_RIVAL: Final = Reason(3.0, "nobody else on the record has this family name")


def joined_people(groups: Iterable[Group], apart: Apart) -> list[Group]:
    """The persons behind these appearances."""
    everyone = list(groups)
    full = [group for group in everyone if not group.is_short]
    persons = [person for some in _related(full) for person in _in_full(some, apart)]
    return _with_short(persons, [group for group in everyone if group.is_short], apart)


def _related(groups: list[Group]) -> Iterator[list[Group]]:
    """The groups, parted so that no name in one part is like a name in another."""
    union = Union(range(len(groups)))
    by_name: dict[Hashable, int] = {}
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for name in group.profile.names:
            known = by_name.setdefault((name.words, name.generation), number)
            union.join(known, number)
            if known == number:
                for key in keys_of(name.text, "person"):
                    by_key[key].append(number)
    for key, numbers in by_key.items():
        if not key.startswith(FAMILY_KEY):
            for m, n in _pairs(dict.fromkeys(numbers)):
                if union.root(m) != union.root(n) and _may_be_one(groups[m], groups[n]):
                    union.join(m, n)
    for numbers in union.sets():
        yield [groups[number] for number in numbers]


def _pairs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    ordered = list(numbers)
    for place, n in enumerate(ordered):
        yield from ((m, n) for m in ordered[:place])


def _may_be_one(some: Group, other: Group) -> bool:
    return any(alike(a, b) for a in some.profile.names for b in other.profile.names)


def _in_full(groups: list[Group], apart: Apart) -> list[Group]:
    """Persons named in full: those of one name and office are one, and of the rest who is likely to be."""
    telling = collapsed([g for g in groups if g.profile.roles], _office, apart)
    return agglomerated([*telling, *(g for g in groups if not g.profile.roles)], apart)


def _with_short(persons: list[Group], short: list[Group], apart: Apart) -> list[Group]:
    """Add "Doe" and "J. Doe" where it is clear whose they are, family by family."""
    by_family: defaultdict[str, list[Group]] = defaultdict(list)
    for person in persons:
        for family in person.families:
            by_family[family].append(person)
    waiting: defaultdict[str, list[Group]] = defaultdict(list)
    for group in short:
        waiting[min(group.families, default="")].append(group)
    grown = {person.first: person for person in persons}
    left: list[Group] = []
    for family, some in sorted(waiting.items()):
        keys = [person.first for person in by_family[family]]
        bearers = [grown[key] for key in keys]
        bonus = _sole_bearer if len(bearers) == 1 else _nothing
        has_rivals = len(bearers) > 1 or any(is_borne_by_many(name) for group in some for name in group.profile.names)
        together, remaining = attached(_short_together(some, apart, has_rivals=has_rivals), bearers, apart, bonus)
        left += remaining
        grown |= dict(zip(keys, together, strict=True))
    return [*grown.values(), *left]


def _sole_bearer(short: Group) -> Reason | None:
    """What it says that one person alone is named in full with a family name: little, where many have it."""
    is_rare = all(namesakes(name) < _COMMON for name in short.profile.names)
    return _ONE_BEARER if is_rare else None


def _nothing(_: Group) -> Reason | None:
    return None


def _short_together(short: list[Group], apart: Apart, *, has_rivals: bool) -> list[Group]:
    """Short names that are one person's: by office, and where nobody rivals them, all that nothing speaks against."""
    telling = [g for g in short if g.profile.roles]
    silent = [g for g in short if not g.profile.roles]
    if has_rivals:
        return [*agglomerated(collapsed(telling, _office, apart), apart), *silent]
    together = [*collapsed(telling, _office, apart), *collapsed(silent, _words, apart)]
    return agglomerated(together, apart, _NO_RIVAL)


def _office(group: Group) -> Hashable:
    """What only one bearer of a name is: "Kessland’s energy minister", or at least "minister"."""
    offices = sorted((not role.names, role.head, tuple(sorted(role.names))) for role in group.profile.roles)
    return (_words(group), offices[0]) if offices else group.first


def _words(group: Group) -> Hashable:
    return tuple((name.words, name.generation) for name in group.profile.names)
