"""A relative clause with a subject of its own: "Marsk, whose partner Brandt [said] the firm was broke, [denied] it".

The model takes name and clause for one source of both verbs. The verb right behind the clause's subject is that
subject's, any other is the name's.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.attribution.factuality.view import FINITE
from sayso.attribution.linking.linker import Linked, Piece
from sayso.lexicon.english import MEN, PERSONS, ROLES, WOMEN
from sayso.lexicon.reporting_verbs import forms_of

PEOPLE = PERSONS | ROLES | MEN | WOMEN
_WHOSE = re.compile(r"(?P<name>[^,]+),? whose (?P<own>[^,]+)", re.DOTALL)
_GREETED = re.compile(r"(?:thank|greet|embrac|hugg|congratulat|kiss|met\b|applaud|introduc)\w*$", re.IGNORECASE)
_WHO = re.compile(r",? (?:who|whose|whom)\b")
_VERB = re.compile(r", (?P<verb>[a-z]+)\b")
_LONGEST_NAME = 60
_ADJACENT = 2


def with_clauses_apart(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, each verb with its own subject, and without whoever is greeted as what is said."""
    apart = {each.source: found for each in linked if each.source and (found := _clause(text, each))}
    return [_apart(text, each, apart) for each in linked if not _is_greeting(text, each)]


def _clause(text: str, linked: Linked) -> re.Match[str] | None:
    """The name and the clause in a source right behind which its verb stands, if the clause has no verb yet."""
    source, cue = linked.source, linked.cue
    if source is None or cue is None or not 0 <= cue.start - source.end <= _ADJACENT:
        return None
    found = _WHOSE.fullmatch(text, source.start, source.end)
    is_person = found is not None and not PEOPLE.isdisjoint(found["own"].casefold().split())
    return found if found and is_person and not FINITE.search(found["own"]) else None


def _apart(text: str, linked: Linked, apart: Mapping[Piece, re.Match[str]]) -> Linked:
    source, cue = linked.source, linked.cue
    if source is None or cue is None or source not in apart:
        return linked
    is_own = 0 <= cue.start - source.end <= _ADJACENT
    start, end = apart[source].span("own" if is_own else "name")
    contents = tuple(_until_the_verb(text, each) if is_own else each for each in linked.contents)
    return replace(linked, source=source._replace(start=start, end=end), contents=contents)


def _until_the_verb(text: str, content: Piece) -> Piece:
    """What the clause reports ends where the name's own verb goes on: "the firm was broke[, refused to pay]"."""
    goes_on = next((f for f in _VERB.finditer(text, content.start, content.end) if "past" in forms_of(f["verb"])), None)
    return content._replace(end=goes_on.start()) if goes_on else content


def _is_greeting(text: str, linked: Linked) -> bool:
    """Whether somebody is thanked, and the thanked is taken for the words: "thanked owner Aldo Marsk, who said"."""
    cue = linked.cue
    if cue is None or len(linked.contents) != 1 or not _GREETED.match(text, cue.start, cue.end):
        return False
    return _is_person(text, linked.contents[0])


def _is_person(text: str, piece: Piece) -> bool:
    """Whether a piece is no more than somebody's name, with what he is before it."""
    words = text[piece.start : piece.end].split()
    is_name = words[-1][0].isupper() and not any(mark in word for word in words for mark in ',“”"')
    return is_name and piece.end - piece.start <= _LONGEST_NAME and _WHO.match(text, piece.end) is not None
