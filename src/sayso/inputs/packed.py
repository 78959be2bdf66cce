"""Files that are compressed as a whole: gzip, bzip2, xz; what is inside is told again."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable
from typing import Any, BinaryIO, cast

from sayso.inputs.bounds import Bounded

_OPENERS: dict[bytes, Callable[..., Any]] = {b"\x1f\x8b": gzip.open, b"BZh": bz2.open, b"\xfd7zXZ": lzma.open}
BROKEN = (EOFError, OSError, lzma.LZMAError, ValueError)
"""What reading raises where such a file is broken."""


def is_packed(head: bytes) -> bool:
    return head.startswith(tuple(_OPENERS))


def unpacked(stream: BinaryIO, head: bytes, name: str) -> BinaryIO:
    """The stream inside, of which nothing is held; it does not seek."""
    opener = next(opener for signature, opener in _OPENERS.items() if head.startswith(signature))
    inner = cast(BinaryIO, opener(stream, "rb"))
    return io.BufferedReader(Bounded(inner, name, packed=stream))
