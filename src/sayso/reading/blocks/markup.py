"""What an element is by its tag and by the names that its site gave it: caption, pull quote, furniture, …"""

import re
from itertools import islice
from typing import TYPE_CHECKING

from sayso.lexicon.page_names import called

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN_TAGS = "script style noscript template head svg iframe object textarea select"
UNSEEN = frozenset(_UNSEEN_TAGS.split())
"""Elements that hold no text for readers."""

NOT_SHOWN = UNSEEN | {"button", "nav", "menu", "input"}
"""Elements without text, and with none that anybody reads as an article."""

_INLINE_TAGS = (
    "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark q s samp small span strike strong "
    "sub sup time tt u var wbr"
)
INLINE = frozenset(_INLINE_TAGS.split())
"""Elements that part no words from those beside them; a line break does."""

_BOXES = frozenset(("div", "section", "aside", "span", "p", "figure", "ul", "ol", "li", "article", "form", "dialog"))
_QUOTING = frozenset(("aside", "blockquote", "div", "figure", "q"))
_ASIDE = frozenset(("aside", "footer", "form", "dialog"))
_SIGNING = frozenset(("footer", "cite", "p", "div", "span", "small", "b", "strong", "em", "h4", "h5", "h6"))
EMBEDDING = ("blockquote", "div", "figure", "section", "article", "aside")
"""Elements that hold a post of a social network."""
_NO_DATA = frozenset(("table", "h1", "h2", "h3", "article", "section", "form", "ul", "ol"))
_ADDRESS = re.compile(r"(?:https?://|[\w-]{1,30}\.[\w.-]{2,40}/)\S{1,200}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_POSTED = (
    rf"(?:\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}}|\d{{1,4}}[./-]\d{{1,2}}[./-]\d{{1,4}}|\d{{1,2}}:\d\d"
    r"|\d{1,2} ?[hmd]\b).{0,30}"
)
_NAMED = r"[^\W\d_a-z][^\n@.!?:]{1,60}"
_SIGNS_POST = re.compile(
    rf"[—–―]\s?\w.*|(?:{_NAMED}?[ (]{{1,2}})?@[\w.-]{{2,40}}\)?(?:[\s,·|–—-]{{1,3}}{_POSTED})?"
    rf"|{_NAMED}[\s,·|–—-]{{1,3}}{_POSTED}"
)
_LONGEST_SIGNATURE = 120
_MOST_IN_A_ROW = 60  # elements
_PARAGRAPHS_OF_A_BODY = 4


def is_inline(element: "HtmlElement") -> bool:
    return element.tag in INLINE or element.tag == "br"


def names_of(element: "HtmlElement") -> str:
    """The names that the site gave an element."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def is_caption(element: "HtmlElement") -> bool:
    """Whether it holds what is printed under a picture, or the credit there."""
    if element.tag == "figcaption":
        return True
    names = element.get("class") if element.tag in _BOXES else None
    if not names or not (called(names, "caption") or (called(names, "credit") and _is_by_a_picture(element))):
        return False
    return sum(1 for _ in islice(element.iter("p", "h1"), _PARAGRAPHS_OF_A_BODY)) < _PARAGRAPHS_OF_A_BODY


def _is_by_a_picture(element: "HtmlElement") -> bool:
    parent = element.getparent()
    return parent is not None and (parent.tag == "figure" or parent.find("img") is not None)


def is_data(row: "HtmlElement") -> bool:
    """Whether a row of a table holds data; old pages are laid out by tables, whose cells hold all that there is."""
    within = list(islice(row.iterdescendants(), _MOST_IN_A_ROW + 1))
    if len(within) > _MOST_IN_A_ROW or any(element.tag in _NO_DATA for element in within):
        return False
    return not any(sum(1 for inner in cell if inner.tag == "p") > 1 for cell in within if len(cell))


def is_pull_quote(element: "HtmlElement") -> bool:
    """Whether it repeats a sentence of the article in large type, or may."""
    return element.tag in _QUOTING and called(element.get("class") or "", "pull quote")


def is_signature(element: "HtmlElement", *, in_quotation: bool) -> bool:
    """Whether it holds who is quoted: in a quotation its footer, or else by a name that tells."""
    if in_quotation and element.tag in ("footer", "cite"):
        return True
    names = element.get("class")
    if not names or element.tag not in _SIGNING:
        return False
    return called(names, "signature") or (in_quotation and called(names, "signature in a quotation"))


def quotation_of(figure: "HtmlElement") -> "HtmlElement | None":
    """The block quotation of which a figure consists, with who is quoted for a caption."""
    return None if figure.find(".//img") is not None else figure.find(".//blockquote")


def is_post(element: "HtmlElement") -> bool:
    """Whether it is one of the posts of a live blog."""
    named = element.tag in ("article", "div", "section", "li") and called(element.get("class") or "", "post")
    return named or element.get("itemprop") == "liveBlogUpdate"


def is_body(element: "HtmlElement") -> bool:
    """Whether its site says that it holds the body of an article."""
    named = element.tag in _BOXES and called(names_of(element), "body")
    return named or element.get("itemprop") == "articleBody"


def is_embed(element: "HtmlElement") -> bool:
    """Whether it is a post of a social network, quoted as these have it."""
    return element.tag in EMBEDDING and called(element.get("class") or "", "embed")


def signs_post(words: str) -> bool:
    """Whether a line of an embedded post tells who posted it, by a dash, a handle or the day.

    >>> [signs_post(words) for words in ("Ana Ruiz (@ruiz)", "@ruiz, 3 May 2024", "Ana Ruiz · 3 May", "@ruiz No!")]
    [True, True, True, False]
    """
    return len(words) <= _LONGEST_SIGNATURE and _SIGNS_POST.fullmatch(words) is not None


def is_embed_link(words: str) -> bool:
    """Whether the words of a link are a shortened address, as a quoted post has for its picture.

    >>> is_embed_link("pic.twitter.com/a1"), is_embed_link("https://t.co/x"), is_embed_link("the survey")
    (True, True, False)
    """
    return _ADDRESS.fullmatch(words) is not None


def is_clutter(element: "HtmlElement") -> bool:
    """Whether its names are those of what stands around an article; a body may have such a name by chance."""
    return element.tag in _BOXES and (called(names_of(element), "furniture") or names_stories(element))


def names_stories(element: "HtmlElement") -> bool:
    """Whether its names say that it names other stories on the same matter."""
    return called(names_of(element), "stories")


def is_aside(element: "HtmlElement") -> bool:
    """Whether it stands outside of what is read, by its tag; a block quotation has a footer of its own."""
    if element.tag == "footer":
        return not any(ancestor.tag == "blockquote" for ancestor in element.iterancestors())
    return element.tag in _ASIDE and not is_pull_quote(element)


def take_out(element: "HtmlElement") -> None:
    """Take an element out of its tree, unless it went with one around it; the words behind it stay."""
    if element.getparent() is not None:
        element.drop_tree()
