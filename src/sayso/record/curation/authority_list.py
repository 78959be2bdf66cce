"""The user's own list of actors, each entry to be told who on the record it is."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, func, select

from sayso.data.entry import Known
from sayso.record.store.bulk import chunks, insert_all
from sayso.record.store.schema_identity import listed, listed_names, unsettled
from sayso.record.store.write_mentions import write_names


def write_list(connection: Connection, known: Iterable[Known]) -> None:
    """Put entries on the list; one whose id is there already takes its place."""
    for some in chunks(list(known)):
        _forget(connection, [one.id for one in some])
        rows = [
            {
                "id": one.id,
                "name": one.name,
                "type": one.type,
                "names": list(one.names),
                "roles": list(one.roles),
                "qid": one.qid,
                "born": one.born,
                "columns": dict(one.columns),
            }
            for one in some
        ]
        insert_all(connection, listed, rows)
        ids = write_names(connection, {(one.type, name) for one in some for name in (one.name, *one.names)})
        borne = {(one.id, ids[name]) for one in some for name in (one.name, *one.names)}
        insert_all(connection, listed_names, ({"listed_id": id_, "name_id": name} for id_, name in sorted(borne)))


def on_the_list(connection: Connection) -> tuple[Known, ...]:
    """The entries by their ids."""
    rows = connection.execute(select(listed).order_by(listed.c.id))
    return tuple(map(_known, rows))


def _known(row: Row[Any]) -> Known:
    columns = tuple(row.columns.items())
    return Known(row.id, row.name, row.type, tuple(row.names), tuple(row.roles), row.qid, row.born, columns)


def on_the_record(connection: Connection) -> int:
    """How many entries of the list are somebody on the record."""
    query = select(func.count()).select_from(listed).where(listed.c.actor_id.is_not(None))
    return connection.scalar(query) or 0


def _forget(connection: Connection, ids: list[str]) -> None:
    """Take entries off the list; who goes by their names is to be told once more."""
    query = select(listed.c.type, listed_names.c.name_id).join(listed, listed.c.id == listed_names.c.listed_id)
    rows = connection.execute(query.where(listed.c.id.in_(ids)).distinct()).all()
    insert_all(connection, unsettled, (row._asdict() for row in rows), or_keep=True)
    connection.execute(delete(listed).where(listed.c.id.in_(ids)))
