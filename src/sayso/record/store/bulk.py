"""Rows by the thousand: what SQLAlchemy has no one word for."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Insert, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite

T = TypeVar("T")

_AT_ONCE = 5_000
"""How many values one query is given: engines allow some tens of thousands."""


def chunks(values: Collection[T]) -> Iterator[list[T]]:
    """The values, as many at a time as a query can take."""
    rest = iter(values)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def insert_one(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    """Insert a row; returns its id."""
    return int(connection.execute(insert(table).returning(table.c.id), dict(row)).scalar_one())


def insert_all(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], *, or_keep: bool = False
) -> None:
    """Insert rows, none of which may be there yet, unless `or_keep` says that those there are as good."""
    found = [dict(row) for row in rows]
    if not found:
        return
    connection.execute(_keeping_insert(connection, table) if or_keep else insert(table), found)


def insert_numbered(connection: Connection, table: Table, article_id: int, rows: list[dict[str, Any]]) -> list[int]:
    """Insert rows that are an article's in their order, `n` from 0; returns their ids.

    In two statements, however many: an INSERT that returns ids in order is one for each row on SQLite.
    """
    insert_all(connection, table, ({"article_id": article_id, "n": n, **row} for n, row in enumerate(rows)))
    return list(connection.scalars(select(table.c.id).where(table.c.article_id == article_id).order_by(table.c.n)))


def upsert_all(connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows with all columns of the table; those that are there already take the values that these have."""
    found = [dict(row) for row in rows]
    if not found:
        return
    insert_ = postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
    key = [column.name for column in table.primary_key]
    new = {column.name: insert_.excluded[column.name] for column in table.c if column.name not in key}
    connection.execute(insert_.on_conflict_do_update(index_elements=key, set_=new), found)


def _keeping_insert(connection: Connection, table: Table) -> Insert:
    """SQLite and PostgreSQL say it alike, but SQLAlchemy has it once for each."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
