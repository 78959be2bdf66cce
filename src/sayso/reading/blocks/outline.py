"""A page as it is laid out: every stretch of text between two block elements, and what its markup makes of it.

trafilatura judges what the body is; this tells what it does not keep: captions, block quotations and who signs
them, tables row by row, posts of a live blog with their times, and how much of a line is links.
"""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from sayso.reading.blocks.draft import one_line, paragraphs_in
from sayso.reading.blocks.markup import (
    NOT_SHOWN,
    is_aside,
    is_body,
    is_caption,
    is_clutter,
    is_data,
    is_embed,
    is_inline,
    is_post,
    is_pull_quote,
    is_signature,
    quotation_of,
    signs_post,
)
from sayso.reading.blocks.piece import Part, Piece

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_KEPT_TOGETHER: tuple[Part, ...] = ("caption", "row", "signature")
_QUOTES: tuple[Part, ...] = ("quote", "pull quote")
_IN_CELL = re.compile(r"(?<=[^\W_])\s*\n\s*(?=[^\W\d_a-z])")
_CLUTTER_KNOWN = 4
"""Of the elements around a piece that look like furniture, so many are remembered: no page needs more."""


def outline(tree: HtmlElement, articles: Container[HtmlElement] = ()) -> list[Piece]:
    """All text of a page that a reader sees, in reading order; linear in the size of the page.

    Each of `articles` is a post, as those of a live blog are.
    """
    walker = _Walker(articles)
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            walker.leave(element)
        elif element.tag in NOT_SHOWN or not isinstance(element.tag, str):
            walk.skip_subtree()
        else:
            walker.enter(element)
    return list(_joined(walker.pieces))


