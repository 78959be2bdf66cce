"""What the user names, as documents to read: files, directories, URLs and standard input."""

import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, TypeVar

from sayso.data.errors import Unreadable
from sayso.data.limits import MOST_BYTES, ensure_fits
from sayso.ingest.found import Found

T = TypeVar("T")

SUFFIXES = (".txt", ".html", ".htm", ".xhtml")
WHOLE_RECORD = ".sayso.jsonl"
STDIN = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is yet to be loaded; `load` raises Unreadable or OSError when it cannot be."""

    name: str
    load: Callable[[], Found]


def sources(places: Iterable[str], note: Callable[[str], None], *, allow_private: bool = False) -> Iterator[Source]:
    """The documents at all `places`; what a directory holds beside them is told to `note`.

    Pages are not fetched from this machine and its own network, unless that is allowed.
    """
    for place in places:
        if place == STDIN:
            yield Source(STDIN, partial(_bounded, sys.stdin.buffer, STDIN))
        elif _ADDRESS.match(place):
            yield Source(place, partial(_page, place, allow_private))
        elif Path(place).is_dir():
            yield from _in_directory(Path(place), note)
        else:
            yield _file(Path(place))


def is_carried(place: str | Path) -> bool:
    """Whether a file holds a whole record, written by `sayso export`."""
    return str(place).lower().endswith(WHOLE_RECORD)


def tried(name: str, work: Callable[[], T]) -> T:
    """Do some work on the document so named; whatever goes wrong with it is Unreadable, so that the run goes on."""
    try:
        return work()
    except Unreadable:
        raise
    except OSError as error:
        raise Unreadable(name, (error.strerror or str(error)).lower()) from error
    except Exception as error:  # The one boundary: no document, however odd, may end a run.
        raise Unreadable(name, f"sayso itself failed on it: {type(error).__name__}: {error}") from error


def _in_directory(directory: Path, note: Callable[[str], None]) -> Iterator[Source]:
    """Its documents at any depth, in the order of their names; a folder that cannot be opened fails as one."""
    closed: list[OSError] = []
    passed_over = 0
    for folder, below, names in os.walk(directory, onerror=closed.append):
        below.sort()
        for path in (Path(folder, name) for name in sorted(names)):
            if path.suffix.lower() in SUFFIXES and path.is_file():
                yield _file(path)
            else:
                passed_over += 1
    yield from (Source(str(error.filename), partial(_fail, error)) for error in closed)
    if passed_over:
        files = "1 other file" if passed_over == 1 else f"{passed_over} other files"
        note(f"{directory}: {files} passed over; only {' '.join(SUFFIXES)} are read from a directory")


def _fail(error: OSError) -> Found:
    raise error


def _file(path: Path) -> Source:
    return Source(str(path), partial(_load, path))


def _load(path: Path) -> Found:
    """The file's size is looked at before any of it is loaded; a pipe has none, so its reading is bounded too."""
    ensure_fits(path.stat().st_size, str(path))
    with path.open("rb") as file:
        return _bounded(file, str(path))


def _page(url: str, allow_private: bool) -> Found:
    # the network is loaded at its first use: to read a file needs none
    from sayso.ingest.fetch import fetch

    return _fitting(fetch(url, MOST_BYTES, allow_private=allow_private), url)


def _bounded(stream: BinaryIO, name: str) -> Found:
    return _fitting(Found(stream.read(MOST_BYTES + 1)), name)


def _fitting(found: Found, name: str) -> Found:
    """What was taken of a document, at most a byte more than it may have; raises Unreadable if that byte is there."""
    ensure_fits(len(found.content), name)
    return found
