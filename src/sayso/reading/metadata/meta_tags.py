"""What a page says of its article in <meta> tags, in <time> elements, and in its <title> and <h1>."""

import re
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from sayso.data.article import Moment
from sayso.reading.blocks.draft import one_line, same_words
from sayso.reading.metadata.dates import moment
from sayso.reading.metadata.masthead import byline, names_in, names_told
from sayso.reading.metadata.merge import Told

_TITLE_TAGS = (
    *("og:title", "citation_title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline"),
    "twitter:title",
)
_OUTLET_TAGS = (
    *("og:site_name", "citation_journal_title", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
)
_AUTHOR_TAGS = (
    *("author", "article:author", "parsely-author", "citation_author", "sailthru.author", "dc.creator", "byl"),
    "dcterms.creator",
)
_DATE_TAGS = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
    *("datepublished", "parsely-pub-date", "citation_publication_date", "citation_online_date", "citation_date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate", "published-date"),
    *("publication_date", "pubdate", "publication-date", "dc.date.issued", "dcterms.issued", "dc.date"),
    *("dcterms.date", "dcterms.created", "dc.date.created", "date", "datecreated", "created"),
    *("article.published", "article.created", "rnews:datepublished", "og:pubdate"),
)
_PUBLISHED = re.compile(r"publi|posted|post-date|entry-date|pubdate|dateline|created", re.IGNORECASE)
_AUTHOR = re.compile(r"\bauthors?\b|\bbyline\b|author-?(?:name|link)|\bauteurs?\b", re.IGNORECASE)
_MODIFIED = re.compile(r"updat|modif|comment", re.IGNORECASE)
_PARTED = re.compile(r"^\s*[-–—|•·»(:]|[-–—|•·»:]\s*$")
_ELSEWHERE = frozenset(("aside", "nav", "footer"))
_OTHER_STORIES = re.compile(r"related|recommend|sidebar|comment|widget|teaser|most-read|latest|footer|\bnav", re.I)


def told_in_meta_tags(tree: HtmlElement) -> Told:
    """Title, outlet, byline and date from the page's <meta> tags."""
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = one_line(str(element.get("content") or ""))
        for attribute in ("property", "name", "itemprop"):
            if content and element.get(attribute):
                tags.setdefault(str(element.get(attribute)).lower(), []).append(content)
    authors = [words for words in _first(tags, _AUTHOR_TAGS) if "://" not in words]
    dates = (moment(date, "meta") for tag in _DATE_TAGS for date in tags.get(tag, ()))
    return Told(
        title=next(iter(_first(tags, _TITLE_TAGS)), None),
        outlet=next(iter(_first(tags, _OUTLET_TAGS)), None),
        byline=tuple(person for words in authors for person in byline(words) or names_told(words)),
        published=next((date for date in dates if date), None),
    )


def told_in_time_elements(tree: HtmlElement) -> Told:
    """The date of the <time> (or itemprop) that says it is the publication's, or else of the first."""
    found = [(_rank(element), date) for element in _time_elements(tree) if (date := _time_of(element))]
    return Told(published=min(found, key=lambda pair: pair[0])[1]) if found else Told()


def told_in_headings(tree: HtmlElement) -> Told:
    """The headline as the page's headings and its <title> show it; the byline that an element marks as such."""
    headings = all_headings(tree)
    main = [words for element in tree.iter("h1") if (words := _words(element))]
    page_title = next((words for element in tree.iter("title") if (words := _words(element))), None)
    title = next((words for words in headings if page_title and same_words(words, page_title)), None)
    title = title or (headline_in(page_title, headings) if page_title else None)
    if title is None or title == page_title:
        title = main[0] if len(main) == 1 and not _is_site(main[0], page_title) else page_title
    return Told(title=title, byline=next(_marked_bylines(tree), ()))


def headline_in(title: str, headings: Iterable[str]) -> str:
    """The heading of the page that its title is made of: "Dam Opens" in "Dam Opens | News | The Valley Post"."""
    for heading in headings:
        rest = title.removeprefix(heading) if title.startswith(heading) else title.removesuffix(heading)
        if len(heading) >= len(rest) > 0 and len(heading) + len(rest) == len(title) and _PARTED.search(rest):
            return heading
    return title


def all_headings(tree: HtmlElement) -> list[str]:
    """The words of the page's first two ranks of headings, in order."""
    return [words for element in tree.iter("h1", "h2") if (words := _words(element))]


def without_outlet(title: str, outlet: str | None) -> str:
    """A title without " - Outlet" at its end or "Outlet | " before it, where the outlet is known by that name."""
    if not outlet:
        return title
    name, mark = re.escape(outlet), r"\s+[-–—|•·»:]+\s+"
    return re.sub(rf"{mark}(?:the )?{name}$|^{name}{mark}", "", title, flags=re.IGNORECASE).strip() or title


def _is_site(heading: str, page_title: str | None) -> bool:
    """Whether a heading is only the end of the page's title, behind a mark: then it is the name of the site."""
    rest = (page_title or "").removesuffix(heading)
    return rest != page_title and bool(_PARTED.search(rest))


def _first(tags: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return next((tags[name] for name in names if name in tags), [])


def _time_elements(tree: HtmlElement) -> Iterator[HtmlElement]:
    for element in tree.iter("time", "span", "div", "abbr", "p"):
        if element.tag == "time" or element.get("itemprop") in ("datePublished", "dateCreated"):
            yield element


def _rank(element: HtmlElement) -> int:
    """How surely this is when the article was published, the lower the surer."""
    marks = " ".join(str(element.get(name) or "") for name in ("class", "itemprop", "id"))
    if _is_elsewhere(element):
        return 4
    if _MODIFIED.search(marks):
        return 3
    if _PUBLISHED.search(marks) or element.get("pubdate") is not None:
        return 0
    return 1 if any(parent.tag in ("article", "header", "main") for parent in element.iterancestors()) else 2


def _is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a list of other stories, a comment or the frame of the page."""
    for parent in element.iterancestors():
        if parent.tag in ("article", "main", "body"):
            return False
        if parent.tag in _ELSEWHERE or _OTHER_STORIES.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


def _time_of(element: HtmlElement) -> Moment | None:
    for words in (element.get("datetime"), element.get("content"), _words(element)):
        if words and (date := moment(str(words), "time")):
            return date
    return None


def _marked_bylines(tree: HtmlElement) -> Iterator[tuple[str, ...]]:
    """Names in elements that say they hold the author: rel=author, itemprop=author, class=byline."""
    for element in tree.iter("a", "span", "p", "div", "address"):
        marks = f"{element.get('rel') or ''} {element.get('itemprop') or ''} {element.get('class') or ''}"
        if _AUTHOR.search(marks) and not _is_elsewhere(element):
            words = _words(element)
            if len(words) <= 100 and (names := byline(words) or names_in(words)):
                yield names


def _words(element: HtmlElement) -> str:
    return one_line(" ".join(element.itertext()))
