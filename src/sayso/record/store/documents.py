"""A document's bytes as they are kept: compressed, or, where they are the article's text itself, what follows on it."""

import zlib
from typing import Final

from sayso.data.limits import MOST_BYTES
from sayso.data.record_errors import Damaged

_ZLIB: Final = b"x"
"""What compressed bytes begin with, and what follows on a text does not."""


def kept(content: bytes | None, text: str) -> bytes | None:
    """A document for its row, beside the text of its article.

    >>> kept(b"She left.\\n", "She left."), kept(b"<p>She left.", "She left.")[:1]
    (b'\\n', b'x')
    """
    if content is None:
        return None
    own = text.encode()
    follows = content[len(own) :] if content.startswith(own) else None
    return zlib.compress(content) if follows is None or follows.strip() else follows


def kept_beside(held: bytes | None, before: str, text: str) -> bytes | None:
    """What is kept of a document, for a row whose article has another text than before."""
    return held if held is None or held.startswith(_ZLIB) else kept(before.encode() + held, text)


def unpacked(content: bytes | None, text: str, key: str) -> bytes | None:
    """A document as it came, from what is kept of it; raises Damaged."""
    if content is None:
        return None
    if not content.strip():
        return text.encode() + content
    try:
        return _whole(content)
    except (zlib.error, _Bomb) as error:
        raise Damaged(key, f"the document that was kept cannot be unpacked: {error}") from error


class _Bomb(ValueError):
    """What unpacks to more than a document may have."""


def _whole(content: bytes) -> bytes:
    packed = zlib.decompressobj()
    document = packed.decompress(content, MOST_BYTES + 1)
    if len(document) > MOST_BYTES:
        raise _Bomb(f"it has more than {MOST_BYTES // 1_000_000} MB")
    if not packed.eof:
        raise _Bomb("its end is missing")
    return document
