"""Where the reporter goes on in his own voice: "Lind said [the pool was safe], although nobody has looked at it".

Only indirect content that follows its cue, and only where words or tense tell: after "said" the words of a speaker go
back in time ("was", "would", "had"), those of the reporter need not. What may be either is left as the model has it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.attribution.factuality.view import FINITE
from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.lead_in_subject import OPENERS
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import forms_of
from sayso.text.doc import Doc
from sayso.text.normalise import LETTERS

_NOW = r"(?:has|have|is|are|does|do|may|can|will|won[’']t|[’']s|[’']ve|[’']re|says?|shows?|suggests?|lists?)"
_THEN = re.compile(r"\b(?:was|were|had|would|could|might|did)\b|[’']d\b")
_TENSE = re.compile(rf"\b(?P<now>{_NOW}(?:n[’']t)?)\b|{_THEN.pattern}")
_WHEN = re.compile(
    r"\b(?:yesterday|(?:last|this) (?:week|month|year|night|spring|summer|autumn|winter)"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_CONTRAST = re.compile(
    r",? (?:although|though|even though|but(?! that\b)|yet) |; |: (?![“\"'‘])"
    r"| [–—-] (?=(?:[a-z]+ )?(?:records|figures|documents|photographs|papers|minutes|emails)\b)"
    r"|, (?:despite|in spite of|while) "
)
_ASIDE = re.compile(
    r" [–—-] (?:despite|in spite of|even though|though|although) |, (?:contrary to|even as|even while|regardless of) "
)
"""What hardly anybody says of his own words."""

_OURS = re.compile(
    r"\b(?:our (?:visit|reporter|photographer|request|questions?)|this (?:newspaper|reporter)|we (?:called|came))\b"
)
_SAYING = (
    r"an? (?:\w+ )?(?:claim|charge|figure|remark|assertion|allegation|comment|statement|accusation|contention|view"
    r"|position|stance|version|description|verdict|number|boast|theory|idea|story|account|explanation|line|promise)"
)
_REMARK = re.compile(
    rf",? {_SAYING} (?:that|which|the|his|her|its|their|not|nobody|no|disputed|denied|rejected|contradicted|refuted)\b"
    r"|, something (?:that |which )?(?:the|his|her|its|their|nobody|no|[A-Z])"
    r"|, which (?:the|his|her|its|their|[A-Z])[^,.;]* (?:confirms|denies|disputes|calls|rejects|contradicts|says)\b"
)
_OF_REMARK = re.compile(rf", {_SAYING} $")
_IN_FACT = re.compile(r"In (?:fact|reality|truth),? ")
_IS_REMARK = re.compile(rf"{_SAYING}\b")
_POINTING = re.compile(r"\b(?:This|Here|That) (?:is|was) what\Z")
_NO_WORDS = re.compile(r"(?:what|this|so|that|the following)", re.IGNORECASE)
"""What only points to words that follow: "This is what Lind said: “…”"."""
_DATELINE = re.compile(
    r"[A-Z][A-Z.’' -]{2,40}(?:, [A-Z][\w.]{1,20})?(?:, [\w ,.]{3,24})?(?: \([\w .]{2,30}\)| /[\w .]{2,30}/)?"
    r" ?(?:[–—]|-{1,2}(?= )|·) ?"
)
_HEARER = re.compile(r"(?:him|her|them|me|us) (?=(?:for|to|that|whether|if|why|how|not to|about)\b)")
_LONGEST_DASH = 4
_LOOKED_BACK = 40
_RESULT = re.compile(
    r", (?:apparently |thus |thereby |in effect )?(?:closing|ending|contradicting|prompting|sparking|triggering|echoing"
    r"|repeating|referring|drawing|dashing|confirming|reversing|breaking|joining|brushing|pointing|holding|waving"
    r"|smiling|laughing|shaking|nodding|gesturing|ignoring|patting|slamming|thumping|banging|tapping|wagging|clutching"
    r"|lighting|puffing|sipping|sobbing|weeping|grinning|staring|glancing|having (?:said|told|insisted|promised)) "
)
_DEED = re.compile(
    r"(?:,? and (?:then )?|, then )"
    r"(?:took|left|walked|sat|shook|turned|hung|drove|stormed|smiled|laughed|waved|hurried|rushed) "
    r"(?:(?:his|her|their|out|off|up|down|away|back|by|the|for|without|to)\b)"
)
_LEAVING = re.compile(
    r", before (?:\w+ly )?\w+ing "
    r"|,? (?:before|after|while|as|then) (?:abruptly |quickly |quietly )?(?:leaving|walking|storming|hanging|rushing"
    r"|hurrying|driving|boarding|stepping|turning|sitting|standing|declining|refusing|closing|ending|taking questions) "
)
_INTERRUPTED = re.compile(r", before (?:his|her|its|their|an?|the) (?:[\w’'-]+ ){1,4}?\w+(?:ed|ut|ung)\b")
_STOP = re.compile(r"(?<=[a-z]{3})[.?!]\s+\Z")
"""Behind a plain word alone: "10 p.m. Aug. 9" and "the ID. Vizzion" are no ends of sentences."""

_AFTER_SHORT = re.compile(r"(?<=\.)\s+\Z")
_NEW_SENTENCE = OPENERS | words("He She They The I")
"""What begins a sentence behind an abbreviation too: "by 5 p.m. [Nobody] came"."""

_AFTER_QUOTATION = re.compile(r"(?<=[”\"’'»]),? (?:before|after) (?:\w+ing|a|an|the|his|her|he|she|they) ")


_FRAME = re.compile(
    r"(?:In|During|At|With|Through) (?:its|his|her|their|a|an|the|one|what) (?:[\w’'-]+ ){0,4}?(?:statement|interview"
    r"|speech|letter|address|appearance|remarks|report|post|posting|tweet|announcement|filing|testimony|message|broadcast"
    r"|briefing|conference|memo|note|comments?|sermon|column|hearing|debate|email|e-mail)s?\b"
)
"""What tells where something is said: "In its first statement since the flood, Galdor said"."""

_OWN_CLAUSE = re.compile(
    r"(?<=[”\"’'»]),? and (?:then |so |later )?(?:the|a|an|his|her|its|their|he|she|they|it|[A-Z][\w’'-]+) "
)
"""What goes on behind a quotation that is all of the content: told us “nothing will change”, and then the engines …"""


def with_ends(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, their indirect contents cut where the reporter's own words begin."""
    text = doc.text
    begun = (replace(each, contents=tuple(_begun(text, each, piece) for piece in each.contents)) for each in linked)
    return [replace(each, contents=tuple(_cut(doc, each, piece) for piece in _own(doc, each))) for each in begun]


