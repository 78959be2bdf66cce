"""Whom a sentence leaves for a pronoun: “…,” said Holt, but Ruiz disagreed. “…,” she said."""

import re
from itertools import takewhile
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.pronoun_rules import agrees
from sayso.coreference.salience import Salience
from sayso.coreference.state import Scene

_REACH: Final = 600
_REACTS: Final = re.compile(
    r",? (?:\w+ly |also |then |still )?(?:disagreed|disagrees|objected|interrupted|cut in|broke in|protested|demurred"
    r"|scoffed|begged to differ|shook (?:his|her) head|did not agree|was not (?:so sure|convinced|impressed)"
    r"|saw it differently|took the (?:floor|microphone)|rose to reply|thought otherwise)\b"
)


def quoted_in(scene: Scene, pronoun: str, position: int) -> Key | None:
    """Whom "him" means in "your obituary of Holt quoted him as saying": the one whom the subject names, if it is no one
    that acts.
    """
    if pronoun not in ("him", "her"):
        return None
    start = scene.doc.sentence_at(position)[0]
    own = takewhile(lambda trace: trace.start >= start, scene.trail.traces_before(position))
    persons = {trace.actor: trace.salience for trace in own if agrees(scene.trail, pronoun, trace.actor)}
    alone = next(iter(persons), None) if len(persons) == 1 else None
    return alone if alone is not None and persons[alone] < Salience.EMBEDDED_SUBJECT else None


def who_reacts(scene: Scene, pronoun: str, position: int) -> Key | None:
    """Whom the sentence of the last speaker names as not of one mind, where that is whom the pronoun may mean.

    Nothing else is weighed then: who comes in last goes on.
    """
    nearest = scene.references_between(max(0, position - _REACH), position)
    last = next((r for r in reversed(nearest) if not scene.doc.quoted(r.name.start)), None)
    if last is None or last.actor is None or pronoun not in GENDER_OF:
        return None
    reacts = _REACTS.match(scene.doc.text, last.name.end)
    fits = reacts is not None and scene.doc.distance(last.name.start, position) == 0
    return last.actor if fits and agrees(scene.trail, pronoun, last.actor) else None
