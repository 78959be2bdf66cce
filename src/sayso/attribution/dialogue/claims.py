"""Fact checks: "Claim: The dam cracked." and beside it "Claimed by: Ana Ruiz, radio host".

The claim is its claimant's, not the checker's. A claim that no line beside it gives to anybody is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sayso.attribution.dialogue.turns import Place, Turn, told_by
from sayso.data.statement import Attribution
from sayso.text.doc import Doc
from sayso.text.quotations import kind_of
from sayso.text.segmentation import lines

_MARKUP = r"[ \t>*_•-]{0,4}"
_COLON = r"(?:[*_]{0,2}(?::|\s[–—|-](?=\s))[*_]{0,2}\s+(?P<words>\S[^\n]*\S)|[*_]{0,2}:?[*_]{0,2})"
"""What parts a label from its words; one that stands alone has them in the next line."""

_CLAIM = re.compile(
    rf"{_MARKUP}(?P<label>(?:(?:The|What (?:was|they|he|she)) )?(?:viral )?"
    rf"(?:claim(?:ed|s)?|said|statement|quote|allegation|rumou?r))(?: (?:in full|we checked|checked))?{_COLON}",
    re.IGNORECASE,
)
_CLAIMANT = re.compile(
    rf"{_MARKUP}(?P<label>(?:claim(?:ed)?|said|made|stated|shared|spread|posted|told) by|(?:the )?claimants?"
    r"|speaker|source|(?:the )?claim (?:comes|came) from"
    r"|who(?:’s| is|'s)?(?: (?:said|claim(?:ed|s)|says|saying|made|shared|posted)(?: (?:it|this|that|so|the claim))?)?"
    r"\??)"
    rf"{_COLON}",
    re.IGNORECASE,
)
_BESIDE = re.compile(rf"{_MARKUP}[A-Z][\w’' -]{{2,30}}[*_]{{0,2}}:[*_]{{0,2}}(?:\s[^\n]{{1,80}})?")
"""Another of the labelled lines of a fact check, that may stand between a claim and who made it: "Rating: False"."""

_FURTHEST = 3
"""Lines from a claim to who made it."""

_STOP = re.compile(r"(?<=[a-z])\.$")


def claims(doc: Doc) -> list[Turn]:
    """The claims of a text whose claimant a line beside them names, each as a turn.

    >>> text = "Claim: The dam cracked.\\n\\nClaimed by: Ana Ruiz, radio host"
    >>> [text[slice(*claim.speaker)] for claim in claims(Doc(text))]
    ['Ana Ruiz, radio host']
    """
    return list(_claims(doc.text, list(lines(doc.text))))


def as_claimed(doc: Doc, claim: Turn) -> Attribution:
    """A claim as an attribution: only in quotation marks are the words the claimant's own."""
    told = told_by(doc.text, claim)
    return replace(told, kind=kind_of(doc.text, told.content, doc.quotations))


def _claims(text: str, places: Sequence[Place]) -> Iterator[Turn]:
    claimed = {n: found for n in range(len(places)) if (found := _labelled(text, places, n, _CLAIM))}
    by = {n: found for n in range(len(places)) if (found := _labelled(text, places, n, _CLAIMANT))}
    for number, (label, words, last) in claimed.items():
        after = (
            m for m in range(last + 1, last + 1 + _FURTHEST) if m in by and _all_labelled(text, places[last + 1 : m])
        )
        before = (m for m in range(number - 1, -1, -1) if m in by and by[m].last == number - 1)
        if (beside := next(after, next(before, None))) is not None:
            start, end = by[beside].words
            speaker = (start, end - (_STOP.search(text, start, end) is not None))
            yield Turn(label, by[beside].label, speaker, (words,))


class _Labelled(NamedTuple):
    """A label, the words behind it or in the line below, and the number of the line where they end."""

    label: Place
    words: Place
    last: int


def _labelled(text: str, places: Sequence[Place], number: int, form: re.Pattern[str]) -> _Labelled | None:
    found = form.fullmatch(text, *places[number])
    if found is None:
        return None
    if found["words"]:
        return _Labelled(found.span("label"), found.span("words"), number)
    below = number + 1
    return _Labelled(found.span("label"), places[below], below) if below < len(places) else None


def _all_labelled(text: str, between: Sequence[Place]) -> bool:
    return all(_BESIDE.fullmatch(text, *place) for place in between)
