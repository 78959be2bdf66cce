"""Texts with spans marked by hand: [s1 …] is a source, [c1 …] a cue, [t1 …] content; equal numbers are one attribution.

A number of its own, as in [t3 …], is content in nobody's mouth.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from sayso.attribution.linking.linker import Label, Linked, Piece
from sayso.attribution.repairs.quotation_spans import mended
from sayso.text.doc import Doc

KINDS: dict[str, Label] = {"s": "source", "c": "cue", "t": "content"}
MARK = re.compile(r"\[([sct])(\d) ([^\]]*)\]")

Shown = tuple[str | None, str | None, list[str]]


def tied(marked: str) -> tuple[str, list[Linked]]:
    """The text without marks, and the attributions that they mark."""
    text, at = "", 0
    pieces: dict[str, list[Piece]] = defaultdict(list)
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        pieces[mark[2]].append(Piece(len(text), len(text) + len(mark[3]), KINDS[mark[1]], 0.9))
        text, at = text + mark[3], mark.end()
    return text + marked[at:], [_linked(own) for own in pieces.values()]


def _linked(pieces: list[Piece]) -> Linked:
    heads = {piece.label: piece for piece in pieces if piece.label != "content"}
    contents = tuple(piece for piece in pieces if piece.label == "content")
    return Linked(heads.get("cue"), heads.get("source"), contents)


def shown(text: str, linked: Iterable[Linked]) -> list[Shown]:
    """Source, cue and contents of each attribution, as words."""

    def words(piece: Piece | None) -> str | None:
        return text[piece.start : piece.end] if piece else None

    return [(words(e.source), words(e.cue), [text[p.start : p.end] for p in e.contents]) for e in linked]


def mend(marked: str) -> list[Shown]:
    """What the quotation marks make of the marked attributions."""
    text, linked = tied(marked)
    return shown(text, mended(Doc(text), linked, Doc(text).quotations))
