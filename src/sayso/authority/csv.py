"""A table: a header that names the columns, then an actor a row; commas, semicolons or tabs between the cells."""

import csv
import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from sayso.authority.lines import Line
from sayso.authority.normalise import made, plain, tidy, type_of
from sayso.data.entry import BadRow, Known
from sayso.data.errors import Unreadable

# The names that people give to columns; those of the Wikidata query service are among them.
_COLUMNS: Final = {
    "id": "id identifier",
    "name": "name fullname label itemlabel",
    "type": "type kind schema",
    "names": "names aliases alias othernames alsoknownas aka itemaltlabel",
    "roles": "roles role positions position description occupation profession job itemdescription",
    "qid": "qid wikidata wikidataid item",
    "born": "born birthdate dateofbirth dob birth birthyear yearofbirth",
}
_COLUMN_OF: Final = {word: column for column, words in _COLUMNS.items() for word in words.split()}
_OWN: Final = "+"
_LONGEST_CELL: Final = 100_000
_DELIMITERS: Final = ",;\t"
_BETWEEN_VALUES: Final = re.compile(r"[;|]")
# Over how many lines a row can run by line breaks in quotation marks; one mark too many must not eat the whole file.
_LONGEST_ROW: Final = 20


class Row(NamedTuple):
    """The cells of a row, and the line in which it begins."""

    line: int
    cells: list[str]


def csv_rows(name: str, lines: Iterator[Line | BadRow]) -> Iterator[tuple[int, Known] | BadRow]:
    """The actor of each row, with its line; raises Unreadable when there is no header of such a table."""
    delimiter, columns = _header(name, next(lines))
    for row in _rows(name, lines, delimiter):
        if isinstance(row, BadRow):
            yield row
        elif any(cell.strip() for cell in row.cells):  # spreadsheets leave rows of nothing but commas
            try:
                yield row.line, _actor(columns, row.cells)
            except ValueError as error:
                yield BadRow(name, row.line, str(error))


def _header(name: str, line: Line | BadRow) -> tuple[str, list[str]]:
    """The delimiter that makes most sense of the header, and what each column holds.

    What is none of ours is kept by the name that its owner gave it, behind a mark: "+Party".
    """
    if isinstance(line, BadRow):
        raise Unreadable(name, f"line {line.line}: {line.why}")
    headers = [(delimiter, _columns(line.text, delimiter)) for delimiter in _DELIMITERS]
    delimiter, columns = max(headers, key=lambda header: sum(column in _COLUMNS for column in header[1]))
    if not set(columns) & set(_COLUMNS):
        raise Unreadable(name, "no list of actors: neither a table with a header nor JSON with one entity a line")
    missing = next((column for column in ("name", "type") if column not in columns), None)
    if missing:
        raise Unreadable(name, f"its header has no column “{missing}”")
    return delimiter, columns


def _columns(header: str, delimiter: str) -> list[str]:
    try:
        (cells,) = _parsed([header], delimiter)
    except csv.Error:
        return []
    return [_COLUMN_OF.get(plain(cell)) or (_OWN + tidy(cell) if cell.strip() else "") for cell in cells]


def _rows(name: str, lines: Iterator[Line | BadRow], delimiter: str) -> Iterator[Row | BadRow]:
    ahead = deque(islice(lines, _LONGEST_ROW))
    while ahead:
        row, taken = _first_row(name, ahead, delimiter)
        yield row
        for _ in range(taken):
            ahead.popleft()
        ahead.extend(islice(lines, taken))


def _first_row(name: str, ahead: Sequence[Line | BadRow], delimiter: str) -> tuple[Row | BadRow, int]:
    """The row that begins here and how many lines it takes; when none fits, its first line alone is bad."""
    first = ahead[0]
    if isinstance(first, BadRow):
        return first, 1
    texts, why = list[str](), ""
    for line in ahead:
        if isinstance(line, BadRow):
            break
        texts.append(line.text)
        try:
            (cells,) = _parsed(texts, delimiter)
        except csv.Error as error:
            why = why or str(error)
        else:
            return Row(first.number, cells), len(texts)
    return BadRow(name, first.number, f"it is no CSV: {why}"), 1


def _parsed(texts: Sequence[str], delimiter: str) -> list[list[str]]:
    rows = list(csv.reader(texts, delimiter=delimiter, skipinitialspace=True, strict=True))
    # The module's own limit is one for the whole process, and other libraries move it.
    if any(len(cell) > _LONGEST_CELL for row in rows for cell in row):
        raise csv.Error(f"a cell of more than {_LONGEST_CELL:,} characters")
    return rows


def _actor(columns: Sequence[str], cells: Sequence[str]) -> Known:
    if len(cells) != len(columns):
        raise ValueError(f"{len(cells)} cells in it, and {len(columns)} columns in the header")
    found: dict[str, list[str]] = defaultdict(list)
    for column, cell in zip(columns, cells, strict=True):
        if cell.strip():
            found[column].append(cell)
    name, *other_names = found["name"] or [""]
    return made(
        type_of(_first(found["type"])),
        name,
        id=_first(found["id"]),
        names=[*other_names, *_split(found["names"])],
        roles=_split(found["roles"]),
        qid=_first(found["qid"]),
        born=_first(found["born"]),
        columns=[(column[1:], _first(cells)) for column, cells in found.items() if column.startswith(_OWN)],
    )


def _first(cells: Sequence[str]) -> str:
    return next(iter(cells), "")


def _split(cells: Sequence[str]) -> list[str]:
    return [value for cell in cells for value in _BETWEEN_VALUES.split(cell)]
