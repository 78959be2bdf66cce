"""Write statements to a file in the format that its name tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final, Generic, Literal, TypeVar

from sayso.data.export_errors import MissingLibrary, UnknownFormat
from sayso.data.results import StatementRow
from sayso.export.formats import csv, jsonl
from sayso.serialise import json_files
from sayso.serialise.atomic_file import replacing

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Format:
    """A format, the module of this room that writes it, and the library that it `needs` for that."""

    name: str
    module: str
    needs: str | None = None

    def write(self, rows: Iterable[StatementRow], path: Path) -> None:
        import_module(f"sayso.export.formats.{self.module}").write(rows, path)


FORMATS: Final = {
    ".csv": Format("CSV", "csv"),
    ".xlsx": Format("Excel", "xlsx", "xlsxwriter"),
    ".parquet": Format("Parquet", "parquet", "pyarrow"),
    ".jsonl": Format("JSON Lines", "jsonl"),
    ".jsonld": Format("schema.org in JSON-LD", "schema_org"),
    ".annotations.jsonld": Format("W3C Web Annotation", "web_annotations"),
    ".ftm.json": Format("FollowTheMoney", "ftm"),
}
"""The formats by how the name of a file in them ends."""


def write(rows: Iterable[StatementRow], path: str | Path) -> int:
    """Write the statements to `path`, in the place of what is there, and tell how many they were.

    Raises UnknownFormat or MissingLibrary before anything is begun, NotWritten when it cannot be finished; the file
    that was there before is then as it was.
    """
    path = Path(path)
    chosen = format_of(path)
    counted = _Counted(rows)
    with replacing(path) as part:
        chosen.write(counted, part)
    return counted.number


def lines(rows: Iterable[StatementRow], ending: Literal["csv", "jsonl"]) -> Iterator[str]:
    """What `write` puts into a file, piece by piece as it is taken; half a surrogate pair may be in it."""
    return {"csv": csv.lines, "jsonl": jsonl.lines}[ending](rows)


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
