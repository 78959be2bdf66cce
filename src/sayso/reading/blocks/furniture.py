"""Lines of a page that are no reading matter are left out; what other stories they name is kept as stubs of these."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sayso.data.article import StoryStub
from sayso.lexicon.page_lines import after_label, is_about_this, is_invitation
from sayso.reading.blocks.draft import bare, ends_sentence, one_line
from sayso.reading.blocks.markup import names_stories
from sayso.reading.blocks.piece import Piece
from sayso.reading.blocks.placed import Placed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_WORDS_OF_A_TITLE = 4
_LONGEST_TITLE = 200
_MOST_STORIES = 200
_AGE = re.compile(r"(?<=\S)\s(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} (?:minute|hour|day)s? ago)$")
"""When a story was published, as lists of stories have it after its title."""

_LABEL = re.compile(r"[^\w“‘\"']{0,10}[^\W\d_][\w’'&-]{0,30}(?: [\w’'&-]{1,30}){0,3}\s?[:|–—►»]\s*")
_QUOTES = "“\"‘'«„"
_ANSWER = re.compile(r"(?:yes|no|maybe|not sure|vote|submit|👍|👎)\W*", re.IGNORECASE)

_SHARE_OF_FURNITURE = 0.3
"""Of the text; a box that holds more is the body, whatever its site calls it."""

_SHARE_OF_BODY = 0.35
"""Of the text; where less is called the body, the name means something else."""


@dataclass(slots=True)
class Kept:
    """What is read, and the stories that were named in between."""

    passages: list[Placed] = field(default_factory=list)
    stories: list[StoryStub] = field(default_factory=list)


def without_furniture(passages: Sequence[Placed]) -> Kept:
    """Part what is read from what is not; only links and lines by themselves are looked at, never part of one."""
    kept = Kept()
    passages = _in_the_body(passages)
    boxes = _furniture_boxes(passages)
    in_list = asked = False
    for place, passage in enumerate(passages):
        named = _stories_named(passage, in_list or _is_among_links(passages, place))
        words = passage.passage.text
        answers = asked and bool(_ANSWER.fullmatch(words))
        if named is None and not answers and not _is_in(passage, boxes) and not _is_the_sites_voice(passage):
            kept.passages.append(passage)
            in_list = asked = False
        else:
            kept.stories.extend(named or ())
            in_list, asked = named is not None, answers or words.endswith("?")
    return kept


def related_stories(pieces: Sequence[Piece], body: Sequence[Placed]) -> Iterator[StoryStub]:
    """The stories in the lists of links that the page itself calls related, wherever they stand, or has in its body."""
    read = {id(each.piece) for each in body}
    numbers = [number for number, piece in enumerate(pieces) if id(piece) in read]
    inside = range(numbers[0], numbers[-1]) if numbers else range(0)
    label_opens = False
    for number, piece in enumerate(pieces):
        label = after_label(piece.words)
        if label == "":
            label_opens = is_about_this(piece.words)
        elif piece.links and (label_opens or any(map(names_stories, piece.clutter))):
            yield from _linked(piece)
        elif len(piece.words.split()) > _WORDS_OF_A_TITLE:
            label_opens = False
            if number in inside and id(piece) not in read and piece.is_link and not _is_contents(piece):
                yield from _linked(piece)


def numbered(stories: Iterable[StoryStub], known: Sequence[StoryStub], title: str | None) -> tuple[StoryStub, ...]:
    """The stories that are not known yet, each once, counted on from those that are; the article itself is none.

    Of several titles that lead to one address the first counts: below it stands what the story is about.
    """
    seen = {bare(story.title) for story in known} | {bare(title or "")}
    addresses = {story.url for story in known}
    found = list(known)
    for story in stories:
        is_new = bare(story.title) not in seen and (story.url is None or story.url not in addresses)
        if is_new and len(found) < max(_MOST_STORIES, len(known)):
            seen.add(bare(story.title))
            addresses.add(story.url)
            found.append(StoryStub(story.title, story.id, story.url, len(found), story.published, story.picture))
    return tuple(found)


def _stories_named(passage: Placed, among_links: bool) -> list[StoryStub] | None:
    """The stories that a line names and does nothing else; None for reading matter."""
    words, piece = _without_brackets(passage.passage.text), passage.piece
    if passage.passage.kind == "caption" or (piece and _is_contents(piece)):
        return None
    linked = list(_linked(piece)) if piece else []
    if piece and passage.passage.kind != "list" and _is_labelled_link(piece):
        return linked
    if passage.passage.kind == "quote":
        return None
    rest = after_label(words, loose=piece is not None and 2 * piece.linked >= len(words))
    if rest == "":
        return linked
    if rest and _is_title(rest, piece):
        return linked or [StoryStub(rest.rstrip(" ]|"))]
    return linked if piece and _is_only_links(piece, passage, among_links) else None


def _without_brackets(words: str) -> str:
    """A line without the brackets around all of it."""
    return words[1:-1].strip() if words[:1] + words[-1:] in ("()", "[]") else words


def _is_labelled_link(piece: Piece) -> bool:
    """Whether a line is a label of a few words in whatever language, a colon, and the title of a story, a link."""
    if len(piece.links) != 1:
        return False
    title = piece.links[0][0]
    label, _, rest = piece.words.rpartition(title)
    is_title = len(title.split()) >= _WORDS_OF_A_TITLE and not _is_sentence(title) and title[0] not in _QUOTES
    return is_title and not rest.strip(" )]»") and bool(_LABEL.fullmatch(label))


def _is_contents(piece: Piece) -> bool:
    """Whether its links lead to other places of the same page."""
    return bool(piece.links) and all("#" in address for _, address in piece.links)


def _is_only_links(piece: Piece, passage: Placed, among_links: bool) -> bool:
    """Whether a line without a label names a story: a title that is a link, or one among others that are."""
    if among_links:
        return piece.linked * 5 >= len(piece.words) * 3
    is_title = len(piece.words.split()) >= _WORDS_OF_A_TITLE and not _is_sentence(piece.words)
    return piece.is_link and passage.passage.kind == "paragraph" and is_title


def _is_title(rest: str, piece: Piece | None) -> bool:
    """Whether what follows a label is a title; of links where the page has them, else no sentence."""
    if len(rest) > _LONGEST_TITLE:
        return False
    return piece.linked * 2 >= len(rest) if piece and piece.links else not ends_sentence(rest.rstrip(" ]"))


def _is_sentence(words: str) -> bool:
    return words.rstrip("”’\"')").endswith(".")


def _is_among_links(passages: Sequence[Placed], place: int) -> bool:
    """Whether a line of links stands next to another one like it, as in a list of stories."""
    here = passages[place]
    if here.piece is None or not here.piece.is_link:
        return False
    beside = [passages[at] for at in (place - 1, place + 1) if 0 <= at < len(passages)]
    return any(other.piece is not None and other.piece.is_link for other in beside)


def _linked(piece: Piece) -> Iterator[StoryStub]:
    """The stories that the links of a piece lead to, by titles of a few words; the site's own voice names none."""
    for words, address in piece.links:
        title = _AGE.sub("", one_line(after_label(words) or words))
        is_title = len(title.split()) >= _WORDS_OF_A_TITLE and len(title) <= _LONGEST_TITLE
        if is_title and "#" not in address and not is_invitation(title):
            yield StoryStub(title, url=address or None)


