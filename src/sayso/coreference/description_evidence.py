"""What the words of a description tell of whom it means: "the agency", "the newbie politician", "his film".

Whether it says that the reader knows who is meant, whether the text brought somebody in by the same noun, and how
near its noun is to an actor: beside the name, or in meaning to the actor's names and roles.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log1p
from typing import TYPE_CHECKING, Final

from sayso.coreference.clusters import Key
from sayso.coreference.role_phrases import Phrase
from sayso.coreference.salience import Trace
from sayso.coreference.state import Scene
from sayso.data.article import Span
from sayso.lexicon.english import BODY_NOUNS, ORGANISATION_NOUNS, PERSONS, ROLES
from sayso.lexicon.meanings import vector_of
from sayso.text.normalise import POSSESSIVE, fold

if TYPE_CHECKING:
    from sayso.lexicon.meanings import Vector

OF_SOURCE: Final = ("definite", "owned", "introduced", "called so before", "like a person", "like a body")
OF_ACTOR: Final = ("noun beside", "noun in its sentence", "like its names", "like its roles")

_KNOWN: Final = frozenset({"the", "this", "that", "these", "those"})
_OWNING: Final = frozenset({"his", "her", "its", "their", "my", "our"})
_ALIKE: Final = 0.45
_BESIDE: Final = 40
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Described:
    """A description with what the text before it says by the same noun; `places` are where the noun stands."""

    noun: str
    of_source: tuple[float, ...]
    places: tuple[int, ...]


def described(scene: Scene, source: Span, phrase: Phrase | None) -> Described | None:
    """Read a description where it stands; None for a pronoun."""
    if phrase is None:
        return None
    noun = phrase.head.split()[-1]
    first, *rest = [POSSESSIVE.sub("", word).casefold() for word in source.text.split()] or [""]
    owned = first in _OWNING or any(POSSESSIVE.search(word) for word in source.text.split()[:_MOST])
    before = scene.doc.text[: source.start]
    named = rf"(?: [\w’'-]+){{0,{_MOST}}} {re.escape(noun)}\b"
    introduced = re.search(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne){named}", before)
    called = len(re.findall(rf"\b(?:[Tt]he|[Tt]his|[Tt]hat){named}", before))
    places = tuple(m.start() for m in re.finditer(rf"\b{re.escape(noun)}\b", before, re.IGNORECASE))
    flags = (first in _KNOWN and bool(rest), owned, introduced is not None)
    return Described(noun, (*map(float, flags), log1p(called), *_kinds(noun)), places)


def _kinds(noun: str) -> tuple[float, float]:
    """How near a noun is in meaning to those of persons, and to those of bodies: lists of both have an end."""
    meaning = vector_of(noun)
    return float(_mean(PERSONS | ROLES) @ meaning), float(_mean(ORGANISATION_NOUNS | BODY_NOUNS) @ meaning)


@cache
def _mean(nouns: frozenset[str]) -> "Vector":
    total: Vector = sum(map(vector_of, sorted(nouns)[1:]), vector_of(min(nouns)))
    return total / (total @ total) ** 0.5


def of_actor(scene: Scene, what: Described, actor: Key, traces: Sequence[Trace]) -> list[float]:
    """How near the noun is to an actor who came up at `traces`; a number for each of `OF_ACTOR`."""
    near = [
        abs(place - trace.start)
        for trace in traces
        for place in what.places
        if scene.doc.sentence_at(place) == scene.doc.sentence_at(trace.start)
    ]
    longest = max((len(form.text) for form in scene.cast.forms(actor)), default=0)
    beside = float(any(distance <= _BESIDE + longest for distance in near))
    return [beside, float(bool(near)), *_likenesses(scene, what.noun, actor)]


def is_of_another_trade(scene: Scene, noun: str, actor: Key) -> bool:
    """Whether an actor has a role, and none of its words is near the noun in meaning: no nurse is "the doctor"."""
    roles = _words_of_roles(scene, actor)
    return bool(roles) and _likeness(noun, roles) < _ALIKE


def _likenesses(scene: Scene, noun: str, actor: Key) -> tuple[float, float]:
    """How near the noun is to the actor's names, and to his roles."""
    return _likeness(noun, scene.ties.words_of(actor)), _likeness(noun, _words_of_roles(scene, actor))


def _words_of_roles(scene: Scene, actor: Key) -> set[str]:
    return {word for role in scene.ties.of(actor) for word in fold(role.text).split()}


def _likeness(noun: str, words: set[str]) -> float:
    """How near the noun is in meaning to the nearest of the words, from 0 to 1."""
    return max((float(vector_of(noun) @ vector_of(word)) for word in words if len(word) > 1), default=0.0)
