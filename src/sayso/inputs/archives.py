"""ZIP and tar: each file in them is a document, or again a format of its own. Nothing is ever unpacked to the disk."""

import io
import tarfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from sayso.data.errors import Unreadable
from sayso.inputs.bounds import Bounded
from sayso.inputs.format import Columns, Format, Member, starts_with

_ENCRYPTED = 1
_USTAR = 257


def _of_zip(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    """Its files in the order of its directory; a file that is broken costs itself alone."""
    try:
        with ZipFile(file) as archive:
            for info in archive.infolist():
                if not info.is_dir():
                    yield _zipped(archive, info, f"{name}/{info.filename}")
    except (BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise Unreadable(name, f"a ZIP that cannot be read: {error}") from error


def _zipped(archive: ZipFile, info: ZipInfo, name: str) -> Member:
    if info.flag_bits & _ENCRYPTED:
        return Member(name, Unreadable(name, "it is encrypted"))
    try:
        stream = cast(BinaryIO, archive.open(info))
    except (BadZipFile, NotImplementedError, RuntimeError, zlib.error) as error:
        return Member(name, Unreadable(name, f"it cannot be unpacked: {error}"))
    return Member(name, io.BufferedReader(Bounded(stream, name, packed=info.compress_size)))


def _of_tar(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    """Its files as they come; links, devices and folders are none."""
    try:
        with tarfile.open(fileobj=file, mode="r|") as archive:
            for info in archive:
                stream = archive.extractfile(info) if info.isreg() else None
                if stream:
                    inner = f"{name}/{info.name}"
                    bounded = Bounded(cast(BinaryIO, stream), inner, packed=info.size)
                    yield Member(inner, io.BufferedReader(bounded))
                archive.members = []  # type: ignore[attr-defined]  # else it remembers every one
    except (tarfile.TarError, ValueError, OSError) as error:
        raise Unreadable(name, f"a tar that cannot be read: {error}") from error


ZIP = Format(
    "ZIP", "each file in it; WACZ is one", starts_with(b"PK\x03\x04", b"PK\x05\x06"), members=_of_zip, seeks=True
)
TAR = Format(
    "tar", "each file in it, compressed or not", lambda head: head[_USTAR:].startswith(b"ustar"), members=_of_tar
)
