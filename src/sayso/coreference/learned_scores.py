"""Whom a pronoun or a description means by the model's evidence: asked where the rules leave it open.

What a rule says it does not overrule: it was right in fewer than half of the cases in which it did.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from typing import Final

from sayso.coreference.clusters import Key, Reference
from sayso.coreference.pronoun_rules import Antecedent
from sayso.coreference.state import Scene
from sayso.data.article import Span

SURE: Final = 0.8
"""The least probability at which a name that no rule gives is taken."""

_REACH: Final = 1500
_MOST: Final = 40


def weighed(scene: Scene, ruled: Antecedent, source: Span, fitting: Callable[[Key], bool]) -> Antecedent:
    """What the rules say of `source`, else what the model says among the actors whom it may mean."""
    if ruled.actor is not None:
        return ruled
    likely = _likely(scene, source, fitting)
    best = max(likely, key=lambda actor: (likely[actor], actor), default=None)
    return Antecedent(best) if best is not None and likely[best] >= SURE else ruled


def _likely(scene: Scene, source: Span, fitting: Callable[[Key], bool]) -> dict[Key, float]:
    """The probability of each actor who is named near the source."""
    near = [(r, r.actor) for r in _near(scene, source) if r.actor is not None and fitting(r.actor)]
    places = [(r.name.start, r.name.end) for r, _ in near]
    _, *chances = scene.fits((source.start, source.end), places)
    likely: dict[Key, float] = {}
    for (_, actor), chance in zip(near, chances, strict=True):
        likely[actor] = likely.get(actor, 0.0) + float(chance)
    return likely


def _near(scene: Scene, source: Span) -> Iterable[Reference]:
    """The names before the source, as far back as it may reach, and those after it in its sentence."""
    reaches = max(source.start - _REACH, scene.doc.post_start(source.start))
    first = bisect_left(scene.references, reaches, key=lambda r: r.name.start)
    last = bisect_right(scene.references, scene.doc.sentence_at(source.start)[1], key=lambda r: r.name.start)
    return scene.references[max(first, last - _MOST) : last]
