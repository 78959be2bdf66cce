"""How a quotation stands in its line: in a sentence of somebody's, or as a sentence of its own."""

import re
from typing import Literal

from sayso.text.quotations import Quotation

Before = Literal["line begins", "sentence ends", "colon", "words"]

REACH = 300
"""Characters before a quotation in which the sentence before it is looked for."""

_CLOSERS = "”“\"’'»«›)]"
_ENDS = (".", "!", "?", "…")
_INDENT = re.compile(r"[\s>*•·–—-]*")
_UNLESS_ABBREVIATED = r"(?<!\b[A-Z]\.)(?<!\b(?:Mr|Ms|Dr|St|Lt)\.)(?<!\b(?:Mrs|Sen|Rep|Gov|Gen)\.)"
_SENTENCE_END = re.compile(rf"[.!?…]{_UNLESS_ABBREVIATED}[”\"’')\]]*\s+")
_MARKS = re.compile(r"[“”\"„«»‘]|``|''")
_NEXT_SENTENCE = re.compile(r"\s+[“\"„«‘'`(\[]*[A-Z0-9]")


def before(text: str, quotation: Quotation) -> Before:
    """What stands before a quotation in its line.

    >>> from sayso.text.quotations import quotations
    >>> text = "“We go,” she said. “We stay.”"
    >>> [before(text, quotation) for quotation in quotations(text)]
    ['line begins', 'sentence ends']
    """
    line = text[line_start(text, quotation.start) : quotation.start]
    if _INDENT.fullmatch(line):
        return "line begins"
    bare = line.rstrip()
    if bare.endswith(":"):
        return "colon"
    return "sentence ends" if bare.rstrip(_CLOSERS).endswith(_ENDS) else "words"


def line_start(text: str, place: int) -> int:
    """Where the line of `place` begins, or as far back as anything is looked for."""
    return max(text.rfind("\n", max(0, place - REACH), place) + 1, place - REACH, 0)


def ends_sentence(text: str, quotation: Quotation) -> bool:
    """Whether nothing of a quotation's sentence follows it: neither “…,” she said, nor “…” was his answer."""
    rest = text[quotation.end : quotation.end + REACH].partition("\n")[0]
    if not rest.strip():
        return True
    inside = text[max(quotation.start, quotation.end - 4) : quotation.end].rstrip(_CLOSERS)
    return inside.endswith(_ENDS) and _NEXT_SENTENCE.match(rest) is not None


def plain_before(text: str, place: int) -> tuple[int, int] | None:
    """What stands in the last sentence before `place`, in the same line, after the last quotation of that sentence.

    >>> text = "It rained. “We go,” said Ruiz. "
    >>> text[slice(*plain_before(text, len(text)))]
    ' said Ruiz.'
    """
    start = line_start(text, place)
    end = start + len(text[start:place].rstrip())
    sentences = (found.end() for found in _SENTENCE_END.finditer(text, start, end) if found.end() < end)
    marks = (found.end() for found in _MARKS.finditer(text, start, end))
    start = max([start, *sentences, *marks])
    return (start, end) if start < end else None


def begins_sentence(text: str, place: int) -> bool:
    """Whether a sentence of its own begins at `place`: at a line's beginning, or where another sentence ended."""
    before_it = text[max(0, place - 4) : place]
    if not before_it.rstrip(" ") or before_it.rstrip(" ").endswith("\n"):
        return True
    return before_it[-1].isspace() and before_it.rstrip().rstrip(_CLOSERS).endswith(_ENDS)
