"""A quotation whose own sentence goes on with who speaks it: “Because nobody paid for it,” [she] [shot back].

Where the model does not know the verb, it leaves the words to whoever spoke before. What stands between a comma inside
the marks and the end of the sentence is the quotation's own, whatever its verb; and source and cue right behind it that
have no words are those of the quotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.linking.linker import Linked, Piece, beginning
from sayso.attribution.repairs.lead_in_subject import LEADING_IN, PARTICLE
from sayso.lexicon.reporting_verbs import AUXILIARIES, forms_of
from sayso.text.doc import Doc
from sayso.text.quotations import Quotation

TOLD = 0.8
"""The score of a source and cue that the place after a quotation tells."""

_BESIDE = 2
"""Characters between a quotation and who says it: a comma and a space."""

_CAPITALISED = r"[^\W\d_a-z][\w’'-]+"
_TAIL = re.compile(
    r"\s(?P<source>(?:he|she|they)"
    rf"|(?:(?:Mr|Ms|Mrs|Dr)\.? )?{_CAPITALISED}(?: (?:{PARTICLE} ){{0,2}}{_CAPITALISED}){{0,3}})"
    r"\s(?P<cue>(?P<verb>[a-z]+)(?: (?:back|in|out|up|on|off)| to (?:know|hear|be told))?)\b"
)
_INVERTED = re.compile(
    r"\s(?P<cue>(?P<verb>[a-z]+)(?: (?:back|in|out|up|on|off))?)"
    r"\s(?P<source>(?:(?:the|an?|his|her) )?(?:[a-z][\w-]+ ){0,3}"
    rf"{_CAPITALISED}(?: (?:{PARTICLE} ){{0,2}}{_CAPITALISED}){{0,3}})"
    r"(?=[.,;]|\s(?:on|in|at|as|and|with|from|when|before|after)\b)"
)
_STRANGER = re.compile(
    r"\s(?P<cue>(?P<verb>[a-z]+)(?: (?:back|in|out|up|on|off))?)"
    r"\s(?P<source>(?:an?|one|some|somebody|someone|several|two|three|the) (?:[a-z][\w’'-]+ ){0,8}?[a-z][\w’'-]+)"
    r"(?=[.,;]|\s(?:who|as|when|before|after|while|that)\b)"
)
"""The same of one without a name: “Reiner, go home!” shouted a farmer in the front row."""

_GOES_ON = re.compile(r"[,—–-][”\"’'»]+$")
_CRIES = re.compile(r"[?!][”\"’'»]+$")


def with_tails(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, in their order, with one for each quotation whose own sentence tells who speaks it."""
    heads = [head.start for each in linked for head in (each.cue, each.source) if head]
    mended = list(linked)
    for quotation in doc.quotations:
        if (speaking := _left_without(doc, mended, quotation)) is not None:
            own = (Piece(quotation.start, quotation.end, "content", TOLD),)
            mended[speaking] = replace(mended[speaking], contents=own)
            continue
        tail = _tail(doc, quotation)
        if tail is None or any(tail.start("source") <= head <= tail.end("source") for head in heads):
            continue
        owner = next((each for each in mended if _holds_whole(doc, each, quotation)), None)
        if owner is None and not _is_held(mended, quotation):
            mended.append(_told(tail, quotation))
        elif owner and _lacks_source(owner, tail):
            mended[mended.index(owner)] = replace(owner, source=Piece(*tail.span("source"), "source", TOLD))
        elif owner and not _has_head(heads, quotation, tail) and not _speaks_in(doc, owner, quotation):
            others = (each for each in mended if each is not owner)
            mended = [*others, *_parted(owner, quotation), _told(tail, quotation)]
    return sorted(mended, key=beginning)


def _left_without(doc: Doc, linked: Sequence[Linked], quotation: Quotation) -> int | None:
    """The source and cue right behind a quotation that is in no content, if they have none in their paragraph."""
    if not quotation.closed or any(p.start < quotation.end and quotation.start < p.end for p in _contents(linked)):
        return None
    for number, each in enumerate(linked):
        if each.cue and each.source:
            start, block = min(each.cue.start, each.source.start), doc.blocks.at(quotation.start)
            beside = 0 < start - quotation.end <= _BESIDE
            if (
                beside
                and doc.sentence_at(start) == doc.sentence_at(quotation.start)
                and not any(block and block[0] <= own.start < block[1] for own in each.contents)
            ):
                return number
    return None


def _has_head(heads: Sequence[int], quotation: Quotation, tail: re.Match[str]) -> bool:
    return any(quotation.end <= head <= tail.end() for head in heads)


def _is_held(linked: Sequence[Linked], quotation: Quotation) -> bool:
    """Whether some of a quotation is somebody's already."""
    return any(piece.start < quotation.end and quotation.start < piece.end for piece in _contents(linked))


def _lacks_source(owner: Linked, tail: re.Match[str]) -> bool:
    """Whether the cue of a quotation is that of its tail, and nobody was found who speaks it."""
    return owner.source is None and owner.cue is not None and owner.cue.start == tail.start("cue")


def _contents(linked: Sequence[Linked]) -> Iterator[Piece]:
    return (piece for each in linked for piece in each.contents)


def _tail(doc: Doc, quotation: Quotation) -> re.Match[str] | None:
    """The subject and verb right after a quotation, if its sentence goes on with them."""
    if not quotation.closed or len(quotation.pieces) > 1:
        return None
    found = next(filter(None, (form.match(doc.text, quotation.end) for form in (_TAIL, _INVERTED, _STRANGER))), None)
    if found is None or not _is_finite(found["verb"]):
        return None
    goes_on = _GOES_ON.search(doc.text, quotation.start, quotation.end)
    is_small = doc.text[found.start() + 1].islower()
    cries = _CRIES.search(doc.text, quotation.start, quotation.end) and is_small
    return found if goes_on or cries else None


def _is_finite(verb: str) -> bool:
    past = verb in LEADING_IN or verb.endswith("ed") or not forms_of(verb).isdisjoint(("past", "third"))
    return past and verb not in AUXILIARIES


def _holds_whole(doc: Doc, linked: Linked, quotation: Quotation) -> bool:
    """Whether a quotation is a content, or one with the rest of its own sentence: “To whom?” she wanted to know."""
    last = doc.sentence_at(quotation.end - 1)[1]
    return any(each.start == quotation.start and quotation.end <= each.end <= last for each in linked.contents)


def _speaks_in(doc: Doc, linked: Linked, quotation: Quotation) -> bool:
    """Whether an attribution has its cue in the sentence of a quotation."""
    start, end = doc.sentence_at(quotation.start)[0], doc.sentence_at(quotation.end)[1]
    return linked.cue is not None and start <= linked.cue.start < end


def _parted(owner: Linked, quotation: Quotation) -> Iterator[Linked]:
    rest = tuple(piece for piece in owner.contents if piece.start != quotation.start)
    if rest or (owner.cue and owner.source):
        yield replace(owner, contents=rest)


def _told(tail: re.Match[str], quotation: Quotation) -> Linked:
    source, cue = Piece(*tail.span("source"), "source", TOLD), Piece(*tail.span("cue"), "cue", TOLD)
    return Linked(cue, source, (Piece(quotation.start, quotation.end, "content", TOLD),))
