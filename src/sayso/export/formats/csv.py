"""CSV (RFC 4180, UTF-8): one statement a row, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sayso.data.results import StatementRow
from sayso.export.formats.columns import COLUMNS, cells

_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
"""How a text begins that a spreadsheet may take for a formula; with marks before it, so that one can be taken off."""


def write(rows: Iterable[StatementRow], path: Path) -> None:
    """The byte order mark is what makes Excel read UTF-8."""
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        table = csv.writer(file)
        table.writerow(column.name for column in COLUMNS)
        table.writerows(map(_cell, cells(row)) for row in rows)


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return str(value).lower()
    return disarmed(value) if isinstance(value, str) else value


def disarmed(text: str) -> str:
    """The text as one that no spreadsheet runs: `'` before what may be a formula. NUL, which readers refuse, is U+FFFD.

    >>> disarmed("=1+1"), disarmed("“=1+1”")
    ("'=1+1", '“=1+1”')
    """
    return ("'" if _FORMULA.match(text) else "") + text.replace("\0", "\N{REPLACEMENT CHARACTER}")
