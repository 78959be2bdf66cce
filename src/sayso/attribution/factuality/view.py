"""An attribution in its text, looked at in parts: what weights of act and of likelihood are learned on."""

import re
from dataclasses import dataclass
from functools import cached_property

from sayso.attribution.factuality.clause import Clause, clause_of
from sayso.data.statement import Attribution
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import ACT_OF, lemmas_of
from sayso.text.doc import Doc

PLAIN_SAYING = words("say tell add ask reply answer write note explain argue warn announce claim insist tweet state")
ACTING_ON = words(
    """
    accept achieve adopt amend analyse analyze approve attack ban begin break build buy celebrate choose commit
    create cut display draw drive enact feature focus form give grant help hire hit host identify include join
    keep lead leave make meet offer open order pass pay play prescribe produce prohibit push raise reach receive
    release restrict run see sell serve sign spend start support take try use vet visit vote win work
    """
)
SEEMING = words("seemed seems seem appeared appears appear looked looks sounded sounds tend tends tended")
NAMING = words("known called dubbed named labelled labeled refers referred nicknamed titled described")
SHOWING = words(
    """
    footage video picture pictures photo photos figures image images data results records record graph test
    """
)
FOUND = words("shows show showed shown found finds reveals revealed proves proved suggests confirmed indicates")

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|\w+ed)\b"
    r"|[’'](?:s|re|ll|ve|d)\b|n[’']t\b"
)


@dataclass(frozen=True)
class View:
    """An attribution in its text, looked at in parts."""

    doc: Doc
    said: Attribution

    @cached_property
    def source(self) -> list[str]:
        return [word.casefold() for span in self.said.source for word in _WORD.findall(span.text)]

    @cached_property
    def first(self) -> str:
        """The first word of the source, in small letters; empty without one."""
        return self.source[0] if self.source else ""

    @cached_property
    def content(self) -> str:
        return " ".join(span.text for span in self.said.content)

    @cached_property
    def clause(self) -> Clause:
        return clause_of(self.doc, self.said) if self.said.cue else Clause("", "", "", "")

    @cached_property
    def lemmas(self) -> frozenset[str]:
        return frozenset(lemmas_of(self.clause.verb))

    @cached_property
    def cue(self) -> list[str]:
        return self.clause.cue.split()

    @property
    def apart(self) -> int:
        """How many characters the cue begins behind the source; 0 without either."""
        said = self.said
        return said.cue[0].start - said.source[-1].end if said.cue and said.source else 0

    def acts(self, act: str) -> bool:
        return any(ACT_OF.get(lemma) == act for lemma in self.lemmas)

    def begins(self, *openings: str) -> bool:
        return self.content.casefold().startswith(openings)


def stem(word: str) -> str:
    """ "bought" stays, "adopted" → "adopt", "features" → "feature": near enough for a list."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word
