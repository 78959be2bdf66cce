"""What is glued to the words of a sentence is taken out of the tree: boxes of widgets, links to other stories.

A box about a person that opens under the mouse stands in the middle of a sentence: "to kill Rep. Ilhan OmarIlhan
OmarHillicon Valley: Progressives oppose …"; a link to another story stands at its end: "… on Monday. ALSO READ: …".
"""

from collections.abc import Iterator
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from sayso.data.article import StoryStub
from sayso.lexicon.page_lines import label_at_end
from sayso.lexicon.page_names import called
from sayso.reading.blocks.draft import one_line
from sayso.reading.blocks.markup import is_inline, names_of, take_out

_MOST_IN_A_WIDGET = 100  # elements
_WIDGETS = ("span", "div", "small", "ul", "aside")
_WORDS_OF_A_TITLE = 4
_LONGEST_TITLE = 200
_CLOSING = " \t\r\n\xa0)]»"
_ENDS_OF_SENTENCES = '.!?…”"’'


def without_glued(tree: HtmlElement) -> list[StoryStub]:
    """Take glued boxes and links out of the tree; returns the stories that they linked to."""
    stories: list[StoryStub] = []
    for widget in list(_widgets(tree)):
        stories.extend(_stories_in(widget))
        take_out(widget)
    for link in list(tree.iter("a")):
        if story := _title_at_the_end(link):
            stories.append(story)
    return stories


def _widgets(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Boxes in a sentence without a space between them and the word before, that hold links alone or are called so."""
    for element in tree.iter(*_WIDGETS):
        if not _is_glued(element):
            continue
        is_box = len(element) > 0 and _sentence_goes_on(element) and _is_links_only(element)
        if is_box or called(names_of(element), "widget"):
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
            yield _story(words, link)


def _title_at_the_end(link: HtmlElement) -> StoryStub | None:
    """The story that a link at the end of a paragraph names, once it and its label are cut off; None for none."""
    block = _block_that_ends_with(link)
    if block is None or not 0 < len(words := "".join(link.itertext())) <= _LONGEST_TITLE:
        return None
    title = one_line(words)
    if len(title.split()) < _WORDS_OF_A_TITLE or title.endswith("."):
        return None
    told = "".join(words for _, _, words in _strings(block))
    before = told[: told.rindex(words)]
    at = label_at_end(before)
    if at is None and before[-1:] in tuple(_ENDS_OF_SENTENCES) and title[0].isupper():
        at = len(before)
    if at is None:
        return None
    _cut_from(block, at)
    return _story(title, link)


def _story(title: str, link: HtmlElement) -> StoryStub:
    return StoryStub(title, url=str(link.get("href") or "") or None)


def _block_that_ends_with(link: HtmlElement) -> HtmlElement | None:
    """The block of which a link is the end, but for a bracket; None where something follows, or nothing goes before."""
    element, alone = link, True
    while is_inline(element):
        before, parent = element.getprevious(), element.getparent()
        if parent is None or element.getnext() is not None or (element.tail or "").strip(_CLOSING):
            return None
        alone = alone and before is None and not (parent.text or "").strip()
        element = parent
    return None if alone else element


def _strings(block: HtmlElement) -> Iterator[tuple[HtmlElement, bool, str]]:
    """The strings of a block in reading order: of which element, whether its tail, and the words."""
    for event, element in etree.iterwalk(block, events=("start", "end")):
        if event == "start":
            yield element, False, str(element.text or "")
        elif element is not block:
            yield element, True, str(element.tail or "")


def _cut_from(block: HtmlElement, at: int) -> None:
    """Leave of the words of a block the first so many characters."""
    for element, is_tail, words in list(_strings(block)):
        kept = words[: max(at, 0)].rstrip() if len(words) > at else words
        if is_tail:
            element.tail = kept
        else:
            element.text = kept
        at -= len(words)
