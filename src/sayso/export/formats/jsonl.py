"""JSON Lines: each statement as `sayso said --json` prints it."""

from collections.abc import Iterable
from pathlib import Path

from sayso.data.results import StatementRow
from sayso.serialise.core import row_form
from sayso.serialise.json_files import write_lines


def write(rows: Iterable[StatementRow], path: Path) -> None:
    write_lines(map(row_form, rows), path)
