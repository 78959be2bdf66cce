"""The pages that frameworks show when they fail, alone or within a page: from their first line to their last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.reading.leaks.leak import Leak

_LONGEST = 400_000  # characters from the first line of such a page to its last


@dataclass(frozen=True, slots=True)
class _Page:
    """`mark` stands in its `head` or `tail`; between the two lies nothing but the page."""

    mark: str
    head: re.Pattern[str]
    tail: re.Pattern[str]


def _page(mark: str, head: str, tail: str) -> _Page:
    return _Page(mark, re.compile(rf"^[ \t]{{0,100}}(?:{head})", re.MULTILINE), re.compile(tail, re.MULTILINE))


_PAGES = (
    _page(
        "Server Error in '", r"Server Error in '[^'\n]{1,200}' Application\.", r"^[^\n]{0,20}Version Information:[^\n]*"
    ),
    _page(
        "Django",
        r"(?:\w{3,80} at /\S{0,300}|Page not found \(404\))[ \t]*$",
        r"Django will(?:\s{1,40}\w{1,40}){0,3}\s{1,40}standard (?:\d{3} )?page[^\n]*",
    ),
    _page("Apache Tomcat", r"HTTP Status \d{3} ", r"^[ \t]*Apache Tomcat(?:/[^\n]*)?$"),
    _page("Whitelabel Error Page", r"Whitelabel Error Page", r"^There was an unexpected error \(type=[^\n]*"),
    _page(
        "Werkzeug",
        r"(?:[a-z_]\w*\.){0,8}[A-Z]\w{2,80}(?:Error|Exception|NotFound|Exit|Interrupt)(?:: [^\n]{0,500})?[ \t]*$",
        r"Werkzeug powered traceback interpreter\.?|Werkzeug Debugger",
    ),
    _page(
        "Rails.root:",
        r"[A-Z]\w{2,80}(?:::\w{1,80}){0,6} in [A-Z]\w{0,80}(?:::\w{1,80}){0,6}#\w{1,80}[ \t]*$",
        r"^[ \t]*(?:Headers|Response headers?)[^\n]{0,200}(?:\s{0,40}None)?"
        r"|^[ \t]*Rails\.root: [^\n]*(?:\n[^\n]+){0,40}",
    ),
)


def debug_pages(text: str) -> Iterator[Leak]:
    """Find pages of frameworks; one without its last line is none."""
    for page in _PAGES:
        if page.mark not in text:
            continue
        position = 0
        while (head := page.head.search(text, position)) and (tail := page.tail.search(text, head.end())):
            position = tail.end()
            if tail.end() - head.start() <= _LONGEST:
                yield Leak(head.start(), tail.end(), "debug page")
