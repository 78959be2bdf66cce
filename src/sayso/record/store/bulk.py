"""Rows by the thousand: what SQLAlchemy has no one word for."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Insert, Table, insert
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


def _keeping_insert(connection: Connection, table: Table) -> Insert:
    """SQLite and PostgreSQL say it alike, but SQLAlchemy has it once for each."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
