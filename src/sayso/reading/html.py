"""A page into an Article: trafilatura finds the body, the page itself tells title, outlet, byline and date."""

import logging
from dataclasses import replace

from sayso.data.article import Article, Document
from sayso.data.found import NOTHING_KNOWN, Given
from sayso.reading.assemble import assembled
from sayso.reading.blocks.body import Body, body_of_page
from sayso.reading.blocks.draft import Passage
from sayso.reading.blocks.furniture import numbered
from sayso.reading.dom import cut, parse, visible_text
from sayso.reading.leaks.elements import debug_elements, lengths_hold
from sayso.reading.leaks.leak import Leak
from sayso.reading.leaks.lift import lift
from sayso.reading.leaks.page_state import page_state
from sayso.reading.leaks.var_dump import verified_in
from sayso.reading.metadata.address import address_told
from sayso.reading.metadata.given import told_as_given
from sayso.reading.metadata.masthead import read_opening
from sayso.reading.metadata.merge import Told
from sayso.reading.metadata.page import told_by_page
from sayso.reading.metadata.signatures import signed, without_dates_below
from sayso.reading.metadata.times import told_in_time_elements
from sayso.reading.several import apart

_TOLD_TO_NOBODY = logging.NullHandler()  # what these libraries log is shown where the application sets up logging
for _library in ("trafilatura", "htmldate", "justext", "readability", "charset_normalizer"):
    logging.getLogger(_library).addHandler(_TOLD_TO_NOBODY)


def article_from_html(text: str, document: Document, given: Given = NOTHING_KNOWN) -> Article:
    """Read a page; raises Unreadable when it holds no article, is nested too deeply or cannot be parsed."""
    tree = parse(text, document.name)
    several = apart(tree)
    held = list(tree.iter())  # else lxml makes each element's object anew whenever somebody comes by
    kinds = debug_elements(tree)
    visible = visible_text(tree, kinds)
    marked = [Leak(start, end, kinds[element], lengths_hold(element)) for start, end, element in visible.marked]
    lifted = lift(visible.text, visible.code, marked)
    cut(visible, lifted.cuts)
    told = told_as_given(given).or_else(told_by_page(tree, document.url, lifted.text))
    page = body_of_page(tree, document.name, several.articles)
    opening = read_opening(_dated(page), told.title, told.byline)
    body = without_dates_below(opening.body)
    told = _first_posted(told.or_else(opening.told).or_else(Told(byline=signed(body))), body)
    if several.articles and not given.byline:
        told = replace(told, byline=several.common(told.byline))
    state = page_state(tree, told.title)
    told = told.or_else(state.told)
    related = numbered((*several.stories, *page.stories), lifted.stories or state.stories, told.title)
    residue = (verified_in(text, residue) for residue in lifted.residue)
    document = replace(document, url=document.url or address_told(tree))
    del held
    return assembled(document, told, body, related, residue)


def _first_posted(told: Told, body: list[Passage]) -> Told:
    """With the time of a live blog's first post where the page tells that of another; its day where zones differ."""
    posted = {passage.posted.value: passage.posted for passage in body if passage.posted}
    own = told.published
    if not posted or (own and own.value not in posted):
        return told
    written_alike = len({(len(value), value[len("2031-02-03T20:55:00") :]) for value in posted}) == 1
    first = posted[min(posted)]
    is_day = len(first.value) >= len("2031-02-03")
    if not written_alike and is_day:
        first = replace(first, value=first.value[: len("2031-02-03")], precision="day")
    return replace(told, published=first)


def _dated(page: Body) -> list[Passage]:
    """The passages of a page, those of a live blog's posts with the time of their post."""
    posts = (post for post in dict.fromkeys(page.posts) if post is not None)
    times = {post: told_in_time_elements(post, marked=False).published for post in posts}
    pairs = zip(page.passages, page.posts, strict=True)
    return [replace(passage, posted=times[post]) if post is not None else passage for passage, post in pairs]
