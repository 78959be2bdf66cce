"""Whom to tell apart together: everybody whose name is like another's, and all who share a family name with them.

What is told of a region hangs on nothing outside it, so that the order in which articles come makes no difference.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection, Row, select

from sayso.coreference import actor_id
from sayso.data.actor import ActorType
from sayso.entity_resolution import Appearance, Around, compared, keys_of, worth_comparing
from sayso.record.store.bulk import chunks
from sayso.record.store.schema import appearances, articles, called, name_keys, names, roles
from sayso.record.store.schema_identity import listed, listed_names

Named = tuple[ActorType, str]
"""A name with the type of its bearer."""


@dataclass(slots=True)
class Region:
    """Names that were drawn together, and the appearances that go by them, by their ids on the record.

    `actors` are who these appearances were when that was last told.
    """

    names: dict[Named, int] = field(default_factory=dict)
    appearances: dict[int, Appearance] = field(default_factory=dict)
    actors: dict[int, str] = field(default_factory=dict)
    listed: dict[str, Appearance] = field(default_factory=dict)

    def shares_with(self, other: "Region") -> bool:
        """Whether somebody is in both: a name can be like another that is not like it."""
        return not (
            self.appearances.keys().isdisjoint(other.appearances) and self.listed.keys().isdisjoint(other.listed)
        )

    def take_in(self, other: "Region") -> None:
        """Add another, which has nobody in common with this one."""
        self.names |= other.names
        self.appearances |= other.appearances
        self.actors |= other.actors
        self.listed |= other.listed


def region_of(connection: Connection, seed: Row[Any], linked: Sequence[tuple[str, str]], *, with_list: bool) -> Region:
    """All that must be told apart together with the bearers of one name; `linked` are refs that decisions tie.

    The `seed` has the name, its `name_id`, and the bearers' `type`; the user's list is looked at only `with_list`.
    """
    region = Region()
    fresh: dict[Named, int] = {(seed.type, seed.name): seed.name_id}
    partners = _partners(linked)
    while fresh:
        region.names |= fresh
        found = _like(connection, fresh) | _of_bearers(connection, region, fresh, partners)
        if with_list:
            found |= _of_entries(connection, region, fresh, partners)
        fresh = {named: id_ for named, id_ in found.items() if named not in region.names}
    _add_company(connection, region)
    return region


def _partners(linked: Sequence[tuple[str, str]]) -> dict[str, set[str]]:
    partners: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in linked:
        partners[one].add(other)
        partners[other].add(one)
    return partners


def _like(connection: Connection, fresh: dict[Named, int]) -> dict[Named, int]:
    """The names that share a key with these and are worth comparing."""
    by_key: defaultdict[str, list[Named]] = defaultdict(list)
    for type_, text in fresh:
        for key in keys_of(text, type_):
            by_key[key].append((type_, text))
    found: dict[Named, int] = {}
    query = select(name_keys.c.key, names).join(names, names.c.id == name_keys.c.name_id)
    for keys in chunks(by_key):
        for row in connection.execute(query.where(name_keys.c.key.in_(keys))):
            for type_, text in by_key[row.key]:
                if worth_comparing(row.key, text, row.name):
                    found[type_, row.name] = row.id
    return found


def _of_bearers(
    connection: Connection, region: Region, fresh: dict[Named, int], partners: dict[str, set[str]]
) -> dict[Named, int]:
    """Take in who goes by these names; returns the other names by which they go, and those of decided partners."""
    found: dict[Named, int] = {}
    tied: set[str] = set()
    for row, one, ids in _bearers(connection, fresh):
        if row.id in region.appearances:
            continue
        told = compared(one)
        if not any((one.type, text) in fresh for text in told):
            continue
        region.appearances[row.id], region.actors[row.id] = one, row.actor_id
        found |= {(one.type, text): ids[text] for text in told}
        tied |= partners.get(one.ref, set())
    return found | _names_of(connection, tied)


def _of_entries(
    connection: Connection, region: Region, fresh: dict[Named, int], partners: dict[str, set[str]]
) -> dict[Named, int]:
    """The same for the entries of the user's list."""
    found: dict[Named, int] = {}
    tied: set[str] = set()
    for entry, ids in _entries(connection, fresh):
        if entry.article not in region.listed:
            region.listed[entry.article] = entry
            found |= {(entry.type, text): ids[text] for text in compared(entry)}
            tied |= partners.get(entry.ref, set())
    return found | _names_of(connection, tied)


