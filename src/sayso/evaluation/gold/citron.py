"""Citron's annotation format: `{"text": …, "quotes": [{"cue": SPAN, "sources": [SPAN, …], "contents": [SPAN, …]}, …]}`.

A SPAN is `{"start", "end", "text"}`. Coreferences are passed over: a source is the words that stand there.
"""

from typing import Any

from sayso.evaluation.gold.annotated import Pieces
from sayso.evaluation.gold.shapes import listed, numbered, piece_of


def is_citron(document: dict[str, Any]) -> bool:
    """Whether an object is of this format; sayso's own has "attributions" where this has "quotes"."""
    return "quotes" in document


def pieces(document: dict[str, Any]) -> list[Pieces]:
    """The pieces of each quote; raises ValueError where the object is not as the format says."""
    return numbered(document, "quotes", _quote)


def _quote(quote: dict[str, Any]) -> Pieces:
    return {
        "source": [piece_of(span) for span in listed(quote, "sources")],
        "cue": [piece_of(quote.get("cue"))],
        "content": [piece_of(span) for span in listed(quote, "contents")],
    }
