"""A verb of saying that shares its subject with the next: "Doe [confirmed] the talks and [said] that …".

The model finds the first of two such verbs and doubts it, since its object is no clause; the second vouches for it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.linking.linker import Linked, Piece
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import forms_of, lemmas_of

VOUCHED = 0.6
"""The least score of a cue and content for which the verb that follows vouches."""

PLAIN = words(
    """
    confirm deny stress reiterate emphasise emphasize underline underscore announce criticise criticize condemn denounce
    praise hail applaud welcome reject dismiss defend blame accuse urge demand oppose support endorse regret lament
    """
)
"""Verbs that with an object alone report what somebody said, in news nearly always."""

_JOINED = re.compile(r",? (?:and|but) (?:also |then |later |has |had )?")


def with_vouched_verbs(text: str, linked: Sequence[Linked]) -> list[Linked]:
    """The attributions, those surer whose verb shares its subject with the verb of saying after it."""
    cues = {(each.source, each.cue.start) for each in linked if each.cue}
    return [_vouched(each) if _is_joined(text, each, cues) else each for each in linked]


def _is_joined(text: str, linked: Linked, cues: set[tuple[Piece | None, int]]) -> bool:
    """Whether the verb stands right after its subject, and behind its content the next verb of that subject."""
    source, cue = linked.source, linked.cue
    if source is None or cue is None or not linked.contents or not 0 < cue.start - source.end < 3:
        return False
    verb = text[cue.start : cue.end]
    joined = _JOINED.match(text, linked.contents[-1].end)
    is_plain = bool(PLAIN.intersection(lemmas_of(verb)) and forms_of(verb) & {"past", "third"})
    return is_plain and joined is not None and (source, joined.end()) in cues


def _vouched(linked: Linked) -> Linked:
    def surer(piece: Piece) -> Piece:
        return piece._replace(score=max(piece.score, VOUCHED))

    cue, source = linked.cue and surer(linked.cue), linked.source and surer(linked.source)
    return replace(linked, cue=cue, source=source, contents=tuple(map(surer, linked.contents)))
