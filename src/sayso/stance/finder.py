"""The positions that the words of one sentence show: whose they are and towards what, as places of its words."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from sayso.lexicon.stances import Kind
from sayso.stance.by_both import by_between, by_joint
from sayso.stance.by_compound import by_compound
from sayso.stance.by_description import by_adjective, by_agent, by_duty, by_effect, by_judgement, by_worth
from sayso.stance.by_noun import by_noun
from sayso.stance.by_quality import by_trait
from sayso.stance.by_verb import by_verb
from sayso.stance.cues import Cue, cues
from sayso.stance.found import Found
from sayso.stance.sentence import Sentence

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


def found_in(sentence: Sentence) -> Iterator[Found]:
    """All positions of a sentence in the order of the words that show them; of two alike the first."""
    if sentence.asks:
        return
    told: list[Found] = []
    for cue in cues(sentence):
        kind = cue.stance.kind
        told += by_verb(sentence, cue, told) if kind in ("verb", "parted") else _FRAMES[kind](sentence, cue)
    told += [*by_duty(sentence), *by_compound(sentence)]
    yield from {(one.holder, one.target, one.polarity): one for one in reversed(told)}.values()
