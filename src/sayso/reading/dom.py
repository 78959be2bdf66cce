"""A page's tree, and the text that its readers see.

The parser is libxml2's, which stops at 255 levels; a page that goes deeper has lost its text there and is refused.
"""

import re
from collections import deque
from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sayso.data.article import Span
from sayso.data.errors import Unreadable
from sayso.reading.blocks.markup import INLINE, UNSEEN

MAX_DEPTH = 250
MAX_ELEMENTS = 100_000
_CODE = frozenset(("pre", "code", "kbd", "samp", "tt"))
_MOST_CHILDREN = 2_000  # that set words in bold, italics, …: news has no such paragraphs
_FORMATTING = ("b", "strong", "i", "em", "u", "s", "span", "font", "small", "big", "mark", "sub", "sup", "q", "var")
_MOST_ATTRIBUTES = 500
_LONG_TAG = 1_500  # characters: no tag with too many attributes is shorter
# what stands between < and >; in scripts, styles and comments a < opens nothing
_OPENED = re.compile(
    r"<!--(?:[^-]++|-(?!->))*+|<(?:script|style)\b(?:[^<]++|<(?!/(?:script|style)\b))*+"
    r"|<(?P<tag>[a-z][\w:-]{0,60})(?P<attributes>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?)*+)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"=\s*+(?:\"[^\"]*+\"|'[^']*+')")
_TOO_DEEP = etree.XPath(f"boolean({'/*' * (MAX_DEPTH + 1)})")
_COUNT = etree.XPath("count(//*)")
_CROWDED = etree.XPath(f"//*[count(*) > {_MOST_CHILDREN}]")
_ESCAPED_TWICE = re.compile(
    r"&amp;(?=(?:[lr][sd]quo|[nm]dash|hellip|nbsp|quot|apos|#0?39|#8[0-9]{3}|#x(?:20[0-9a-f]{2}|27)|eacute|[aou]uml);)",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"^\s*<\?xml[^<>]{0,200}\?>", re.IGNORECASE)


@dataclass(slots=True)
class VisibleText:
    """The text of a page in reading order, blocks parted by blank lines.

    `pieces` tell which string of the tree stands at which offset; `code` are the stretches set as code, `marked` those
    of the elements that were asked for.
    """

    text: str
    pieces: list[tuple[int, HtmlElement, bool]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)
    marked: list[tuple[int, int, HtmlElement]] = field(default_factory=list)


def parse(text: str, name: str) -> HtmlElement:
    """Parse a page; raises Unreadable for one that is empty or nested too deeply, or has too many elements."""
    parser = HTMLParser(collect_ids=False, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        tree = document_fromstring(_trimmed(_escaped_once(_DECLARATION.sub("", text, count=1))).encode(), parser=parser)
    except etree.LxmlError:
        raise Unreadable(name, "no HTML that can be parsed") from None
    _refuse_monsters(tree, name)
    for element in _CROWDED(tree):
        _unformat(element)
    return tree


def visible_text(tree: HtmlElement, marked: Container[HtmlElement] = ()) -> VisibleText:
    """Collect what a reader sees, with what is needed to cut stretches of it out of the tree again.

    It tells too where the `marked` elements stand in it, each outermost one once.
    """
    collector = _Collector(marked)
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            collector.leave(element)
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            collector.enter(element)
    return VisibleText("".join(collector.strings), collector.pieces, collector.code, collector.marked)


def cut(visible: VisibleText, cuts: Iterable[Span]) -> None:
    """Take stretches of the visible text out of the tree; cuts are in order and do not overlap."""
    remaining = deque(cuts)
    for offset, element, is_tail in visible.pieces:
        words = str((element.tail if is_tail else element.text) or "")
        while remaining and remaining[0].end <= offset:
            remaining.popleft()
        if remaining and remaining[0].start < offset + len(words):
            _write(element, is_tail, _left_over(words, offset, remaining))


def _left_over(words: str, offset: int, cuts: Iterable[Span]) -> str:
    left, position = [], 0
    for span in cuts:
        if span.start >= offset + len(words):
            break
        left.append(words[position : max(position, span.start - offset)])
        position = max(position, span.end - offset)
    return "".join([*left, words[position:]])


def _write(element: HtmlElement, is_tail: bool, words: str) -> None:
    if is_tail:
        element.tail = words
    else:
        element.text = words


def _unformat(element: HtmlElement) -> None:
    """Take the formatting out of an element: who looks at each and at its neighbours takes the square of the time."""
    etree.strip_tags(element, *_FORMATTING)
    element.text = element.text  # one string where the tree holds thousands side by side
    for child in element:
        child.tail = child.tail


def _escaped_once(text: str) -> str:
    """A page whose marks were escaped twice ("&amp;rdquo;") with what was meant; code may show how one escapes them."""
    if "&amp;" not in text or "<code" in text or "<pre" in text:
        return text
    return _ESCAPED_TWICE.sub("&", text)


def _trimmed(text: str) -> str:
    """A page without the attributes of tags that have hundreds: the parser compares each with all before it."""
    pieces, position = [], 0
    for opened in _OPENED.finditer(text):
        if opened.end() - opened.start() > _LONG_TAG and opened["tag"] and _has_too_many(opened["attributes"]):
            pieces.append(text[position : opened.start("attributes")])
            position = opened.end()
    return "".join([*pieces, text[position:]]) if pieces else text


def _has_too_many(attributes: str) -> bool:
    return len(_QUOTED.sub("= ", attributes).split(maxsplit=_MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES


def _refuse_monsters(tree: HtmlElement, name: str) -> None:
    if _TOO_DEEP(tree):
        raise Unreadable(name, f"nested too deeply (more than {MAX_DEPTH} elements in one another)")
    if _COUNT(tree) > MAX_ELEMENTS:
        raise Unreadable(name, f"too many elements (more than {MAX_ELEMENTS:,})")


class _Collector:
    """Strings of the tree in reading order, and where each begins."""

    def __init__(self, wanted: Container[HtmlElement]) -> None:
        self.marked: list[tuple[int, int, HtmlElement]] = []
        self._wanted = wanted
        self._inside: tuple[int, HtmlElement] | None = None
        self.strings: list[str] = []
        self.pieces: list[tuple[int, HtmlElement, bool]] = []
        self.code: list[tuple[int, int]] = []
        self._length = 0
        self._code_starts: list[int] = []

    def enter(self, element: HtmlElement) -> None:
        self._break(element)
        if element.tag in _CODE:
            self._code_starts.append(self._length)
        if self._inside is None and element in self._wanted:
            self._inside = self._length, element
        self._take(element, element.text, is_tail=False)

    def leave(self, element: HtmlElement) -> None:
        if element.tag in _CODE:
            self.code.append((self._code_starts.pop(), self._length))
        if self._inside and self._inside[1] is element:
            self.marked.append((self._inside[0], self._length, element))
            self._inside = None
        if element.tag != "br":  # one line break, not two
            self._break(element)
        self._take(element, element.tail, is_tail=True)

    def _break(self, element: HtmlElement) -> None:
        if element.tag == "br":
            self._add("\n")
        elif element.tag not in INLINE:
            self._add("\n\n")

    def _take(self, element: HtmlElement, words: str | None, *, is_tail: bool) -> None:
        if words:
            self.pieces.append((self._length, element, is_tail))
            self._add(words)

    def _add(self, words: str) -> None:
        self.strings.append(words)
        self._length += len(words)
