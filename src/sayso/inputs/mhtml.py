"""MHTML, a page as browsers save it in one file: the page itself, where it came from and when."""

from dataclasses import replace

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.inputs.format import Format
from sayso.inputs.mail import field_names, header, parsed, text_of

_SAVED = {b"snapshot-content-location", b"content-location"}


def is_mhtml(head: bytes) -> bool:
    """Whether it is a message of related parts as browsers write it, and not as people send it."""
    names = field_names(head)
    if b"content-type" not in names or b"mime-version" not in names:
        return False
    opening = head[:4096].lower()
    saved = b"saved by" in opening or bool(names & _SAVED) or b"\ncontent-location:" in opening
    return b"multipart/related" in opening and saved and b"received" not in names


def _page(found: Found, name: str) -> Found:
    message = parsed(found.content, name)
    pages = [part for part in message.walk() if part.get_content_type() in _PAGES]
    if not pages:
        raise Unreadable(name, "MHTML without a page in it")
    root = header(message, "Snapshot-Content-Location") or header(pages[0], "Content-Location")
    page = next((part for part in pages if header(part, "Content-Location") == root), pages[0])
    url = root if root and root.startswith(("http://", "https://")) else None
    # the day on which it was saved is no day of publication, so its date is not taken
    return replace(
        found,
        content=text_of(page),
        url=found.url or url,
        charset="utf-8",
        given=found.given,
        media_type="multipart/related",
    )


_PAGES = ("text/html", "application/xhtml+xml")

MHTML = Format("MHTML", "a page as a browser saved it, .mht or .mhtml", is_mhtml, unwrap=_page)
