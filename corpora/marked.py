"""Sentences with an attribution marked by hand: <source> {cue} [content]."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, get_args

from sayso.data.article import Span
from sayso.data.statement import Act, Attribution
from sayso.text.doc import Doc

CASES = Path(__file__).parent / "modality_cases.txt"
MARKED = re.compile(r"<(?P<source>[^>]*)>|\{(?P<cue>[^}]*)\}|\[(?P<content>[^]]*)\]")


class Case(NamedTuple):
    """An attribution with what a reader says of it; `set_aside` cases are measured, never tuned on."""

    text: str
    attribution: Attribution
    negated: bool
    denied: bool
    hypothetical: bool
    act: Act
    set_aside: bool


def in_doc(sentence: str) -> tuple[Doc, Attribution]:
    """The same, the sentence as a text to be asked."""
    text, attribution = marked(sentence)
    return Doc(text), attribution


def marked(sentence: str) -> tuple[str, Attribution]:
    """A sentence without its marks, and the attribution that they mark."""
    text, at = "", 0
    spans: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
    for mark in MARKED.finditer(sentence):
        text += sentence[at : mark.start()]
        part, words = next((part, words) for part, words in mark.groupdict().items() if words is not None)
        spans[part].append((len(text), len(text) + len(words)))
        text, at = text + words, mark.end()
    text += sentence[at:]
    found = {part: tuple(Span.of(text, *piece) for piece in pieces) for part, pieces in spans.items()}
    return text, Attribution(found["source"], found["cue"], found["content"])


def cases() -> Iterator[Case]:
    for line in CASES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield _case(line)


def _case(line: str) -> Case:
    sentence, _, told = line.removeprefix("* ").rpartition("|")
    act: Act = next((act for act in get_args(Act) if act in told), "said")
    labels = (label in told.split() for label in ("negated", "denied", "hypothetical"))
    return Case(*marked(sentence.rstrip()), *labels, act, line.startswith("*"))
