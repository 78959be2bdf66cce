"""The attribution head's scores, decoded into linked spans of the text."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import numpy as np

from sayso.attribution.linking.linker import Label, Linked, Piece, Weights, link
from sayso.attribution.linking.set_phrases import with_set_phrases
from sayso.data.article import Span
from sayso.encoding.decode import marked, viterbi
from sayso.encoding.encoder import Encoding, Floats, Head
from sayso.text.doc import Doc

IMPOSSIBLE = -1e4

_LABELS: dict[str, Label] = {"source": "source", "cue": "cue", "content": "content"}


def linked(doc: Doc, encoding: Encoding, head: Head) -> list[Linked]:
    """The attributions of a text as the model sees them, in the order of their contents."""
    return link(doc, with_set_phrases(doc, pieces(encoding, head)), weights())


def pieces(encoding: Encoding, head: Head) -> list[Piece]:
    """The source, cue and content spans of the text encoded, in code points, without space at either end."""
    emissions = within_paragraphs(encoding, head)
    path = viterbi(emissions, head.transitions, encoding.paragraphs)
    return [
        Piece(int(encoding.starts[m.first]), int(encoding.ends[m.last - 1]), _LABELS[m.label], m.score)
        for m in marked(emissions, path, head.labels)
    ]


def within_paragraphs(encoding: Encoding, head: Head) -> Floats:
    """The attribution scores, with no way for a span to run on over a paragraph's end: none does in the gold."""
    closed = np.array([number for number, label in enumerate(head.labels) if label.startswith("I-")])
    scores = encoding.scores["attribution"].copy()
    scores[np.ix_(encoding.paragraphs, closed)] = IMPOSSIBLE
    return scores


@cache
def weights() -> Weights:
    """The linker's weights, shipped beside the model."""
    values = learned()
    return Weights(values["content"], values["cue"])


@cache
def learned() -> dict[str, tuple[float, ...]]:
    """What is learned beside the network: weights by name, from models/en/link.json."""
    values = json.loads((files("sayso") / "models" / "en" / "link.json").read_text("utf-8"))
    return {name: tuple(part) for name, part in values.items()}


def as_spans(text: str, chosen: Iterable[Piece | None]) -> tuple[Span, ...]:
    return tuple(Span.of(text, piece.start, piece.end) for piece in chosen if piece)
