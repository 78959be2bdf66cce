"""The marks joined with the texts that they are about: `items(corpora)` gives each with its words."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from corpora.acts.texts import CORPORA, Text
from sayso.data.article import Span
from sayso.data.statement import Act, Attribution

GOLD = Path(__file__).with_name("gold.jsonl")

Part = Literal["tune", "aside"]
STATEMENTS: frozenset[Act] = frozenset({"said", "asked", "thought", "wanted", "did not comment"})


class Changed(ValueError):
    """The corpora hold another text than the one that was marked."""


class Item(NamedTuple):
    """An attribution as it was found, and what a reader made of it."""

    row: Mapping[str, Any]
    text: str

    @property
    def part(self) -> Part:
        return self.row["set"]

    @property
    def right(self) -> bool:
        """Whether the text attributes the content to the source at all."""
        return self.row["attribution"]

    @property
    def act(self) -> Act:
        return self.row["act"]

    @property
    def stated(self) -> bool:
        """Whether it is worth showing: rightly attributed, and put into words, thought or wanted."""
        return self.right and self.act in STATEMENTS

    @property
    def confidence(self) -> float:
        """What the finder thought of it when it was drawn."""
        return self.row["drawn"]["confidence"]

    @property
    def attribution(self) -> Attribution:
        """The spans as they were found; kind, act and confidence are those of the drawing."""
        source, cue, content = (self._spans(part) for part in ("source", "cue", "content"))
        return Attribution(source, cue, content, **self.row["drawn"])

    def _spans(self, part: str) -> tuple[Span, ...]:
        return tuple(Span.of(self.text, start, end) for start, end in self.row[part])


def marks() -> list[dict[str, Any]]:
    """The marks alone; they need no corpora."""
    return [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


def items(corpora: Path, part: Part | None = None) -> Iterator[Item]:
    """The marks with their texts, of one part or of both; raises Changed where a text is not the one marked."""
    rows = [row for row in marks() if part in (None, row["set"])]
    texts = _texts(corpora, rows)
    for row in rows:
        text = texts.get((row["corpus"], row["document"]))
        if text is None or text.digest != row["sha256"]:
            raise Changed(f"{row['document']} of {row['corpus']} is not as it was marked")
        yield Item(row, text.text)


def _texts(corpora: Path, rows: Sequence[Mapping[str, Any]]) -> dict[tuple[str, str], Text]:
    wanted = {(row["corpus"], row["document"]) for row in rows}
    every = (text for corpus in {corpus for corpus, _ in wanted} for text in CORPORA[corpus](corpora))
    return {text[:2]: text for text in every if text[:2] in wanted}
