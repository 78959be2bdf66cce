"""What print leaves in a text that was copied from paper: running heads, page numbers, words cut in two."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.lexicon.callings import CALLINGS
from sayso.lexicon.english import COURTESIES, TITLES
from sayso.lexicon.given_names import given_names
from sayso.reading.blocks.draft import Passage, ends_sentence

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
_PAGE = re.compile(
    rf"\s*(?:[Pp](?:age|AGE|g?\.)\s*{_NUMBER}(?:\s*(?:of|/)\s*\d{{1,4}})?\b.{{0,80}}"
    rf"|[-–—\[(|]{{1,2}}\s*{_NUMBER}\s*[-–—\])|]{{1,2}}|\d{{1,4}}\s*(?:of|/)\s*\d{{1,4}})\s*"
)
"""A line that numbers a page, with what is printed beside the number."""

_NUMBERED_HEAD = re.compile(r"(?P<left>\d{1,4})\s+(?P<title>[^\s\d]\D*)|(?P<head>\D*[^\s\d])\s+(?P<right>\d{1,4})")
"""A running head with the number of its page on either side."""

_BRACKETED = rf"[(\[–—-]\s?{_NUMBER}\s?[)\]–—-]"
_PAGE_BESIDE = re.compile(
    rf"\S.{{0,90}}(?:\s{{3,}}{_BRACKETED}"
    rf"|\s[(\[–—-]?\s?[Pp](?:age|\.)\s?{_NUMBER}(?:\s?(?:of|/)\s?\d{{1,4}})?[)\]]?)\s*"
    rf"|\s*{_BRACKETED}\s{{3,}}\S.{{0,90}}"
)
"""A running head that has the number of its page marked as such: "Board minutes      (2)", "The Post, page 3 of 5"."""

_DIGITS = re.compile(r"\d+")
_FEWEST_HEADS = 3
_FAR = "   "
_LONGEST_HEAD = 100
_CUT = re.compile(r"(?P<before>[^\W\d_]{1,40})[-‐\u00ad]$")
_BEFORE_HYPHENS = "self ex non well half so anti pro vice all cross mid much long short co semi far ill two"
_COMPOUNDS = frozenset(_BEFORE_HYPHENS.split())
"""Words that keep their hyphen where a line ends with it: "self-" "made"."""

_WORDS_OF_A_SENTENCE = 5
_WORDS_BEFORE_A_NAME = 3
_LEAVING_OFF = COURTESIES | {*("the", "a", "an", "of", "for", "from", "with", "by", "at", "to", "and", "or")}
"""Words in which no line ends that is whole."""

_MIDWAY = re.compile(r"[^\W\d_A-Z]|[$€£\d]")
"""How a sentence goes on that the end of a page cuts; one that begins there has a capital."""

_ITEM = re.compile(r"\s*\d{1,3}[.)]\s")
_SURNAME = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*(?:,|[’']s?\b| [a-z])")
"""A name with which a sentence goes on."""


def without_page_lines(text: str) -> str:
    """A text without the lines that number its pages, or stand by themselves on every page; line breaks "\\n"."""
    lines = text.split("\n")
    numbered = [_PAGE.fullmatch(line) is not None or _is_head(lines, n) for n, line in enumerate(lines)]
    heads = _numbered_heads(lines)
    if not any(numbered) and not heads:
        return text
    alone = [_DIGITS.sub("#", line.strip()) if _is_alone(lines, n) else "" for n, line in enumerate(lines)]
    often = {head for head, count in Counter(alone).items() if head and count >= _FEWEST_HEADS}
    numbers = enumerate(zip(alone, numbered, strict=True))
    cut = {n for n, (head, is_number) in numbers if is_number or n in heads or head in often}
    return "\n".join(_closed_up(lines, cut))


def _is_head(lines: Sequence[str], n: int) -> bool:
    return _PAGE_BESIDE.fullmatch(lines[n]) is not None and _is_alone(lines, n)


def _closed_up(lines: Sequence[str], cut: set[int]) -> Iterator[str]:
    """The lines that are not cut; where a sentence or a name goes on behind a page's end, its lines as one."""
    kept: list[str] = []
    at_end = False
    for n, line in enumerate(lines):
        at_end = at_end or n in cut
        if n in cut or (at_end and not line.strip()):
            kept.append("")
            continue
        above = next((m for m in range(len(kept) - 1, -1, -1) if kept[m].strip()), None) if at_end else None
        if above is not None and _goes_on_over(kept[above], line):
            line = in_one([kept[above], line.lstrip()])
            del kept[above:]
        kept.append(line)
        at_end = False
    yield from kept


def _goes_on_over(before: str, after: str) -> bool:
    """Whether a line at a page's end leaves off in the middle of what the next page begins with."""
    if ends_sentence(before.rstrip()) or _ITEM.match(after):
        return False
    return _MIDWAY.match(after.lstrip()) is not None or is_cut_in_a_name(before, after, fewest=2)


def _numbered_heads(lines: Sequence[str]) -> set[int]:
    """The lines that are the running heads of pages: they stand alone, and their numbers follow one another.

    What stands beside the number is the same, or far from it: "THE LINDO POST          12".
    """
    found = [(n, head) for n, line in enumerate(lines) if (head := _NUMBERED_HEAD.fullmatch(line.strip()))]
    found = [(n, head) for n, head in found if _is_alone(lines, n)]
    heads: set[int] = set()
    for (n, one), (m, other) in pairwise(found):
        pages = [int(head["left"] or head["right"]) for head in (one, other)]
        words = {head["title"] or head["head"] for head in (one, other)}
        apart = all(_FAR in head.string for head in (one, other))
        if pages[1] - pages[0] == 1 and (len(words) == 1 or apart):
            heads |= {n, m}
    return heads


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
        following = after.lstrip()[:1]
        if cut is not None and cut["before"][0].isupper() and following.isupper():
            yield stripped  # "Ruiz-" "Holt"
        elif cut is None or not following.islower():
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
    if not before.kind == passage.kind == "paragraph" or "\n" in before.text:
        return False
    if is_cut_in_a_name(before.text, passage.text):
        return True
    is_long = len(before.text.split()) >= _WORDS_OF_A_SENTENCE
    return passage.text[:1].islower() and is_long and not ends_sentence(before.text)


def is_cut_in_a_name(before: str, after: str, fewest: int = _WORDS_BEFORE_A_NAME) -> bool:
    """Whether a line leaves off where a name must go on, and the next begins with a capital.

    >>> is_cut_in_a_name("said the organist, Miss Ana", "Ruiz, who plays"), is_cut_in_a_name("To dear Ana", "Dear Ana")
    (True, False)
    """
    words = before.split()
    if len(words) < fewest or ends_sentence(before) or not after.lstrip()[:1].isupper():
        return False
    if words[-1][0].isupper() and _CUT.search(words[-1]):
        return True
    last, first = words[-1].strip('(“"‘').rstrip("."), words[-2].rstrip(".").casefold()
    is_given = last.casefold() in given_names() and (first in CALLINGS or words[-2].endswith(","))
    goes_on = last[:1].isupper() and (first in TITLES or is_given) and _SURNAME.match(after.lstrip())
    return last.casefold() in _LEAVING_OFF or bool(goes_on)