def _begun(text: str, linked: Linked, piece: Piece) -> Piece:
    """A content without the dateline before it, and without whoever is told or asked: asked him [for two years]."""
    if line := _dateline(text, piece.start, piece.end):
        return piece._replace(start=line.end())
    heard = _HEARER.match(text, piece.start, piece.end) if linked.cue and linked.cue.end == piece.start - 1 else None
    return piece._replace(start=heard.end()) if heard else piece


def _own(doc: Doc, linked: Linked) -> Sequence[Piece]:
    """The contents without what the reporter says of the first: "…, a claim [that the records refute]"."""
    text = doc.text
    worded = [p for p in linked.contents if not _says_nothing(text, p)] or linked.contents
    if all(_POINTING.search(text, max(0, piece.start - _LOOKED_BACK), piece.end) for piece in worded):
        return ()
    first, *others = worded or (None,)
    if first is None:
        return ()
    if others and linked.source and first.end <= linked.source.start and _FRAME.match(text, first.start, first.end):
        return others
    return [first, *(p for p in others if not _is_remark(text, p) and not _goes_on_alone(doc, linked, first, p))]


def _goes_on_alone(doc: Doc, linked: Linked, first: Piece, piece: Piece) -> bool:
    """Whether an unmarked sentence of its own follows a quotation and its cue: “No,” Lind said. [It rained all day].

    What is no quotation goes on in its paragraph at most.
    """
    cue = linked.cue
    if cue is None or not first.end <= cue.start < piece.start:
        return False
    if not doc.quoted(first.end - 1) and not doc.distance(cue.start, piece.start):
        return False
    return doc.sentence_at(cue.start)[1] <= piece.start and not doc.quoted(piece.start)


