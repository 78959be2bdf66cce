"""Whom "he", "she", "it" and "they" mean: the nearest fitting subject or speaker, when no other comes close.

Evidence, in this order: agreement (titles, given names, the article's own pronouns), the last sentence that has a
subject or speaker who agrees, and whether the cue says that the speaker goes on ("he added"). Where two stay possible,
neither is taken. What stands inside a quotation is the quoted speaker's evidence, not ours.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Final

from sayso.coreference.clusters import Key, Reference
from sayso.coreference.gender import GENDER_OF
from sayso.coreference.role_phrases import is_personal
from sayso.coreference.salience import Salience, Trace, Trail
from sayso.coreference.unnamed_speakers import is_named
from sayso.data.article import Span
from sayso.lexicon.english import PREPOSITIONS, SUBORDINATORS, Gender
from sayso.text.doc import Doc
from sayso.text.normalise import WORD

_OF_PERSONS: Final = frozenset({"who", "whom", "whose"})
_OF_BODIES: Final = frozenset({"which", "whose"})
_BODIES_OF: Final = {True: {"organisation", "country"}, False: {"group", "organisation"}}
"""What "it" can mean, and what "they" can."""
_ONE_OF_TWO: Final = re.compile(r"\b(?:and|or)\s+(?:the\s+)?$")
_BEFORE_RELATIVE: Final = re.compile(r"\s*+(?:\([^()]{0,200}\))?\s*+(?:,|[—–]|--)?\s*+|\s*+,[^.;:!?\n]{1,100},\s*")
_APPOSITION: Final = re.compile(r",\s(?:an?|the)\s(?P<noun>[^,.;:!?\n]{3,100})\s")
_APPOSED: Final = 3
"""How many names back: an apposition may name a body, "Ana Doe, a jurist of the Tarn Institute, who said"."""


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Who a pronoun means; None with the rivals where it may be either, or with none where nobody is near.

    `chance` is how likely it is by all the evidence, where that was weighed.
    """

    actor: Key | None
    rivals: tuple[Key, ...] = ()
    chance: float | None = None


def agrees(trail: Trail, pronoun: str, actor: Key) -> bool:
    """Whether a pronoun may mean an actor, by what it is and what is known of its gender."""
    if pronoun in GENDER_OF:
        return actor[0] == "person" and trail.genders.get(actor, GENDER_OF[pronoun]) == GENDER_OF[pronoun]
    return actor[0] in _BODIES_OF[pronoun in {"it", "its"}]


def antecedent(trail: Trail, pronoun: str, position: int, *, goes_on: bool = False) -> Antecedent:
    """Whom `pronoun` at `position` means; `goes_on` when its cue continues what was said before."""
    if pronoun in GENDER_OF:
        return _person(trail, GENDER_OF[pronoun], position, goes_on=goes_on)
    return _body(trail, pronoun, position)


def _body(trail: Trail, pronoun: str, position: int) -> Antecedent:
    """Whom "it" or "they" mean: the one who spoke in the last sentence of the same paragraph, if that is no person."""
    wanted = _BODIES_OF[pronoun in {"it", "its"}]
    nearest = next(trail.before(position), [])
    strong = [key for key in _actors(nearest, Salience.SPEAKER) if is_named(key) or key[0] in wanted]
    if len(strong) == 1 and strong[0][0] in wanted and trail.doc.distance(nearest[0].start, position) == 0:
        return Antecedent(strong[0])
    return Antecedent(None, tuple(key for key in strong if key[0] in wanted))


def _person(trail: Trail, gender: Gender, position: int, *, goes_on: bool) -> Antecedent:
    """Look back, and ahead where a clause comes first: "While he praised the dam, Doe said"."""
    back, ahead = _looking_back(trail, gender, position, goes_on=goes_on), _looking_ahead(trail, gender, position)
    if ahead is None or ahead == back.actor:
        return back
    return Antecedent(ahead) if back.actor is None else Antecedent(None, (back.actor, ahead))


def _looking_ahead(trail: Trail, gender: Gender, position: int) -> Key | None:
    text, start = trail.doc.text, trail.doc.sentence_at(position)[0]
    first = next(iter(trail.doc.words_in(start, position)), None)
    subject = trail.subject_after(position)
    if first is None or subject is None or first.text.casefold() not in SUBORDINATORS:
        return None
    fits = subject.actor[0] == "person" and trail.genders.get(subject.actor, gender) == gender
    return subject.actor if fits and "," in text[position : subject.start] else None


