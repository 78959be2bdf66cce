"""Firms that belong to one another: "its subsidiary", "the unit", "the parent company", once the text has told whose.

"Calder Freight, a unit of Monmoor Holdings", "Monmoor's freight arm, Calder", "Calder, owned by Monmoor".
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from sayso.coreference.clusters import Key
from sayso.coreference.pronoun_rules import antecedent
from sayso.coreference.salience import Salience
from sayso.coreference.state import Scene
from sayso.data.article import Span

_PART: Final = r"(?:unit|subsidiary|arm|division|offshoot|affiliate|brand)"
_WHOLE: Final = r"(?:parent(?: company| group| firm)?|owner|holding company)"
_WORDS: Final = r"(?:(?!of\b|by\b)[\w’-]+ ){0,4}?"
_OF: Final = rf"(?:the )?{_WORDS}"
_PART_FIRST: Final = re.compile(
    rf"[.,]*,? (?:(?:now|which is|itself) )?(?:(?:an?|the) {_WORDS}{_PART} (?:of|owned by|controlled by)|part of"
    rf"|(?:\w+[- ])?(?:owned|controlled|held) by) {_OF}|(?:[’']s?) {_WORDS}{_WHOLE},? {_OF}"
)
"""Between two firms of which the second owns the first."""

_WHOLE_FIRST: Final = re.compile(
    rf"(?:[’']s?) {_WORDS}{_PART},? {_OF}"
    rf"|[.,]*,? (?:which )?(?:also )?(?:owns|bought|acquired|controls|took over) {_OF}"
    rf"|[.,]*,? (?:the )?{_WORDS}{_WHOLE} of {_OF}"
)
_ASKED_PART: Final = re.compile(rf"(?P<whose>its|the) (?:\w+ ){{0,2}}{_PART}", re.IGNORECASE)
_ASKED_WHOLE: Final = re.compile(rf"(?P<whose>its|the) (?:\w+ )?{_WHOLE}", re.IGNORECASE)


def firm_meant(scene: Scene, source: Span) -> Key | None:
    """The firm that "its unit" or "the parent company" means, if the text tells of but one such."""
    words = source.text.strip(" ,")
    part, whole = _ASKED_PART.fullmatch(words), _ASKED_WHOLE.fullmatch(words)
    asked = part or whole
    if asked is None or (whole and whole["whose"].casefold() == "the" and words.casefold().endswith("owner")):
        return None
    owner = _before(scene, source) if asked["whose"].casefold() == "its" else None
    if owner is None and asked["whose"].casefold() == "its":
        return None
    at = 0 if part else 1
    found = {pair[at] for pair in _owned(scene) if owner is None or pair[1 - at] == owner}
    return found.pop() if len(found) == 1 else None


def _before(scene: Scene, source: Span) -> Key | None:
    """The firm that has just spoken, or that the sentence before begins with."""
    if (just := antecedent(scene.trail, "it", source.start).actor) is not None:
        return just
    nearest = next(scene.trail.before(source.start), [])
    acting = {t.actor for t in nearest if t.salience >= Salience.SUBJECT and t.actor[0] == "organisation"}
    return next(iter(acting)) if len(acting) == 1 else None


def _owned(scene: Scene) -> Iterator[tuple[Key, Key]]:
    """Each firm with the one that owns it, as sentences tell that name one right after the other."""
    bodies = [r for r in scene.references if r.actor is not None and r.actor[0] == "organisation"]
    for first, second in pairwise(bodies):
        between = scene.doc.text[first.name.end : second.name.start]
        if first.actor is None or second.actor is None or "\n" in between or first.actor == second.actor:
            continue
        if _PART_FIRST.fullmatch(between):
            yield first.actor, second.actor
        elif _WHOLE_FIRST.fullmatch(between):
            yield second.actor, first.actor
