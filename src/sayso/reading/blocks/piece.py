"""A stretch of the text of a page, and what its markup makes of it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from sayso.data.article import BlockKind

if TYPE_CHECKING:  # to read plain text must not load it
    from lxml.html import HtmlElement

Part = Literal["paragraph", "heading", "list", "quote", "pull quote", "signature", "caption", "row"]
"""What the markup around a stretch of text says that it is."""


KINDS: dict[Part, BlockKind] = {
    **{"paragraph": "paragraph", "heading": "heading", "list": "list", "quote": "quote", "pull quote": "quote"},
    **{"signature": "quote", "caption": "caption", "row": "paragraph"},
}
"""The kind of block that each becomes."""


@dataclass(slots=True)
class Piece:
    """A stretch of text of the page, in reading order.

    `parts` are its words as the page has them, cell by cell, caption and credit apart. `element` is the innermost block
    around it, `owner` the figure, row, … that it is a part of. `linked` counts its characters that are links, `links`
    holds them: words and address. `clutter` are the elements around it that look like furniture, outermost first;
    `aside` tells whether one of them is outside of any body, `body` whether one is called the body.
    """

    words: str
    part: Part
    element: "HtmlElement"
    owner: "HtmlElement | None"
    post: "HtmlElement | None"
    parts: tuple[str, ...] = ()
    linked: int = 0
    bold: bool = False
    links: list[tuple[str, str]] = field(default_factory=list)
    clutter: "tuple[HtmlElement, ...]" = ()
    aside: bool = False
    body: bool = False

    @property
    def is_link(self) -> bool:
        """Whether it is a link and next to nothing besides."""
        return self.linked * 10 >= len(self.words) * 9 > 0
