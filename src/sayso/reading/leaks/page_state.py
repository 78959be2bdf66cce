"""What a page's own program keeps in it: `window.__STATE__ = {…}`, `__NEXT_DATA__`, JSON in scripts and attributes.

It tells title, byline, date and other stories where the page that people see does not.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from sayso.data.article import StoryStub
from sayso.reading.blocks.draft import one_line, same_words
from sayso.reading.leaks.linked_stories import stories_in
from sayso.reading.metadata.dates import moment
from sayso.reading.metadata.merge import Told
from sayso.reading.metadata.names import names_told
from sayso.text.literals import read_literal

_SCRIPTS = etree.XPath("//script[not(@src) and not(@type='application/ld+json')]")
_ATTRIBUTES = etree.XPath("//@*[starts-with(name(), 'data-') and string-length() > 40]")
_ASSIGNED = re.compile(r"=\s{0,20}(?:JSON\.parse\(\s{0,20}(?=['\"])|(?=[{\[]\s{0,40}[\"{\[]))")
_QUOTED = re.compile(r"\"((?:[^\"\\]++|\\.)*+)\"|'((?:[^'\\]++|\\.)*+)'", re.DOTALL)
_TELLING = ('"title', '"headline', '\\"title', '\\"headline', '"heading')
_BODIES = (
    "body",
    "articleBody",
    "content",
    "contents",
    "paragraphs",
    "blocks",
    "html",
    "text",
    "bodyHtml",
    "components",
)
_TITLES = ("headline", "title", "heading")
_DATES = (
    *("datePublished", "publishedAt", "published_at", "publishDate", "publish_date", "publishedDate", "firstPublished"),
    *(
        "firstPublishedAt",
        "first_publish_date",
        "publicationDate",
        "published",
        "pubDate",
        "display_date",
        "createdAt",
        "date",
    ),
)
_AUTHORS = ("byline", "author", "authors", "by", "credits", "writers", "creator")
_MOST = 3_000_000  # characters of one script
_MOST_BROKEN = 100_000  # of a value that is no JSON as it stands, and is read by the slower scanner
_MOST_ASSIGNED = 100  # values in one script
_MOST_OBJECTS = 50_000
_MOST_STORIES = 100


@dataclass(frozen=True, slots=True)
class PageState:
    """What the page's program knows: of its article, and of other stories (only such as have a date)."""

    told: Told
    stories: tuple[StoryStub, ...] = ()


def page_state(tree: HtmlElement, title: str | None) -> PageState:
    """Read the state of a page's program; `title` is the headline that the page shows, if it shows one.

    With a title, only an object of that very title tells of the article; without, one that holds a body.
    """
    values = list(_values(tree))
    own = next((node for node in _objects(values) if _is_own(node, title)), None)
    told = _told(own) if own else Told()
    shown = title or told.title or ""
    listed = [story for story in stories_in(values) if story.published and not same_words(story.title, shown)]
    return PageState(told, tuple(_numbered(listed)))


def _values(tree: HtmlElement) -> Iterator[object]:
    """The data in scripts and attributes, where a title is in it."""
    for script in _SCRIPTS(tree):
        text = str(script.text or "")
        if len(text) <= _MOST and any(mark in text for mark in _TELLING):
            yield from [_value(text, 0)[0]] if text.lstrip()[:1] in ("{", "[") else _assigned(text)
    for attribute in _ATTRIBUTES(tree):
        text = str(attribute)
        if text.lstrip()[:1] in ("{", "[") and len(text) <= _MOST and any(mark in text for mark in _TELLING):
            yield _value(text, 0)[0]


def _assigned(script: str) -> Iterator[object]:
    """The values in a script that are assigned to something."""
    position = 0
    for _ in range(_MOST_ASSIGNED):
        assigned = _ASSIGNED.search(script, position)
        if not assigned:
            return
        position = assigned.end()
        if quoted := _QUOTED.match(script, position):
            position = quoted.end()
            yield _value(_unquoted(quoted), 0)[0]
        else:
            value, position = _value(script, position)
            yield value


def _value(text: str, start: int) -> tuple[object, int]:
    """The value that begins at `start`, and where it ends; read as far as it goes where it is no JSON."""
    begin = len(text) - len(text[start:].lstrip()) if text[start : start + 1].isspace() else start
    try:
        return json.JSONDecoder().raw_decode(text, begin)
    except (ValueError, RecursionError):
        literal = read_literal(text, begin, min(len(text), begin + _MOST_BROKEN))
        return literal.value, max(literal.end, begin + 1)


def _unquoted(quoted: re.Match[str]) -> str:
    """The string that a script hands to JSON.parse, unescaped; "" for what is none."""
    words = quoted[1] if quoted[1] is not None else quoted[2].replace("\\'", "'").replace('"', '\\"')
    try:
        return str(json.loads(f'"{words}"'))
    except ValueError:
        return ""


def _objects(values: list[object]) -> Iterator[dict[str, object]]:
    """Every object in the values, outer ones first."""
    pending, count = list(reversed(values)), 0
    while pending and count < _MOST_OBJECTS:
        current = pending.pop()
        if isinstance(current, dict):
            count += 1
            yield current
            pending.extend(reversed(list(current.values())))
        elif isinstance(current, list):
            pending.extend(reversed(current))


def _is_own(node: dict[str, object], title: str | None) -> bool:
    name = _words(_first(node, _TITLES))
    if not name or (title and not same_words(name, title)):
        return False
    dated = any(key in node for key in _DATES)
    return dated and (title is not None or any(node.get(key) for key in _BODIES))


def _told(node: dict[str, object]) -> Told:
    date = _first(node, _DATES)
    words = str(int(date)) if isinstance(date, int | float) else _words(date)
    names = [name for entry in _listed(_first(node, _AUTHORS)) for name in names_told(name_in(entry))]
    return Told(
        title=_words(_first(node, _TITLES)),
        byline=tuple(dict.fromkeys(names)),
        published=moment(words, "page state") if words else None,
    )


def name_in(entry: object) -> str:
    """The name that an author's entry holds, be it a string or an object; "" for none."""
    if isinstance(entry, dict):
        entry = next((entry[key] for key in ("name", "fullName", "displayName", "title") if entry.get(key)), None)
    return (_words(entry) or "").removeprefix("By ").removeprefix("by ")


def _listed(value: object) -> list[object]:
    if isinstance(value, dict) and isinstance(value.get("by"), list):  # {"credits": {"by": [{"name": …}]}}
        value = value["by"]
    return value if isinstance(value, list) else [value]


def _first(node: dict[str, object], names: tuple[str, ...]) -> object:
    return next((node[name] for name in names if node.get(name)), None)


def _words(value: object) -> str | None:
    if isinstance(value, dict):  # {"headlines": {"basic": "…"}}, {"title": {"rendered": "…"}}
        value = next((value[key] for key in ("rendered", "basic", "text", "value") if key in value), None)
    return one_line(value) or None if isinstance(value, str) else None


def _numbered(stories: list[StoryStub]) -> Iterator[StoryStub]:
    unique = {(story.title, story.url): story for story in stories}
    for order, story in enumerate(list(unique.values())[:_MOST_STORIES]):
        yield StoryStub(story.title, story.id, story.url, order, story.published, story.picture)