def _looking_back(trail: Trail, gender: Gender, position: int, *, goes_on: bool) -> Antecedent:
    passed: list[Trace] = []
    another_spoke = False
    for sentence in trail.before(position):
        if any(_is_a_bodys(t, trail.unsure) for t in sentence) and not goes_on:
            # Somebody else spoke since; or the one who did was taken for an organisation.
            break
        persons = [trace for trace in sentence if trace.actor[0] == "person"]
        fitting = [t for t in persons if trail.genders.get(t.actor, gender) == gender]
        passed += fitting
        another_spoke |= any(t.salience is Salience.SPEAKER for t in persons if t not in fitting)
        strong = _actors(fitting, Salience.SUBJECT)
        if another_spoke and not all(trail.genders.get(key) == gender for key in strong):
            # The last speaker seems to be of the other sex, but that is a guess; so would be whoever came before.
            return Antecedent(None, tuple(strong))
        if strong:
            return _decide(trail, strong, passed, gender, position, goes_on=goes_on)
    weak = _actors(passed, Salience.POSSESSOR)
    known = [key for key in weak if trail.genders.get(key) == gender]
    return Antecedent(known[0]) if len(weak) == len(known) == 1 else Antecedent(None, tuple(weak))


def _is_a_bodys(trace: Trace, unsure: Container[Key]) -> bool:
    """Whether a body that has a name speaks, or who may be meant; after "police said" the reader looks further back."""
    counts = is_named(trace.actor) or trace.actor in unsure
    return trace.salience is Salience.SPEAKER and trace.actor[0] != "person" and counts


def _decide(
    trail: Trail, strong: Sequence[Key], passed: Sequence[Trace], gender: Gender, position: int, *, goes_on: bool
) -> Antecedent:
    """Take the one subject if he continues, agrees for certain, or has no rival who does."""
    speaker = trail.last_speaker(position)
    if goes_on and speaker in strong:
        return Antecedent(speaker)
    least = Salience.OTHER if [speaker] == strong else Salience.POSSESSOR
    rivals = [key for key in _actors(passed, least) if key not in strong]
    agreeing = [key for key in [*strong, *rivals] if trail.genders.get(key) == gender]
    if len(strong) == 1 and (not rivals or agreeing == [strong[0]]):
        return Antecedent(strong[0])
    if len(strong) == 1 and strong[0] == speaker:
        leading = _actors(passed, Salience.EMBEDDED_SUBJECT)
        return Antecedent(speaker) if leading == [speaker] else Antecedent(None, (*strong, *rivals))
    return Antecedent(None, (*strong, *rivals))


def _actors(traces: Iterable[Trace], least: Salience) -> list[Key]:
    return list(dict.fromkeys(trace.actor for trace in traces if trace.salience >= least))


def named_after(references: Sequence[Reference], doc: Doc, source: Span) -> frozenset[Key]:
    """Those whom "he" does not mean in "he told Doe that Lee …", as their names come after him in his sentence.

    Not so where a clause comes before its main clause, "While he praised the dam, Doe said", or in another's words.
    """
    start, end = doc.sentence_at(source.start)
    first = next(iter(doc.words_in(start, end)), None)
    if first is None or first.text.casefold() in SUBORDINATORS or doc.quoted(source.start):
        return frozenset()
    nearest = bisect_left(references, source.end, key=lambda r: r.name.start)
    behind = takewhile(lambda r: r.name.start < end, references[nearest:])
    return frozenset(r.actor for r in behind if r.actor is not None and not doc.quoted(r.name.start))


def without(meant: Antecedent, never: Set[Key]) -> Antecedent:
    """Whom a pronoun means where some are not meant: of two rivals the one who is left."""
    if meant.actor in never:
        return Antecedent(None)
    left = tuple(key for key in meant.rivals if key not in never)
    last = len(left) == 1 < len(meant.rivals) and meant.actor is None
    return Antecedent(left[0]) if last else replace(meant, rivals=left)


def _apposed_to(near: Sequence[Reference], doc: Doc, position: int) -> Key | None:
    """The person whom a description right before "who" tells more of: "Doe, a pilot at Tarn Air who"."""
    for reference in near:
        actor, apposition = reference.actor, _APPOSITION.fullmatch(doc.text[reference.name.end : position])
        if actor is None or actor[0] != "person" or apposition is None:
            continue
        words = [word.group().casefold() for word in WORD.finditer(apposition["noun"])]
        of_more = any(word in PREPOSITIONS for word in words)
        ends_in_a_body = near[-1] is not reference and near[-1].name.end == position - 1
        if is_personal(words[-1]) != of_more or (of_more and ends_in_a_body):
            return actor
    return None


def relative_antecedent(references: Sequence[Reference], doc: Doc, pronoun: str, position: int) -> Key | None:
    """Whom "who" means in "Doe, who said": the name right before it, or before an apposition, "Doe, a pilot who"."""
    nearest = bisect_left(references, position, key=lambda r: r.name.start)
    near = references[max(0, nearest - _APPOSED) : nearest]
    if pronoun in _OF_PERSONS and (apposed := _apposed_to(near, doc, position)) is not None:
        return apposed
    for reference in reversed(near):
        actor, start, end = reference.actor, reference.name.start, reference.name.end
        if actor is None or not _BEFORE_RELATIVE.fullmatch(doc.text[end:position]):
            return None
        if pronoun in (_OF_PERSONS if actor[0] == "person" else _OF_BODIES):
            joined = _ONE_OF_TWO.search(doc.text[max(0, start - 20) : start]) and actor[0] != "person"
            return None if joined else actor
    return None
