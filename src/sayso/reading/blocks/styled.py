"""What style sheets do to a page and tags do not tell: words that nobody sees, marks of notes, initials, lines.

trafilatura reads tags alone, so the tree is made to say what a reader sees before it is read.
"""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree
from lxml.html import HtmlElement

from sayso.lexicon.common_words import ranks
from sayso.lexicon.page_names import called
from sayso.reading.blocks.markup import take_out

_LONGEST_UNSEEN: Final = 400
"""Characters; a longer stretch may be a body that a script shows."""

_MOST_STRINGS: Final = 60
_NOTE: Final = re.compile(r"\s{0,9}[\[(]?(?:\d{1,3}|[a-z*†‡])[\])]?\s{0,9}")
_BRACKETED: Final = re.compile(r"\s{0,9}\[(?:\d{1,3}|[a-z]|citation needed)\]\s{0,9}")
_BLOCK: Final = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)\b", re.IGNORECASE)
_REST_OF_WORD: Final = re.compile(r"\s+([a-z][\w’']*)")
_MADE_FROM_STREAM: Final = "S:"
"""React sends what a page shows later in hidden boxes of such ids."""

_MAY_BE_UNSEEN = etree.XPath(
    "//*[@hidden]|//*[contains(@class,'hidden') or contains(@class,'sr-') or contains(@class,'sronly') or"
    " contains(@class,'reader') or contains(@class,'assistive') or contains(@class,'screen')"
    " or contains(@class,'invisible')]"
)
_NOTES = etree.XPath("//sup")
_LINES = etree.XPath("//span[contains(@style,'display')]|//font[contains(@style,'display')]")
_INITIALS = etree.XPath("//*[contains(@class,'cap') or contains(@class,'letter')][not(*)]")


def as_styled(tree: HtmlElement) -> None:
    """Take out of the tree what readers do not see, and set apart or together what they see so."""
    for element in _MAY_BE_UNSEEN(tree):
        if _is_unseen(element):
            take_out(element)
    for template in list(tree.iter("template")):
        if template.get("shadowrootmode") or template.get("shadowroot"):
            template.tag = "div"
        else:
            take_out(template)
    for mark in _NOTES(tree):
        if _is_note(mark):
            take_out(mark)
    for line in _LINES(tree):
        if _BLOCK.search(str(line.get("style"))) and line.getparent().tag != "p":
            line.tag = "div"
    _join_initials(_INITIALS(tree))


def _is_unseen(element: HtmlElement) -> bool:
    if element.tag in ("html", "body", "main", "article", "h1"):
        return False
    is_hidden = element.get("hidden") is not None and not str(element.get("id") or "").startswith(_MADE_FROM_STREAM)
    if not is_hidden and not called(str(element.get("class") or ""), "hidden"):
        return False
    return len("".join(islice(element.itertext(), _MOST_STRINGS))) <= _LONGEST_UNSEEN


def _is_note(mark: HtmlElement) -> bool:
    """Whether it is the number of a note, which leads to the foot of the page or stands in brackets."""
    words = "".join(islice(mark.itertext(), _MOST_STRINGS))
    link = mark.find("a")
    leads_down = link is not None and "#" in str(link.get("href") or "")
    return bool((_NOTE if leads_down else _BRACKETED).fullmatch(words))


def _join_initials(elements: Iterable[HtmlElement]) -> None:
    """ "T he mayor": where a page sets the first letter large, the space after it is none."""
    for element in elements:
        letter, rest = (element.text or "").strip(), _REST_OF_WORD.match(element.tail or "")
        if len(letter) != 1 or rest is None or not called(str(element.get("class") or ""), "drop cap"):
            continue
        word = rest[1].casefold()
        if letter.casefold() not in "aio" or word not in ranks():
            element.text, element.tail = letter, str(element.tail)[rest.start(1) :]
