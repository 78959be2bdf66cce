"""A list of actors, read from the file that the user names; the format is told by how it begins."""

import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from sayso.authority.csv import csv_rows
from sayso.authority.jsonl import json_rows
from sayso.authority.lines import Line, lines
from sayso.authority.normalise import shown
from sayso.data.entry import BadRow, Known
from sayso.data.errors import Unreadable

JSON_SUFFIXES = (".json", ".jsonl", ".ndjson")


def read_known(path: str | os.PathLike[str]) -> tuple[list[Known], list[BadRow]]:
    """The actors in a file, and the rows that tell of none; raises Unreadable when it is no list at all."""
    name = os.fspath(path)
    try:
        with Path(path).open("rb") as file:
            return _sorted(name, _rows(name, lines(name, file)))
    except OSError as error:
        raise Unreadable(name, error.strerror or str(error)) from error


def _rows(name: str, found: Iterator[Line | BadRow]) -> Iterator[tuple[int, Known] | BadRow]:
    """The rows by format: JSON begins with a bracket, which no header of a table does."""
    first = next(found, None)
    if first is None:
        raise Unreadable(name, "it is empty")
    is_json = isinstance(first, Line) and first.text.lstrip().startswith(("{", "["))
    rows = json_rows if is_json or name.endswith(JSON_SUFFIXES) else csv_rows
    return rows(name, chain([first], found))


def _sorted(name: str, rows: Iterator[tuple[int, Known] | BadRow]) -> tuple[list[Known], list[BadRow]]:
    """The good rows and the bad; a row whose id has been seen is bad."""
    known: list[Known] = []
    bad: list[BadRow] = []
    line_of: dict[str, int] = {}
    for row in rows:
        if isinstance(row, BadRow):
            bad.append(row)
            continue
        line, actor = row
        if line_of.setdefault(actor.id, line) == line:
            known.append(actor)
        else:
            bad.append(BadRow(name, line, f"the id {shown(actor.id)} is that of line {line_of[actor.id]} already"))
    if not known and not bad:
        raise Unreadable(name, "there is no actor in it")
    return known, bad
