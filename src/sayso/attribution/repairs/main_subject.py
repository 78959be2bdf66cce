"""The verb of a main clause has the sentence's own subject, not the noun that happens to stand before it.

"Holt, told by Ruiz, who [said] she could not help, [said] …": the second verb is Holt's. "The head of the union, Ana
Holt, in a speech to the men of a town run by Pell, [said] …": neither town nor Pell says anything.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.lead_in_subject import OPENERS
from sayso.lexicon.english import PREPOSITIONS, RELATIVES, SUBORDINATORS
from sayso.text.datelines import dateline_end
from sayso.text.doc import Doc

_ADJACENT = 2
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
    return [_mended(doc, each, of_clause=each.source in clauses) for each in linked]


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
    own = 0 < cue.start - source.end <= _ADJACENT
    beyond = of_clause and not own and doc.text[: cue.start].rstrip().endswith(",")
    apart = "," in doc.text[source.end - 1 : cue.start]
    governed = (
        own and apart and _is_governed(doc.text, source) and all(piece.start > cue.start for piece in linked.contents)
    )
    subject = _subject(doc, source) if beyond or governed else None
    return replace(linked, source=source._replace(start=subject[0], end=subject[1])) if subject else linked


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
