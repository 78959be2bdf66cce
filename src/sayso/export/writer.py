"""Write statements to a file in the format that its name tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Generic, Literal, TypeVar

from sayso.data.export_errors import MissingLibrary, UnknownFormat
from sayso.data.results import StatementRow
from sayso.export.formats import csv, jsonl
from sayso.export.formats.columns import COLUMNS, Own, of_own_list
from sayso.serialise import json_files
from sayso.serialise.atomic_file import replacing

T = TypeVar("T")
NOTHING_GIVEN: Final[Own] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Format:
    """A format, the module of this room that writes it, the library that it `needs`, whether it `is_table`."""

    name: str
    module: str
    needs: str | None = None
    is_table: bool = False

    def write(self, rows: Iterable[StatementRow], path: Path, own: Own) -> None:
        more = [(*COLUMNS, *of_own_list(own))] if self.is_table else []
        import_module(f"sayso.export.formats.{self.module}").write(rows, path, *more)


FORMATS: Final = {
    ".csv": Format("CSV", "csv", is_table=True),
    ".xlsx": Format("Excel", "xlsx", "xlsxwriter", is_table=True),
    ".parquet": Format("Parquet", "parquet", "pyarrow", is_table=True),
    ".jsonl": Format("JSON Lines", "jsonl"),
    ".jsonld": Format("schema.org in JSON-LD", "schema_org"),
    ".annotations.jsonld": Format("W3C Web Annotation", "web_annotations"),
    ".ftm.json": Format("FollowTheMoney", "ftm"),
}
"""The formats by how the name of a file in them ends."""


def write(rows: Iterable[StatementRow], path: str | Path, own: Own = NOTHING_GIVEN) -> int:
    """Write the statements to `path`, in the place of what is there, and tell how many they were.

    A table gets the columns of the user's `own` list too, as `Record.own_columns` gives them.

    Raises UnknownFormat or MissingLibrary before anything is begun, NotWritten when it cannot be finished; the file
    that was there before is then as it was.
    """
    path = Path(path)
    chosen = format_of(path)
    counted = _Counted(rows)
    with replacing(path) as part:
        chosen.write(counted, part, own)
    return counted.number


def lines(rows: Iterable[StatementRow], ending: Literal["csv", "jsonl"], own: Own = NOTHING_GIVEN) -> Iterator[str]:
    """What `write` puts into a file, piece by piece as it is taken; half a surrogate pair may be in it."""
    return jsonl.lines(rows) if ending == "jsonl" else csv.lines(rows, (*COLUMNS, *of_own_list(own)))


def write_whole(lines: Iterable[Any], path: str | Path) -> int:
    """Write the lines of a whole record, as `archive.lines` gives them; raises what `write` does when it cannot."""
    counted = _Counted(lines)
    with replacing(Path(path)) as part:
        json_files.write_lines(counted, part)
    return counted.number


def format_of(path: str | Path) -> Format:
    """The format that the longest fitting suffix tells; raises UnknownFormat or MissingLibrary."""
    name = Path(path).name.lower()
    suffix = max((suffix for suffix in FORMATS if name.endswith(suffix)), key=len, default=None)
    if suffix is None:
        raise UnknownFormat(Path(path), tuple(FORMATS))
    found = FORMATS[suffix]
    if found.needs and not find_spec(found.needs):
        raise MissingLibrary(Path(path), suffix)
    return found


class _Counted(Generic[T]):
    """Rows, and how many of them have gone by."""

    def __init__(self, rows: Iterable[T]) -> None:
        self.rows = rows
        self.number = 0

    def __iter__(self) -> Iterator[T]:
        for row in self.rows:
            self.number += 1
            yield row
