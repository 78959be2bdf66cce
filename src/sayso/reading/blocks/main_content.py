"""The body of a page as trafilatura finds it, as passages; a page with no body but links is refused."""

import re
from collections.abc import Iterable, Iterator, Sequence

import trafilatura
from lxml import etree
from lxml.etree import _Element
from lxml.html import HtmlElement

from sayso.data.article import BlockKind
from sayso.data.errors import Unreadable
from sayso.reading.blocks.draft import Passage, bare, ends_sentence, one_line, paragraphs_in
from sayso.reading.blocks.piece import KINDS, Piece

_KINDS: dict[str, BlockKind] = {"head": "heading", "p": "paragraph", "quote": "quote", "item": "list", "list": "list"}
_LONGEST_FURNITURE = 200
_MOST_FOR_TRAFILATURA = 20_000  # elements; it takes the square of their number, and news has no such pages
_SAME_TEXT = 1.3  # how much longer blocks may be than the piece that they are run together in
_FURNITURE = re.compile(r"©|\(c\)|copyright|all rights reserved|cookies?\b|javascript|privacy policy|subscribe", re.I)
_WORDS_OF_PROSE = 12
_LETTERS_OF_PROSE = 40  # for scripts that write no spaces


def passages_of_page(tree: HtmlElement, pieces: Sequence[Piece], name: str) -> list[Passage]:
    """Find the body of a page; raises Unreadable, naming the document, when there is only navigation."""
    links = {words for link in tree.iter("a") if (words := one_line(" ".join(link.itertext())))}
    small = sum(1 for _ in tree.iter()) <= _MOST_FOR_TRAFILATURA
    found = _with_prose(_trafilatura(tree, fast=True), links) if small else []
    # one piece alone is perhaps its last resort, all the text of a page run together
    if len(found) < 2 and small:
        found = _with_prose(_trafilatura(tree, fast=False), links) or found
    if len(found) < 2:
        found = _parted(found, _with_prose(list(_block_by_block(pieces)), links))
    if not found or (len(found) == 1 and not _without(links, found[0].text)):
        raise Unreadable(name, "no article text, only navigation")
    return found


def passages_of_articles(pieces: Iterable[Piece]) -> list[Passage]:
    """The paragraphs of all the articles of a page that holds several: what judges a page finds the first."""
    return list(_block_by_block(piece for piece in pieces if piece.post is not None))


def _trafilatura(tree: HtmlElement, *, fast: bool) -> list[Passage]:
    """What trafilatura finds: by its rules alone, as good on news in half the time, or with its fallbacks too."""
    found = trafilatura.bare_extraction(tree, fast=fast, include_comments=False)
    body = getattr(found, "body", None)  # None where it finds nothing
    return list(_passages(body)) if body is not None else []


def _with_prose(passages: list[Passage], links: set[str]) -> list[Passage]:
    return passages if any(_is_prose(passage, links) for passage in passages) else []


def _parted(lump: list[Passage], blocks: list[Passage]) -> list[Passage]:
    """The blocks of the page, where they are the same text as the lump and not the page's furniture besides."""
    length = sum(len(passage.text) for passage in lump)
    return blocks if sum(len(passage.text) for passage in blocks) <= _SAME_TEXT * length or not lump else lump


def _without(links: set[str], words: str) -> str:
    for link in sorted(links, key=len, reverse=True):
        words = words.replace(link, "")
    return words.strip()


def _block_by_block(pieces: Iterable[Piece]) -> Iterator[Passage]:
    """All paragraphs outside the frame of the page, each once: for pages too short for trafilatura's measures."""
    seen: set[str] = set()
    for piece in pieces:
        letters = bare(piece.words)
        if not piece.aside and not piece.is_link and letters not in seen and piece.element.tag != "h1":
            seen.add(letters)
            yield Passage(KINDS[piece.part], piece.words)


def _is_prose(passage: Passage, links: set[str]) -> bool:
    words = passage.text
    if passage.kind == "heading" or one_line(words) in links or _FURNITURE.search(words[:_LONGEST_FURNITURE]):
        return False
    enough = len(words.split()) >= _WORDS_OF_PROSE or len(words) >= _LETTERS_OF_PROSE > 2 * len(words.split())
    return ends_sentence(words) or enough


def _passages(body: _Element) -> Iterator[Passage]:
    """The blocks of trafilatura's body, in order; loose text between them is a paragraph of its own."""
    for element in body:
        if element.tag in ("list", "quote", "table"):
            yield from _parts(element)
        elif element.tag == "code":
            yield Passage("paragraph", "".join(element.itertext()).strip("\n"))
        else:
            yield from _lines(element, _KINDS.get(str(element.tag), "paragraph"))
        if tail := one_line(element.tail or ""):
            yield Passage("paragraph", tail)


def _parts(element: _Element) -> Iterator[Passage]:
    """Items of a list, paragraphs of a quotation, rows of a table: each a passage."""
    kind: BlockKind = "quote" if element.tag == "quote" else "list" if element.tag == "list" else "paragraph"
    parts = [child for child in element if child.tag in ("item", "p", "row")]
    if not parts:
        yield from _lines(element, kind)
    for part in parts:
        yield from _lines(part, kind)


def _lines(element: _Element, kind: BlockKind) -> Iterator[Passage]:
    """The words of an element; where the page breaks the line twice, a new paragraph begins."""
    for line in paragraphs_in("".join(_strings(element))):
        if words := one_line(line):
            yield Passage(kind, words)


def _strings(element: _Element) -> Iterator[str]:
    """The strings in an element; "\\n" stands for a line break of the page, those of its source are spaces."""
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield "\n" if inner.tag == "lb" else " " if inner.tag in ("item", "cell", "p") else ""
            yield (inner.text or "").replace("\n", " ")
        elif inner is not element:
            yield (inner.tail or "").replace("\n", " ")
