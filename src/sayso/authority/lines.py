"""A file line by line, however large: what is no text, or too long to be a row, is told and passed over."""

from collections.abc import Iterator
from typing import BinaryIO, Final, NamedTuple

from sayso.data.entry import BadRow

# Wikidata's own limit for an item is a few megabytes; anything longer is not a list of rows.
LONGEST: Final = 16 * 1024 * 1024


class Line(NamedTuple):
    """A line of the file, its end with it; `number` counts from 1."""

    number: int
    text: str


def lines(name: str, file: BinaryIO) -> Iterator[Line | BadRow]:
    """The lines that are not blank, without a byte order mark; no more than one of them is held in memory."""
    number = 0
    while row := file.readline(LONGEST + 1):
        number += 1
        if len(row) > LONGEST:
            _skip_rest(file, row)
            yield BadRow(name, number, f"longer than {LONGEST // 1024**2} MiB")
        elif row.strip():
            yield _decoded(name, number, row)


def _skip_rest(file: BinaryIO, row: bytes) -> None:
    while row and not row.endswith(b"\n"):
        row = file.readline(LONGEST)


def _decoded(name: str, number: int, row: bytes) -> Line | BadRow:
    try:
        return Line(number, row.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return BadRow(name, number, f"it is not UTF-8: {error.reason} at byte {error.start}")
