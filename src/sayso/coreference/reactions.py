"""Who comes in after another has spoken: “…,” said Holt, but Ruiz disagreed. “…,” she said."""

import re
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.pronoun_rules import agrees
from sayso.coreference.state import Scene

_REACH: Final = 600
_REACTS: Final = re.compile(
    r",? (?:\w+ly |also |then |still )?(?:disagreed|disagrees|objected|interrupted|cut in|broke in|protested|demurred"
    r"|scoffed|begged to differ|shook (?:his|her) head|did not agree|was not (?:so sure|convinced|impressed)"
    r"|saw it differently|took the (?:floor|microphone)|rose to reply|thought otherwise)\b"
)


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
