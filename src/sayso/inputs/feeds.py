"""What lists pages: feeds (RSS, Atom, JSON Feed), OPML, sitemaps, and addresses one a line."""

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from sayso.data.errors import Unreadable
from sayso.inputs.format import Format, Links

_ROOT = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]{0,300}>\s*|<!DOCTYPE[^>\[]{0,200}>\s*){0,5}<(?:\w+:)?(\w+)",
    re.DOTALL,
)
_FEEDS = {b"rss", b"feed", b"RDF"}
_SITEMAPS = {b"urlset", b"sitemapindex"}
_JSON_FEED = re.compile(
    rb'\A(?:\xef\xbb\xbf)?\s*\{.{0,2000}"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org', re.DOTALL
)
_URL = re.compile(rb"https?://[^\s<>\"]{4,2000}")
_COMMENT = (b"#", b";")


def _root(head: bytes) -> bytes:
    found = _ROOT.match(head)
    return found[1] if found else b""


def _is_feed(head: bytes) -> bool:
    return _root(head) in _FEEDS or bool(_JSON_FEED.match(head))


def is_list(head: bytes) -> bool:
    """Whether every line is an address, a comment or nothing; the last may be cut off."""
    lines = [line.strip() for line in head.splitlines()]
    told = [line for line in lines if line and not line.startswith(_COMMENT)]
    return bool(told) and all(map(_URL.fullmatch, told[:-1] or told)) and told[0].startswith(b"http")


def _of_feed(content: bytes, name: str) -> Links:
    if _JSON_FEED.match(content):
        return _unique(_of_json(content))
    import feedparser

    entries = feedparser.parse(content, resolve_relative_uris=False, sanitize_html=False).entries
    return _unique(str(entry.get("link") or entry.get("id") or "") for entry in entries)


def _of_json(content: bytes) -> Iterator[str]:
    try:
        items: Any = json.loads(content).get("items", ())
    except (ValueError, RecursionError, AttributeError):
        return
    for item in items:
        if isinstance(item, dict):
            yield str(item.get("url") or item.get("external_url") or "")


def _of_opml(content: bytes, name: str) -> Links:
    return _unique(node.get("xmlUrl") or "" for node in _tree(content, name).iter("outline"))


def _of_sitemap(content: bytes, name: str) -> Links:
    places = _tree(content, name).iterfind("./{*}*/{*}loc")
    return _unique((place.text or "").strip() for place in places)


def _tree(content: bytes, name: str) -> Any:
    """Without entities, which could grow, and without the network."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    tree = etree.fromstring(content, parser)
    if tree is None:
        raise Unreadable(name, "its XML cannot be read")
    return tree


def _of_lines(content: bytes, name: str) -> Links:
    lines = (line.strip() for line in content.splitlines())
    return _unique(line.decode("ascii", "ignore") for line in lines if _URL.fullmatch(line))


def _unique(urls: Iterator[str] | Any) -> Links:
    return Links(tuple(dict.fromkeys(url for url in urls if url.startswith(("http://", "https://")))))


FEED = Format("feed", "RSS, Atom, JSON Feed: the pages that it lists, with --follow", _is_feed, links=_of_feed)
OPML = Format("OPML", "a list of feeds, with --follow", lambda head: _root(head) == b"opml", links=_of_opml)
SITEMAP = Format(
    "sitemap", "the pages that it lists, with --follow", lambda head: _root(head) in _SITEMAPS, links=_of_sitemap
)
URLS = Format("addresses", "one a line, with --follow", is_list, links=_of_lines)
