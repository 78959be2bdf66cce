"""What lies over a page is taken out of its tree first: a consent layer may be longer than the article."""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from sayso.lexicon.page_lines import asks_consent, is_consent_button
from sayso.lexicon.page_names import called
from sayso.reading.blocks.draft import one_line
from sayso.reading.blocks.markup import EMBEDDING, is_embed, is_embed_link, names_of, take_out

_LAYERS_UP = 4
_LONGEST_BUTTON = 40
_MOST_STRINGS = 200
"""Of the text of a box; a layer tells at once what it wants, and no box is read twice from end to end."""

_BOXES = ("div", "section", "aside", "dialog", "form")


def without_overlays(tree: HtmlElement) -> None:
    """Take consent layers and posts' addresses out of the tree."""
    around = _around_articles(tree)
    for link in list(_picture_links(tree)):
        take_out(link)
    for layer in [*_named_layers(tree, around), *_layers_with_buttons(tree, around)]:
        take_out(layer)


def _picture_links(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Links in a quoted post that show a shortened address: they stand for its pictures."""
    for post in filter(is_embed, tree.iter(*EMBEDDING)):
        yield from (link for link in post.iter("a") if is_embed_link(one_line("".join(link.itertext()))))


def _around_articles(tree: HtmlElement) -> set[HtmlElement]:
    """All elements that hold an article or its headline: no layers, whatever they are called."""
    around: set[HtmlElement] = set()
    for article in tree.iter("article", "main", "h1"):
        element: HtmlElement | None = article
        while element is not None and element not in around:
            around.add(element)
            element = element.getparent()
    return around


def _named_layers(tree: HtmlElement, around: set[HtmlElement]) -> Iterator[HtmlElement]:
    """Boxes that are called a consent layer, or are a dialogue, and speak of what these speak of."""
    for element in tree.iter(*_BOXES):
        is_dialogue = element.get("role") in ("dialog", "alertdialog") or element.get("aria-modal") == "true"
        is_called = is_dialogue or element.tag == "dialog" or called(names_of(element), "layer")
        if is_called and element not in around and _asks(element):
            yield element


def _layers_with_buttons(tree: HtmlElement, around: set[HtmlElement]) -> Iterator[HtmlElement]:
    """The smallest boxes around a button "Accept all" that speak of cookies."""
    asked: dict[HtmlElement, bool] = {}
    for button in tree.iter("button", "a", "input"):
        words = one_line("".join(islice(button.itertext(), _MOST_STRINGS)) or str(button.get("value") or ""))
        if len(words) > _LONGEST_BUTTON or not is_consent_button(words):
            continue
        for above in islice(button.iterancestors(), _LAYERS_UP):
            if above.tag in _BOXES and above not in asked:
                asked[above] = above not in around and _asks(above)
            if asked.get(above):
                yield above
                break


def _asks(element: HtmlElement) -> bool:
    """Whether a box speaks of consent where it begins."""
    return asks_consent(" ".join(islice(element.itertext(), _MOST_STRINGS)))
