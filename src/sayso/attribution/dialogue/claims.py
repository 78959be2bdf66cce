"""Fact checks: "Claim: The dam cracked." and beside it "Claimed by: Ana Ruiz, radio host".

The claim is its claimant's, not the checker's. A claim that no line beside it gives to anybody is left as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.attribution.dialogue.turns import Place, Turn, told_by
from sayso.data.statement import Attribution
from sayso.text.doc import Doc
from sayso.text.quotations import kind_of
from sayso.text.segmentation import lines

_MARKUP = r"[ \t>*_•-]{0,4}"
_CLAIM = re.compile(
    rf"{_MARKUP}(?P<label>(?:(?:The|What (?:was|they|he|she)) )?(?:[Cc]laim(?:ed|s)?|[Ss]aid|[Ss]tatement|[Qq]uote))"
    r"[*_]{0,2}:[*_]{0,2}\s+(?P<words>\S[^\n]*\S)"
)
_CLAIMANT = re.compile(
    rf"{_MARKUP}(?P<label>(?:[Cc]laim(?:ed)?|[Ss]aid|[Mm]ade|[Ss]tated|[Ss]hared|[Ss]pread) by|[Cc]laimants?"
    r"|[Ss]peaker|[Ss]ource"
    r"|Who(?: (?:said|claimed|claims|says|made|shared) (?:it|this|that|the claim))?)"
    r"[*_]{0,2}:[*_]{0,2}\s+(?P<words>\S[^\n]*\S)"
)
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
    for first, second in pairwise(places):
        for claimed, by in ((first, second), (second, first)):
            claim, claimant = _CLAIM.fullmatch(text, *claimed), _CLAIMANT.fullmatch(text, *by)
            if claim and claimant:
                start, end = claimant.span("words")
                speaker = (start, end - (_STOP.search(text, start, end) is not None))
                yield Turn(claim.span("label"), claimant.span("label"), speaker, (claim.span("words"),))
