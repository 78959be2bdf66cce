"""Bylines that a page shows: in elements that say so (rel=author, class=byline), and in lines that begin with "By"."""

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from lxml import etree
from lxml.html import HtmlElement

from sayso.reading.blocks.draft import ends_sentence
from sayso.reading.blocks.markup import is_embed
from sayso.reading.metadata.datelines import place_of_title
from sayso.reading.metadata.frame import is_elsewhere, marks_of, words_of
from sayso.reading.metadata.names import (
    byline,
    dated_byline,
    names_told,
    person_alone,
    person_beside_date,
    persons_told,
)

_TAGS = ("a", "span", "p", "div", "address", "li", "cite", "h2", "h3", "h4", "h5", "strong", "em", "b", "td", "dd")
_AUTHOR = re.compile(
    r"author|byline|\bvcard\b|\bfn\b|(?<![a-z])writer|poster\b|postedby|\bsubmitted\b|contributor|auteur|autor(?!is)",
    re.I,
)
_SURE = re.compile(
    r"\bvcard\b|\bfn\b|byline|author-?_?(?:name|link)|(?:^|\s)author(?:\s|$)|(?:^|\s)authors(?:\s|$)", re.I
)
_NO_BYLINE = re.compile(r"comment|related|avatar|image|photo|social|follow|teaser|bio\b|popular|sidebar", re.I)
_FRAME_TAGS = ("aside", "nav", "footer")
_FRAMES = (*_FRAME_TAGS, "div", "section", "ol", "ul", "li", "article")
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:en|es|in|i)?|auteurs?|staff|writers?|journalists?|reporters?|contributors?|bylines?|by"
    r"|redakteure?|redaktion|correspondents?)/[^/?#]{2,80}/?(?:$|[?#])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"(?<![\w-])(?:comments?|comment-?list|comment-?body|respond)(?![\w-])", re.IGNORECASE)
_OTHERS = re.compile(r"comment|related|teaser|popular|recommend", re.I)
_LONGEST = 120
_ABOVE = 8  # how many elements around one are asked whether they hold comments or teasers
_LINES_BELOW_TITLE = 12


def marked_byline(tree: HtmlElement) -> tuple[str, ...]:
    """The names in the elements that are marked as the byline; where several are alike, side by side, those of all."""
    found = {element: names for element in tree.iter(*_TAGS) if (names := _names(element))}
    for element, names in list(found.items()):
        if any(len(found.get(inner, ())) >= len(names) for inner in element.iterdescendants()):
            del found[element]  # what stands within is the name alone
    if not found:
        return ()
    first = next((element for element in found if _SURE.search(marks_of(element))), next(iter(found)))
    return _each_once(name for element, names in found.items() if _alike(element, first) for name in names)


def byline_in_lines(tree: HtmlElement, lines: list[str], title: str | None) -> tuple[str, ...]:
    """The names of the line below the headline that begins with "By", or of the only such line on the page."""
    found = {line: names for line in lines if (names := byline(line))}
    framed = _framed(tree) if found else set()
    start = place_of_title(lines, title)
    below = lines[start + 1 : start + 1 + _LINES_BELOW_TITLE] if start is not None else []
    near = [line for line in below if line not in framed]
    own = {names for line, names in found.items() if line not in framed}
    told = (found[line] for line in near if line in found)
    dated = (names for line in near if (names := dated_byline(line)))
    found_there = next(told, None) or (own.pop() if len(own) == 1 else next(dated, ()))
    return found_there or _name_beside_date(below) or _name_alone(tree, below, lines)


def _name_alone(tree: HtmlElement, below: Iterable[str], lines: list[str]) -> tuple[str, ...]:
    """The person whose name is all of a line between headline and text; of whom the text tells did not write it."""
    for line in takewhile(lambda line: len(line) <= _LONGEST and not ends_sentence(line), below):
        if name := person_alone(line):
            family = name.split()[-1]
            is_told_of = any(family in other and ends_sentence(other) for other in lines)
            under_picture = any(name in words_of(figure) for figure in tree.iter("figure"))
            return () if is_told_of or under_picture else (name,)
    return ()


def _name_beside_date(below: Iterable[str]) -> tuple[str, ...]:
    """The person whose name shares a line between headline and text with a date alone: "3 May 2031 · Ada Venn"."""
    for line in takewhile(lambda line: len(line) <= _LONGEST and not ends_sentence(line), below):
        if name := person_beside_date(line):
            return (name,)
    return ()


def _framed(tree: HtmlElement) -> set[str]:
    """The short lines of the page's frame and of comments, where bylines are of other texts."""
    inside = (element for frame in _frames(tree) for element in frame.iter(*_TAGS))
    return {words for element in inside if len(words := words_of(element)) <= _LONGEST}


def _frames(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost elements of the page's frame, and those that hold comments."""
    walk = etree.iterwalk(tree, events=("start",), tag=_FRAMES)
    for _, element in walk:
        if element.tag in _FRAME_TAGS or _COMMENTS.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            walk.skip_subtree()
            yield element


def _names(element: HtmlElement) -> tuple[str, ...]:
    marks = marks_of(element)
    leads_to_author = element.tag == "a" and _AUTHORS_PAGE.search(str(element.get("href") or ""))
    if (
        not (leads_to_author or _AUTHOR.search(marks))
        or _NO_BYLINE.search(marks)
        or is_elsewhere(element)
        or _is_of_others(element)
    ):
        return ()
    words = words_of(element) or str(next((meta.get("content") or "" for meta in element.iter("meta")), ""))
    if not 1 < len(words) <= _LONGEST:
        return ()
    return persons_told(words) or (names_told(words) if _SURE.search(marks) else ())


def _is_of_others(element: HtmlElement) -> bool:
    """Whether it stands in a comment, a list of other stories, an embedded post, or under a picture."""
    above = (parent for parent, _ in zip(element.iterancestors(), range(_ABOVE), strict=False))
    return any(
        parent.tag == "figure" or is_embed(parent) or (parent.tag != "body" and _OTHERS.search(marks_of(parent)))
        for parent in above
    )


def _alike(one: HtmlElement, other: HtmlElement) -> bool:
    if one.tag != other.tag or marks_of(one) != marks_of(other):
        return False
    near, far = one.getparent(), other.getparent()
    return near is far or (near is not None and far is not None and near.getparent() is far.getparent())


def _each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once: what is said in capitals or as a login too is the same person."""
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(re.sub(r"\W+", "", name.casefold()), name)
    return tuple(kept.values())