_APPEARANCES = select(appearances, articles.c.key, articles.c.published, articles.c.outlet).join(
    articles, articles.c.id == appearances.c.article_id
)


def _bearers(connection: Connection, fresh: dict[Named, int]) -> Iterator[tuple[Row[Any], Appearance, dict[str, int]]]:
    """The rows of appearances that go by one of these names, each as such with the ids of all its names."""
    bearing = select(called.c.appearance_id)
    for some in chunks(set(fresh.values())):
        rows = connection.execute(_APPEARANCES.where(appearances.c.id.in_(bearing.where(called.c.name_id.in_(some)))))
        yield from _with_names(connection, [row for row in rows if any(type_ == row.type for type_, _ in fresh)])


def _with_names(connection: Connection, rows: list[Row[Any]]) -> Iterator[tuple[Row[Any], Appearance, dict[str, int]]]:
    ids = [row.id for row in rows]
    borne: defaultdict[int, dict[str, int]] = defaultdict(dict)
    bear: defaultdict[int, list[str]] = defaultdict(list)
    for some in chunks(ids):
        query = select(called.c.appearance_id, names).join(names, names.c.id == called.c.name_id)
        for row in connection.execute(query.where(called.c.appearance_id.in_(some)).order_by(called.c.n)):
            borne[row.appearance_id][row.name] = row.id
        for row in connection.execute(select(roles).where(roles.c.appearance_id.in_(some)).order_by(roles.c.n)):
            bear[row.appearance_id].append(row.role)
    for row in rows:
        known = tuple(borne[row.id])
        one = Appearance(
            row.key,
            row.local,
            row.name,
            row.type,
            names=known,
            roles=tuple(bear[row.id]),
            around=Around(*map(tuple, row.around)),
            published=row.published,
            outlet=row.outlet,
        )
        yield row, one, borne[row.id]


def _entries(connection: Connection, fresh: dict[Named, int]) -> Iterator[tuple[Appearance, dict[str, int]]]:
    """The entries of the user's list that go by one of these names."""
    types = {type_ for type_, _ in fresh}
    for some in chunks(set(fresh.values())):
        bearing = select(listed_names.c.listed_id).where(listed_names.c.name_id.in_(some))
        for row in connection.execute(select(listed).where(listed.c.id.in_(bearing), listed.c.type.in_(types))):
            query = select(names).join(listed_names, listed_names.c.name_id == names.c.id)
            ids = {n.name: n.id for n in connection.execute(query.where(listed_names.c.listed_id == row.id))}
            yield entry_of(row), ids


def entry_of(row: Row[Any]) -> Appearance:
    """An entry of the list as an appearance: "person:irena-valtari@Q42"."""
    return Appearance(
        row.id, actor_id(row.type, row.name), row.name, row.type, (row.name, *row.names), tuple(row.roles), listed=True
    )


def appearances_by_ref(connection: Connection, refs: set[str]) -> dict[str, Appearance]:
    """The appearances with these refs, each with all that is known of it."""
    region = Region()
    for ref in sorted(refs):
        local, _, key = ref.rpartition("@")
        rows = connection.execute(_APPEARANCES.where(appearances.c.local == local, articles.c.key == key)).all()
        region.appearances |= {row.id: one for row, one, _ in _with_names(connection, list(rows))}
    _add_company(connection, region)
    return {one.ref: one for one in region.appearances.values()}


def _names_of(connection: Connection, refs: set[str]) -> dict[Named, int]:
    """The names of the appearances with these refs."""
    found: dict[Named, int] = {}
    for ref in refs:
        local, _, key = ref.rpartition("@")
        rows = connection.execute(_APPEARANCES.where(appearances.c.local == local, articles.c.key == key)).all()
        for _, one, ids in _with_names(connection, list(rows)):
            found |= {(one.type, text): ids[text] for text in compared(one)}
    return found


def _add_company(connection: Connection, region: Region) -> None:
    """Tell of each person with whom the article names him."""
    persons = [id_ for id_, one in region.appearances.items() if one.type == "person"]
    beside = appearances.alias()
    query = select(appearances.c.id, beside.c.local).join(beside, beside.c.article_id == appearances.c.article_id)
    company: defaultdict[int, set[str]] = defaultdict(set)
    for some in chunks(persons):
        for row in connection.execute(query.where(appearances.c.id.in_(some), beside.c.id != appearances.c.id)):
            company[row.id].add(row.local)
    for id_ in persons:
        region.appearances[id_] = replace(region.appearances[id_], company=frozenset(company[id_]))
