"""Files that are compressed as a whole: gzip, bzip2, xz; what is inside is told again."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from sayso.data.errors import Unreadable
from sayso.data.limits import MOST_BYTES, ensure_fits
from sayso.inputs.bounds import Bounded

_OPENERS: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
BROKEN = (EOFError, OSError, lzma.LZMAError, ValueError)
"""What reading raises where such a file is broken."""


def is_packed(head: bytes) -> bool:
    return head.startswith(tuple(_OPENERS))


def plain(content: bytes, name: str) -> bytes:
    """What is inside of a document that is compressed as a whole; raises Unreadable where it is broken or too large."""
    if not is_packed(content):
        return content
    try:
        inside = unpacked(io.BytesIO(content), content, name).read(MOST_BYTES + 1)
    except BROKEN as error:
        raise Unreadable(name, f"it is broken: {error}") from error
    ensure_fits(len(inside), name)
    return inside


def unpacked(stream: BinaryIO, head: bytes, name: str) -> BinaryIO:
    """The stream inside, of which nothing is held; it does not seek."""
    opener = next(opener for signature, opener in _OPENERS.items() if head.startswith(signature))
    inner = cast(BinaryIO, opener(stream, "rb"))
    return io.BufferedReader(Bounded(inner, name, packed=stream))
