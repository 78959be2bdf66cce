"""What a page says of its article in JSON-LD (schema.org), also where that is broken or in an @graph."""

import html
from collections.abc import Iterable, Iterator

from lxml.html import HtmlElement

from sayso.data.article import Moment
from sayso.reading.blocks.draft import one_line
from sayso.reading.metadata.dates import moment
from sayso.reading.metadata.merge import Told
from sayso.reading.metadata.names import names_told, wire_in
from sayso.text.literals import read_literal

_ARTICLES = ("article", "blogposting", "report", "reportage", "reviewnewsarticle", "analysisnewsarticle")
_OTHER_STORIES = frozenset(("itemListElement", "hasPart", "comment", "mentions", "isPartOf", "citation"))
_MAX_SCRIPT = 2_000_000


def told_in_linked_data(tree: HtmlElement, day_first: bool | None = None) -> Told:
    """Title, outlet, byline and dates as the first article in the page's JSON-LD has them."""
    values = [_value(script) for script in tree.iterfind('.//script[@type="application/ld+json"]')]
    nodes = list(_nodes(values))
    article = _article(nodes)
    if article is None:
        return Told()
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    authors = _names(article.get("author") or article.get("creator"), by_id)
    sources = [*authors, *_names(article.get("sourceOrganization"), by_id)]
    return Told(
        title=_plain(article.get("headline") or article.get("name")),
        outlet=next(iter(_names(article.get("publisher"), by_id)), None),
        byline=tuple(dict.fromkeys(person for name in authors for person in names_told(name))),
        published=_date(article, ("datePublished", "dateCreated"), day_first),
        updated=_date(article, ("dateModified",), day_first),
        wire=next((wire for name in sources if (wire := wire_in(name))), None),
    )


def _date(article: dict[str, object], keys: Iterable[str], day_first: bool | None) -> Moment | None:
    words = next((str(article[key]) for key in keys if article.get(key)), "")
    return moment(words, "json-ld", day_first) if words else None


def _value(script: HtmlElement) -> object:
    text = str(script.text or "")[:_MAX_SCRIPT]
    start = min((place for place in (text.find("{"), text.find("[")) if place >= 0), default=len(text))
    return read_literal(text, start, len(text)).value


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """Every object in a value, outer ones first, but not those of other stories."""
    pending = [value]
    while pending:
        current = pending.pop()
        if isinstance(current, dict):
            yield current
            pending.extend(reversed([inner for key, inner in current.items() if key not in _OTHER_STORIES]))
        elif isinstance(current, list):
            pending.extend(reversed(current))


def _article(nodes: list[dict[str, object]]) -> dict[str, object] | None:
    """The article's own node; many sites describe only the page around it."""
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if node.get("@type") == "WebPage" and node.get("datePublished")]
    return next((node for node in articles if node.get("headline")), None) or next(iter(articles + pages), None)


def _is_article(node: dict[str, object]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and name.lower().endswith(_ARTICLES) for name in names)


def _names(value: object, by_id: dict[str, dict[str, object]]) -> list[str]:
    """The names in an author or publisher: a string, an object with a name or an @id, or a list of these."""
    names: list[str] = []
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            node = entry if entry.get("name") or entry.get("familyName") else by_id.get(str(entry.get("@id")), {})
            entry = node.get("name") or _in_parts(node)
        if isinstance(entry, list):
            names.extend(filter(None, map(_plain, entry)))
        if name := _plain(entry):
            names.append(name)
    return names


def _in_parts(person: dict[str, object]) -> str:
    """A name that is told in its parts."""
    return " ".join(str(person[part]) for part in ("givenName", "additionalName", "familyName") if person.get(part))


def _plain(value: object) -> str | None:
    return one_line(html.unescape(value)) or None if isinstance(value, str) else None