def _is_the_sites_voice(passage: Placed) -> bool:
    return passage.passage.kind not in ("quote", "caption") and is_invitation(passage.passage.text)


def _in_the_body(passages: Sequence[Placed]) -> Sequence[Placed]:
    """Where the page marks most of it as the body, what is marked, and the prose above: a standfirst."""
    inside = [place for place, each in enumerate(passages) if each.piece and each.piece.body]
    held = sum(len(passages[place].passage.text) for place in inside)
    if held < _SHARE_OF_BODY * sum(len(each.passage.text) for each in passages) or not held:
        return passages
    first = inside[0]
    above = [each for each in passages[:first] if ends_sentence(each.passage.text) or each.passage.kind == "caption"]
    return [*above, *(each for each in passages[first:] if each.piece is None or each.piece.body)]


def _furniture_boxes(passages: Sequence[Placed]) -> "set[HtmlElement]":
    """The boxes with the names of furniture that hold but a small part of the text."""
    letters: Counter[HtmlElement] = Counter()
    for placed in passages:
        for box in placed.piece.clutter if placed.piece else ():
            letters[box] += len(placed.passage.text)
    most = _SHARE_OF_FURNITURE * sum(len(placed.passage.text) for placed in passages)
    return {box for box, held in letters.items() if held < most}


def _is_in(passage: Placed, boxes: "set[HtmlElement]") -> bool:
    return passage.piece is not None and not boxes.isdisjoint(passage.piece.clutter)
