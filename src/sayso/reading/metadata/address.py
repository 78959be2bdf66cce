"""Where a page says that it is published: <link rel=canonical>, or else og:url."""

from urllib.parse import urlsplit

from lxml.html import HtmlElement

_LONGEST = 2000


def address_told(tree: HtmlElement) -> str | None:
    """The address that a page gives as its own; None where it gives none that a link could lead to."""
    canonical = (link.get("href") for link in tree.iter("link") if str(link.get("rel") or "").lower() == "canonical")
    shared = (tag.get("content") for tag in tree.iter("meta") if tag.get("property") == "og:url")
    return next((address for told in (*canonical, *shared) if (address := _plausible(str(told or "")))), None)


def _plausible(told: str) -> str | None:
    """An address as it is told, where it is http(s), names a host that others can reach, and a page on it."""
    address = told.strip()
    if len(address) > _LONGEST or any(mark.isspace() or mark in '<>"{}' for mark in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return None
    reachable = "." in host.strip(".") and not host.endswith((".local", ".localhost", ".internal"))
    return address if parts.scheme in ("http", "https") and reachable and len(parts.path + parts.query) > 1 else None
