"""A page into an Article: trafilatura finds the body, the page itself tells title, outlet, byline and date."""

import logging
from dataclasses import replace

from htmldate import find_date as find_date_in_page
from lxml.html import HtmlElement

from sayso.data.article import Article, Document, Moment
from sayso.reading.blocks.body import Body, body_of_page
from sayso.reading.blocks.draft import Passage, laid_out
from sayso.reading.blocks.furniture import numbered
from sayso.reading.dom import cut, parse, visible_text
from sayso.reading.language import language_of
from sayso.reading.leaks.lift import lift
from sayso.reading.leaks.var_dump import verified_in
from sayso.reading.metadata.dates import LAST_YEAR, find_date
from sayso.reading.metadata.json_ld import told_in_linked_data
from sayso.reading.metadata.masthead import dateline, read_opening, with_lead
from sayso.reading.metadata.merge import Told
from sayso.reading.metadata.meta_tags import (
    all_headings,
    headline_in,
    told_in_headings,
    told_in_meta_tags,
    told_in_time_elements,
    without_outlet,
)
from sayso.reading.metadata.url_dates import date_in_url

_LONGEST_LINE = 300
_TOLD_TO_NOBODY = logging.NullHandler()  # what these libraries log is shown where the application sets up logging
for _library in ("trafilatura", "htmldate", "justext", "readability", "charset_normalizer"):
    logging.getLogger(_library).addHandler(_TOLD_TO_NOBODY)


def article_from_html(text: str, document: Document) -> Article:
    """Read a page; raises Unreadable when it holds no article, is nested too deeply or cannot be parsed."""
    tree = parse(text, document.name)
    visible = visible_text(tree)
    lifted = lift(visible.text, visible.code)
    cut(visible, lifted.cuts)
    told = _told(tree, document.url, lifted.text)
    page = body_of_page(tree, document.name)
    opening = read_opening(_dated(page), told.title)
    told = told.or_else(Told(opening.title, opening.outlet, opening.byline, opening.published))
    body, lead = with_lead(opening.body)
    words, blocks = laid_out([Passage("title", told.title), *body] if told.title else body)
    return Article(
        document=document,
        text=words,
        blocks=blocks,
        title=told.title,
        outlet=told.outlet,
        byline=told.byline,
        language=language_of(words),
        published=told.published,
        lead=lead,
        related=numbered(page.stories, lifted.stories, told.title),
        residue=tuple(verified_in(text, residue) for residue in lifted.residue),
    )


def _dated(page: Body) -> list[Passage]:
    """The passages of a page, those of a live blog's posts with the time of their post."""
    times = {post: told_in_time_elements(post).published for post in dict.fromkeys(page.posts) if post is not None}
    pairs = zip(page.passages, page.posts, strict=True)
    return [replace(passage, posted=times[post]) if post is not None else passage for passage, post in pairs]


def _told(tree: HtmlElement, url: str | None, text: str) -> Told:
    """What the page tells, the surest place first: JSON-LD, meta tags, <time>, headings, the address, its text."""
    headings = told_in_headings(tree)
    told = told_in_linked_data(tree).or_else(told_in_meta_tags(tree)).or_else(told_in_time_elements(tree))
    told = told.or_else(headings).or_else(Told(published=_from_url(tree, url)))
    told = told.or_else(Told(published=_from_lines(text)))
    if told.published is None:
        told = told.or_else(Told(published=_guessed(tree, text)))
    title = headline_in(without_outlet(told.title, told.outlet), all_headings(tree)) if told.title else None
    return Told(title, told.outlet, told.byline, told.published)


def _from_url(tree: HtmlElement, url: str | None) -> Moment | None:
    canonical = next((element.get("href") for element in tree.iter("link") if element.get("rel") == "canonical"), None)
    addresses = [str(address) for address in (url, canonical) if address]
    return next((found for address in addresses if (found := date_in_url(address))), None)


def _from_lines(text: str) -> Moment | None:
    lines = (line.strip() for line in text.split("\n"))
    return next((found for line in lines if line and (found := dateline(line))), None)


def _guessed(tree: HtmlElement, text: str) -> Moment | None:
    """The day that htmldate's heuristics find, if the page's text shows it: no date without evidence."""
    day = find_date_in_page(tree, extensive_search=False, original_date=True, max_date=f"{LAST_YEAR}-12-31")
    if not day:
        return None
    for line in text.split("\n"):
        if day[:4] in line and (found := find_date(line[:_LONGEST_LINE])) and found.value[:10] == day:
            return Moment(found.value, found.precision, "page text", line.strip()[:_LONGEST_LINE])
    return None
