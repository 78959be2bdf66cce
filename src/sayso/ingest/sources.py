"""What the user names, as documents to read: files, directories, archives, lists, URLs and standard input."""

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeVar

from sayso.data.errors import Exhausted, Unreadable, tells_of_exhaustion
from sayso.data.found import NOTHING_KNOWN, Found, Given
from sayso.data.limits import MOST_BYTES, ensure_fits
from sayso.inputs.format import HEAD, Links, Member, PassedOver
from sayso.inputs.formats import told
from sayso.inputs.opening import documents, is_single, kind_of, peeked

if TYPE_CHECKING:
    from sayso.ingest.web import Web

T = TypeVar("T")

WHOLE_RECORD = ".sayso.jsonl"
STDIN = "-"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,20}://", re.IGNORECASE)
_MOST_DEPTH = 3
"""Lists that lead to lists: an OPML to a feed to a page, a sitemap's index to a sitemap to a page."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is yet to be loaded; `load` raises Unreadable or OSError when it cannot be.

    `passed_over` is what it is, where that is nothing to read. `done` is how many bytes of all that was named are done
    with once this is.
    """

    name: str
    load: Callable[[], Found]
    passed_over: str | None = None
    done: int = 0


@dataclass(slots=True)
class Sources:
    """The documents at all `places`, found one by one as they are asked for.

    `given` is what the user knows of them, `columns` which column of a table holds what. Pages that feeds, sitemaps and
    lists name are fetched with `follow`, and from this machine and its own network with `allow_private`, and what
    robots.txt or a reservation of text and data mining keeps from programs with `allow_reserved`. The `record`,
    a path, and what lies beside it under its name are no documents. Of the places those `from_folders` are files that
    nobody named one by one: what they are is told by what is in them.
    """

    places: list[str]
    allow_private: bool = False
    follow: bool = False
    url: str | None = None
    given: Given = NOTHING_KNOWN
    columns: dict[str, str] = field(default_factory=dict)
    record: str | None = None
    allow_reserved: bool = False
    from_folders: frozenset[str] = frozenset()
    _done: int = 0
    _web: "Web | None" = None

    @property
    def size(self) -> int:
        """The bytes of all files that are named, as far as the disk tells."""
        return sum(map(_size, map(Path, self.places)))

    def __iter__(self) -> Iterator[Source]:
        for place in self.places:
            if place == STDIN:
                yield from map(self._known, self._opened(sys.stdin.buffer, STDIN, named=True))
            elif _ADDRESS.match(place):
                yield from map(self._known, self._fetched(place))
            elif Path(place).is_dir():
                yield from map(self._known, self._in_directory(Path(place)))
            else:
                named = place not in self.from_folders
                yield from map(self._known, self._file(Path(place), named=named))

    def _known(self, source: Source) -> Source:
        """With what the user says of it, if he does."""
        if self.given == NOTHING_KNOWN and not self.url:
            return source
        return replace(source, load=partial(self._with_given, source))

    def _with_given(self, source: Source) -> Found:
        found = source.load()
        return replace(found, url=self.url or found.url, given=self.given.or_else(found.given))

    def _in_directory(self, directory: Path) -> Iterator[Source]:
        """Its documents at any depth, in the order of their names; a folder that cannot be opened fails as one."""
        closed: list[OSError] = []
        for folder, below, names in os.walk(directory, onerror=closed.append):
            below.sort()
            for path in (Path(folder, name) for name in sorted(names)):
                if path.is_file() and not self._is_record(path):
                    yield from self._file(path, named=False)
        yield from (Source(str(error.filename), partial(_fail, error)) for error in closed)

    def _is_record(self, path: Path) -> bool:
        """Whether a file is the record itself, or one that the database or `sayso watch` keeps beside it."""
        return self.record is not None and str(path.resolve()).startswith(str(Path(self.record).resolve()))

    def _file(self, path: Path, *, named: bool) -> Iterator[Source]:
        before, size = self._done, _size(path)
        try:
            with path.open("rb") as file:
                if path.is_file():
                    yield from self._in_file(file, path, named=named)
                else:  # a pipe, which can be opened once
                    yield from self._opened(file, str(path), named=named)
        except OSError as error:
            yield Source(str(path), partial(_fail, error))
        self._done = before + size

    def _in_file(self, file: BinaryIO, path: Path, *, named: bool) -> Iterator[Source]:
        """One document, to be loaded when its turn comes, or all that the file holds, as it is gone through."""
        head, _ = peeked(file)
        kind = None if named else kind_of(head, path.name, self.columns)
        if is_single(head, path.name, self.columns, named=named) or is_carried(path):
            what = kind if isinstance(kind, str) else "whole record" if is_carried(path) else None
            yield Source(str(path), partial(_load, path), what, self._done + _size(path))
            return
        start = self._done
        for source in self._opened(file, str(path), named=named):
            yield replace(source, done=start + file.tell())

    def _opened(self, stream: BinaryIO, name: str, *, named: bool, depth: int = 0) -> Iterator[Source]:
        for member in documents(stream, name, self.columns, named=named):
            if isinstance(member.what, Links):
                yield from self._followed(member.name, member.what, depth)
            else:
                yield _source(member)

    def _followed(self, name: str, links: Links, depth: int) -> Iterator[Source]:
        if not self.follow or depth >= _MOST_DEPTH:
            lists = "addresses and no article" if links.urls else "pages, but none that is on the web"
            why = f"it lists {lists}; --follow fetches them"
            yield Source(name, partial(_refuse, Unreadable(name, why)))
            return
        for url in links.urls:
            yield from self._fetched(url, depth + 1)

    def _fetched(self, url: str, depth: int = 0) -> Iterator[Source]:
        """The page behind a URL when its turn comes; with `follow` it is fetched at once, for it may be a list."""
        if not self.follow:
            yield Source(url, partial(self._page, url), done=self._done)
            return
        try:
            found = tried(url, partial(self._page, url))
        except Unreadable as error:
            yield Source(url, partial(_refuse, error), done=self._done)
            return
        kind = told(found.content[:HEAD])
        if kind and kind.links:
            yield from self._followed(url, kind.links(found.content, url), depth)
        else:
            yield Source(url, lambda: found, done=self._done)

    def _page(self, url: str) -> Found:
        # the network is loaded at its first use: to read a file needs none
        from sayso.ingest.web import Web

        if self._web is None:
            self._web = Web(self.allow_private, self.allow_reserved)
        return self._web.page(url)


