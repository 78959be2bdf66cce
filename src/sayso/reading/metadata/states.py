"""Dates in a page's own state: JSON in a script or an attribute, for pages whose visible part tells none."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from sayso.data.article import Moment
from sayso.reading.metadata.dates import moment

_LINKED = "application/ld+json"  # is read by itself, and names other stories too
_MOST = 2_000_000
_KEY = re.compile(
    r"[\"'](?:date_?published|published_?(?:at|date|time|on)|publish_?(?:at|date|time)|publication_?date|pub_?date|created_?(?:at|date))"
    r"[\"']\s{0,4}:\s{0,4}[\"'](?P<date>[\w:+., /-]{8,40})[\"']",
    re.IGNORECASE,
)


def date_in_state(tree: HtmlElement) -> Moment | None:
    """The date that the scripts of a page hold under a key that says so; None where they hold several days."""
    found = [date for script in tree.iter("script") if script.get("type") != _LINKED for date in _dates(script)]
    return found[0] if len({date.value[:10] for date in found}) == 1 else None


def _dates(script: HtmlElement) -> Iterator[Moment]:
    for match in _KEY.finditer(str(script.text or "")[:_MOST]):
        found = moment(match["date"], "page state")
        if found and found.precision in ("day", "minute", "second"):
            yield Moment(found.value, found.precision, "page state", match[0])
