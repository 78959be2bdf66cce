"""Rows of many tables, gathered and written together: a round trip a table, not one a row.

Who writes has the record to itself for the transaction, so that the ids of what is to come are known beforehand.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, select

from sayso.record.store import schema
from sayso.record.store.bulk import chunks, copy_all, insert_all
from sayso.record.store.schema_identity import unsettled

_KEEPING = {schema.actors, schema.name_words, schema.name_keys, schema.role_words, unsettled}
"""Tables whose rows may be there already, and then are as good."""


class Sheaf:
    """Rows on their way onto the record, within a transaction that writes; `write` once, in the end."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._rows: dict[Table, list[dict[str, Any]]] = defaultdict(list)
        self._last: dict[Table, int] = {}
        self._names: dict[str, int] = {}

    def number(self, table: Table) -> int:
        """The id of the next row of a table."""
        if table not in self._last:
            self._last[table] = self._connection.scalar(select(func.max(table.c.id))) or 0
        self._last[table] += 1
        return self._last[table]

    def add(self, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
        """Rows with all columns that have no default in the schema, the same in all of one table."""
        self._rows[table] += map(dict, rows)

    def add_one(self, table: Table, row: Mapping[str, Any]) -> int:
        """A row without its id, which is given back."""
        id_ = self.number(table)
        self._rows[table].append({"id": id_, **row})
        return id_

    def names(self, texts: Iterable[str]) -> dict[str, int]:
        """The ids of names, of which those that are new are added."""
        unknown = sorted(set(texts) - self._names.keys())
        for some in chunks(unknown):
            known = select(schema.names.c.name, schema.names.c.id).where(schema.names.c.name.in_(some))
            self._names |= {row.name: row.id for row in self._connection.execute(known)}
        for name in unknown:
            if name not in self._names:
                self._names[name] = self.add_one(schema.names, {"name": name})
        return self._names

    def write(self) -> None:
        """Write all rows, those first that others lead to."""
        for table in schema.metadata.sorted_tables:
            rows = self._rows.pop(table, [])
            if table in _KEEPING:
                key = [column.name for column in table.primary_key]
                once = {tuple(row[name] for name in key): row for row in reversed(rows)}
                insert_all(self._connection, table, reversed(once.values()), or_keep=True)
            elif rows:
                copy_all(self._connection, table, rows)
        self._move_sequences()

    def _move_sequences(self) -> None:
        """What PostgreSQL gives out itself goes on after the ids that were given here."""
        if self._connection.dialect.name == "postgresql":
            for table, last in self._last.items():
                sequence = func.pg_get_serial_sequence(table.name, "id")
                self._connection.execute(select(func.setval(sequence, last)))
