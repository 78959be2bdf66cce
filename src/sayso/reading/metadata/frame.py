"""Where on a page an element stands: in the article, or in the frame around it, a comment, a list of other stories."""

import re

from lxml.html import HtmlElement

from sayso.reading.blocks.draft import one_line

_ELSEWHERE = frozenset(("aside", "nav", "footer"))
_OTHER_STORIES = re.compile(
    r"related|recommend|sidebar|comment|widget|teaser|most-read|latest|newsletter|breadcrumb"
    r"|(?<!post-)(?<!entry-)footer|\bnav(?!padding|y)",
    re.I,
)
_ARTICLE = re.compile(r"(?<![\w-])(?:hentry|h-entry|post-outer|entry-content|post-content|article-body)(?![\w-])", re.I)
_MARKS = ("class", "id", "itemprop", "rel", "data-testid")
_MOST_MARKS = 500


def is_elsewhere(element: HtmlElement) -> bool:
    """Whether an element stands in a list of other stories, a comment or the frame of the page."""
    for parent in element.iterancestors():
        if parent.tag == "footer" and parent.getparent() is not None and parent.getparent().tag == "article":
            return False  # an article's own footer tells who wrote it, and when
        if parent.tag in ("article", "main", "body") or _ARTICLE.search(str(parent.get("class") or "")[:_MOST_MARKS]):
            return False
        if parent.tag in _ELSEWHERE or _OTHER_STORIES.search(f"{parent.get('class') or ''} {parent.get('id') or ''}"):
            return True
    return False


def marks_of(element: HtmlElement) -> str:
    """What an element says of itself: its class, id, itemprop, rel and name in tests, no more than a line of each."""
    return " ".join([str(told)[:_MOST_MARKS] for name in _MARKS if (told := element.get(name))])


def words_of(element: HtmlElement) -> str:
    """The words in an element, on one line."""
    return one_line(" ".join(element.itertext()))
