"""The families as lessons: what a template tells is marked, of the half that may be tuned on alone.

A template marks contents. Of the rest of their paragraphs nothing is known, sources and cues stand there; paragraphs
without a content say nothing at all.
"""

import re
from collections.abc import Iterator
from itertools import chain

from corpora.families.cases import FAMILIES, Case, Gold, cases
from corpora.labelled import Labelled

Marks = list[tuple[int, int, str]]

PARAGRAPH = re.compile(r"[^\n]+")
OPENS = re.compile(r"\b(?:that|whether) $")
"""What PolNeAR counts as the content's first word, and a template leaves before it."""


def lessons() -> Iterator[Labelled]:
    """Every article of the families, each time the same."""
    for family in FAMILIES:
        for number, case in enumerate(cases(family, "tuned")):
            yield Labelled(f"families-{family}-{number}", case.text, {"attribution": marks(case), "names": None})


def marks(case: Case) -> Marks:
    """The contents, and "ignore" on what nothing is known of, in the order of the text."""
    contents = sorted(_whole(case.text, span.start, span.end) for gold in _told(case) for span in gold.content)
    marked = [(start, end, "content") for start, end in contents]
    said = [span for gold in case.golds for span in gold.content]
    for paragraph in PARAGRAPH.finditer(case.text):
        if any(paragraph.start() <= span.start < paragraph.end() for span in said):
            marked += _between(paragraph.start(), paragraph.end(), contents)
    return sorted(marked)


def _told(case: Case) -> list[Gold]:
    """What is content whatever becomes of it; what is no denial may be no content either ("denied bail")."""
    return [gold for gold in case.golds if gold.kind not in ("no denial", "reporter's")]


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    opens = OPENS.search(text, 0, start)
    return (opens.start() if opens else start), end


def _between(start: int, end: int, contents: list[tuple[int, int]]) -> Marks:
    """The stretches of a paragraph that lie in no content."""
    inside = [place for place in contents if start <= place[0] < end]
    edges = [start, *chain.from_iterable(inside), end]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [(left, right, "ignore") for left, right in pairs if left < right]
