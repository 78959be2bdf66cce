"""How a quotation stands in its line: in a sentence of somebody's, or as a sentence of its own."""

import re
from typing import Literal

from sayso.text.doc import Doc
from sayso.text.quotations import Quotation

Before = Literal["line begins", "sentence ends", "colon", "words"]

REACH = 300
"""Characters before a quotation in which the sentence before it is looked for."""

_INDENT = re.compile(r"[\s>*•·–—-]*")


def before(doc: Doc, quotation: Quotation) -> Before:
    """What stands before a quotation in its line.

    >>> doc = Doc("“We go,” she said. “We stay.”")
    >>> [before(doc, quotation) for quotation in doc.quotations]
    ['line begins', 'sentence ends']
    """
    line = doc.text[line_start(doc.text, quotation.start) : quotation.start]
    if _INDENT.fullmatch(line):
        return "line begins"
    if line.rstrip().endswith(":"):
        return "colon"
    return "sentence ends" if begins_sentence(doc, quotation.start) else "words"


def line_start(text: str, place: int) -> int:
    """Where the line of `place` begins, or as far back as anything is looked for."""
    return max(text.rfind("\n", max(0, place - REACH), place) + 1, place - REACH, 0)


def ends_sentence(doc: Doc, quotation: Quotation) -> bool:
    """Whether nothing of a quotation's sentence follows it: neither “…,” she said, nor “…” was his answer."""
    end = doc.sentence_at(quotation.end - 1)[1]
    return not doc.text[quotation.end : min(end, quotation.end + REACH)].strip()


def plain_before(doc: Doc, place: int) -> tuple[int, int] | None:
    """What stands in the last sentence before `place`, in the same line, after the last quotation of that sentence.

    >>> doc = Doc("It rained. “We go,” said Ruiz. ")
    >>> doc.text[slice(*plain_before(doc, len(doc.text)))]
    ' said Ruiz.'
    """
    line = line_start(doc.text, place)
    end = line + len(doc.text[line:place].rstrip())
    if end == line:
        return None
    start = max(line, doc.sentence_at(end - 1)[0], doc.quotation_end_before(end))
    return (start, end) if start < end else None


def begins_sentence(doc: Doc, place: int) -> bool:
    """Whether a sentence of its own begins at `place`."""
    return doc.sentence_at(place)[0] == place
