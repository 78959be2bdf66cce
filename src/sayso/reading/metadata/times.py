"""When the article was published and changed, as the page's <time> elements and their like say."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from sayso.data.article import Moment
from sayso.reading.metadata.dates import moment
from sayso.reading.metadata.frame import is_elsewhere, marks_of, words_of
from sayso.reading.metadata.merge import Told

_PUBLISHED = re.compile(r"publi|posted|post-?date|entry-?date|pubdate|dateline|created", re.IGNORECASE)
_MODIFIED = re.compile(r"updat|modif|comment", re.IGNORECASE)
_DATE_PROPERTIES = ("datePublished", "dateCreated", "dateModified")
_MARKED, _IN_ARTICLE, _ANYWHERE, _CHANGED, _ELSEWHERE = range(5)


def told_in_time_elements(tree: HtmlElement, *, marked: bool, day_first: bool | None = None) -> Told:
    """The first date that is `marked` as the publication's, or else the first of any; and that of the last change."""
    found = [(_rank(element), date) for element in _time_elements(tree) if (date := _time_of(element, day_first))]
    ranks = (_MARKED,) if marked else (_MARKED, _IN_ARTICLE, _ANYWHERE, _CHANGED, _ELSEWHERE)
    published = next((date for wanted in ranks for rank, date in found if rank == wanted), None)
    return Told(published=published, updated=next((date for rank, date in found if rank == _CHANGED), None))


def _time_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("time", "span", "div", "abbr", "p", "meta"):
        if element.tag == "time" or element.get("itemprop") in _DATE_PROPERTIES:
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
    for words in (element.get("datetime"), element.get("content"), words_of(element)):
        if words and (date := moment(str(words), "time", day_first)):
            return date
    return None
