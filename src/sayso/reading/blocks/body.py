"""The body of a page, as it is read: found by trafilatura, completed and cleaned by what the page's markup tells."""

from collections.abc import Collection
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.data.article import StoryStub
from sayso.reading.blocks.cleaning import cleaned
from sayso.reading.blocks.draft import Passage
from sayso.reading.blocks.embeds import settle_posts
from sayso.reading.blocks.furniture import related_stories
from sayso.reading.blocks.glued import without_glued
from sayso.reading.blocks.main_content import passages_of_articles, passages_of_page
from sayso.reading.blocks.outline import outline
from sayso.reading.blocks.overlays import without_overlays
from sayso.reading.blocks.placed import placed
from sayso.reading.blocks.posts import posts_alike
from sayso.reading.blocks.styled import as_styled


@dataclass(frozen=True, slots=True)
class Body:
    """The passages of a page, for each the post of a live blog that it stands in, and the stories named beside them."""

    passages: tuple[Passage, ...]
    posts: tuple[HtmlElement | None, ...]
    stories: tuple[StoryStub, ...]


def body_of_page(tree: HtmlElement, name: str, articles: Collection[HtmlElement] = ()) -> Body:
    """Read the body of a page; raises Unreadable, naming the document, when there is only navigation.

    Where it holds several `articles`, each is a post of its own.

    The tree is the poorer by what lay over the page or was glued into its sentences.
    """
    without_overlays(tree)
    settle_posts(tree)
    as_styled(tree)
    glued = without_glued(tree)
    pieces = outline(tree, articles or posts_alike(tree))
    found = passages_of_articles(pieces) if articles else passages_of_page(tree, pieces, name)
    passages, stories = cleaned(placed(found, pieces))
    return Body(
        tuple(each.passage for each in passages),
        tuple(each.piece.post if each.piece else None for each in passages),
        (*stories, *glued, *related_stories(pieces, passages)),
    )
