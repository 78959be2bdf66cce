"""“…,” as Ana Ruiz put it; in the opinion of Ana Ruiz, it rains: so plain that the words tell who speaks.

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
        r"(?<=[”\"’'] )(?P<cue>came|comes|was) (?P<source>(?:the|an?) (?:\w+ )?(?:answer|reply|response|retort))\b"
    ),
    re.compile(
        r"(?:(?<=[.!?”\"’'] )|(?<=\n))(?P<cue>Added|Adds|Said|Says|Replied|Replies|Answered|Asked|Asks|Wrote|Countered)"
        r" (?P<source>[^\W\d_a-z][^.;:!?“”\"\n]{1,80}?)(?=:\s+[“\"])"
    ),
    re.compile(rf"\b(?P<cue>[Ii]n the words of|[Tt]o quote) {_SOURCE}(?=[,:]?\s+[“\"])"),
)
_OPINION = r"(?:opinion|view|eyes|judge?ment|estimation|telling|recollection)"
_WHO = r"(?P<source>[^.;:!?“”\"\n,]{2,60}?)"
_OF_CLAUSES = (
    re.compile(rf"\b(?P<cue>[Ii]n the {_OPINION} of) {_WHO}(?=[,.])"),
    re.compile(rf"\b[Ii]n (?P<source>[^.;:!?“”\"\n,]{{2,60}}[’']s?) (?P<cue>{_OPINION})(?=[,.])"),
    re.compile(rf"\b[Aa]s {_WHO} (?P<cue>(?:sees|saw|tells|told|remembers|recalls|understands) it)(?=[,.])"),
    re.compile(r"\b[Bb]y (?P<source>his|her|their) own (?P<cue>account|telling|admission|reckoning)(?=[,.])"),
    re.compile(rf"\b(?P<cue>[Ii]f (?:one|you) (?:believes?|trusts?)) {_WHO}(?=[,.])"),
    re.compile(
        rf"(?<=, ){_WHO} (?P<cue>ha(?:s|ve) (?:just |now |also )?(?:told|announced|confirmed|warned))"
        r"(?: (?:[a-z]+ ){0,3}[a-z]+)?(?=\.)"
    ),
    re.compile(rf"\b[Ii]f {_WHO} (?P<cue>(?:is|are) to be (?:believed|trusted))(?=[,.])"),
)
"""What makes the rest of its sentence somebody's, before or behind a comma."""

_CLAUSE = re.compile(
    r"(?!(?:After|As|At|Because|Before|By|During|For|From|If|In|On|Since|Though|Although|Until|When|While|With)\b)"
    r"[^,].{8,}",
    re.DOTALL,
)
"""What somebody may have said; a frame ("In May") is none."""

_BEFORE = re.compile(r"[,”\"’]\s*$")
_AFTER = re.compile(r"(?:\s+\w+){0,5}[,:]\s*")


def with_set_phrases(doc: Doc, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with those of each such phrase beside a quotation, in place of what they overlap."""
    beside_marks = ((phrase, list(_told(doc, phrase))) for phrase in _phrases(doc, _FORMS))
    of_clauses = ((phrase, list(_clause(doc, phrase))) for phrase in _phrases(doc, _OF_CLAUSES))
    found = [(phrase.span(), told) for phrase, told in (*beside_marks, *of_clauses) if told]
    taken = [*(place for place, _ in found), *((piece.start, piece.end) for _, told in found for piece in told)]
    kept = [piece for piece in pieces if not any(piece.start < end and start < piece.end for start, end in taken)]
    return [*kept, *(piece for _, told in found for piece in told)]


def _phrases(doc: Doc, forms: Sequence[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    return (phrase for form in forms for phrase in form.finditer(doc.text))


def _clause(doc: Doc, phrase: re.Match[str]) -> Iterator[Piece]:
    """The rest of a sentence that begins or ends with the phrase, without marks of quotation in it."""
    start, end = doc.sentence_at(phrase.start())
    last = start + len(doc.text[start:end].rstrip().rstrip(".!?"))
    place = (phrase.end() + 2, last) if phrase.start() == start else (start, phrase.start() - 2)
    whole = phrase.start() == start or phrase.end() == last
    words = doc.text[slice(*place)]
    if whole and _CLAUSE.fullmatch(words) and not any(mark in words for mark in '“”"'):
        yield Piece(*place, "content", SURE)
        yield Piece(*phrase.span("source"), "source", SURE)
        yield Piece(*phrase.span("cue"), "cue", SURE)


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
