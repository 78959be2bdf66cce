"""What a page says of its article in <meta> tags."""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

from sayso.data.article import Moment
from sayso.reading.blocks.draft import one_line
from sayso.reading.metadata.dates import moment
from sayso.reading.metadata.merge import Told
from sayso.reading.metadata.names import names_told, wire_in
from sayso.reading.metadata.outlets import OUTLET_TAGS

_TITLE_TAGS = (
    *("og:title", "citation_title", "parsely-title", "sailthru.title", "dc.title", "dcterms.title", "headline"),
    "twitter:title",
)
_AUTHOR_TAGS = (
    *("author", "article:author", "parsely-author", "citation_author", "sailthru.author", "dc.creator", "byl"),
    *("dcterms.creator", "shareaholic:article_author_name", "article:author_name", "cxenseparse:author"),
)
_DATE_TAGS = (
    *("article:published_time", "og:article:published_time", "og:published_time", "article:published"),
    *("datepublished", "parsely-pub-date", "citation_online_date", "citation_publication_date"),
    *("sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate", "published-date"),
    *("publication_date", "pubdate", "publication-date", "dc.date.issued", "dcterms.issued", "article.published"),
    *(
        "rnews:datepublished",
        "og:pubdate",
        "prism.publicationdate",
        "shareaholic:article_published_time",
        "citation_date",
    ),
)
# What else a site's own tag may be called that tells it: "vr:published_time", "displaydate", "OriginalPublicationDate"
_DATE_NAME = re.compile(r"publi(?:sh|cation)|pub[-_]?date|issued|posted|display-?date|release[-_]?date|upload-?date")
_OTHER_DATE = re.compile(r"modif|updat|expir|event|copyright|unpubli|section|first[-_]?release")
# Some sites write here when the page was last saved, or when it was served
_DOUBTFUL_DATE_TAGS = (
    *("dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "date", "datecreated", "created"),
    "article.created",
)
_UPDATE_TAGS = (
    *(
        "article:modified_time",
        "og:updated_time",
        "datemodified",
        "article.updated",
        "last-modified",
        "dcterms.modified",
    ),
    *("dc.date.modified", "lastmod", "revised"),
)


def told_in_meta_tags(tree: HtmlElement, day_first: bool | None = None) -> Told:
    """Title, byline and dates from the page's <meta> tags, and the outlet as the first of them names it."""
    tags = meta_tags(tree)
    authors = [words for words in _first(tags, _AUTHOR_TAGS) if "://" not in words]
    return Told(
        title=next(iter(_first(tags, _TITLE_TAGS)), None),
        outlet=next(iter(_first(tags, OUTLET_TAGS)), None),
        byline=tuple(dict.fromkeys(person for words in authors for person in names_told(words))),
        published=_date(tags, _DATE_TAGS, day_first) or _date(tags, filter(_is_called_date, tags), day_first),
        updated=_date(tags, _UPDATE_TAGS, day_first),
        wire=next((wire for words in authors if (wire := wire_in(words))), None),
    )


def doubtful_date(tree: HtmlElement, day_first: bool | None = None) -> Moment | None:
    """The date of the <meta> tags that on some sites say something else than when the article was published."""
    return _date(meta_tags(tree), _DOUBTFUL_DATE_TAGS, day_first)


def meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    """What the page's <meta> tags say, by their names in small letters.

    Microdata (itemprop) tells it where no tag of any name of the sort does: it may be of what the article cites.
    """
    named: dict[str, list[str]] = {}
    microdata: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        content = one_line(str(element.get("content") or ""))
        for attribute, tags in (("property", named), ("name", named), ("itemprop", microdata)):
            if content and element.get(attribute):
                tags.setdefault(str(element.get(attribute)).lower(), []).append(content)
    for names in (_AUTHOR_TAGS, _DATE_TAGS):
        if not named.keys().isdisjoint(names):
            microdata = {name: told for name, told in microdata.items() if name not in names}
    return microdata | named


def _is_called_date(name: str) -> bool:
    return bool(_DATE_NAME.search(name)) and not _OTHER_DATE.search(name)


def _first(tags: dict[str, list[str]], names: Iterable[str]) -> list[str]:
    return next((tags[name] for name in names if name in tags), [])


def _date(tags: dict[str, list[str]], names: Iterable[str], day_first: bool | None) -> Moment | None:
    """The first day that some tags tell, or else the first month or year: those may be of what the article cites."""
    told = [date for name in names for words in tags.get(name, ()) if (date := moment(words, "meta", day_first))]
    return next((date for date in told if date.precision not in ("month", "year")), next(iter(told), None))