def is_carried(place: str | Path) -> bool:
    """Whether a file holds a whole record, written by `sayso export`."""
    return str(place).lower().endswith(WHOLE_RECORD)


def origin(name: str) -> str:
    """Where a document so named came from: a file as it is, of what lies in an archive or a table the file around it.

    >>> origin("https://orsa.example/dam")
    'https://orsa.example/dam'
    """
    if _ADDRESS.match(name) or Path(name).exists():
        return name
    outer = next((path for path in Path(re.sub(r":\d+$", "", name)).parents if path.is_file()), None)
    table = Path(re.sub(r":\d+$", "", name))
    return str(outer or (table if table.exists() else name))


def tried(name: str, work: Callable[[], T]) -> T:
    """Do some work on the document so named; whatever goes wrong with it is Unreadable, so that the run goes on.

    What would go wrong with every other too raises Exhausted.
    """
    try:
        return work()
    except (Unreadable, Exhausted):
        raise
    except Exception as error:  # The one boundary: no document, however odd, may end a run.
        if tells_of_exhaustion(error):
            raise Exhausted from error
        raise Unreadable(name, _why(error)) from error


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return (error.strerror or str(error)).lower()
    return f"sayso itself failed on it: {type(error).__name__}: {error}"


def _source(member: Member) -> Source:
    what = member.what
    if isinstance(what, PassedOver):
        return Source(member.name, partial(_refuse, Unreadable(member.name, what.kind)), what.kind)
    if isinstance(what, Found):
        return Source(member.name, lambda: what)
    assert isinstance(what, Unreadable)
    return Source(member.name, partial(_refuse, what))


def _size(path: Path) -> int:
    """Bytes of a file or of all in a directory; 0 of what has none."""
    try:
        if path.is_dir():
            return sum(_size(Path(folder, name)) for folder, _, names in os.walk(path) for name in names)
        return path.stat().st_size
    except OSError:
        return 0


def _fail(error: OSError) -> Found:
    raise error


def _refuse(error: Unreadable) -> Found:
    raise error


def _load(path: Path) -> Found:
    """The file's size is looked at before any of it is loaded; a pipe has none, so its reading is bounded too."""
    ensure_fits(path.stat().st_size, str(path))
    with path.open("rb") as file:
        found = Found(file.read(MOST_BYTES + 1))
    ensure_fits(len(found.content), str(path))
    return found
