"""Excel: one statement a row under a header that stays in sight; a further sheet where one is full."""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sayso.data.results import StatementRow
from sayso.export.formats.columns import COLUMNS, Column, ColumnType, cells

ROWS = 1_048_576
"""So many rows has a sheet, the header with them."""
CELL = 32_767
"""So many UTF-16 units has a cell."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_YEAR = 1901  # Excel takes 1900 for a leap year, and knows no day before it
_DATES = {10: "yyyy-mm-dd", 16: "yyyy-mm-dd hh:mm", 19: "yyyy-mm-dd hh:mm:ss"}
_ZONE = re.compile(r"(Z|[+-]\d\d:\d\d)$")  # Excel knows none: a time is that of the clock where it was published
_MADE = datetime(2000, 1, 1)  # when it was made is left out, so that the same statements make the same file
_WIDTHS: Final[dict[ColumnType, int]] = {
    "text": 16,
    "date": 19,
    "integer": 8,
    "number": 11,
    "boolean": 11,
    "spans": 14,
    "texts": 24,
}
_WIDE = {"speaker": 24, "content": 80, "source": 30, "unresolved": 30, "title": 50, "story_title": 50, "url": 40}


def write(rows: Iterable[StatementRow], path: Path, columns: Sequence[Column] = COLUMNS) -> None:
    """What it needs of the disk meanwhile lies beside the file, so that the one or the other fits or fails."""
    with TemporaryDirectory(prefix=".sayso-", dir=path.parent) as scratch:
        book = Workbook(str(path), {"constant_memory": True, "tmpdir": scratch, "use_zip64": True})
        try:
            _fill(book, rows, columns)
            book.close()
        except FileCreateError as error:
            raise OSError(*error.args[0].args) from error
        finally:
            _let_go(book)


def _let_go(book: Workbook) -> None:
    """Close what a book that could not be finished keeps open."""
    for sheet in book.worksheets():
        sheet.row_data_fh.close()


def _fill(book: Workbook, rows: Iterable[StatementRow], columns: Sequence[Column]) -> None:
    book.set_properties({"title": "Statements", "created": _MADE})
    shown = {length: book.add_format({"num_format": form}) for length, form in _DATES.items()}
    bold = book.add_format({"bold": True})
    sheet = _sheet(book, bold, columns)
    for number, row in enumerate(rows):
        at = number % (ROWS - 1) + 1
        if number and at == 1:
            sheet = _sheet(book, bold, columns)
        _put(sheet, at, columns, cells(row, columns), shown)


def _sheet(book: Workbook, bold: Format, columns: Sequence[Column]) -> Worksheet:
    sheet = book.add_worksheet(f"Statements {len(book.worksheets()) + 1}")
    sheet.freeze_panes(1, 0)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, _WIDE.get(column.name, _WIDTHS[column.type]))
        sheet.write_string(0, at, column.name, bold)
    return sheet


def _put(sheet: Worksheet, at: int, columns: Sequence[Column], values: list[Any], shown: dict[int, Format]) -> None:
    for number, (column, value) in enumerate(zip(columns, values, strict=True)):
        if isinstance(value, bool):
            sheet.write_boolean(at, number, value)
        elif isinstance(value, int | float):
            sheet.write_number(at, number, value)
        elif column.type == "date" and (moment := whole_date(local := _ZONE.sub("", value or ""))):
            sheet.write_datetime(at, number, moment, shown[len(local)])
        elif value is not None:
            sheet.write_string(at, number, fitting(value))


def whole_date(local: str) -> datetime | None:
    """A date that is known to the day, as Excel can hold it; None for "2024-05", which stays text."""
    if len(local) not in _DATES:
        return None
    try:
        moment = datetime.fromisoformat(local)
    except ValueError:
        return None
    return moment if moment.year >= _FIRST_YEAR else None


def fitting(text: str) -> str:
    """The text as a cell can hold it: U+FFFD for what XML cannot, "…" for what is too long."""
    text = _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
    if len(text) <= CELL // 2:
        return text
    units = text.encode("utf-16-le")
    return text if len(units) <= 2 * CELL else units[: 2 * (CELL - 1)].decode("utf-16-le", "ignore") + "…"
