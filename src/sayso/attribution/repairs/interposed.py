"""Who is named between two parts of a quotation: “We asked,” added Ruiz, “and they wrote.”"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.attribution.linking.linker import Linked, Piece, beginning
from sayso.lexicon.reporting_verbs import HEADLINE_VERBS, READINGS
from sayso.text.doc import Doc
from sayso.text.quotations import Quotation

SURE = 0.8
_LONGEST = 80
_WORD, _CAPITAL = r"[a-z][\w’'-]{0,24}", r"[^\W\d_a-z][\w’'.-]{0,24}"
_NAME = rf"(?:(?:the )?(?:{_WORD} ){{0,3}}{_CAPITAL}(?: {_CAPITAL}){{0,4}}|he|she|they)"
_BETWEEN = tuple(
    re.compile(rf"[\s,*_]{{0,4}}{words}(?P<end>[,;:])[\s*_]{{0,4}}")
    for words in (rf"(?P<cue>[a-z]{{1,20}}) (?P<who>{_NAME})", rf"(?P<who>{_NAME}) (?P<cue>[a-z]{{1,20}})")
)


def with_interposed(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, those of a quotation in two parts that have no source given whom its words between name."""
    kept = list(linked)
    for first, second, cue, source in _interposed(doc):
        touched = [each for each in kept if _touches(each, first.start, second.end)]
        if not touched or any(each.source and _is_within(each.source, first.end, second.start) for each in touched):
            continue
        contents = tuple(Piece(part.start, part.end, "content", SURE) for part in (first, second))
        kept = [rest for each in kept if (rest := _without(each, first.start, second.end))]
        kept.append(Linked(cue, source, contents))
    return sorted(kept, key=beginning)


def _interposed(doc: Doc) -> Iterator[tuple[Quotation, Quotation, Piece, Piece]]:
    """Each two parts of a quotation that nothing but a cue and a name stands between, with these."""
    for first, second in pairwise(doc.quotations):
        if len(first.pieces) + len(second.pieces) > 2 or not 0 < second.start - first.end <= _LONGEST:
            continue
        between = (form.fullmatch(doc.text, first.end, second.start) for form in _BETWEEN)
        found = next((each for each in between if each and _says(each["cue"])), None)
        if found:
            yield (
                first,
                second,
                Piece(*found.span("cue"), "cue", SURE),
                Piece(*found.span("who"), "source", SURE),
            )


def _says(verb: str) -> bool:
    """Whether a word is a finite verb of saying."""
    return any(each.lemma in HEADLINE_VERBS and each.form in ("past", "third") for each in READINGS.get(verb, ()))


def _touches(linked: Linked, start: int, end: int) -> bool:
    pieces = (*linked.contents, *filter(None, (linked.cue, linked.source)))
    return any(piece.start < end and start < piece.end for piece in pieces)


def _is_within(piece: Piece, start: int, end: int) -> bool:
    return start <= piece.start and piece.end <= end


def _without(linked: Linked, start: int, end: int) -> Linked | None:
    """An attribution without what stands in these two parts; None where nothing of it is left."""
    if linked.cue and _is_within(linked.cue, start, end):
        return None
    contents = tuple(each for each in linked.contents if each.end <= start or end <= each.start)
    return replace(linked, contents=contents) if contents else None
