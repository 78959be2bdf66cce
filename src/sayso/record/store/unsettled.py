"""The names whose bearers are still to be told apart."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from sayso.record.store.bulk import chunks, insert_all
from sayso.record.store.schema import appearances, called
from sayso.record.store.schema_identity import unsettled


def unsettle(connection: Connection, ids: Iterable[int]) -> None:
    """Have it told anew who these appearances are."""
    query = select(appearances.c.type, called.c.name_id).join(called, called.c.appearance_id == appearances.c.id)
    for some in chunks(list(ids)):
        rows = connection.execute(query.where(appearances.c.id.in_(some)).distinct()).all()
        insert_all(connection, unsettled, (row._asdict() for row in rows), or_keep=True)
