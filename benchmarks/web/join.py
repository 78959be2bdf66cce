"""The marks joined with the texts that they are about; `gold.jsonl` holds offsets and digests, no words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.web.pages import pages
from corpora.acts.join import Changed
from corpora.acts.texts import Text
from sayso.data.article import Span

GOLD = Path(__file__).with_name("gold.jsonl")


class Marked(NamedTuple):
    """A statement that a reader found: `speaker` is the name that the page gives, "?" and a word where it gives none.

    Several who speak together are parted by a slash.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    act: str
    speaker: str


class Page(NamedTuple):
    """A page and all its statements, in the order of the text."""

    part: str
    text: Text
    marks: tuple[Marked, ...]


def read_pages(corpora: Path) -> Iterator[Page]:
    """Every page that was marked; raises Changed where a text is not the one marked."""
    texts = {text.document: text for part in pages(corpora).values() for text in part}
    for row in map(json.loads, GOLD.read_text("utf-8").splitlines()):
        text = texts.get(row["document"])
        if text is None or text.digest != row["sha256"]:
            raise Changed(f"{row['document']} is not as it was marked")
        yield Page(row["part"], text, tuple(_marked(text.text, mark) for mark in row["marks"]))


def _marked(text: str, mark: dict[str, Any]) -> Marked:
    source, cue, content = (tuple(Span.of(text, *p) for p in mark[part]) for part in ("source", "cue", "content"))
    return Marked(source, cue, content, mark["kind"], mark["act"], mark["speaker"])