def _says_nothing(text: str, piece: Piece) -> bool:
    """Whether a content only points to another, or is the dateline before it: "LESK (Plain Wire) – ["."""
    if _NO_WORDS.fullmatch(text, piece.start, piece.end):
        return True
    line = _dateline(text, piece.start, piece.end + _LONGEST_DASH)
    return line is not None and line.end() >= piece.end


def _dateline(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline at a place where a line begins."""
    return _DATELINE.match(text, start, end) if text[max(0, start - 1) : start] in "\n" else None


def _is_remark(text: str, piece: Piece) -> bool:
    before = text[max(0, piece.start - _LOOKED_BACK) : piece.start]
    whole = before.endswith(", ") and _IS_REMARK.match(text, piece.start, piece.end)
    return bool(whole) or _OF_REMARK.search(before) is not None or _IN_FACT.match(text, piece.start) is not None


def _cut(doc: Doc, linked: Linked, piece: Piece) -> Piece:
    cue = linked.cue
    if cue is None or piece.start < cue.start or (doc.quoted(piece.start) and not _opens(doc, piece)):
        return piece
    return piece._replace(end=min(_ends(doc, linked, piece), default=piece.end))


def _opens(doc: Doc, piece: Piece) -> bool:
    """Whether a piece begins with a quotation and goes on behind it."""
    return doc.text[piece.start] in "“\"‘'«" and not doc.quoted(piece.end - 1)


def _ends(doc: Doc, linked: Linked, piece: Piece) -> Iterator[int]:
    """Every place inside a content at which it may be over."""
    text = doc.text
    for pattern in (_REMARK, _RESULT, _DEED, _LEAVING, _INTERRUPTED, _AFTER_QUOTATION, _ASIDE):
        yield from (found.start() for found in pattern.finditer(text, piece.start, piece.end))
    if text[piece.start] in "“\"‘'«":
        own = (found.start() for found in _OWN_CLAUSE.finditer(text, piece.start, piece.end))
        yield from (end for end in own if FINITE.search(text, piece.start, end))
    sentence = doc.sentence_at(piece.start)[1]
    if sentence < piece.end and (stop := _stop(text, piece.start, sentence)) and not doc.quoted(sentence):
        yield stop.start()
    if _is_past(text, linked):
        for found in _CONTRAST.finditer(text, piece.start, piece.end):
            if not doc.quoted(found.start()) and _is_reporters(text, piece, found.start(), found.end()):
                yield found.start()


def _stop(text: str, start: int, end: int) -> re.Match[str] | None:
    """The stop and the space at which a sentence is over, as far as its last word and the next tell."""
    opens = LETTERS.match(text, end)
    is_new = opens is not None and opens.group() in _NEW_SENTENCE
    return _STOP.search(text, start, end) or (_AFTER_SHORT.search(text, start, end) if is_new else None)


def _is_past(text: str, linked: Linked) -> bool:
    cue = linked.cue
    return cue is not None and any("past" in forms_of(word) for word in text[cue.start : cue.end].split())


def _is_reporters(text: str, piece: Piece, at: int, clause: int) -> bool:
    """Whether a clause keeps its own time where the content before it has gone back."""
    if not _THEN.search(text, piece.start, at):
        return False
    if _OURS.search(text, clause, piece.end):
        return True
    tense = _TENSE.search(text, clause, piece.end)
    if tense is not None:
        return tense["now"] is not None
    return _WHEN.search(text, clause, piece.end) is not None
