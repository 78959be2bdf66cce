"""Tell once more who is who, wherever names have come in or decisions were made since it was last told."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from sayso.entity_resolution import Identity, Link, identify, ref_of
from sayso.entity_resolution.features import weighing_by
from sayso.record.curation.apply import correct
from sayso.record.curation.blocks import Region, region_of
from sayso.record.curation.learned import learned
from sayso.record.curation.outlets import name_outlets
from sayso.record.curation.printings import group
from sayso.record.store.bulk import chunks, insert_all, upsert_all
from sayso.record.store.column_chunks import keep_chunks
from sayso.record.store.schema import actors, appearances, names, statements
from sayso.record.store.schema_identity import listed, maybes, unsettled
from sayso.record.store.selectors import pairs, standing, still
from sayso.record.store.ungrouped import articles_with, ungroup

_AT_ONCE = 1_000
"""Of so many appearances it is told region by region who they are, and then written; one region is written whole."""

_SEEDS = select(unsettled, names.c.name).join(names, names.c.id == unsettled.c.name_id).limit(_AT_ONCE)


def settle(connection: Connection) -> None:
    """Settle all that is unsettled, region by region: who is who, what prints the same, what is counted."""
    with weighing_by(learned(connection)):
        _settle(connection)


def _settle(connection: Connection) -> None:
    name_outlets(connection)
    same, different = pairs(connection, "same"), pairs(connection, "different")
    renamed = _new_names(connection)
    with_list = connection.scalar(select(listed.c.id).limit(1)) is not None
    gone: set[str] = set()
    while seeds := connection.execute(_SEEDS).all():
        regions, found = Region(), list[Identity]()
        for seed in seeds:
            if (seed.type, seed.name) in regions.names:
                continue
            region = region_of(connection, seed, [*same, *different], with_list=with_list)
            if region.shares_with(regions):
                break  # what was told of the others is written first
            found += identify([*region.appearances.values(), *region.listed.values()], same, different)
            regions.take_in(region)
            if len(regions.appearances) > _AT_ONCE:
                break
        gone |= _write(connection, regions, [_renamed(identity, renamed) for identity in found])
        _settled(connection, regions)
    correct(connection)
    remove_nobodies(connection, gone)
    group(connection)
    keep_chunks(connection)


def _new_names(connection: Connection) -> dict[str, str]:
    """What people decided that actors are called, by ref; the last word counts."""
    rows = [(still(connection, row.one, row.one_in), row.name) for row in standing(connection, "rename")]
    return {ref_of(found.local, found.key): name for found, name in rows if found}


def _renamed(identity: Identity, renamed: Mapping[str, str]) -> Identity:
    refs = {link.ref for link in identity.links}
    names = [name for ref, name in renamed.items() if ref in refs]
    return replace(identity, name=names[-1]) if names else identity


def _settled(connection: Connection, regions: Region) -> None:
    rows = [{"t": type_, "n": id_} for (type_, _), id_ in regions.names.items()]
    connection.execute(
        delete(unsettled).where(unsettled.c.type == bindparam("t"), unsettled.c.name_id == bindparam("n")), rows
    )


def _write(connection: Connection, region: Region, found: list[Identity]) -> set[str]:
    """Write who the region's appearances are; returns the actors who were in it before."""
    by_ref = {one.ref: id_ for id_, one in region.appearances.items()}
    entries = {one.ref: id_ for id_, one in region.listed.items()}
    seen = [identity for identity in found if any(link.ref in by_ref for link in identity.links)]
    before = region.actors
    _write_actors(connection, seen, _qids(connection, region))
    links = {by_ref[link.ref]: (identity, link) for identity in seen for link in identity.links if link.ref in by_ref}
    _write_links(connection, links)
    seen_in = {link.ref: (identity.id, link) for identity in seen for link in identity.links}
    _write_entries(connection, entries, seen_in)
    _write_maybes(connection, seen, set(before.values()))
    moved = [id_ for id_, (identity, _) in links.items() if before[id_] != identity.id]
    _move_statements(connection, moved)
    return set(before.values())


def _qids(connection: Connection, region: Region) -> dict[str, str]:
    query = select(listed.c.id, listed.c.qid).where(listed.c.id.in_(region.listed), listed.c.qid.is_not(None))
    qids = {row.id: row.qid for row in connection.execute(query)} if region.listed else {}
    return {one.ref: qids[id_] for id_, one in region.listed.items() if id_ in qids}


def _write_actors(connection: Connection, seen: list[Identity], qids: Mapping[str, str]) -> None:
    rows = [
        {
            "id": identity.id,
            "name": identity.name,
            "type": identity.type,
            "qid": next((qids[link.ref] for link in identity.links if link.ref in qids), None),
        }
        for identity in seen
    ]
    upsert_all(connection, actors, rows)


def _write_links(connection: Connection, links: Mapping[int, tuple[Identity, Link]]) -> None:
    rows = [{"of": id_, "actor": identity.id, **_link_row(link)} for id_, (identity, link) in links.items()]
    if rows:
        connection.execute(update(appearances).where(appearances.c.id == bindparam("of")).values(_LINK), rows)


def _write_entries(connection: Connection, entries: Mapping[str, str], seen_in: Mapping[str, tuple[str, Link]]) -> None:
    nowhere: dict[str, Any] = {"actor": None, "new_state": "mention", "new_score": None, "new_reasons": []}
    rows = [
        {"of": id_, **({"actor": seen_in[ref][0], **_link_row(seen_in[ref][1])} if ref in seen_in else nowhere)}
        for ref, id_ in entries.items()
    ]
    if rows:
        connection.execute(update(listed).where(listed.c.id == bindparam("of")).values(_LINK), rows)


def _link_row(link: Link) -> dict[str, Any]:
    return {"new_state": link.state, "new_score": link.score, "new_reasons": list(link.reasons)}


_LINK: dict[str, Any] = {
    "actor_id": bindparam("actor"),
    "state": bindparam("new_state"),
    "score": bindparam("new_score"),
    "reasons": bindparam("new_reasons"),
}


def _write_maybes(connection: Connection, seen: list[Identity], before: set[str]) -> None:
    for some in chunks([*before, *(identity.id for identity in seen)]):
        connection.execute(delete(maybes).where(maybes.c.actor_id.in_(some)))
    known = {identity.id for identity in seen}
    rows = [
        {"actor_id": identity.id, "other_id": other.id, "score": other.score, "reasons": list(other.reasons)}
        for identity in seen
        for other in identity.perhaps
        if other.id in known
    ]
    insert_all(connection, maybes, rows)


def _move_statements(connection: Connection, moved: list[int]) -> None:
    """Give the words of appearances that are another actor's now to that actor."""
    whose = select(appearances.c.actor_id).where(appearances.c.id == statements.c.appearance_id).scalar_subquery()
    for some in chunks(moved):
        theirs = statements.c.appearance_id.in_(some)
        connection.execute(update(statements).where(theirs).values(speaker_id=whose))
        ungroup(connection, articles_with(connection, theirs))


def remove_nobodies(connection: Connection, ids: set[str]) -> None:
    """Remove the actors whom nothing on the record leads to any more."""
    for some in chunks(sorted(ids)):
        left = set(some)
        for column in (appearances.c.actor_id, statements.c.speaker_id, listed.c.actor_id):
            left -= set(connection.scalars(select(column).where(column.in_(some)).distinct()))
        connection.execute(delete(actors).where(actors.c.id.in_(left)))
