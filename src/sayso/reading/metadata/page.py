"""All that a page tells of its article, weighed: which of several places holds for title, outlet, byline and dates."""

from collections.abc import Iterable, Iterator

from htmldate import find_date as find_date_in_page
from lxml.html import HtmlElement

from sayso.data.article import Moment
from sayso.reading.metadata.address import address_told
from sayso.reading.metadata.datelines import date_near_title, dateline_of, nearest_dateline, published_in, updated_in
from sayso.reading.metadata.dates import LAST_YEAR, as_shown, day_comes_first, find_date, refined
from sayso.reading.metadata.headings import headline_of, page_title
from sayso.reading.metadata.json_ld import told_in_linked_data
from sayso.reading.metadata.marked_bylines import byline_in_lines, marked_byline
from sayso.reading.metadata.merge import Told, byline_told
from sayso.reading.metadata.meta_tags import doubtful_date, told_in_meta_tags
from sayso.reading.metadata.outlets import outlet_told, wire_named
from sayso.reading.metadata.states import date_in_state
from sayso.reading.metadata.times import told_in_boxes, told_in_time_elements
from sayso.reading.metadata.url_dates import date_in_url

_LONGEST_LINE = 300
_US = frozenset(("en-us", "en_us"))


def told_by_page(tree: HtmlElement, url: str | None, text: str) -> Told:
    """What the page tells; `url` is where it was found, `text` what readers see of it, leaks taken out."""
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    day_first = _day_first(tree, text)
    linked, tags = told_in_linked_data(tree, day_first), told_in_meta_tags(tree, day_first)
    outlet = outlet_told((tags.outlet, linked.outlet), (linked.title, tags.title, page_title(tree)))
    sites = (outlet, tags.outlet, linked.outlet)
    title = headline_of(tree, (linked.title, tags.title), outlet, sites, lines)
    marked, in_lines = marked_byline(tree), byline_in_lines(tree, lines, title)
    return Told(
        title=title,
        outlet=outlet,
        byline=byline_told((linked.byline, marked, in_lines, tags.byline), outlet, shown=(marked, in_lines)),
        published=_published(tree, url, lines, title, linked.or_else(tags), day_first),
        updated=_updated(tree, lines, linked.or_else(tags), day_first),
        wire=_wire(linked, tags, outlet),
    )


def _published(
    tree: HtmlElement, url: str | None, lines: list[str], title: str | None, told: Told, day_first: bool | None
) -> Moment | None:
    """When it was published, from the surest place that tells it; a less sure one may tell the same more exactly."""
    published = told.published
    for found in _dates(tree, url, lines, title, day_first):
        published = refined(published, found)
        if published and len(published.value) >= len("2015-10-10"):
            return as_shown(published, _shown(tree, url, lines, title, day_first))
    return published or _guessed(tree, lines)


def _shown(
    tree: HtmlElement, url: str | None, lines: list[str], title: str | None, day_first: bool | None
) -> Iterator[Moment | None]:
    """The days that readers see: in lines that say so, by the headline, in the address."""
    yield next((found for line in lines if (found := published_in(line))), None)
    yield date_near_title(lines, title, day_first)
    yield _from_addresses(tree, url)


def _dates(
    tree: HtmlElement, url: str | None, lines: list[str], title: str | None, day_first: bool | None
) -> Iterator[Moment | None]:
    """The dates that the page tells beside its data, the surest first, each looked for when it is due."""
    yield None
    yield told_in_time_elements(tree, marked=True, day_first=day_first).published
    addressed = _from_addresses(tree, url)
    if addressed and _is_one_number(addressed) and _tells_another_year(lines, addressed, day_first):
        addressed = None
    yield addressed if addressed and addressed.precision == "day" else None
    yield next((found for line in lines if (found := published_in(line))), None)
    timed = told_in_time_elements(tree, marked=False, day_first=day_first).published
    near = date_near_title(lines, title, day_first)
    # an element that says no more than that it is a time may be of another story, the line by the headline is not
    yield timed if timed and near and timed.value[: len(near.value)] == near.value else near
    yield timed
    yield told_in_boxes(tree, day_first)
    yield doubtful_date(tree, day_first)
    yield nearest_dateline(lines, title, day_first)
    yield addressed
    yield date_in_state(tree)


def _updated(tree: HtmlElement, lines: Iterable[str], told: Told, day_first: bool | None) -> Moment | None:
    shown = told_in_time_elements(tree, marked=False, day_first=day_first).updated
    return told.updated or shown or next((found for line in lines if (found := updated_in(line))), None)


def _wire(linked: Told, tags: Told, outlet: str | None) -> str | None:
    """The news agency that wrote the article: named among its authors, or as the publisher of what another prints."""
    publisher = wire_named(linked.outlet) if linked.outlet and linked.outlet != outlet else None
    return linked.wire or tags.wire or publisher


def _day_first(tree: HtmlElement, text: str) -> bool | None:
    """Whether 03/04 is a day in April on this page: as its other dates show, or the country that it says it is from.

    Of English alone nobody knows; who writes another language sets the day first.
    """
    shown = day_comes_first(text)
    language = str(tree.get("lang") or "").lower()
    if shown is not None or language in ("", "en"):
        return shown
    return language not in _US


def _from_addresses(tree: HtmlElement, url: str | None) -> Moment | None:
    addresses = [address for address in (url, address_told(tree)) if address]
    return next((found for address in addresses if (found := date_in_url(address))), None)


def _is_one_number(addressed: Moment) -> bool:
    """Whether an address tells its day in eight digits on end, as the number of a story may have them."""
    return addressed.value.replace("-", "") in addressed.evidence


def _tells_another_year(lines: list[str], addressed: Moment, day_first: bool | None) -> bool:
    """Whether the first dateline, "HOLLIS, Dec. 3, 2024 – ", is of another year: the digits number a story then."""
    told = next((day for line in lines if (day := dateline_of(line, day_first).published)), None)
    return told is not None and told.value[:4] != addressed.value[:4]


def _guessed(tree: HtmlElement, lines: Iterable[str]) -> Moment | None:
    """The day that htmldate's heuristics find, if the page's text shows it: no date without evidence."""
    day = find_date_in_page(tree, extensive_search=False, original_date=True, max_date=f"{LAST_YEAR}-12-31")
    if not day:
        return None
    for line in lines:
        if day[:4] in line and (found := find_date(line[:_LONGEST_LINE])) and found.value[:10] == day:
            return Moment(found.value, found.precision, "page text", line[:_LONGEST_LINE])
    return None
