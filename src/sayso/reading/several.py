"""Several articles on one page: the one that the page is about is read, the others are stories that it names.

Where it is about none of them (a front page, a digest) each is kept apart as the posts of a live blog are, with its own
time, and nobody's byline is over the words of another.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from sayso.data.article import StoryStub
from sayso.reading.blocks.draft import bare
from sayso.reading.blocks.markup import is_aside, is_clutter, is_post
from sayso.reading.metadata.frame import words_of
from sayso.reading.metadata.headings import page_title
from sayso.reading.metadata.json_ld import told_in_linked_data
from sayso.reading.metadata.meta_tags import told_in_meta_tags
from sayso.reading.metadata.times import told_in_time_elements

_HEADINGS = ("h1", "h2", "h3", "h4")
_LETTERS_OF_A_PARAGRAPH = 60
_PARAGRAPHS = 2
_SEVERAL = 2
_LETTERS_OF_A_HEADING = 8


@dataclass(frozen=True, slots=True)
class Several:
    """The articles of a page that is about none of them, and the stories that it holds beside the one it is about."""

    articles: frozenset[HtmlElement] = frozenset()
    stories: tuple[StoryStub, ...] = ()

    def common(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names of a page's byline that stand over each of its articles."""
        texts = [bare(words_of(article)) for article in self.articles]
        return tuple(name for name in names if all(bare(name) in text for text in texts))


def apart(tree: HtmlElement) -> Several:
    """Take out of a page the whole articles that it is not about, or tell all where it is about none."""
    if sum(1 for _ in tree.iter("article")) < _SEVERAL:
        return Several()
    articles = list(_articles(tree))
    if len(articles) < _SEVERAL:
        return Several()
    titles = [bare(title) for title in _titles(tree)]
    own = [one for one in articles if any(_letters_of_heading(one) in title for title in titles)]
    others = [one for one in articles if one not in own]
    if len(own) > 1 or (not own and not _stands_outside(tree, articles)):
        return Several(frozenset(articles))
    stories = tuple(filter(None, map(_story, others)))
    for one in others:
        one.drop_tree()
    return Several(stories=stories)


def _articles(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The outermost articles that have a heading, a text, and a time or an address of their own."""
    walk = etree.iterwalk(tree, events=("start",))
    for _, element in walk:
        if not isinstance(element.tag, str) or element.tag == "nav" or is_aside(element) or is_clutter(element):
            walk.skip_subtree()
        elif element.tag == "article":
            walk.skip_subtree()
            if not is_post(element) and _is_whole(element):
                yield element


def _is_whole(article: HtmlElement) -> bool:
    heading = _heading(article)
    if heading is None or len(_letters_of_heading(article)) < _LETTERS_OF_A_HEADING or not _has_prose(article):
        return False
    return _address(heading) is not None or next(article.iter("time"), None) is not None


def _has_prose(element: HtmlElement) -> bool:
    return sum(len(words_of(each)) >= _LETTERS_OF_A_PARAGRAPH for each in element.iter("p")) >= _PARAGRAPHS


def _stands_outside(tree: HtmlElement, articles: list[HtmlElement]) -> bool:
    """Whether a text of its own stands beside the articles: then that is what the page is about."""
    inside = {each for article in articles for each in article.iter("p")}
    outside = (each for each in tree.iter("p") if each not in inside)
    prose = (each for each in outside if len(words_of(each)) >= _LETTERS_OF_A_PARAGRAPH and not _is_framed(each))
    return sum(1 for _ in prose) >= _PARAGRAPHS


def _is_framed(element: HtmlElement) -> bool:
    return any(is_aside(parent) or is_clutter(parent) or parent.tag == "nav" for parent in element.iterancestors())


def _titles(tree: HtmlElement) -> Iterator[str]:
    told = (told_in_linked_data(tree).title, told_in_meta_tags(tree).title, page_title(tree))
    yield from filter(None, told)


def _heading(article: HtmlElement) -> HtmlElement | None:
    return next(article.iter(*_HEADINGS), None)


def _letters_of_heading(article: HtmlElement) -> str:
    heading = _heading(article)
    return bare(words_of(heading)) if heading is not None else ""


def _address(heading: HtmlElement) -> str | None:
    """Where the heading leads, being a link or standing in one."""
    around = (parent for parent in heading.iterancestors("a"))
    links = (str(link.get("href") or "") for link in (*heading.iter("a"), *around))
    return next((address for address in links if address and not address.startswith("#")), None)


def _story(article: HtmlElement) -> StoryStub | None:
    heading = _heading(article)
    if heading is None:
        return None
    published = told_in_time_elements(article, marked=False).published
    return StoryStub(words_of(heading), url=_address(heading), published=published)
