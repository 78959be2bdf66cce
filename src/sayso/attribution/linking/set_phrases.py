"""“…,” as Ana Ruiz put it; in the words of Ana Ruiz, “…”: so plain that words and marks tell who speaks.

They are so rare in what the model learned from that it doubts them, and puts the quotation in the next man's mouth.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.linking.linker import Piece
from sayso.text.doc import Doc

SURE = 0.9
"""The score of a source, cue and content that such a phrase tells."""

_SOURCE = r"(?P<source>[^.;:!?“”\"\n]{2,80}?)"
_FORMS = (
    re.compile(
        rf"\b[Aa]s {_SOURCE},? (?P<cue>(?:once |later |recently )?"
        r"(?:(?:put|puts|phrased|framed|expressed) it|(?:sums|summed) it up))\b"
    ),
    re.compile(
        r"(?<=[”\"’'] )(?:was|is|were|came) (?P<source>his|her|their|the \w+[’']s?|[^\W\d_a-z][\w-]+[’']s?)"
        r" (?P<cue>(?:\w+ )?(?:answer|reply|response|retort|verdict|comment|explanation|summary))\b"
    ),
    re.compile(
        r"(?:(?<=[.!?”\"’'] )|(?<=\n))(?P<cue>Added|Adds|Said|Says|Replied|Replies|Answered|Asked|Asks|Wrote|Countered)"
        r" (?P<source>[^\W\d_a-z][^.;:!?“”\"\n]{1,80}?)(?=:\s+[“\"])"
    ),
    re.compile(rf"\b(?P<cue>[Ii]n the words of|[Tt]o quote) {_SOURCE}(?=[,:]?\s+[“\"])"),
)
_BEFORE = re.compile(r"[,”\"’]\s*$")
_AFTER = re.compile(r"(?:\s+\w+){0,5}[,:]\s*")


def with_set_phrases(doc: Doc, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with those of each such phrase beside a quotation, in place of what they overlap."""
    phrases = (phrase for form in _FORMS for phrase in form.finditer(doc.text))
    found = [(phrase.span(), told) for phrase in phrases if (told := list(_told(doc, phrase)))]
    taken = [*(place for place, _ in found), *((piece.start, piece.end) for _, told in found for piece in told)]
    kept = [piece for piece in pieces if not any(piece.start < end and start < piece.end for start, end in taken)]
    return [*kept, *(piece for _, told in found for piece in told)]


def _told(doc: Doc, phrase: re.Match[str]) -> Iterator[Piece]:
    text = doc.text
    for quotation in doc.quotations:
        stands_before = quotation.end <= phrase.start() and _BEFORE.search(text[quotation.end - 1 : phrase.start()])
        stands_after = phrase.end() <= quotation.start and _AFTER.fullmatch(text[phrase.end() : quotation.start])
        if (stands_before and phrase.start() - quotation.end < 3) or stands_after:
            yield Piece(quotation.start, quotation.end, "content", SURE)
            yield Piece(*phrase.span("source"), "source", SURE)
            yield Piece(*phrase.span("cue"), "cue", SURE)
            return
