"""JSON Lines: each statement as `sayso said --json` prints it."""

from collections.abc import Iterable
from pathlib import Path

from sayso.export.json_files import write_lines
from sayso.form import row_form
from sayso.record import StatementRow


def write(rows: Iterable[StatementRow], path: Path) -> None:
    write_lines(map(row_form, rows), path)
