"""Plain text into passages: which lines belong together, which are headings, lists, quotations, captions."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sayso.reading.blocks.draft import Passage, ends_sentence, one_line
from sayso.reading.blocks.scans import in_one, is_cut_in_a_name, rejoined, without_page_lines

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_BULLET = re.compile(r"[ \t]*(?:[•*▪◦‣·-]|\d{1,2}[.)])[ \t]+(?=\S)")
_MARK = re.compile(r"[ \t]*[•*▪◦‣·-][ \t]+")
_MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")
_CAPTION = re.compile(
    r"(?:file )?(?:photo(?:graph)?|image|picture|illustration)(?: by| credit)?\s?:|\((?:file )?photo\b.{0,80}\)$", re.I
)
_ORNAMENT = re.compile(r"(?:[*#=_~–—•·.\s-]|</?(?:br|hr|p|div)\s*/?>)+")
_FENCE = re.compile(r"[ \t]*(?:```|~~~)")
_SIGNED = re.compile(
    r"[“\"„«‘'][^“”\"„»]+[”\"»’'“][\s,]{0,3}(?:(?:[—–―]|--?\s)\s{0,3}\w|\([^\W\d_a-z][^()\d]{2,80}\)$)"
    r"|[^\W\d_a-z][^“”\"„«]{3,80}\s(?:[—–―]|--?)\s{1,3}[“\"„«][^“”\"„»]+[”\"»“]$"
)
"""A quotation with who says it on the same line."""

_QUOTED_LINE = re.compile(r"\s*(?:[“\"„«][^“”\"„»]+[”\"»“]|[‘'].+[’'])\s*")
_SIGNS = re.compile(r"(?:\((?=[^()]*\)$)|[—–―]|--?\s)\s{0,3}[^\W\d_“\"„«][^“”\"„»]*$")
"""A line that signs the quotation above it: "- Ana Ruiz", which is no item of a list."""

_BROKEN_OFF = re.compile(r":\s.*(?:[—–]|--)$")
"""A speaker who is interrupted: "Mr PELLING: What we have heard is—"."""

_LONGEST_HEADING = 140
_LONGEST_WRAP = 120  # hard-wrapped text has no longer lines
_MOST_BREAKS_FIT = 0.6


def passages_in(text: str) -> list[Passage]:
    """Take a plain text apart; every heading, list item, … is a passage of its own, in reading order."""
    text = without_page_lines(text)
    width = _wrap_width(text)
    groups = list(_groups(text))
    above = [""] + [group[-1] for group in groups]
    passages = rejoined(
        [each for group, line in zip(groups, above, strict=False) for each in _of_group(group, width, line)]
    )
    return [_settled(passages, place) for place in range(len(passages))]


def _groups(text: str) -> Iterator[list[str]]:
    """Runs of lines between blank lines; a fenced stretch of code stays one group across its blank lines."""
    group: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        if fenced or not (line.isspace() or _ORNAMENT.fullmatch(line) or not line):
            group.append(line)
        elif group:
            yield group
            group = []
    if group:
        yield group


def _wrap_width(text: str) -> int:
    """The width that the text is wrapped at by hand; 0 when its lines are paragraphs.

    Where text was wrapped, the next line's first word had no more room on the line before it.
    """
    groups = [group for group in _groups(text) if len(group) > 1 and not _is_code(group)]
    width = max((len(line) for group in groups for line in group), default=0)
    breaks = [pair for group in groups for pair in pairwise(group)]
    if not breaks or width > _LONGEST_WRAP:
        return 0
    fitting = sum(_was_wrapped(before, after, width) for before, after in breaks)
    return width if fitting >= max(_MOST_BREAKS_FIT * len(breaks), 2) else 0


def _was_wrapped(before: str, after: str, width: int) -> bool:
    return len(before.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width if after.strip() else False


def _of_group(group: list[str], width: int, above: str) -> Iterator[Passage]:
    """The passages of a group of lines, below the line `above`."""
    if _is_code(group):
        yield Passage("paragraph", "\n".join(group))
        return
    lines: list[str] = []
    for line in group:
        if lines and not _runs_on(lines[-1], line, width):
            yield _passage(lines, above)
            lines, above = [], lines[-1]
        lines.append(line)
    yield _passage(lines, above)


def _is_code(group: list[str]) -> bool:
    """Lines that are indented differently, or fenced, are laid out on purpose: their breaks stay."""
    if _FENCE.match(group[0]):
        return True
    indents = {len(line) - len(line.lstrip()) for line in group}
    marks = ("{", "}", ";", "(", ")", "=>")
    return len(group) > 2 and len(indents) > 1 and any(line.rstrip().endswith(marks) for line in group)


def _runs_on(before: str, after: str, width: int) -> bool:
    """Whether a line goes on the paragraph of the line before it."""
    if _BULLET.match(after) or after.lstrip().startswith(">") != before.lstrip().startswith(">"):
        return False
    if width and _was_wrapped(before, after, width):
        return True
    return (after.lstrip()[:1].islower() and not ends_sentence(before)) or is_cut_in_a_name(before, after)


def _passage(lines: list[str], above: str) -> Passage:
    words = one_line(in_one(lines))
    if words.startswith(">"):
        return Passage("quote", one_line(" ".join(line.lstrip(" \t>") for line in lines)))
    if _SIGNS.match(words) and _QUOTED_LINE.fullmatch(above):
        return Passage("quote", words)
    if _BULLET.match(words):
        return Passage("list", words[mark.end() if (mark := _MARK.match(words)) else 0 :])
    if _MARKDOWN_HEADING.match(words):
        return Passage("heading", _MARKDOWN_HEADING.sub("", words, count=1).rstrip("# "))
    return Passage("caption" if len(words) < 200 and _CAPTION.match(words) else "paragraph", words)


def _settled(passages: list[Passage], place: int) -> Passage:
    """Headings are known by what stands around them: a short line that is no sentence, above a paragraph."""
    passage = passages[place]
    follows = passages[place + 1] if place + 1 < len(passages) else None
    if passage.kind == "list" and not _has_fellow(passages, place):
        return passage.of_kind("paragraph")
    if passage.kind == "paragraph" and follows and _reads_as_heading(passage.text):
        return passage.of_kind("heading")
    return passage


def _has_fellow(passages: list[Passage], place: int) -> bool:
    neighbours = passages[max(0, place - 1) : place] + passages[place + 1 : place + 2]
    return any(neighbour.kind == "list" for neighbour in neighbours)


def _reads_as_heading(words: str) -> bool:
    if len(words) > _LONGEST_HEADING or "\n" in words or _SIGNED.match(words):
        return False
    return not ends_sentence(words) and not _BROKEN_OFF.search(words)
