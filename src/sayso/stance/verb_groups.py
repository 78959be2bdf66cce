"""What surrounds a verb that takes a stance: its voice, whether it is denied, possible or gone by, and who acts."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from sayso.lexicon.english import words
from sayso.stance.phrases import Range, bare, before, is_name, parted
from sayso.text.doc import Word

Voice = Literal["active", "passive", "infinitive", "gerund"]

_NOT: Final = words("not never n't neither nor cannot hardly barely")
_PAST: Final = words("had once previously formerly initially originally earlier before")
_MAY: Final = words("could may might")
_WILL: Final = words("will would shall can could won't wouldn't can't couldn't 'll")
_OUGHT: Final = words("must should ought shouldn't mustn't")
_BE: Final = words("is are was were be been being get gets got getting isn't wasn't aren't weren't")
_HELP: Final = _WILL | words(
    """may might must should has have had having do does did hasn't haven't hadn't doesn't don't didn't to"""
)
_CONTROL: Final = words(
    """want wants wanted continue continues continued continuing begin begins began begun started starts
    vow vows vowed plan plans planned
    pledge pledges pledged promised promises promise agreed agrees decided decides decide moved moves
    set ready determined willing prepared likely expected going hopes hoped intends intended sought seeks
    trying tries tried working worked"""
)
_REFUSE: Final = words(
    """refuse refuses refused refusing decline declines declined declining reluctant unwilling fail fails failed
    hesitant stopped"""
)
_WHO: Final = words("who which that")
_JOINS: Final = words("and but or then")


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """`start` is the place of its first word; `refused` where somebody refuses to do what the verb says."""

    start: int
    voice: Voice
    negated: bool = False
    refused: bool = False
    possible: bool = False
    past: bool = False
    will: bool = False
    ought: bool = False


def group_of(text: str, sentence: Sequence[Word], at: int, forms: frozenset[str]) -> VerbGroup | None:
    """The group that ends in the verb at a place; None where that is no verb."""
    seen: set[str] = set()
    start, refused, controlled = at, False, False
    while start > 0 and not parted(text, sentence[start - 1], sentence[start]):
        word = bare(sentence[start - 1])
        if word in _CONTROL | _REFUSE and bare(sentence[start]) in ("to", "short"):
            refused, controlled = refused or word in _REFUSE, True
        elif (
            word not in _BE | _HELP | _NOT | _PAST
            and not (word.endswith("ly") and len(word) > 4)
            and word not in _ADVERBS
        ):
            break
        seen.add(word)
        start -= 1
    negated = bool(seen & _NOT) or any(word.endswith("n't") for word in seen)
    to = "to" in seen and not controlled
    voice = _voice(seen, forms, to=to)
    if voice is None or _is_noun(text, sentence, at, start, forms):
        return None
    will = bool(seen & _WILL)
    return VerbGroup(
        start, voice, negated, refused, bool(seen & _MAY) and not negated, bool(seen & _PAST), will, bool(seen & _OUGHT)
    )


_ADVERBS: Final = words(
    """also still long again now often yet ever just even already always then soon further neither both all roundly
    openly publically well"""
)


def _voice(seen: set[str], forms: frozenset[str], *, to: bool) -> Voice | None:
    if "gerund" in forms and not seen & _BE:
        return "gerund"
    if seen & _BE:
        return "passive" if "participle" in forms else "active" if "gerund" in forms else None
    if to:
        return "infinitive"
    return "active"


def _is_noun(text: str, sentence: Sequence[Word], at: int, start: int, forms: frozenset[str]) -> bool:
    """Whether a word that can be a noun is one here: after an article, a preposition, an owner, an adjective."""
    if start != at or not forms & {"base", "third"}:
        return False
    if at == 0:
        return True
    previous = sentence[at - 1]
    if parted(text, previous, sentence[at]):
        return False
    word = bare(previous)
    return word in _BEFORE_NOUNS or word.endswith("'s") or word.endswith("s'") or word.endswith("ous")


_BEFORE_NOUNS: Final = words(
    """the a an this that these those his her its their our my your no any some all of in on for with by from to at
    against under more new full strong public military political national international big first last under over
    without between about into political legal joint"""
)


def subject_of(text: str, sentence: Sequence[Word], start: int) -> Range | None:
    """Who does what the verb group beginning at a place says; None where another verb before has the subject."""
    if start == 0:
        return None
    previous = bare(sentence[start - 1])
    mark = parted(text, sentence[start - 1], sentence[start])
    if previous in _WHO:
        end = start - 1
        return before(text, sentence, _outside(text, sentence, end))
    if previous in _JOINS or mark in (";", ":"):
        return None
    if mark == ",":
        return _around_insertion(text, sentence, start)
    return before(text, sentence, start)


def _outside(text: str, sentence: Sequence[Word], end: int) -> int:
    """The place before "who", behind an insertion that "who" may follow: "Doe, the mayor, who …"."""
    is_inserted = end >= 1 and parted(text, sentence[end - 1], sentence[end]) == "," and not is_name(sentence[end - 1])
    for at in range(end - 1, max(0, end - 10), -1) if is_inserted else ():
        if parted(text, sentence[at - 1], sentence[at]) == "," and is_name(sentence[at - 1]):
            return at
    return end


def _around_insertion(text: str, sentence: Sequence[Word], start: int) -> Range | None:
    """ "Mitt Romney, who campaigned on …, insists": the phrase before the comma that opens the insertion."""
    for at in range(start - 1, 0, -1):
        if parted(text, sentence[at - 1], sentence[at]) == ",":
            return before(text, sentence, at)
    return None
