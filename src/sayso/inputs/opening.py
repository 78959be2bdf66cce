"""A file as the documents that it holds: what it is packed in is taken off, layer by layer, as it is read."""

import io
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import PurePath
from typing import BinaryIO, cast

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.data.limits import MOST_BYTES, ensure_fits
from sayso.inputs.bounds import MOST_DEPTH
from sayso.inputs.format import HEAD, Columns, Format, Member, PassedOver
from sayso.inputs.formats import told
from sayso.inputs.packed import BROKEN, is_packed, unpacked
from sayso.inputs.tables import CSV

_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_TEXTS = (".txt", ".text", ".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")
_TABLES = (".csv", ".tsv")
_IN_MEMORY = 64_000_000


def kind_of(head: bytes, name: str, columns: Columns) -> Format | str | None:
    """What a file is by its first bytes, where nobody says that it is an article: a format, None of text or HTML, or in
    words what it is that nobody reads.
    """
    form = told(head, columns)
    if form:
        return form if form.unwrap or form.members or form.links else form.name
    suffix = PurePath(name.removesuffix(".gz")).suffix.lower()
    if _HTML.search(head) or suffix in _TEXTS:
        return None
    if suffix in _TABLES:
        return "table without a column of text"
    if not head.strip():
        return "empty file"
    return f"file named {suffix}" if suffix else "file of no kind known"


def told_as(head: bytes, name: str, columns: Columns) -> Format | None:
    """The format of a file that the user named: a table that is called one is no text, whatever its columns are."""
    form = told(head, columns)
    return CSV if form is None and PurePath(name.removesuffix(".gz")).suffix.lower() in _TABLES else form


def is_single(head: bytes, name: str, columns: Columns, *, named: bool = True) -> bool:
    """Whether a file is one document, so that it need not be opened until its turn comes."""
    form = told_as(head, name, columns) if named else told(head, columns)
    return not is_packed(head) and (form is None or not (form.members or form.links))


def documents(stream: BinaryIO, name: str, columns: Columns, *, named: bool = True, depth: int = 0) -> Iterator[Member]:
    """The documents in a file, one after another; what is broken is told in its place and ends what it is in.

    `named` is whether the user named the file itself: then it is taken for text where nothing tells what it is.
    """
    try:
        yield from _opened(stream, name, columns, named, depth)
    except Unreadable as error:
        yield Member(error.document_name, error)
    except BROKEN as error:
        yield Member(name, Unreadable(name, f"it is broken: {error}"))


def _opened(stream: BinaryIO, name: str, columns: Columns, named: bool, depth: int) -> Iterator[Member]:
    if depth > MOST_DEPTH:
        raise Unreadable(name, f"it is packed more than {MOST_DEPTH} times over")
    head, stream = peeked(stream)
    if is_packed(head):
        inner = unpacked(stream, head, name)
        yield from documents(inner, name, columns, named=named, depth=depth + 1)
        return
    kind = told_as(head, name, columns) if named else kind_of(head, name, columns)
    if isinstance(kind, str):
        yield Member(name, PassedOver(kind))
    elif kind and kind.members:
        kind.ensure_there(name)
        yield from _members(kind, stream, name, columns, depth)
    else:
        content = stream.read(MOST_BYTES + 1)
        ensure_fits(len(content), name)
        yield Member(name, kind.links(content, name) if kind and kind.links else Found(content))


def _members(kind: Format, stream: BinaryIO, name: str, columns: Columns, depth: int) -> Iterator[Member]:
    assert kind.members
    with _seekable(stream) if kind.seeks else nullcontext(stream) as source:
        for member in kind.members(source, name, columns):
            if isinstance(member.what, io.IOBase):
                inner = cast(BinaryIO, member.what)
                yield from documents(inner, member.name, columns, named=False, depth=depth + 1)
            else:
                yield member


def peeked(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """The first bytes of a stream, and the stream with them."""
    if stream.seekable():
        at = stream.tell()
        head = stream.read(HEAD)
        stream.seek(at)
        return head, stream
    head = stream.read(HEAD)
    return head, cast(BinaryIO, io.BufferedReader(_Replayed(head, stream)))


class _Replayed(io.RawIOBase):
    """A stream whose first bytes have been read already."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head, self._stream = head, stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        data = data or self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def _seekable(stream: BinaryIO) -> Iterator[BinaryIO]:
    """The stream itself, or a copy of it; what comes out of a packed one is bounded by what it came from."""
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)
