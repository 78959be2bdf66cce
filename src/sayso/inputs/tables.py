"""Tables, an article a row: CSV with any delimiter, and Parquet."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sayso.data.errors import Unreadable
from sayso.data.limits import MOST_BYTES
from sayso.inputs.format import Columns, Format, Member, starts_with
from sayso.inputs.json_article import NAMES, folded
from sayso.inputs.json_rows import row_of

_TEXT = set(NAMES["text"].split())
_DELIMITERS = ",;\t|"
_ROWS_AT_ONCE = 100


def is_csv(head: bytes) -> bool:
    """Whether the first line is a head with two columns and more, and a second line with as many follows."""
    try:
        rows = list(csv.reader(io.StringIO(_decoded(head)), delimiter=_delimiter(head)))[:2]
    except csv.Error:
        return False
    if len(rows) < 2 or len(rows[0]) < 2:
        return False
    names = [folded(name) for name in rows[0]]
    return all(0 < len(name) <= 40 for name in names) and any(name in _KNOWN for name in names)


def has_columns(head: bytes, columns: Iterable[str]) -> bool:
    """Whether the first line has columns so called."""
    first = _decoded(head.partition(b"\n")[0])
    return set(columns) <= set(next(csv.reader([first], delimiter=_delimiter(head)), []))


_KNOWN = {name for names in NAMES.values() for name in names.split()}


def _delimiter(head: bytes) -> str:
    first = head.partition(b"\n")[0].decode("utf-8", "replace")
    return max(_DELIMITERS, key=first.count)


def _decoded(head: bytes) -> str:
    return head.decode("utf-8-sig", "replace")


def _rows(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    csv.field_size_limit(MOST_BYTES)
    lines = io.TextIOWrapper(file, "utf-8-sig", "replace", newline="")
    first = lines.readline(MOST_BYTES)
    names = next(csv.reader([first], delimiter=_delimiter(first.encode())), [])
    _ensure_mapped(names, name, columns)
    try:
        for number, cells in enumerate(csv.reader(lines, delimiter=_delimiter(first.encode())), 2):
            yield row_of(dict(zip(names, cells, strict=False)), f"{name}:{number}", columns)
    except csv.Error as error:
        raise Unreadable(name, f"its table is broken: {error}") from error


def _ensure_mapped(names: list[str], name: str, columns: Columns) -> None:
    """Raise Unreadable where no column can hold an article's text, or one that is named is not there."""
    if missing := [column for column in columns.values() if column not in names]:
        raise Unreadable(name, f"it has no column “{missing[0]}”, but {', '.join(names[:20])}")
    if "text" not in columns and not _TEXT & set(map(folded, names)):
        told = f"its columns are {', '.join(names[:20])}"
        raise Unreadable(name, f"no column is known to hold the text; say which with --column text=NAME: {told}")


def _parquet(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    from pyarrow import ArrowException, parquet

    try:
        table = parquet.ParquetFile(file)
        _ensure_mapped(table.schema_arrow.names, name, columns)
        number = 0
        for batch in table.iter_batches(_ROWS_AT_ONCE):
            for row in batch.to_pylist():
                number += 1
                yield row_of(row, f"{name}/{number}", columns)
    except (ArrowException, OSError) as error:
        raise Unreadable(name, f"its table is broken: {error}") from error


CSV = Format("CSV", "an article a row; --column title=headline says what a column holds", is_csv, members=_rows)
PARQUET = Format(
    "Parquet",
    "an article a row, with columns as in CSV",
    starts_with(b"PAR1"),
    members=_parquet,
    seeks=True,
    needs=("pyarrow",),
    extra="export",
)
