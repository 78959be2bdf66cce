"""What lies over a page or is glued into its sentences is taken out of its tree before anything is read.

A consent layer may be longer than the article, and a box about a person that opens under the mouse stands in the
middle of a sentence: "to kill Rep. Ilhan OmarIlhan OmarHillicon Valley: Progressives oppose …".
"""

from collections.abc import Iterator

from lxml.html import HtmlElement

from sayso.data.article import StoryStub
from sayso.lexicon.page_lines import asks_consent, is_consent_button
from sayso.lexicon.page_names import called
from sayso.reading.blocks.draft import one_line
from sayso.reading.blocks.markup import names_of

_LAYERS_UP = 4
_LONGEST_BUTTON = 40
_ENOUGH_TO_TELL = 4000  # characters
_BOXES = ("div", "section", "aside", "dialog", "form")
_WIDGETS = ("span", "div", "small", "ul")
_WORDS_OF_A_TITLE = 4


def without_overlays(tree: HtmlElement) -> list[StoryStub]:
    """Take consent layers and glued widgets out of the tree; returns the stories that the widgets linked to."""
    layers = [*_named_layers(tree), *_layers_with_buttons(tree)]
    for layer in layers:
        _take_out(layer)
    stories: list[StoryStub] = []
    for widget in list(_widgets(tree)):
        stories.extend(_stories_in(widget))
        _take_out(widget)
    return stories


def _take_out(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _named_layers(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Boxes that are called a consent layer, or are a dialogue, and speak of what these speak of."""
    for element in tree.iter(*_BOXES):
        is_dialogue = element.get("role") in ("dialog", "alertdialog") or element.get("aria-modal") == "true"
        if (is_dialogue or element.tag == "dialog" or called(names_of(element), "layer")) and _is_layer(element):
            yield element


def _layers_with_buttons(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The smallest boxes around a button "Accept all" that speak of cookies."""
    for button in tree.iter("button", "a", "input"):
        words = one_line("".join(button.itertext()) or str(button.get("value") or ""))
        if len(words) > _LONGEST_BUTTON or not is_consent_button(words):
            continue
        for above, _ in zip(button.iterancestors(), range(_LAYERS_UP), strict=False):
            if above.tag in _BOXES and _is_layer(above):
                yield above
                break


def _is_layer(element: HtmlElement) -> bool:
    """Whether a box speaks of consent and holds no article."""
    if next(element.iter("article", "main", "h1"), None) is not None:
        return False
    words, length = [], 0
    for string in element.itertext():
        words.append(string)
        length += len(string)
        if length > _ENOUGH_TO_TELL:
            break
    return asks_consent(" ".join(words))


def _widgets(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Boxes in a sentence that hold links and nothing else, without a space between them and the word before."""
    for element in tree.iter(*_WIDGETS):
        if len(element) and _is_glued(element) and _is_links_only(element):
            yield element


def _is_glued(element: HtmlElement) -> bool:
    """Whether a letter stands right before it: at the end of a text, or of a link."""
    before, parent = element.getprevious(), element.getparent()
    if before is None:
        words = parent.text if parent is not None else None
    else:
        words = before.tail or ("".join(before.itertext()) if before.tag == "a" else None)
    return bool(words) and str(words)[-1].isalnum()


def _is_links_only(element: HtmlElement) -> bool:
    links = list(element.iter("a"))
    if len(links) < 2:
        return False
    linked = sum(len(one_line("".join(link.itertext()))) for link in links)
    return linked > 0 and linked * 10 >= len(one_line("".join(element.itertext()))) * 9 - 10


def _stories_in(widget: HtmlElement) -> Iterator[StoryStub]:
    for link in widget.iter("a"):
        words = one_line("".join(link.itertext()))
        if len(words.split()) >= _WORDS_OF_A_TITLE:
            yield StoryStub(words, url=str(link.get("href") or "") or None)
