"""The verb of a main clause has the sentence's own subject, not the noun that happens to stand before it.

"Holt, told by Ruiz, who [said] she could not help, [said] …": the second verb is Holt's. "The head of the union, Ana
Holt, in a speech to the men of a town run by Pell, [said] …": neither town nor Pell says anything.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.lead_in_subject import DAYS, OPENERS
from sayso.lexicon.english import PREPOSITIONS, RELATIVES, SUBORDINATORS
from sayso.text.datelines import dateline_end
from sayso.text.doc import Doc

GUESSED = 0.5
"""The score of a subject that only its place tells."""

_ADJACENT = 2
_SAID = re.compile(r"(?:said|says|added|told|claimed|insisted|answered|replied)")
_BEHIND_SEMICOLON = re.compile(
    r"; (?:but |and |while )?(?P<subject>(?:the|his|her|their|its|an?) (?:[a-z][\w-]* ){0,2}[a-z][\w-]*"
    r"|(?:[A-Z][\w.’'-]* ){0,3}[A-Z][\w’'-]+|he|she|they) $"
)
_LONGEST_SUBJECT = 80
_DATELINE = re.compile(r"[A-Z][A-Z.’' -]{2,40}(?:, [\w .]{2,20}){1,2}: ")
"""The form with a colon: "TARN, DEC 8: The head of the union"."""

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|said|says)\b"
)
_PART = re.compile(r"(?P<words>[^,;:“”\"]{2,120})(?P<end>,|$) ?")
_NAME = re.compile(r"(?:(?:[A-Z][a-z]{0,6}\.|Dr|Mr|Mrs|Ms) )?[^\W\d_a-z][\w.’'-]*(?: [^\W\d_][\w.’'-]*){0,4}")
_DESCRIBES = re.compile(r"(?:The|A|An|His|Her|Its|Their|[A-Z][\w’'-]*[’']s?|[A-Z][\w’'-]+) (?:\S+ )*?[a-z]")
_GOVERNED = re.compile(r"\b(?P<by>[a-z]+) $")
_OWN_DETERMINERS = frozenset("the a an his her its their".split())  # noqa: SIM905
_MOST_SKIPPED = 2


def with_main_subjects(doc: Doc, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, those whose source only stands before the verb given the subject of their sentence."""
    clauses = {each.source for each in linked if each.source and each.cue and _is_relative(doc, each)}
    mended = [_mended(doc, each, of_clause=each.source in clauses) for each in linked]
    begun = [own for each in linked if (own := _own_clause(doc, each))]
    return [_within_clause(_in_own_clause(doc, each), begun) for each in mended] if begun else mended


def _own_clause(doc: Doc, linked: Linked) -> re.Match[str] | None:
    """The subject right before a verb, behind a semicolon: "Holt said he would run; [his wife] said he would not"."""
    cue = linked.cue
    if cue is None or doc.quoted(cue.start) or _SAID.fullmatch(doc.text, cue.start, cue.end) is None:
        return None
    return _BEHIND_SEMICOLON.search(doc.text, max(0, cue.start - _LONGEST_SUBJECT), cue.start)


def _in_own_clause(doc: Doc, linked: Linked) -> Linked:
    own, source = _own_clause(doc, linked), linked.source
    if own is None or (source is not None and source.end > own.start()):
        return linked
    score = source.score if source else GUESSED
    return replace(linked, source=Piece(*own.span("subject"), "source", score))


def _within_clause(linked: Linked, begun: Sequence[re.Match[str]]) -> Linked:
    """The attribution, none of its contents running on into the subject of the next clause."""
    return replace(linked, contents=tuple(_until(piece, begun) for piece in linked.contents))


def _until(piece: Piece, begun: Sequence[re.Match[str]]) -> Piece:
    next_clause = next((own for own in begun if piece.start < own.start() < piece.end <= own.end()), None)
    return piece._replace(end=next_clause.start()) if next_clause else piece