def _joined(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces of one caption, of one signature, and of one row of a table, are one."""
    group: list[Piece] = []
    for piece in pieces:
        if group and not (piece.part == group[0].part in _KEPT_TOGETHER and piece.owner is group[0].owner):
            yield _one(group)
            group = []
        group.append(piece)
    if group:
        yield _one(group)


def _one(group: list[Piece]) -> Piece:
    first = group[0]
    if len(group) > 1:
        first.parts = tuple(piece.words for piece in group)
        first.words = _row(group) if first.part == "row" else " ".join(piece.words for piece in group)
        first.linked = sum(piece.linked for piece in group)
        first.links = [link for piece in group for link in piece.links]
    return first


def _row(cells: list[Piece]) -> str:
    """Cells side by side; one whose neighbour is a quotation is who speaks it, as in a transcript."""
    words = cells[0].words
    for cell in cells[1:]:
        words += (": " if cell.words.startswith(("“", '"', "„", "«", "‘")) else " | ") + cell.words
    return words


@dataclass(slots=True)
class _Around:
    """What the elements around the place where the walk is make of its text."""

    part: Part = "paragraph"
    owner: HtmlElement | None = None
    post: HtmlElement | None = None
    clutter: tuple[HtmlElement, ...] = ()
    aside: bool = False
    body: bool = False


class _Walker:
    """Collects strings until a block begins or ends, then makes a piece of them."""

    def __init__(self, articles: Container[HtmlElement]) -> None:
        self._articles = articles
        self.pieces: list[Piece] = []
        self._blocks: list[tuple[HtmlElement, _Around]] = []
        self._strings: list[str] = []
        self._links: list[tuple[str, str]] = []
        self._linked = self._bold = 0
        self._in_link: list[str] | None = None
        self._address = ""
        self._in_bold = 0

    def enter(self, element: HtmlElement) -> None:
        if element.tag == "br":
            self._break_line()
        elif element.tag == "a" and self._in_link is None:
            self._in_link, self._address = [], str(element.get("href") or "")
        elif element.tag in ("b", "strong"):
            self._in_bold += 1
        is_signature_here = is_signature(element, in_quotation=self._is_in(_QUOTES))
        if not is_inline(element) or is_signature_here or is_caption(element):
            self._finish()
            around = _inside(element, self._blocks[-1][1] if self._blocks else _Around())
            if element in self._articles:
                around.post = element
            self._blocks.append((element, around))
        elif element.tag != "a" and self._is_in(("caption",)):
            self._strings.append(" ")  # style sheets set a credit apart
        self._take(element.text)

    def _break_line(self) -> None:
        """A line break parts nothing, but for a question in bold from its answer."""
        words = "".join(self._strings).strip()
        if words.endswith("?") and self._bold * 10 >= len(words) * 9:
            self._finish()
        else:
            self._strings.append("\n")

    def leave(self, element: HtmlElement) -> None:
        if element.tag == "a" and self._in_link is not None:
            self._close_link()
            self._in_link = None
        elif element.tag in ("b", "strong"):
            self._in_bold -= 1
        is_block = bool(self._blocks) and self._blocks[-1][0] is element
        if is_block or (element.tag == "time" and self._blocks and self._blocks[-1][1].post is not None):
            self._finish()  # a post's time is no part of the sentence behind it
        if is_block:
            self._blocks.pop()
        self._take(element.tail)

    def _is_in(self, parts: tuple[Part, ...]) -> bool:
        return bool(self._blocks) and self._blocks[-1][1].part in parts

    def _close_link(self) -> None:
        """Note the link with its words so far: one around several blocks is a link in each."""
        if words := one_line("".join(self._in_link or ())):
            self._links.append((words, self._address))
        self._in_link = []

    def _take(self, words: str | None) -> None:
        if not words:
            return
        shown = len(words.strip())
        self._linked += shown if self._in_link is not None else 0
        self._bold += shown if self._in_bold else 0
        self._strings.append(words.replace("\n", " "))
        if self._in_link is not None:
            self._in_link.append(words)

    def _finish(self) -> None:
        """Make pieces of the strings so far: where the page breaks the line twice, a new one begins."""
        if self._in_link:
            self._close_link()
        strings, self._strings = "".join(self._strings), []
        if self._is_in(("row",)):  # in a cell, what a line break parts is not one phrase
            strings = _IN_CELL.sub(" | ", strings.strip())
        lines = [words for line in paragraphs_in(strings) if (words := one_line(line))]
        if lines and self._blocks:
            element, around = self._blocks[-1]
            self.pieces.extend(
                Piece(
                    *(words, _part_of_post(words, around), element, around.owner, around.post),
                    clutter=around.clutter,
                    aside=around.aside,
                    body=around.body,
                )
                for words in lines
            )
            last, whole = self.pieces[-1], len(lines) == 1
            last.links, last.linked = self._links, self._linked if whole else 0
            last.bold = whole and self._bold * 10 >= len(last.words) * 9
        if lines:
            self._links, self._linked, self._bold = [], 0, 0


def _inside(element: HtmlElement, around: _Around) -> _Around:
    """What holds inside of a block."""
    part, owner = _part(element, around)
    clutter = () if is_embed(element) else around.clutter
    if not is_embed(element) and len(clutter) < _CLUTTER_KNOWN and is_clutter(element):
        clutter = (*clutter, element)
    post = element if is_post(element) else around.post
    is_in_body = around.body or is_body(element)
    return _Around(part, owner, post, clutter, around.aside or is_aside(element), is_in_body)


def _part(element: HtmlElement, around: _Around) -> tuple[Part, HtmlElement | None]:
    """A caption stays a caption whatever is in it; for the rest the innermost block tells."""
    if around.part == "caption":
        return around.part, around.owner
    if is_caption(element):
        figure = _figure(element)
        quotation = quotation_of(figure)
        return ("caption", figure) if quotation is None else ("signature", quotation)
    if is_pull_quote(element):
        return "pull quote", element
    if is_signature(element, in_quotation=around.part in _QUOTES):
        return "signature", around.owner
    if around.part in (*_QUOTES, "signature"):
        return around.part, around.owner
    if element.tag == "blockquote" or is_embed(element):
        return "quote", element
    if element.tag in _HEADINGS:
        return "heading", around.owner
    if element.tag == "tr" and is_data(element):
        return "row", element
    if element.tag in ("li", "dd", "dt"):
        return "list", element
    return around.part, around.owner


def _part_of_post(words: str, around: _Around) -> Part:
    """A line of an embedded post signs it or is quoted; elsewhere it is what the markup says."""
    is_posted = around.part == "quote" and around.owner is not None and is_embed(around.owner)
    return "signature" if is_posted and signs_post(words) else around.part


def _figure(element: HtmlElement) -> HtmlElement:
    """The figure of a caption: its caption and its credit are often two elements side by side."""
    parent = element.getparent()
    return parent if parent is not None else element
