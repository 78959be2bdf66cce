"""Rows by the thousand: what SQLAlchemy has no one word for."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Insert, Table, insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError

T = TypeVar("T")

_AT_ONCE = 5_000
"""How many values one query is given: engines allow some tens of thousands."""

_COPY = "COPY"
"""What an error of the driver's own is told to have happened in."""


def chunks(values: Collection[T]) -> Iterator[list[T]]:
    """The values, as many at a time as a query can take."""
    rest = iter(values)
    while some := list(islice(rest, _AT_ONCE)):
        yield some


def insert_all(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], *, or_keep: bool = False
) -> None:
    """Insert rows, none of which may be there yet, unless `or_keep` says that those there are as good."""
    found = [dict(row) for row in rows]
    if not found:
        return
    connection.execute(_keeping_insert(connection, table) if or_keep else insert(table), found)


def copy_all(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Insert rows with the same columns, none of which may be there yet: by COPY where there is one."""
    if connection.dialect.name != "postgresql":
        insert_all(connection, table, rows)
        return
    full = [_with_defaults(table, row) for row in rows]
    columns = [table.c[name] for name in full[0]]
    bind = [column.type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for column in columns]
    names = ", ".join(f'"{column.name}"' for column in columns)
    driver: Any = connection.connection.driver_connection
    copied = f'COPY "{table.name}" ({names}) FROM STDIN'
    with _errors_as_usual(connection), driver.cursor() as cursor, cursor.copy(copied) as copy:
        for row in full:
            copy.write_row([to(value) if to else value for to, value in zip(bind, row.values(), strict=True)])


@contextmanager
def _errors_as_usual(connection: Connection) -> Iterator[None]:
    """What the driver itself complains of comes as SQLAlchemy's errors do, by which the engine tells them apart."""
    base: Any = connection.dialect.dbapi
    try:
        yield
    except base.Error as error:
        raise DBAPIError.instance(_COPY, None, error, base.Error, dialect=connection.dialect) from error


def _with_defaults(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """COPY leaves out no column for some rows, and knows none of SQLAlchemy's defaults."""
    given = {c.name: getattr(c.default, "arg", None) for c in table.c if c.default is not None and c.name not in row}
    return {**row, **{name: value({}) if callable(value) else value for name, value in given.items()}}


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
