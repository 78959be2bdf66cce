"""The posts of a live blog whose site does not call them so: boxes in a row, each with a time, a heading and text."""

from collections import defaultdict
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from sayso.reading.blocks.draft import ends_sentence, one_line
from sayso.reading.blocks.markup import is_aside, is_clutter

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BOXES = frozenset(("article", "section", "div", "li"))
_HEADINGS = ("h2", "h3", "h4")
_DEPTH = 4
"""How far above its time a post's box is looked for."""

_SEVERAL = 2


def posts_alike(tree: "HtmlElement") -> frozenset["HtmlElement"]:
    """The boxes of one name beside each other that each have a time, a heading that leads nowhere, and a sentence."""
    alike: defaultdict[tuple[HtmlElement, str, str], dict[HtmlElement, None]] = defaultdict(dict)
    for time in tree.iter("time"):
        for box, parent in pairwise(islice(time.iterancestors(), _DEPTH + 1)):
            if box.tag in _BOXES:
                alike[parent, str(box.tag), str(box.get("class") or "")][box] = None
    several = (boxes for boxes in alike.values() if len(boxes) >= _SEVERAL)
    return frozenset(box for boxes in several if all(map(_is_post, boxes)) for box in boxes)


def _is_post(box: "HtmlElement") -> bool:
    if is_aside(box) or is_clutter(box):
        return False
    heading = next(box.iter(*_HEADINGS), None)
    paragraph = next((p for p in box.iter("p") if ends_sentence(one_line("".join(p.itertext())))), None)
    return heading is not None and paragraph is not None and not _leads_away(heading)


def _leads_away(heading: "HtmlElement") -> bool:
    """Whether a heading is a link to another page, as that of a story which a page only names."""
    links = [*heading.iter("a"), *heading.iterancestors("a")]
    return any(not str(link.get("href") or "#").startswith("#") for link in links)
