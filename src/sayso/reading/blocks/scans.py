"""What print leaves in a text that was copied from paper: running heads, page numbers, words cut in two."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.reading.blocks.draft import Passage, ends_sentence

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
_PAGE = re.compile(
    rf"\s*(?:[Pp](?:age|AGE|g?\.)\s*{_NUMBER}(?:\s*(?:of|/)\s*\d{{1,4}})?\b.{{0,80}}"
    rf"|[-–—\[(|]{{1,2}}\s*{_NUMBER}\s*[-–—\])|]{{1,2}}|\d{{1,4}}\s*(?:of|/)\s*\d{{1,4}})\s*"
)
"""A line that numbers a page, with what is printed beside the number."""

_DIGITS = re.compile(r"\d+")
_FEWEST_HEADS = 3
_LONGEST_HEAD = 100
_CUT = re.compile(r"(?P<before>[^\W\d_]{1,40})[-‐\u00ad]$")
_BEFORE_HYPHENS = "self ex non well half so anti pro vice all cross mid much long short co semi far ill two"
_COMPOUNDS = frozenset(_BEFORE_HYPHENS.split())
"""Words that keep their hyphen where a line ends with it: "self-" "made"."""

_WORDS_OF_A_SENTENCE = 5


def without_page_lines(text: str) -> str:
    """A text without the lines that number its pages, or stand by themselves on every page; line breaks "\\n"."""
    lines = text.split("\n")
    numbered = [_PAGE.fullmatch(line) is not None for line in lines]
    if not any(numbered):
        return text
    alone = [_DIGITS.sub("#", line.strip()) if _is_alone(lines, n) else "" for n, line in enumerate(lines)]
    often = {head for head, count in Counter(alone).items() if head and count >= _FEWEST_HEADS}
    return "\n".join(
        line
        for line, head, is_number in zip(lines, alone, numbered, strict=True)
        if not is_number and head not in often
    )


def _is_alone(lines: Sequence[str], number: int) -> bool:
    """Whether a short line that is no sentence stands between blank lines."""
    beside = [*lines[max(0, number - 1) : number], *lines[number + 1 : number + 2]]
    is_short = len(lines[number]) <= _LONGEST_HEAD and not ends_sentence(lines[number].rstrip())
    return is_short and not any(line.strip() for line in beside)


def in_one(lines: Sequence[str]) -> str:
    """The lines of a paragraph as one; a word that was cut at the end of a line is whole again.

    >>> in_one(["the coun-", "cil, said a self-", "made man"])
    'the council, said a self-made man'
    """
    return "".join(_ends_met(lines))


def _ends_met(lines: Sequence[str]) -> Iterator[str]:
    for line, after in pairwise(lines):
        stripped = line.rstrip()
        cut = _CUT.search(stripped[-40:])
        if cut is None or not after.lstrip()[:1].islower():
            yield f"{line} "
        else:
            yield stripped if cut["before"].casefold() in _COMPOUNDS else stripped[:-1]
    yield lines[-1]


def rejoined(passages: Sequence[Passage]) -> list[Passage]:
    """The passages, with a sentence that was cut in two by a page's end as one."""
    whole: list[Passage] = []
    for passage in passages:
        if whole and _goes_on(whole[-1], passage):
            whole[-1] = Passage(passage.kind, in_one([whole[-1].text, passage.text]))
        else:
            whole.append(passage)
    return whole


def _goes_on(before: Passage, passage: Passage) -> bool:
    """Whether a paragraph begins in the middle of the sentence that the one before leaves off in."""
    if not before.kind == passage.kind == "paragraph" or not passage.text[:1].islower() or "\n" in before.text:
        return False
    return len(before.text.split()) >= _WORDS_OF_A_SENTENCE and not ends_sentence(before.text)
