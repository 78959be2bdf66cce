"""What the user names, as annotated articles to read: files, and directories of them."""

import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sayso.data.errors import Unreadable
from sayso.evaluation.gold.annotated import Gold
from sayso.evaluation.gold.brat import read_standoff
from sayso.evaluation.gold.jsonl import read_row
from sayso.ingest.sources import STDIN

SUFFIXES = (".jsonl", ".json", ".ann")


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotated article that is yet to be read; `load` raises Unreadable or OSError when it cannot be."""

    name: str
    load: Callable[[], Gold]


def entries(places: Iterable[str]) -> Iterator[Entry]:
    """The annotated articles at all `places`, each place once; - is JSON Lines from standard input."""
    for path in dict.fromkeys(path for place in places for path in _files(place)):
        yield from _in_file(path)


def _files(place: str) -> list[Path]:
    """A directory is its files at any depth, in order; a text that has its marks beside it is these."""
    path = Path(place)
    if path.is_dir():
        return sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES) or [path]
    marks = path.with_suffix(".ann") if path.suffix == ".txt" else path
    return [marks if marks.exists() else path]


def _in_file(path: Path) -> Iterator[Entry]:
    name = str(path)
    if name == STDIN:
        yield from _rows(name, sys.stdin.buffer)
    elif path.suffix == ".jsonl":
        yield from _lines(path)
    elif path.suffix == ".json":
        yield Entry(name, lambda: read_row(name, path.read_bytes()))
    elif path.suffix == ".ann":
        yield Entry(name, partial(read_standoff, path))
    else:
        yield _failed(name, Unreadable(name, f"no annotated articles: they are in {', '.join(SUFFIXES)} files"))


def _lines(path: Path) -> Iterator[Entry]:
    try:
        with path.open("rb") as file:
            yield from _rows(str(path), file)
    except OSError as error:
        yield _failed(str(path), error)


def _rows(name: str, lines: Iterable[bytes]) -> Iterator[Entry]:
    """One article a line; a file without any is a mistake, not a corpus."""
    is_empty = True
    for number, line in enumerate(lines, 1):
        if line.strip():
            is_empty = False
            yield Entry(f"{name} line {number}", partial(read_row, f"{name} line {number}", line))
    if is_empty:
        yield _failed(name, Unreadable(name, "it is empty"))


def _failed(name: str, error: Exception) -> Entry:
    def load() -> Gold:
        raise error

    return Entry(name, load)
