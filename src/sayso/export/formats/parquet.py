"""Parquet: typed columns, in row groups; the pieces of source, cue and content as lists of {start, end, text}."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from sayso.data.results import StatementRow
from sayso.export.formats.columns import COLUMNS, ColumnType
from sayso.serialise.pieces import span_form

GROUP = 10_000
"""Statements in a row group: so many are in memory at once."""

_SPAN: Final = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
_TYPES: Final[dict[ColumnType, Any]] = {
    "text": pa.string(),
    "date": pa.string(),
    "integer": pa.int32(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "spans": pa.list_(_SPAN),
    "texts": pa.list_(pa.string()),
}
SCHEMA: Final = pa.schema([(column.name, _TYPES[column.type]) for column in COLUMNS])


def write(rows: Iterable[StatementRow], path: Path) -> None:
    with ParquetWriter(path, SCHEMA, compression="zstd") as file:
        for table in _tables(rows):
            file.write_table(table)


def table_of(rows: Iterable[StatementRow]) -> pa.Table:
    """All of them in one table, in memory."""
    return pa.concat_tables([SCHEMA.empty_table(), *_tables(rows)])


def _tables(rows: Iterable[StatementRow]) -> Iterator[pa.Table]:
    for group in _groups(rows):
        yield pa.Table.from_pylist(list(map(_values, group)), SCHEMA)


def _groups(rows: Iterable[StatementRow]) -> Iterator[list[StatementRow]]:
    left = iter(rows)
    while group := list(islice(left, GROUP)):
        yield group


def _values(row: StatementRow) -> dict[str, Any]:
    values = ((column, column.of(row)) for column in COLUMNS)
    return {c.name: [span_form(span) for span in value] if c.type == "spans" else value for c, value in values}
