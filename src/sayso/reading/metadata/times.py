"""When the article was published and changed, as the page's <time> elements and their like say."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from sayso.data.article import Moment
from sayso.reading.metadata.dates import moment
from sayso.reading.metadata.frame import is_elsewhere, marks_of, words_of
from sayso.reading.metadata.merge import Told

_PUBLISHED = re.compile(r"publi|posted|post-?date|entry-?date|pubdate|dateline|created", re.IGNORECASE)
_MODIFIED = re.compile(r"updat|modif|comment", re.IGNORECASE)
_ATTRIBUTES = (
    *("data-date", "data-datetime", "data-timestamp", "data-time", "data-published", "data-pubdate", "data-utc"),
    *("data-publish-date", "data-published-at", "data-created"),
)
_TELLS_TIME = etree.XPath("//*[" + " or ".join(f"@{name}" for name in _ATTRIBUTES) + "]")
_CALLED_DATE = re.compile(
    r"(?:^|[\s_-])(?:(?:entry|post|article|publish(?:ed)?|pub)?[_-]?(?:date|datum|time|timestamp)|fecha|published)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LONGEST_DATE = 60
_DATE_PROPERTIES = ("datePublished", "dateCreated", "dateModified")
_MARKED, _IN_ARTICLE, _ANYWHERE, _CHANGED, _ELSEWHERE = range(5)


def told_in_time_elements(tree: HtmlElement, *, marked: bool, day_first: bool | None = None) -> Told:
    """The first date that is `marked` as the publication's, or else the first of any; and that of the last change."""
    found = [(_rank(element), date) for element in _time_elements(tree) if (date := _time_of(element, day_first))]
    ranks = (_MARKED,) if marked else (_MARKED, _IN_ARTICLE, _ANYWHERE, _CHANGED, _ELSEWHERE)
    published = next((date for wanted in ranks for rank, date in found if rank == wanted), None)
    return Told(published=published, updated=next((date for rank, date in found if rank == _CHANGED), None))


def told_in_boxes(tree: HtmlElement, day_first: bool | None = None) -> Moment | None:
    """The date in an element of the article that is called one: day, month and year often have boxes of their own."""
    for element in tree.iter("span", "div", "p", "li", "dd", "td", "em", "small"):
        marks = str(element.get("class") or "")
        if marks and _CALLED_DATE.search(marks) and not _MODIFIED.search(marks) and not is_elsewhere(element):
            words = words_of(element)
            found = moment(words, "time", day_first) if len(words) <= _LONGEST_DATE else None
            if found and found.precision not in ("month", "year"):
                return found
    return None


def _time_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    told = set(_TELLS_TIME(tree))
    for element in tree.iter("time", "span", "div", "abbr", "p", "meta"):
        is_told = element in told or (element.tag == "abbr" and element.get("title"))
        is_called = is_told and bool(_CALLED_DATE.search(str(element.get("class") or "")))
        if element.tag == "time" or element.get("itemprop") in _DATE_PROPERTIES or is_called:
            yield element


def _rank(element: HtmlElement) -> int:
    """How surely this is when the article was published, the lower the surer."""
    marks = marks_of(element)
    if is_elsewhere(element):
        return _ELSEWHERE
    if _MODIFIED.search(marks) and not _PUBLISHED.search(marks):
        return _CHANGED
    if _PUBLISHED.search(marks) or element.get("pubdate") is not None:
        return _MARKED
    return (
        _IN_ARTICLE
        if any(parent.tag in ("article", "header", "main") for parent in element.iterancestors())
        else _ANYWHERE
    )


def _time_of(element: HtmlElement, day_first: bool | None) -> Moment | None:
    told = [element.get(name) for name in ("datetime", "content", "title", *_ATTRIBUTES)]
    for words in (*told, words_of(element)):
        if words and (date := moment(str(words), "time", day_first)):
            return date
    return None
