"""JSON Lines: each statement as `sayso said --json` prints it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.data.results import StatementRow
from sayso.serialise.core import row_form
from sayso.serialise.json_files import line, write_lines


def write(rows: Iterable[StatementRow], path: Path) -> None:
    write_lines(map(row_form, rows), path)


def lines(rows: Iterable[StatementRow]) -> Iterator[str]:
    return map(line, map(row_form, rows))
