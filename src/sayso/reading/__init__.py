"""Bytes in, Article out: one document as found becomes its title, date, text and blocks.

No network, no model of language, no clock: the same bytes give the same article.
"""

import hashlib
import re

from sayso.data.article import Article, Document
from sayso.data.found import Found
from sayso.reading.decode import clean, decode
from sayso.reading.plain_text import article_from_text

__all__ = ["read_document", "read_found", "read_text"]

_HTML_NAME = re.compile(r"\.x?html?(?:\.gz)?$", re.IGNORECASE)
_HTML_HEAD = re.compile(r"^[ \t]*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE | re.MULTILINE)
_HTML_START = re.compile(r"\s*<(?:!--|\?xml\b[^<>]{0,200}>\s*<!?(?:doctype|html)|[a-z][a-z0-9]{0,12}[\s>/])", re.I)
_TAG = re.compile(r"</?(?:p|div|span|a|br|h[1-6]|meta|article|section|table|ul|li|img|title)\b[^<>]{0,500}>", re.I)
_HEAD = 64_000


def read_document(data: bytes, name: str, url: str | None = None, charset: str | None = None) -> Article:
    """Read one document from its bytes; `name` is what messages call it, `url` where it was published,
    `charset` the encoding that the server said it is in.

    Offsets in the article are code points of its text. Raises Unreadable, one line, when there is nothing to read:
    empty, binary, over 20 MB, garbled, nested too deeply, or navigation only.
    """
    return read_found(Found(data, url, charset), name, hashlib.sha256(data).hexdigest())


def read_found(found: Found, name: str, sha256: str) -> Article:
    """Read one document of which more is known than its bytes; `sha256` is the digest of what came in.

    What is given holds before what the document tells of itself. Raises Unreadable as `read_document` does.
    """
    text = decode(found.content, name, found.charset)
    media_type = "text/html" if _is_html(text, name) else "text/plain"
    document = Document(name, found.url, found.media_type or media_type, sha256, found.asked_url)
    if media_type == "text/plain":
        return article_from_text(text, document, found.given)
    # a second's import that plain text need not wait for
    from sayso.reading.html import article_from_html

    return article_from_html(text, document, found.given)


def read_text(text: str, name: str) -> Article:
    """Read plain text that is decoded already; the digest is that of its UTF-8 bytes."""
    data = text.encode("utf-8", "surrogatepass")
    return article_from_text(clean(text), Document(name, None, "text/plain", hashlib.sha256(data).hexdigest()))


def _is_html(text: str, name: str) -> bool:
    head = text[:_HEAD]
    if _HTML_HEAD.search(head) or _HTML_START.match(head):
        return True
    return bool(_HTML_NAME.search(name) and _TAG.search(head))
