"""What stands before a quotation that is followed by who said it: Holt saw smoke. “It was green,” they said."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.linking.linker import Linked, Piece
from sayso.text.doc import Doc


def without_strays(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions without a reporter's sentence in front of a quotation of which the cue stands behind it."""
    return [_trimmed(doc, each) for each in linked]


def _trimmed(doc: Doc, linked: Linked) -> Linked:
    quoted = next((piece for piece in linked.contents if doc.quoted(piece.start)), None)
    heads = [head for head in (linked.cue, linked.source) if head]
    if quoted is None or not heads or min(head.start for head in heads) < quoted.end:
        return linked
    kept = tuple(piece for piece in linked.contents if not _is_before(doc, piece, quoted))
    return replace(linked, contents=kept)


def _is_before(doc: Doc, piece: Piece, quoted: Piece) -> bool:
    """Whether a content without marks stands in a sentence before that of the quotation."""
    in_another = doc.sentence_at(piece.start) != doc.sentence_at(quoted.start)
    return piece.end <= quoted.start and in_another and not any(map(doc.quoted, (piece.start, piece.end - 1)))
