"""Where a page says that it is published: <link rel=canonical>, or else og:url."""

import re
from urllib.parse import urlsplit, urlunsplit

from lxml.html import HtmlElement

_LONGEST = 2000
_TRACKING = re.compile(
    r"(?:utm_\w+|(?:fb|g|ms|tw|y)cl(?:id|src)|mc_[ce]id|igshid|ref|ref_?src|referrer|ito|smid|at_(?:medium|campaign)"
    r"|cmpid|traffic_?source|outputtype|amp|_ga|_hs\w+)(?:=.*)?",
    re.I,
)
"""What an address tells of the way a reader came, and nothing of the page."""


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
    plain = _untracked(address)
    is_page = reachable and len(urlsplit(plain).path + urlsplit(plain).query) > 1
    return plain if parts.scheme in ("http", "https") and is_page else None


def _untracked(address: str) -> str:
    """The address without what tells only how a reader came to it.

    >>> _untracked("https://post.example/story?id=7&utm_source=feed&ref=front"), _untracked("https://post.example/a?b")
    ('https://post.example/story?id=7', 'https://post.example/a?b')
    """
    parts = urlsplit(address)
    kept = [one for one in parts.query.split("&") if not _TRACKING.fullmatch(one)]
    return address if kept == parts.query.split("&") else urlunsplit(parts._replace(query="&".join(kept)))
