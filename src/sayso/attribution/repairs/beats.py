"""What somebody does between two quotations is nothing said: “It was red,” he said. [Torval looked at it.] “Green.”

The model takes such a sentence for more of the words before it.
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.lead_in_subject import names_in, subject_of
from sayso.text.doc import Doc


def without_beats(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, those of a quotation without the unquoted sentences behind it that tell who acts."""
    held = [_may_hold_one(doc, each) for each in linked]
    names = names_in(doc.text) if any(held) else frozenset()
    return [_without(doc, each, names) if may else each for each, may in zip(linked, held, strict=True)]


def _may_hold_one(doc: Doc, linked: Linked) -> bool:
    quoted = [doc.quoted(piece.start) for piece in linked.contents]
    return linked.cue is not None and any(quoted) and not all(quoted)


def _without(doc: Doc, linked: Linked, names: Set[str]) -> Linked:
    return replace(linked, contents=tuple(p for p in linked.contents if not _is_beat(doc, linked, p, names)))


def _is_beat(doc: Doc, linked: Linked, piece: Piece, names: Set[str]) -> bool:
    """Whether a piece is a whole sentence of its own, behind the cue's, in which somebody acts."""
    start, end = doc.sentence_at(piece.start)
    if doc.quoted(piece.start) or piece.start != start or linked.cue is None or linked.cue.end > start:
        return False
    return subject_of(doc.text, start, end, names) is not None
