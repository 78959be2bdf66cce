"""“…,” as Ana Ruiz put it; in the opinion of Ana Ruiz, it rains: so plain that the words tell who speaks.

They are so rare in what the model learned from that it doubts them, and puts the quotation in the next man's mouth.
"""

import re
from collections.abc import Iterator, Sequence

from sayso.attribution.linking.linker import Piece
from sayso.text.doc import Doc

_LONGEST = 400
"""Characters of a sentence that is looked at."""

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
_WHO = (
    r"(?P<source>(?:an?|the|his|her|its|their|our|my) [a-z][a-z’' -]{1,40}, (?:[^\W\d_a-z][\w’'.-]* ?){1,4}(?=,)"
    r"|[^.;:!?“”\"\n,]{2,60}?)"
)
"""A name, or a description with the name behind a comma: "a neighbour, Mrs Edna Croft"."""

_OF_CLAUSES = (
    re.compile(rf"\b(?P<cue>[Ii]n the words of) {_WHO}(?=[,.](?!\s*[“\"‘']))"),
    re.compile(rf"\b(?P<cue>[Ii]n the {_OPINION} of) {_WHO}(?=[,.])"),
    re.compile(rf"\b[Ii]n (?P<source>[^.;:!?“”\"\n,]{{2,60}}[’']s?) (?P<cue>{_OPINION})(?=[,.])"),
    re.compile(rf"\b[Aa]s {_WHO} (?P<cue>(?:sees?|saw|tells?|told|remembers?|recalls?|understands?) it)(?=[,.])"),
    re.compile(rf"\b(?P<cue>[Tt]o hear) {_WHO} tell it(?=[,.])"),
    re.compile(r"\b[Bb]y (?P<source>his|her|their) (?P<cue>(?:own )?(?:account|telling|admission|reckoning))(?=[,.])"),
    re.compile(
        r"\b[Bb]y (?P<source>[^.;:!?“”\"\n,]{2,60}[’']s?) (?P<cue>(?:own )?(?:account|telling|reckoning))(?=[,.])"
    ),
    re.compile(rf"\b(?P<cue>[Ii]f (?:one|you) (?:believes?|trusts?)) {_WHO}(?=[,.])"),
    re.compile(
        rf"(?<=, ){_WHO} (?P<cue>ha(?:s|ve) (?:just |now |also )?(?:told|announced|confirmed|warned))"
        r"(?: (?:[a-z]+ ){0,3}[a-z]+)?(?=\.)"
    ),
    re.compile(rf"\b[Ii]f {_WHO} (?P<cue>(?:is|are) to be (?:believed|trusted))(?=[,.])"),
)
"""What makes the rest of its sentence somebody's, before or behind a comma."""

_NOT_MARKS = r"[^.;:!?“”\"\n,]"
_AGENT = rf"{_NOT_MARKS}{{2,60}}?(?:, [^\W\d_a-z]{_NOT_MARKS}{{2,50}},)?"
_ADVERB = r"(?:(?:also|later|then|once|since|\w+ly) )?"
_SAID_OF = re.compile(
    rf"(?P<source>{_NOT_MARKS}{{2,60}}?(?:, [^,\n]{{2,60}},)?) (?:was|were|has been|had been|is) {_ADVERB}"
    rf"(?:quoted|cited|heard|overheard|recorded|filmed|caught)(?: on \w+)? by {_AGENT} (?P<cue>(?:as )?"
    r"(?:saying|telling|calling|adding|warning|claiming|asking|shouting|yelling|muttering|complaining|boasting))"
    r" (?P<content>\S.*\S)",
    re.DOTALL,
)
_SAID_TO = re.compile(
    rf"(?P<hearer>{_NOT_MARKS}{{2,60}}?(?:, [^,\n]{{2,60}},)?) (?P<cue>(?:was|were|has been|had been|is) {_ADVERB}"
    rf"(?:told|reminded|warned|assured|informed|advised|asked|urged)) by (?P<source>{_AGENT})"
    r" (?P<content>(?:that|to|whether|why|how|not to|if)\b.*\S)",
    re.DOTALL,
)
"""The passive with its agent: who is quoted by one is the speaker, who is told by another is not."""

_NOUNS_OF_CLAIM = r"(?:claim|assertion|allegation|argument|statement|suggestion|accusation|complaint|contention|charge)"
_FRAMED = re.compile(
    r"(?:Answering|Rejecting|Responding to|Replying to|Reacting to|Despite|Disputing|Dismissing|Denying|Contradicting"
    rf"|Asked about) (?P<source>{_NOT_MARKS}{{2,60}}?)[’']s? (?P<cue>{_NOUNS_OF_CLAIM})"
    rf" (?P<content>that {_NOT_MARKS}{{8,200}})(?=, )"
)
"""Whose claim it is to which the main clause answers."""

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
    found = [(phrase.span(), told) for phrase, told in (*beside_marks, *of_clauses, *_passives(doc)) if told]
    taken = [*(place for place, _ in found), *((piece.start, piece.end) for _, told in found for piece in told)]
    kept = [piece for piece in pieces if not any(piece.start < end and start < piece.end for start, end in taken)]
    return [*kept, *(piece for _, told in found for piece in told)]


def _phrases(doc: Doc, forms: Sequence[re.Pattern[str]]) -> Iterator[re.Match[str]]:
    return (phrase for form in forms for phrase in form.finditer(doc.text))


def _passives(doc: Doc) -> Iterator[tuple[re.Match[str], list[Piece]]]:
    """Sentences that are a passive with its agent, or open with another's claim, and outside of quotations."""
    for start, end in zip(doc.sentences.starts, doc.sentences.ends, strict=True):
        last = start + len(doc.text[start:end].rstrip().rstrip(".!?"))
        if end - start > _LONGEST or doc.quoted(start):
            continue
        whole = (form.fullmatch(doc.text, start, last) for form in (_SAID_OF, _SAID_TO))
        for phrase in filter(None, (*whole, _FRAMED.match(doc.text, start, last))):
            yield phrase, [Piece(*phrase.span(part), part, SURE) for part in ("source", "cue", "content")]


def _clause(doc: Doc, phrase: re.Match[str]) -> Iterator[Piece]:
    """The rest of a sentence that begins or ends with the phrase, without marks of quotation in it."""
    start, end = doc.sentence_at(phrase.start())
    last = start + len(doc.text[start:end].rstrip().rstrip(".!?"))
    place = (phrase.end() + 2, last) if phrase.start() == start else (start, phrase.start() - 2)
    whole = phrase.start() == start or phrase.end() == last
    amid = (start, phrase.start() - 2), (phrase.end() + 2, last)
    places = [place] if whole else [*amid] if _stands_amid(doc.text, phrase) else []
    words = " ".join(doc.text[slice(*each)] for each in places)
    marked = any(mark in words for mark in '“”"') and not phrase["cue"].endswith("words of")
    if places and _CLAUSE.fullmatch(words) and not marked:
        yield from (Piece(*each, "content", SURE) for each in places)
        yield Piece(*phrase.span("source"), "source", SURE)
        yield Piece(*phrase.span("cue"), "cue", SURE)


def _stands_amid(text: str, phrase: re.Match[str]) -> bool:
    """Whether a phrase stands between two commas: "The heater, by Ruiz's account, was off"."""
    return text[phrase.start() - 2 : phrase.start()] == ", " and text[phrase.end() : phrase.end() + 2] == ", "


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
