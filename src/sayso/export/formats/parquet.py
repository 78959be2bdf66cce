"""Parquet: typed columns, in row groups; the pieces of source, cue and content as lists of {start, end, text}."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from sayso.data.results import StatementRow
from sayso.export.formats.columns import COLUMNS, Column, ColumnType
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


def schema_of(columns: Sequence[Column] = COLUMNS) -> pa.Schema:
    return pa.schema([(column.name, _TYPES[column.type]) for column in columns])


def write(rows: Iterable[StatementRow], path: Path, columns: Sequence[Column] = COLUMNS) -> None:
    with ParquetWriter(path, schema_of(columns), compression="zstd") as file:
        for table in _tables(rows, columns):
            file.write_table(table)


def table_of(rows: Iterable[StatementRow], columns: Sequence[Column] = COLUMNS) -> pa.Table:
    """All of them in one table, in memory."""
    return pa.concat_tables([schema_of(columns).empty_table(), *_tables(rows, columns)])


def _tables(rows: Iterable[StatementRow], columns: Sequence[Column]) -> Iterator[pa.Table]:
    for group in _groups(rows):
        yield pa.Table.from_pylist([_values(row, columns) for row in group], schema_of(columns))


def _groups(rows: Iterable[StatementRow]) -> Iterator[list[StatementRow]]:
    left = iter(rows)
    while group := list(islice(left, GROUP)):
        yield group


def _values(row: StatementRow, columns: Sequence[Column]) -> dict[str, Any]:
    values = ((column, column.of(row)) for column in columns)
    return {c.name: [span_form(span) for span in value] if c.type == "spans" else value for c, value in values}
