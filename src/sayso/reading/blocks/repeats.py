"""What a page says several times is read once: copies of the body, teasers of its paragraphs, pull quotes, captions."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.reading.blocks.draft import bare, ends_sentence
from sayso.reading.blocks.placed import Placed

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SHORTEST = 25
"""Letters; what is shorter may well be said twice: "“No,” she said.\""""

_SHARE_OF_A_COPY = 0.3
_LONGEST_PULL_QUOTE = 60  # words
_GRAM = 4


def without_repeats(passages: Sequence[Placed]) -> list[Placed]:
    """Each passage once, where it stands first; not a pull quote but its sentence, not a teaser but the whole."""
    once = [passage for passage, again in zip(passages, _said_again(passages), strict=True) if not again]
    return list(_without_pull_quotes(once))


def _said_again(passages: Sequence[Placed]) -> list[bool]:
    letters = [bare(each.passage.text) for each in passages]
    prose = {words for words, each in zip(letters, passages, strict=True) if each.passage.kind != "caption"}
    in_order = sorted(prose)
    known = _known(letters)
    again = [
        (known[at] and _is_no_refrain(each, letters[at]))
        or (each.passage.kind == "caption" and letters[at] in prose)
        or _is_teaser(each.passage.text, letters[at], in_order)
        or (at > 0 and letters[at] == letters[at - 1] != "" and each.passage.kind != "list")
        for at, each in enumerate(passages)
    ]
    copied = sum(len(words) for words, is_again in zip(letters, again, strict=True) if is_again)
    all_of_it = copied >= _SHARE_OF_A_COPY * sum(map(len, letters))
    may_be = [known[at] and (all_of_it or each.passage.kind != "list") for at, each in enumerate(passages)]
    return _with_neighbours(again, may_be)


def _known(letters: Sequence[str]) -> list[bool]:
    """For each line whether it stood there before."""
    seen: set[str] = set()
    known = []
    for words in letters:
        known.append(words in seen)
        seen.add(words)
    return known


def _is_no_refrain(each: Placed, letters: str) -> bool:
    """Whether to say it twice is a mistake; short answers and the items of lists may well come again."""
    if each.passage.kind == "caption":
        return True
    return each.passage.kind != "list" and len(letters) >= _SHORTEST and _is_prose(each.passage.text)


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence and not a label; scripts without capitals have sentences of small letters only."""
    words = text.split()
    small = sum(1 for word in words if not word[0].isupper() and not word[0].isdigit())
    return ends_sentence(text) and small * 10 >= len(words) * 4


def _with_neighbours(again: list[bool], may_be: list[bool]) -> list[bool]:
    """A short line that was there before goes with the lines beside it: a copy is a copy from end to end."""
    for order in (range(len(again)), range(len(again) - 1, -1, -1)):
        beside = False
        for place in order:
            beside = again[place] = again[place] or (may_be[place] and beside)
    return again


def _is_teaser(text: str, letters: str, in_order: list[str]) -> bool:
    """Whether a paragraph breaks off, and stands whole somewhere else."""
    if not text.rstrip("] ").endswith(("…", "...")) or len(letters) < _SHORTEST:
        return False
    after = bisect_left(in_order, letters) + 1
    return after < len(in_order) and in_order[after].startswith(letters)


def _without_pull_quotes(passages: Sequence[Placed]) -> Iterator[Placed]:
    said: set[tuple[str, ...]] = set()
    for passage in passages:
        if passage.passage.kind not in ("quote", "heading", "caption"):
            said.update(_grams(passage.passage.text))
    dropped: set[HtmlElement] = set()
    for passage in passages:
        owner = passage.piece.owner if passage.piece and passage.passage.kind == "quote" else None
        if owner is not None and (owner in dropped or _is_said(passage.passage.text, said)):
            dropped.add(owner)
        else:
            yield passage


def _is_said(quotation: str, said: set[tuple[str, ...]]) -> bool:
    grams = _grams(quotation)
    return 0 < len(grams) <= _LONGEST_PULL_QUOTE and said.issuperset(grams)


def _grams(text: str) -> list[tuple[str, ...]]:
    """Every four words that follow one another."""
    words = [letters for word in text.split() if (letters := bare(word))]
    return [tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1)]
