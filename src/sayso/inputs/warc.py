"""WARC, what crawlers write, plain or gzipped: every response that is a page, decoded as HTTP sent it."""

from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.data.limits import MOST_BYTES, ensure_fits
from sayso.inputs.format import Columns, Format, Member, starts_with

_READ = ("", "text/html", "application/xhtml+xml", "text/plain", "application/pdf")
_KINDS = ("response", "resource", "conversion")


def _records(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    """Responses with status 200, resources, and extracted text; what a revisit saw again is there already."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        for record in ArchiveIterator(file, no_record_parse=False):
            if record.rec_type in _KINDS and _is_page(record):
                yield _page(record, name)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise Unreadable(name, f"a WARC that breaks off: {error}") from error


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return False
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    return url.startswith(("http://", "https://")) and _media_type(record)[0] in _READ


def _media_type(record: Any) -> tuple[str, str | None]:
    """ "text/html" and the encoding that the server named."""
    headers = record.http_headers or record.rec_headers
    media_type, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \t\"'")
    return media_type.strip().lower(), charset or None


def _page(record: Any, name: str) -> Member:
    url = record.rec_headers.get_header("WARC-Target-URI").strip("<>")
    try:
        content = record.content_stream().read(MOST_BYTES + 1)
        ensure_fits(len(content), url)
    except Unreadable as error:
        return Member(url, error)
    except Exception as error:  # noqa: BLE001 - the decoders of HTTP's encodings raise what they like
        return Member(url, Unreadable(url, f"it cannot be unpacked: {error}"))
    return Member(url, Found(content, url, _media_type(record)[1]))


WARC = Format("WARC", "every page that a crawler fetched; in WACZ too", starts_with(b"WARC/"), members=_records)
