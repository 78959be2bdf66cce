"""Whom a pronoun or a description means by the evidence in all: the rules' answer is part of it, and can be overruled.

`encoding/antecedents.py` weighs; here is what becomes of its probabilities.
"""

import sys
from collections.abc import Callable, Set
from dataclasses import replace
from typing import Final

from sayso.coreference.antecedent_features import Question, rows
from sayso.coreference.clusters import Key
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.pronoun_rules import Antecedent
from sayso.coreference.state import Scene

SURE: Final = 0.85
"""The least probability at which "he" or "she" is taken to be somebody where no rule says who it is."""

LIKELY: Final = 0.8
"""The same for a description, "it" and "they": whoever fits one of them has fewer rivals."""

OVERRULES: Final = 0.95
"""The least at which somebody is taken against a rule's answer."""

DOUBTED: Final = 0.1
"""A rule's answer that is less likely than that is not taken."""


def weighed(
    scene: Scene, asked: Question, fitting: Callable[[Key], bool] = lambda actor: True, never: Set[Key] = frozenset()
) -> Antecedent:
    """The likeliest where it is likely enough, else what the rules say, else nobody, with the rivals named.

    Of those who are `never` meant, by grammar, the chances go to the rest.
    """
    actors, found = rows(scene, asked)
    if not actors:
        return asked.ruled
    _, *chances = scene.rank((asked.source.start, asked.source.end), [scene.places(actor) for actor in actors], found)
    each = dict(zip(actors, chances, strict=True))
    left = max(1 - sum(chance for actor, chance in each.items() if actor in never), sys.float_info.epsilon)
    likely = {actor: chance / left for actor, chance in each.items() if actor not in never and fitting(actor)}
    best = max(likely, key=lambda actor: likely[actor], default=None)
    ruled = asked.ruled.actor
    sure = SURE if asked.pronoun in GENDER_OF else LIKELY
    needed = sure if ruled in (None, best) else OVERRULES
    if best is not None and likely[best] >= needed:
        return Antecedent(best, chance=likely[best])
    if ruled is not None and likely.get(ruled, 1.0) < DOUBTED and any(likely.values()):
        rivals = dict.fromkeys(actor for actor in (best, ruled) if actor is not None)
        return Antecedent(None, tuple(rivals))
    known = ruled in likely and any(likely.values())
    return replace(asked.ruled, chance=likely[ruled]) if ruled is not None and known else asked.ruled
