"""Whom a pronoun or a description means by the evidence in all: the rules' answer is part of it, and can be overruled.

`encoding/antecedents.py` weighs; here is what becomes of its probabilities.
"""

from collections.abc import Callable
from typing import Final

from sayso.coreference.antecedent_features import Question, rows
from sayso.coreference.clusters import Key
from sayso.coreference.pronoun_rules import Antecedent
from sayso.coreference.state import Scene

SURE: Final = 0.85
"""The least probability at which somebody is taken where no rule says who it is."""

OVERRULES: Final = 0.95
"""The least at which somebody is taken against a rule's answer."""

DOUBTED: Final = 0.1
"""A rule's answer that is less likely than that is not taken."""


def weighed(scene: Scene, asked: Question, fitting: Callable[[Key], bool] = lambda actor: True) -> Antecedent:
    """The likeliest where it is likely enough, else what the rules say, else nobody, with the rivals named."""
    actors, found = rows(scene, asked)
    if not actors:
        return asked.ruled
    _, *chances = scene.rank((asked.source.start, asked.source.end), [scene.places(actor) for actor in actors], found)
    likely = {actor: chance for actor, chance in zip(actors, chances, strict=True) if fitting(actor)}
    best = max(likely, key=lambda actor: likely[actor], default=None)
    ruled = asked.ruled.actor
    needed = SURE if ruled in (None, best) else OVERRULES
    if best is not None and likely[best] >= needed:
        return Antecedent(best)
    if ruled is not None and likely.get(ruled, 1.0) < DOUBTED and any(likely.values()):
        rivals = dict.fromkeys(actor for actor in (best, ruled) if actor is not None)
        return Antecedent(None, tuple(rivals))
    return asked.ruled
