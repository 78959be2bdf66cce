"""The body that a wide word calls again: "the company", "the agency", "the party"."""

from collections.abc import Sequence

from sayso.coreference.clusters import Key
from sayso.coreference.pronoun_rules import antecedent
from sayso.coreference.role_phrases import Phrase
from sayso.coreference.salience import Salience
from sayso.coreference.state import Scene
from sayso.coreference.unnamed_speakers import is_named
from sayso.data.article import Span
from sayso.lexicon.english import ANY_COMPANY, BODIES_CALLED, ORGANISATION_WORDS


def body_meant(scene: Scene, description: Phrase, source: Span, rivals: Sequence[Key]) -> Key | None:
    """ "The company" is the one that has just spoken, or is the one body that the sentence before it begins with."""
    if description.head not in ANY_COMPANY | BODIES_CALLED.keys() or rivals:
        return None
    found = _body_in_front(scene, source)
    called = BODIES_CALLED.get(description.head)
    if found is None or called is None:
        return found
    others = scene.ties.called(description.head)
    if others and found not in others:
        return None
    nouns = {word for form in scene.cast.forms(found) for word in form.words} & ORGANISATION_WORDS
    return found if not nouns or nouns & called else None


def _body_in_front(scene: Scene, source: Span) -> Key | None:
    just = antecedent(scene.trail, "it", source.start).actor
    if just is not None:
        return just if just[0] == "organisation" and is_named(just) else None
    nearest = next(scene.trail.before(source.start), [])
    acting = {
        t.actor
        for t in nearest
        if t.salience >= Salience.SUBJECT and t.actor[0] == "organisation" and is_named(t.actor)
    }
    return next(iter(acting)) if len(acting) == 1 and scene.doc.distance(nearest[0].start, source.start) <= 1 else None
