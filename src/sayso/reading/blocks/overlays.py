"""What lies over a page or is glued into its sentences is taken out of its tree before anything is read.

A consent layer may be longer than the article, and a box about a person that opens under the mouse stands in the
middle of a sentence: "to kill Rep. Ilhan OmarIlhan OmarHillicon Valley: Progressives oppose …".
"""

from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from sayso.data.article import StoryStub
from sayso.lexicon.page_lines import asks_consent, is_consent_button
from sayso.lexicon.page_names import called
from sayso.reading.blocks.draft import one_line
from sayso.reading.blocks.markup import is_embed, is_embed_link, is_inline, names_of

_LAYERS_UP = 4
_LONGEST_BUTTON = 40
_MOST_STRINGS = 200
"""Of the text of a box; a layer tells at once what it wants, and no box is read twice from end to end."""

_BOXES = ("div", "section", "aside", "dialog", "form")
_MOST_IN_A_WIDGET = 100  # elements
_WIDGETS = ("span", "div", "small", "ul")
_WORDS_OF_A_TITLE = 4


def without_overlays(tree: HtmlElement) -> list[StoryStub]:
    """Take consent layers, glued widgets and posts' addresses out of the tree.

    Returns the stories that the widgets linked to.
    """
    around = _around_articles(tree)
    for link in list(_picture_links(tree)):
        _take_out(link)
    for layer in [*_named_layers(tree, around), *_layers_with_buttons(tree, around)]:
        _take_out(layer)
    stories: list[StoryStub] = []
    for widget in list(_widgets(tree)):
        stories.extend(_stories_in(widget))
        _take_out(widget)
    return stories


def _picture_links(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Links in a quoted post that show a shortened address: they stand for its pictures."""
    for post in filter(is_embed, tree.iter("blockquote")):
        yield from (link for link in post.iter("a") if is_embed_link(one_line("".join(link.itertext()))))


def _take_out(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


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


def _widgets(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Boxes in a sentence that hold links and nothing else, without a space between them and the word before."""
    for element in tree.iter(*_WIDGETS):
        if len(element) and _is_glued(element) and _sentence_goes_on(element) and _is_links_only(element):
            yield element


def _is_glued(element: HtmlElement) -> bool:
    """Whether a letter stands right before it: at the end of a text, or of a link."""
    before, parent = element.getprevious(), element.getparent()
    if before is None:
        words = parent.text if parent is not None else None
    else:
        words = before.tail or ("".join(before.itertext()) if before.tag == "a" else None)
    return bool(words) and str(words)[-1].isalnum()


def _sentence_goes_on(element: HtmlElement) -> bool:
    """Whether words follow in the same block: else it is the list that a menu opens under one of its links."""
    while not (element.tail or "").strip():
        parent = element.getparent()
        if parent is None or not is_inline(parent):
            return False
        element = parent
    return True


def _is_links_only(element: HtmlElement) -> bool:
    within = list(islice(element.iter(), _MOST_IN_A_WIDGET + 1))
    links = [inner for inner in within if inner.tag == "a"]
    if len(links) < 2 or len(within) > _MOST_IN_A_WIDGET:
        return False
    linked = sum(len(one_line("".join(link.itertext()))) for link in links)
    return linked > 0 and linked * 10 >= len(one_line("".join(element.itertext()))) * 9 - 10


def _stories_in(widget: HtmlElement) -> Iterator[StoryStub]:
    for link in widget.iter("a"):
        words = one_line("".join(link.itertext()))
        if len(words.split()) >= _WORDS_OF_A_TITLE:
            yield StoryStub(words, url=str(link.get("href") or "") or None)
