"""What a server sends as the body of a page: unpacked as it comes, and whole or not at all."""

import zlib
from collections.abc import Iterable

_GZIP_OR_ZLIB = 47


class Broken(ValueError):
    """A body that is not what the server said it would be; str() says how."""


def gathered(pieces: Iterable[bytes], encoding: str, most: int) -> bytes:
    """The bytes of a body, unpacked; of more than `most` only that many and one, so that a bomb does not go off.

    Raises Broken where it ends too early or cannot be unpacked.
    """
    if encoding in ("", "identity"):
        return _up_to(pieces, most)
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise Broken(f"it is packed as {encoding}, which was not asked for")
    try:
        return _unpacked(pieces, most)
    except zlib.error as error:
        raise Broken(f"it is packed as {encoding}, and broken: {error}") from error


def _up_to(pieces: Iterable[bytes], most: int) -> bytes:
    body = bytearray()
    for piece in pieces:
        body += piece
        if len(body) > most:
            break
    return bytes(body[: most + 1])


def _unpacked(pieces: Iterable[bytes], most: int) -> bytes:
    """Member after member, as gzip may have several."""
    body, member = bytearray(), zlib.decompressobj(_GZIP_OR_ZLIB)
    for piece in pieces:
        while piece and len(body) <= most:
            if member.eof:
                member = zlib.decompressobj(_GZIP_OR_ZLIB)
            body += member.decompress(piece, most + 1 - len(body))
            piece = member.unused_data or member.unconsumed_tail
        if len(body) > most:
            return bytes(body)
    if not member.eof:
        raise Broken("it is packed, and its end has not come")
    return bytes(body)
