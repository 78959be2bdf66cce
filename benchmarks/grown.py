"""A large record for benchmarks out of a smaller one: all that its articles hold, put there again under other ids.

Who is who stays: everybody has said so many times as much. No digest of a copy proves anything.
"""

from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, func, insert, literal_column, select

from sayso.record import Record
from sayso.record.engine import connected
from sayso.record.store.column_chunks import keep_chunks
from sayso.record.store.schema import (
    appearances,
    articles,
    blocks,
    called,
    captures,
    documents,
    mentions,
    metadata,
    roles,
    spans,
    statements,
    subjects,
    together,
)

_NUMBERED = (documents, captures, articles, appearances, statements)
_UNDER = (blocks, called, roles, mentions, spans, subjects, together)
_NAMED = {documents: ("sha256",), articles: ("key", "story"), statements: ("own", "utterance", "altered_of")}
_GO_ON = "SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}"
_END = 3
"""So many characters of a name tell which copy it is of."""


def grow(record: Record, times: int) -> None:
    """Have a record hold all that it does so many times over."""
    for number in range(1, times):
        with connected(record._engine, writes=True) as connection:
            if number == 1:
                first = {table.name: _highest(connection, table) for table in _NUMBERED}
            for table in (*_NUMBERED, *_UNDER):
                _copy(connection, table, first, number)
    with connected(record._engine, writes=True) as connection:
        if connection.dialect.name == "postgresql":
            for table in _NUMBERED:
                connection.exec_driver_sql(_GO_ON.format(table=table.name))
        keep_chunks(connection)


def _highest(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.max(table.c.id))) or 0


def _copy(connection: Connection, table: Table, first: dict[str, int], number: int) -> None:
    """Copy the rows that were there first, each under the id of its own that many times further on."""
    columns = list(metadata.tables[table.name].c)
    wanted = [_copied(column, first, number) for column in columns]
    of, column = next((name, one) for one in columns if (name := _counted_by(one)) in first)
    rows = select(*wanted).where(column <= first[of or ""]).order_by(column)
    connection.execute(insert(table).from_select(columns, rows))


def _copied(column: Column[Any], first: dict[str, int], number: int) -> ColumnElement[Any]:
    if column.name in _NAMED.get(column.table, ()):  # type: ignore[call-overload]
        shorter = func.substr(column, 1, func.length(column) - _END)
        return shorter.concat(literal_column(f"'{number:0{_END}x}'"))
    of = _counted_by(column)
    return column + literal_column(str(number * first[of])) if of in first else column


def _counted_by(column: Column[Any]) -> str | None:
    """The table whose ids a column holds; None for what is no id."""
    if column.name == "id":
        return str(column.table.name)
    return next((key.column.table.name for key in column.foreign_keys if key.column.name == "id"), None)
