"""Where words that were read stand in the document as it came: in the midst of its tags, entities and line breaks."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sayso.data.article import Span
from sayso.data.errors import Unreadable
from sayso.reading.decode import decode

MOST: Final = 3_000_000
"""In documents of more bytes nothing is looked for."""
AROUND: Final = 250
"""How many characters are shown before and after."""
_CONTEXTS: Final = (40, 15, 6, 0)
_TOKEN: Final = re.compile(r"(?P<tag><[a-zA-Z/!][^<>]{0,4000}>)|(?P<entity>&#?\w{1,32};)|\s+")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Some of a text, in pieces that are lit or not; `cut` says whether more stands before and after."""

    pieces: tuple[tuple[str, bool], ...]
    cut: tuple[bool, bool]


def excerpt(text: str, spans: Iterable[tuple[int, int]], around: int = AROUND) -> Excerpt:
    """What stands around some spans of a text, in whole words, with them lit."""
    lit = sorted(spans) or [(0, 0)]
    first, last = lit[0][0], max(end for _, end in lit)
    start, end = max(0, first - around), min(len(text), last + around)
    if start:
        start = text.find(" ", start, first) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", last, end), last) if " " in text[last:end] else end
    at = start
    pieces = []
    for begin, stop in lit:
        pieces += [(text[at : max(at, begin)], False), (text[max(at, begin) : max(at, stop)], True)]
        at = max(at, stop)
    pieces.append((text[at:end], False))
    return Excerpt(tuple(piece for piece in pieces if piece[0]), (start > 0, end < len(text)))


def as_it_came(document: bytes, text: str, spans: Iterable[Span]) -> Excerpt | None:
    """The place in a document from which spans of the text read in it come; None where it does not show."""
    if len(document) > MOST:
        return None
    try:
        raw = decode(document, "")
    except Unreadable:
        return None
    flat = _Flat.of(raw)
    found = [place for span in spans if (place := flat.place_of(text, span))]
    return excerpt(raw, found) if found else None


@dataclass(frozen=True, slots=True)
class _Flat:
    """A document without tags and white space, entities decoded, and where each of its characters comes from."""

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, raw: str) -> "_Flat":
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for token in (*_TOKEN.finditer(raw), None):
            stop = token.start() if token else len(raw)
            parts.append(raw[at:stop])
            starts += range(at, stop)
            ends += range(at + 1, stop + 1)
            if token and token["entity"]:
                meant = "".join(html.unescape(token[0]).split())
                parts.append(meant)
                starts += [token.start()] * len(meant)
                ends += [token.end()] * len(meant)
            at = token.end() if token else stop
        return cls("".join(parts), starts, ends)

    def place_of(self, text: str, span: Span) -> tuple[int, int] | None:
        """Where a span stands: after the words that come before it in `text`, as many of them as are there."""
        words = "".join(span.text.split())
        for context in _CONTEXTS:
            before = "".join(text[max(0, span.start - context) : span.start].split())
            at = self.text.find(before + words)
            if words and at >= 0:
                first = at + len(before)
                return self.starts[first], self.ends[first + len(words) - 1]
        return None