def _is_relative(doc: Doc, linked: Linked) -> bool:
    """Whether a verb stands right behind "who" or "which", its subject."""
    source, cue = linked.source, linked.cue
    if source is None or cue is None or not 0 < cue.start - source.end <= _ADJACENT:
        return False
    return doc.text[source.start : source.end].casefold() in ("who", "which")


def _mended(doc: Doc, linked: Linked, *, of_clause: bool) -> Linked:
    source, cue = linked.source, linked.cue
    if source is None or cue is None or cue.start < source.end:
        return linked
    named = _named_before(doc, source)
    if named is not None and not any(piece.start < source.start and named < piece.end for piece in linked.contents):
        return replace(linked, source=source._replace(start=named))
    own = 0 < cue.start - source.end <= _ADJACENT
    beyond = of_clause and not own and doc.text[: cue.start].rstrip().endswith(",")
    apart = "," in doc.text[source.end - 1 : cue.start]
    governed = (
        own and apart and _is_governed(doc.text, source) and all(piece.start > cue.start for piece in linked.contents)
    )
    subject = _subject(doc, source) if beyond or governed else None
    return replace(linked, source=source._replace(start=subject[0], end=subject[1])) if subject else linked


def _named_before(doc: Doc, source: Piece) -> int | None:
    """Where the name stands that begins a sentence, of which a source tells what it is: "Orlo, [the arm of Dahl]"."""
    text, start = doc.text, doc.sentence_at(source.start)[0]
    if not text[source.start : source.end].startswith(("the ", "a ", "an ")):
        return None
    start += dateline_end(text[start : source.start])
    start += next((n for n, mark in enumerate(text[start : source.start]) if not mark.isspace()), 0)
    part = _PART.match(text, start, source.start)
    is_name = part is not None and part.end() == source.start and _NAME.fullmatch(part["words"]) is not None
    leads_in = part is None or _leads_in(part["words"]) or part["words"].split()[0] in OPENERS | DAYS
    return start if is_name and not leads_in else None


def _is_governed(text: str, source: Piece) -> bool:
    """Whether a preposition stands right before a source: "(with) the men of Tarn,"; it is part of a longer phrase."""
    before = _GOVERNED.search(text, max(0, source.start - 20), source.start)
    opens, *rest = text[source.start : source.end].casefold().split()
    return (before is not None and before["by"] in PREPOSITIONS - {"like"}) or (bool(rest) and opens in RELATIVES)


def _subject(doc: Doc, source: Piece) -> tuple[int, int] | None:
    """Where the subject of a sentence stands, if it begins with one that a comma sets off before the source."""
    text, start = doc.text, doc.sentence_at(source.start)[0]
    line = _DATELINE.match(text, start, source.start)
    start = line.end() if line else start + dateline_end(text[start : source.start])
    start += next((n for n, mark in enumerate(text[start : source.start]) if not mark.isspace()), 0)
    for _ in range(_MOST_SKIPPED + 1):
        part = _PART.match(text, start, source.start)
        if part is None or not part["end"]:
            return None
        if not _leads_in(part["words"]):
            return _with_its_name(text, part, source.start)
        start = part.end()
    return None


def _leads_in(words: str) -> bool:
    """Whether words before a comma tell when or where: "On Friday", "Asked by Lee", "Meanwhile"."""
    first = words.split()[0].rstrip(".")
    plain = first.casefold()
    opens = plain in PREPOSITIONS | SUBORDINATORS or plain.endswith(("ing", "ly"))
    return opens or (first in OPENERS and plain not in _OWN_DETERMINERS)


def _with_its_name(text: str, part: re.Match[str], limit: int) -> tuple[int, int] | None:
    """The subject with the name that follows what it is: "The head of the union, [Ana Holt],"."""
    if _FINITE.search(part["words"]):
        return None
    named = _PART.match(text, part.end(), limit)
    is_name = named is not None and named["end"] and _NAME.fullmatch(named["words"]) is not None
    if named is not None and is_name and _DESCRIBES.match(part["words"]):
        return part.start(), named.end("words")
    return part.start(), part.end("words")
