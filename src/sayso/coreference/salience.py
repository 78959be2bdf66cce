"""Who came up in the article, where, and how prominently: what a later pronoun or description looks back on."""

import re
from bisect import bisect_left, insort
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from sayso.coreference.bynames import is_byname
from sayso.coreference.clusters import Key, Reference
from sayso.coreference.role_phrases import title_before
from sayso.lexicon.english import COURTESIES, PREPOSITIONS, Gender
from sayso.text.doc import Doc, Stretches

_REACH: Final = 2
_LONGEST_LOOK: Final = 200
_SUBJECT: Final = re.compile(r"(?:(?:But|And|Then|Later|So|Yet),? )?(?:he|she|He|She)\b(?! (?:and|or)\b)")
_POSSESSIVE_AFTER: Final = re.compile(r"[’'ʼ]s?(?!\w)")


class Salience(IntEnum):
    """How much a mention offers itself to a later pronoun."""

    QUOTED = 0
    POSSESSOR = 1
    EMBEDDED = 2
    OTHER = 3
    EMBEDDED_SUBJECT = 4
    SUBJECT = 5
    SPEAKER = 6


@dataclass(frozen=True, slots=True, order=True)
class Trace:
    """Somebody came up at this place, so prominently."""

    start: int
    salience: Salience
    actor: Key


@dataclass(slots=True)
class Trail:
    """Who came up in the article and where; speakers are added as they are found, and what pronouns tell of them.

    `unsure` are those who may be persons or not: "Doe's roommate".
    """

    doc: Doc
    genders: dict[Key, Gender]
    traces: list[Trace] = field(default_factory=list)
    unsure: set[Key] = field(default_factory=set)

    def spoke(self, actor: Key, start: int) -> None:
        """Note that `actor` speaks at `start`."""
        insort(self.traces, Trace(start, Salience.SPEAKER, actor))

    def described(
        self, actor: Key, start: int, end: int, gender: Gender | None, salience: Salience = Salience.SPEAKER
    ) -> None:
        """Note that one who is only described comes up: "Doe's mother". Whom the words from `start` to `end` name
        besides does not offer himself to the pronoun after them.
        """
        del self.traces[self._within(start, end)]
        insort(self.traces, Trace(start, salience, actor))
        if gender is not None:
            self.genders[actor] = gender

    def names_somebody(self, start: int, end: int) -> bool:
        """Whether somebody comes up between `start` and `end`."""
        return bool(self.traces[self._within(start, end)])

    def _within(self, start: int, end: int) -> slice:
        return slice(*(bisect_left(self.traces, place, key=lambda trace: trace.start) for place in (start, end)))

    def before(self, position: int) -> Iterator[list[Trace]]:
        """The traces before `position`, nearest sentence first; none in another post of a live blog."""
        post, seen_from = self.doc.post_start(position), self._beyond_quotation(position)
        sentence: list[Trace] = []
        place = bisect_left(self.traces, position, key=lambda trace: trace.start)
        for trace in reversed(self.traces[max(0, place - _LONGEST_LOOK) : place]):
            if trace.start < post or self.doc.distance(trace.start, seen_from) > _REACH:
                break
            if sentence and not self._one_sentence(trace.start, sentence[0].start):
                yield sentence
                sentence = []
            sentence.append(trace)
        if sentence:
            yield sentence

    def _beyond_quotation(self, position: int) -> int:
        """Where a quotation begins that runs over paragraphs and ends in this one: who spoke before it is near."""
        quotations = self.doc.quotations
        last = bisect_left(quotations, position, key=lambda quotation: quotation.end) - 1
        if last < 0 or len(quotations[last].pieces) < 2 or self.doc.distance(quotations[last].end - 1, position) > 0:
            return position
        return quotations[last].start

    def traces_before(self, position: int, most: int = _LONGEST_LOOK) -> Iterator[Trace]:
        """What came up before `position`, nearest first, at `most` so many."""
        place = bisect_left(self.traces, position, key=lambda trace: trace.start)
        return reversed(self.traces[max(0, place - most) : place])

    def traces_after(self, position: int) -> Iterator[Trace]:
        """What comes up after `position` in its sentence."""
        end = self.doc.sentence_at(position)[1]
        place = bisect_left(self.traces, position, key=lambda trace: trace.start)
        return (trace for trace in self.traces[place : place + _LONGEST_LOOK] if trace.start < end)

    def last_speaker(self, position: int) -> Key | None:
        earlier = self.traces_before(position)
        return next((trace.actor for trace in earlier if trace.salience is Salience.SPEAKER), None)

    def subject_after(self, position: int) -> Trace | None:
        """The first subject that the sentence names after `position`."""
        return next((trace for trace in self.traces_after(position) if trace.salience >= Salience.SUBJECT), None)

    def subject_before(self, position: int) -> Key | None:
        """The one person or body that is the subject of the sentence, if it stands before `position`."""
        start = self.doc.sentence_at(position)[0]
        own = (trace for trace in self.traces[self._within(start, position)] if trace.salience is Salience.SUBJECT)
        subjects = list(dict.fromkeys(trace.actor for trace in own if trace.actor[0] in ("person", "organisation")))
        return subjects[0] if len(subjects) == 1 else None

    def _one_sentence(self, some: int, other: int) -> bool:
        return self.doc.sentence_at(some) == self.doc.sentence_at(other)


