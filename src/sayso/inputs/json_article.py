"""An article as JSON, as scrapers, APIs and schema.org write it: title, text, date, address under their usual names."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from sayso.data.errors import Unreadable
from sayso.data.found import Found, Given
from sayso.inputs.format import Format

NAMES = {
    "text": "text articlebody body bodytext fulltext contenttext maintext content contenthtml html article articletext"
    " plaintext rawcontent story transcript",
    "title": "title headline webtitle heading name",
    "date": "date published datepublished publishedat publisheddate publishdate datepublish pubdate publicationdate"
    " webpublicationdate firstpublished created createdat datecreated timestamp time",
    "url": "url link weburl canonicalurl canonicallink permalink href articleurl sourceurl mainentityofpage id",
    "author": "author authors byline creator authorname writer",
    "outlet": "outlet source publisher sitename site sourcename publication newspaper medium newsoutlet domain"
    " sourcedomain",
}
"""What an article's parts are called, the surest first, in small letters without marks: "date_published" is too."""

_CALLED = {part: names.split() for part, names in NAMES.items()}
_TEXT_KEY = re.compile(rb'"(?:' + b"|".join(name.encode() for name in _CALLED["text"]) + rb')"\s*:\s*"', re.IGNORECASE)
_SPELLED = re.compile(rb'"[A-Za-z_. -]{3,30}"\s*:')
_TYPES = re.compile(
    r"(?:News|Blog|Social|Live|Report|Opinion|Analysis|Scholarly|Tech|Satirical|Review)?\w*(?:Article|Posting)$"
)
_HTML = re.compile(r"<(?:p|div|br|article|h\d|a|span)\b[^<>]*>", re.IGNORECASE)
_INNER = ("name", "title", "@id", "url", "@value", "rendered", "text")
_FEWEST_WORDS = 8


def is_object(head: bytes) -> bool:
    """Whether it may be an object with an article's text in it."""
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"{") and has_text(head)


def has_text(head: bytes) -> bool:
    """Whether a key says that an article's text follows, whatever marks are in it."""
    bare = _SPELLED.sub(lambda match: re.sub(rb"[_. -]", b"", match[0]), head)
    return bool(_TEXT_KEY.search(bare))


def parsed(content: bytes, name: str) -> Any:
    """What JSON means; raises Unreadable."""
    try:
        return json.loads(content.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError) as error:
        raise Unreadable(name, f"it begins as JSON and is none: {error}") from error


def article_in(value: Any) -> dict[str, str]:
    """The parts of an article that an object holds, by the keys of NAMES; empty where there is no text in it.

    In schema.org's graphs the node that is an article is looked for.
    """
    for node in _nodes(value):
        named = {folded(key): content for key, content in node.items()}
        parts = {
            part: next(filter(None, (_words(named.get(name)) for name in names)), "") for part, names in _CALLED.items()
        }
        if len(parts["text"].split()) >= _FEWEST_WORDS:
            return {part: words for part, words in parts.items() if words}
    return {}


def folded(name: str) -> str:
    """A key in small letters, without marks: "datepublished" of "date_published"."""
    return "".join(filter(str.isalnum, name)).lower()


def found_of(parts: Mapping[str, str], found: Found, *, found_in: str, media_type: str | None = None) -> Found:
    """The text of an article, or its HTML, with what is told beside it."""
    text = parts["text"]
    given = Given(
        title=" ".join(parts.get("title", "").split()) or None,
        published=parts.get("date"),
        outlet=parts.get("outlet"),
        byline=tuple(filter(None, map(str.strip, parts.get("author", "").split(";")))),
        found_in=found_in,
    )
    url = parts.get("url", "")
    where = url if url.startswith(("http://", "https://")) else None
    if len(_HTML.findall(text)) >= 2:
        text = f"<html><body><article>{text}</article></body></html>"
    return replace(
        found,
        content=text.encode("utf-8", "replace"),
        url=found.url or where,
        charset="utf-8",
        given=found.given.or_else(given),
        media_type=media_type,
    )


def _article(found: Found, name: str) -> Found:
    parts = article_in(parsed(found.content, name))
    if not parts:
        raise Unreadable(name, "JSON without an article's text under a name that is usual for it")
    return found_of(parts, found, found_in="JSON", media_type="application/json")


def _nodes(value: Any) -> Iterable[Mapping[str, Any]]:
    """The object itself, then what a graph or a wrapping holds; of schema.org's the articles first."""
    if isinstance(value, list):
        graph = [node for node in value if isinstance(node, dict)]
    elif isinstance(value, dict):
        inner = value.get("@graph") or ()
        below = (node for node in value.values() if isinstance(node, dict))
        graph = [value, *(node for node in inner if isinstance(node, dict)), *below]
    else:
        return ()
    return sorted(graph, key=lambda node: not any(map(_TYPES.match, _types(node))))


def _types(node: Mapping[str, Any]) -> list[str]:
    types = node.get("@type", ())
    return [str(one) for one in (types if isinstance(types, list) else [types])]


def _words(value: Any) -> str:
    """A value as words: of an object its name, of a list its members, as paragraphs where they are long."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(int(value))
    if isinstance(value, dict):
        return next(filter(None, (_words(value.get(key)) for key in _INNER)), "")
    if isinstance(value, list):
        words = list(filter(None, map(_words, value)))
        return ("\n\n" if max(map(len, words), default=0) > 200 else "; ").join(dict.fromkeys(words))
    return ""


def paired(columns: Mapping[str, str], row: Mapping[str, Any]) -> dict[str, Any]:
    """A row whose columns are called as NAMES has them: as the user says, and else as they are."""
    told = {part: row.get(column) for part, column in columns.items()}
    return dict(
        chain(
            ((key, value) for key, value in row.items() if folded(key) not in told and key not in columns.values()),
            told.items(),
        )
    )


JSON = Format(
    "JSON article",
    "an object with title, text, date, url, author under their usual names; schema.org",
    is_object,
    unwrap=_article,
)
