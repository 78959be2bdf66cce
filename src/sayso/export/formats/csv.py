"""CSV (RFC 4180, UTF-8): one statement a row, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.data.results import StatementRow
from sayso.export.formats.columns import COLUMNS, Column, cells

_FORMULA = re.compile(r"\A(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))|(?<=[;|\t\r\n])(?='*(?: |\xa0)*[=+\-@＝＋－＠])")
"""Where a cell may begin that a spreadsheet takes for a formula: at the start, and, since many split at another mark
than the comma and then see no quotation marks, after such a mark. With marks before it, so that one can be taken off.
"""


def write(rows: Iterable[StatementRow], path: Path, columns: Sequence[Column] = COLUMNS) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.writelines(lines(rows, columns))


def lines(rows: Iterable[StatementRow], columns: Sequence[Column] = COLUMNS) -> Iterator[str]:
    """The table row by row, the names of its columns first; the byte order mark is what makes Excel read UTF-8."""
    row_of = csv.writer(_Echo()).writerow  # gives what the file's write gives
    yield "\ufeff" + row_of(column.name for column in columns)
    for row in rows:
        yield row_of(map(cell, cells(row, columns)))


class _Echo:
    """A file that gives back what is written to it."""

    def write(self, line: str) -> str:
        return line


def cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return disarmed(value) if isinstance(value, str) else value


def disarmed(text: str) -> str:
    """The text as one that no spreadsheet runs: `'` before what may be a formula. NUL, which readers refuse, is U+FFFD.

    >>> disarmed("=1+1"), disarmed("“=1+1”")
    ("'=1+1", '“=1+1”')
    >>> disarmed("x;=1+1;y")
    "x;'=1+1;y"
    """
    return _FORMULA.sub("'", text).replace("\0", "\N{REPLACEMENT CHARACTER}")
