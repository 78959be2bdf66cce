"""Articles written to ask who is who across them: {Irena Valtari=valtari-minister} marks whom a mention means.

A ? after it stands where no fair reader could tell. `hard/` was written to be hard, and weights are learned from it;
`natural/` and `second/` were written later by another hand, with names as news has them and made to be hard, and are
scored only. None of the writers knew how sayso works.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import sayso
from sayso.data.analysis import Reading
from sayso.data.article import Moment

HERE = Path(__file__).parent
MARK = re.compile(r"\{(?P<name>[^{}=]*)=(?P<id>[^{}?]*)(?P<unsure>\??)\}")


class Marked(NamedTuple):
    """A mention of a person: in which article, at which place of its text, who it is, and whether one can tell."""

    article: str
    start: int
    name: str
    person: str
    unsure: bool


def articles(part: str) -> Iterator[tuple[Reading, list[Marked]]]:
    """The articles of a part as they are read, each with its marks."""
    for file in sorted((HERE / part).glob("[0-9]*.txt")):
        yield from readings(file)


def readings(file: Path) -> Iterator[tuple[Reading, list[Marked]]]:
    for part in file.read_text("utf-8").split("=== ")[1:]:
        header, _, written = part.partition("\n")
        outlet, date = (piece.strip() for piece in header.split("|"))
        reading = sayso.read(MARK.sub(r"\g<name>", written).strip().encode())
        article = replace(reading.article, outlet=outlet, published=Moment(date, "day", "header", date))
        yield replace(reading, article=article), list(marks_of(reading, written))


def marks_of(reading: Reading, written: str) -> Iterator[Marked]:
    """Where each mark's name stands in the article's text: in the line that is the same without marks."""
    text, key = reading.article.text, reading.article.document.sha256[:16]
    for line in written.splitlines():
        at = text.find(MARK.sub(r"\g<name>", line).strip())
        for mark in MARK.finditer(line.strip()):
            before = MARK.sub(r"\g<name>", line.strip()[: mark.start()])
            yield Marked(key, at + len(before), mark["name"], mark["id"], bool(mark["unsure"]))