def trail_of(
    doc: Doc,
    references: Sequence[Reference],
    contents: Stretches,
    genders: Mapping[Key, Gender],
    hearers: Container[int] = (),
) -> Trail:
    """Lay out who is named where; `contents` are the words that statements attribute, `hearers` where those are named
    who are told something: "Doe told Lee that he had measured it" goes on with Doe.
    """
    traces = []
    subjects: set[tuple[int, int]] = set()
    for reference in references:
        if reference.actor is not None:
            salience = _salience(doc, reference, contents, subjects)
            if reference.name.start in hearers:
                salience = min(salience, Salience.EMBEDDED)
            traces.append(Trace(reference.name.start, salience, reference.actor))
    return Trail(doc, dict(genders), sorted(traces))


def _salience(doc: Doc, reference: Reference, contents: Stretches, subjects: set[tuple[int, int]]) -> Salience:
    """A subject is the first name of its clause that no preposition and no ’s makes somebody's else."""
    start = reference.name.start
    content = contents.at(start)
    if doc.quoted(start) and not is_byname(doc.text, start, reference.name.end):
        return Salience.QUOTED
    clause = content or doc.sentence_at(start)
    if _POSSESSIVE_AFTER.match(doc.text, reference.name.end):
        return Salience.POSSESSOR
    subordinate = clause in subjects or _is_dependent(doc, reference) or _has_pronoun_before(doc, clause[0], start)
    if not subordinate:
        subjects.add(clause)
    if content:
        return Salience.EMBEDDED if subordinate else Salience.EMBEDDED_SUBJECT
    return Salience.OTHER if subordinate else Salience.SUBJECT


def _has_pronoun_before(doc: Doc, clause: int, start: int) -> bool:
    """Whether a clause begins with "he" or "she", its subject: "She showed the clerk, Ms Doe, a photograph"."""
    first = _SUBJECT.match(doc.text, clause)
    return first is not None and first.end() <= start


def _is_dependent(doc: Doc, reference: Reference) -> bool:
    """Whether a preposition governs the name: "by Doe", "of the minister Doe"."""
    name = reference.name
    title = title_before(doc, name)
    start = title.start if title else name.start
    before = [word.text.casefold() for word in doc.words_in(max(0, start - 30), start)]
    words = [word for word in before[-2:] if word.rstrip(".") not in COURTESIES | {"the", "a", "an"}]
    return bool(words) and words[-1] in PREPOSITIONS
