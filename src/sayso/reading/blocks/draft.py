"""Passages: an article's text while it is put together, before it has offsets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.data.article import Block, BlockKind, Moment

_BLANK_LINES = re.compile(r"(?<!\s)\s*\n\s*\n\s*")
_MARKS = re.compile(r"[\W_]+")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»›>“«‘」』❞″＂)\]*_]*$|(?:[\"”»›“«」』❞″＂]|>>)[*_]*$")
_BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Passage:
    """One block to be: its kind, its words, and when its post was made where it is one of a live blog."""

    kind: BlockKind
    text: str
    posted: Moment | None = None

    def of_kind(self, kind: BlockKind) -> "Passage":
        return replace(self, kind=kind)


def one_line(words: str) -> str:
    """The same words on one line, a single space between two."""
    return " ".join(words.split())


def paragraphs_in(strings: str) -> list[str]:
    """What a page sets apart by two line breaks, "\\n"; a single one parts nothing."""
    if "\n" not in strings:
        return [strings]
    paragraphs: list[list[str]] = [[]]
    for line in strings.split("\n"):
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [" ".join(lines) for lines in paragraphs]


def ends_sentence(words: str) -> bool:
    """Whether the words end as a sentence does, or leave off as a heading does not."""
    return bool(_ENDS_SENTENCE.search(words))


def bare(words: str) -> str:
    """Letters and digits alone, by which lines are compared: whatever their case, spacing and marks."""
    return "".join(_MARKS.split(words.casefold()))


def same_words(one: str, other: str) -> bool:
    """Whether two lines say the same, whatever their case, spacing and marks."""
    return bare(one) == bare(other) != ""


def laid_out(passages: Iterable[Passage]) -> tuple[str, tuple[Block, ...]]:
    """The text of all passages, one blank line between two, and where in it each stands (code points)."""
    blocks: list[Block] = []
    pieces: list[str] = []
    position = 0
    for passage in passages:
        if words := _BLANK_LINES.sub("\n", passage.text.strip()):
            blocks.append(Block(passage.kind, position, position + len(words), passage.posted))
            pieces.append(words)
            position += len(words) + len(_BETWEEN)
    return _BETWEEN.join(pieces), tuple(blocks)
