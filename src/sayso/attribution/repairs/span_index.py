"""The attributions of a text as found, and which of them touch a stretch of it."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import NamedTuple

from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.lead_in_subject import names_in
from sayso.attribution.repairs.portraits import portraits
from sayso.attribution.repairs.signatures import Signature
from sayso.text.doc import Doc


class Placed(NamedTuple):
    """A piece, where it ends, and the number of the attribution that it belongs to."""

    end: int
    owner: int
    piece: Piece


class Found:
    """Looks up pieces by place; one that lies inside another of its own sort may be passed over."""

    def __init__(self, doc: Doc, linked: Sequence[Linked]) -> None:
        self.doc = doc
        self.text = doc.text
        self.linked = linked
        self._contents = _placed(each.contents for each in linked)
        self._heads = _placed(filter(None, (each.cue, each.source)) for each in linked)

    @cached_property
    def names(self) -> Set[str]:
        """The words that the text knows as names."""
        return names_in(self.text)

    @cached_property
    def portraits(self) -> Mapping[int, Signature]:
        """The lines that are a name, by the place of the quotation that each is beside."""
        return portraits(self.doc)

    def contents(self, start: int, end: int) -> list[Placed]:
        """The contents that share characters with `start`:`end`."""
        return _touching(self._contents, start, end)

    def heads(self, start: int, end: int) -> list[Placed]:
        """The sources and cues that share characters with `start`:`end`."""
        return _touching(self._heads, start, end)

    def is_alone(self, number: int) -> bool:
        """Whether an attribution is one content in nobody's mouth, with at most a dash or colon for a cue."""
        cue = self.linked[number].cue
        wordless = cue is None or not any(c.isalnum() for c in self.text[cue.start : cue.end])
        return wordless and self.is_nobodys(number)

    def is_nobodys(self, number: int) -> bool:
        """Whether an attribution is one content without a source, whatever words there are for a cue."""
        return self.linked[number].source is None and len(self.linked[number].contents) == 1

    def is_spoken_outside(self, number: int, start: int, end: int) -> bool:
        """Whether an attribution has its cue or its source outside of `start`:`end`."""
        heads = filter(None, (self.linked[number].cue, self.linked[number].source))
        return any(head.end <= start or head.start >= end for head in heads)


def _placed(pieces: Iterable[Iterable[Piece]]) -> list[Placed]:
    return sorted(Placed(piece.end, number, piece) for number, own in enumerate(pieces) for piece in own)


def _touching(placed: Sequence[Placed], start: int, end: int) -> list[Placed]:
    at = first = bisect_right(placed, start, key=lambda one: one.end)
    while at < len(placed) and placed[at].piece.start < end:
        at += 1
    return list(placed[first:at])
