"""The positions that the words of one sentence show: whose they are and towards what, as places of its words."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from sayso.data.position import Polarity
from sayso.lexicon.english import POSSESSIVES, words
from sayso.lexicon.stances import Kind
from sayso.stance.by_both import by_between, by_joint
from sayso.stance.by_compound import by_compound
from sayso.stance.by_description import by_adjective, by_agent, by_duty, by_effect, by_judgement, by_worth
from sayso.stance.by_noun import by_noun
from sayso.stance.by_quality import by_trait
from sayso.stance.by_verb import by_verb
from sayso.stance.cues import Cue, cues
from sayso.stance.found import Found
from sayso.stance.phrases import after
from sayso.stance.sentence import Range, Sentence
from sayso.stance.wanted import deed_of

_FRAMES: Final[Mapping[Kind, Callable[[Sentence, Cue], Iterator[Found]]]] = MappingProxyType(
    {
        "joint": by_joint,
        "between": by_between,
        "noun": by_noun,
        "drawn": by_noun,
        "agent": by_agent,
        "adjective": by_adjective,
        "judgement": by_judgement,
        "effect": by_effect,
        "worth": by_worth,
        "trait": by_trait,
    }
)
"""Each kind of words with what looks for holder and target around it; a verb needs as well what is told before."""


def _nearer(sentence: Sentence, found: Found) -> Iterator[Found]:
    """What is meant by a target that is a deed: who proposes "closing the port" is against the port, who is grateful
    for "the help given by Holt" is for Holt.
    """
    if found.polarity != "neutral" and (deeds := deed_of(sentence, found.target[0])):
        for target, side in deeds:
            turned: Polarity = "positive" if side == found.polarity else "negative"
            yield replace(found, target=target, polarity=turned)
    elif _is_own(sentence, found):
        return
    elif found.relation == "praise" and (givers := list(_givers(sentence, found.target))):
        yield from (replace(found, target=giver) for giver in givers)
    else:
        yield found


def _is_own(sentence: Sentence, found: Found) -> bool:
    """Whether somebody does it to what is his: "suspended his campaign", "affirmed their support"."""
    start, end = found.target
    is_his = sentence.plain[start] in POSSESSIVES and end - start > 1
    return is_his and (found.relation in ("sanction", "coerce") or sentence.plain[end - 1] in _STANCES)


_STANCES: Final = words("support opposition commitment backing endorsement praise criticism solidarity")


def _givers(sentence: Sentence, given: Range) -> Iterator[Range]:
    start, end = given
    if not set(sentence.plain[start:end]) & _GIVEN or end + 1 >= len(sentence) or sentence.marks[end]:
        return
    by = next((n for n in (end, end + 1) if sentence.plain[n] in ("by", "from")), None)
    yield from after(sentence, by + 1) if by else ()


_GIVEN: Final = words("support help assistance contribution contributions efforts work backing aid service hospitality")


def found_in(sentence: Sentence) -> Iterator[Found]:
    """All positions of a sentence in the order of the words that show them; of two alike the first."""
    if sentence.asks:
        return
    told: list[Found] = []
    for cue in cues(sentence):
        kind = cue.stance.kind
        found = by_verb(sentence, cue, told) if kind in ("verb", "parted") else _FRAMES[kind](sentence, cue)
        told += (nearer for one in found for nearer in _nearer(sentence, one))
    told += [*by_duty(sentence), *by_compound(sentence)]
    yield from {(one.holder, one.target, one.polarity): one for one in reversed(told)}.values()
