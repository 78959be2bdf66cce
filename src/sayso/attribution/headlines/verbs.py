"""Headlines with a reporting verb: "Ruiz denies bribe", "Officials warn of flood", "Mayor may back dam".

A verb counts when the words before it can be its subject: "Voters wary as Ruiz vows change" has more than a
subject there, and "Insurance claims rise" has no verb at that place.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from sayso.attribution.headlines.classify import (
    CLEAR,
    DOUBTFUL,
    LIKELY,
    NOBODY,
    OPEN,
    is_plural,
    is_subject,
    speaker_confidence,
    words_of,
)
from sayso.lexicon import headlines as known
from sayso.lexicon.inflection import third_person
from sayso.lexicon.reporting_verbs import (
    ACTIVE_PAST,
    HEADLINE_PHRASES,
    HEADLINE_VERBS,
    NOUN_LIKE,
    lemmas_of,
)
from sayso.text.normalise import WORD

Agreement = Literal["third", "plural", "past", "modal"]

MODAL = re.compile(
    r"(?:(?:set|likely|expected|due) to|(?:refus|declin|fail)(?:e?s|ed) to"
    r"|(?:wo|do|does|did|would|could|ca)n[’']t|do(?:es)? not|did not|cannot|never"
    r"|will|would|could|may|might|should|must|to)(?: not| never)? (?=\w)",
    re.IGNORECASE,
)
"""What stands before the bare form of a verb: "may urge", "refuses to condemn", "to announce"."""

ADVERB = re.compile(r"(?<!\s)\s+(?:\w{1,40}ly|again|also|still|now|just|never)\s*$", re.IGNORECASE)
NEXT_VERB = re.compile(r",\s+(?:and\s+)?(\w+)")


def _phrases(*, third: bool) -> dict[str, tuple[str, ...]]:
    """First word → the cues that begin with it, the longest first."""
    phrases: dict[str, list[str]] = {}
    for phrase in sorted({*HEADLINE_VERBS, *HEADLINE_PHRASES}, key=lambda cue: (-len(cue), cue)):
        verb, *rest = phrase.split()
        first = third_person(verb) if third else verb
        phrases.setdefault(first, []).append(" ".join([first, *rest]))
    return {first: tuple(found) for first, found in phrases.items()}


THIRD, BASE = _phrases(third=True), _phrases(third=False)
PAST = {verb: (verb,) for verb in sorted(ACTIVE_PAST)}


class Cue(NamedTuple):
    """A reporting verb with what belongs to it ("may call for"), and how it agrees with its subject."""

    start: int
    end: int
    verb: str
    agreement: Agreement


class Reported(NamedTuple):
    """Where source, cue and content stand."""

    source: tuple[int, int]
    cue: tuple[int, int]
    content: tuple[int, int]
    confidence: float


def read_verb(title: str, start: int, end: int) -> Reported | None:
    """The first reporting verb between `start` and `end` with a subject before it and a claim after it."""
    for cue in _cues(title, start, end):
        subject = ADVERB.sub("", title[start : cue.start])
        confidence = _confidence(subject, cue, title[cue.end : end])
        if confidence and title[cue.end : end].strip():
            content = (cue.end, _content_end(title, cue.end, end))
            return Reported((start, start + len(subject)), (cue.start, cue.end), content, confidence)
    return None


def _cues(title: str, start: int, end: int) -> Iterator[Cue]:
    for word in WORD.finditer(title, start, end):
        modal = MODAL.match(title, word.start(), end)
        if modal:
            yield from _cue(title, word.start(), modal.end(), BASE, "modal")
        yield from _cue(title, word.start(), word.start(), THIRD, "third")
        yield from _cue(title, word.start(), word.start(), BASE, "plural")
        yield from _cue(title, word.start(), word.start(), PAST, "past")


def _cue(
    title: str, start: int, verb_at: int, phrases: Mapping[str, tuple[str, ...]], agreement: Agreement
) -> Iterator[Cue]:
    word = WORD.match(title, verb_at)
    for phrase in phrases.get(word.group().lower(), ()) if word else ():
        verb_end = verb_at + len(phrase)
        if title[verb_at:verb_end].lower() == phrase and not title[verb_end : verb_end + 1].isalnum():
            yield Cue(start, verb_end, phrase, agreement)
            return


def _confidence(subject: str, cue: Cue, rest: str) -> float:
    if not words_of(subject) or not is_subject(subject) or not words_of(rest):
        return NOBODY
    speaker = speaker_confidence(subject)
    if cue.agreement == "modal":
        return speaker and min(speaker, LIKELY)
    if cue.agreement == "plural" and not is_plural(subject):
        return NOBODY
    if _is_like_a_noun(cue):
        return _noun_confidence(speaker, cue, rest)
    return CLEAR if speaker else OPEN


def _is_like_a_noun(cue: Cue) -> bool:
    verb, *more = cue.verb.split()
    return cue.agreement != "past" and not more and not NOUN_LIKE.isdisjoint(lemmas_of(verb))


def _noun_confidence(speaker: float, cue: Cue, rest: str) -> float:
    follows = words_of(rest)[0].lower()
    is_plural_noun = cue.agreement == "plural" and speaker < CLEAR and follows != "to"
    if follows in known.FINITE_AFTER_NOUN or is_plural_noun:
        return NOBODY
    return speaker and (LIKELY if speaker >= LIKELY else DOUBTFUL)


def _content_end(title: str, start: int, end: int) -> int:
    """A second verb of the same subject begins another claim: "Ruiz denies bribe, calls vote rigged"."""
    for comma in NEXT_VERB.finditer(title, start + 1, end):
        if comma[1].lower() in THIRD and words_of(title[start : comma.start()]):
            return comma.start()
    return end
