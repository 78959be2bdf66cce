"""How likely an attribution is a statement: words, a thought or a wish, and rightly attributed.

People are shown what is one. What more probably is a deed ("Neumann bought …"), a seeming, a name ("known as") or a
slip of the model stays on the record, out of their sight. A logistic curve over what source, cue and content look
like, fitted on attributions as they are found that a reader marked (`corpora/acts`, `training/shown.py`).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp, log

from sayso.attribution.factuality.clause import Clause, clause_of
from sayso.attribution.factuality.rules import PASSIVE
from sayso.data.statement import Attribution
from sayso.lexicon.english import DOCUMENTS, ORGANISATION_WORDS, PRONOUNS, RELATIVES, ROLES
from sayso.lexicon.reporting_verbs import ACT_OF, lemmas_of, words
from sayso.text.doc import Doc

PLAIN_SAYING = words("say tell add ask reply answer write note explain argue warn announce claim insist tweet state")
DEEDS = words(
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
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|should|must|do|does|did|\w+ed)\b"
    r"|[’'](?:s|re|ll|ve|d)\b|n[’']t\b"
)
_LONG = 60
_SHORT = 25


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


Feature = tuple[str, Callable[[View], float]]

FEATURES: tuple[Feature, ...] = (
    ("always", lambda v: 1.0),
    ("confidence", lambda v: _logit(v.said.confidence)),
    ("direct", lambda v: v.said.kind == "direct"),
    ("mixed", lambda v: v.said.kind == "mixed"),
    ("no source", lambda v: not v.source),
    ("source I or we", lambda v: v.first in ("i", "we")),
    ("source you", lambda v: v.first == "you"),
    ("source pronoun", lambda v: v.first in PRONOUNS),
    ("source relative", lambda v: v.first in RELATIVES),
    ("source name", lambda v: v.said.source[0].text[:1].isupper() if v.said.source else False),
    ("source document", lambda v: not DOCUMENTS.isdisjoint(v.source)),
    ("source role or body", lambda v: not (ROLES | ORGANISATION_WORDS).isdisjoint(v.source)),
    ("source that shows", lambda v: not SHOWING.isdisjoint(v.source)),
    (
        "source and cue apart",
        lambda v: bool(v.source and v.cue) and v.said.cue[0].start - v.said.source[-1].end > _LONG,
    ),
    ("content that", lambda v: v.begins("that ")),
    ("content to", lambda v: v.begins("to ")),
    ("content a question", lambda v: v.begins("whether ", "if ", "what ", "how ", "why ", "who ")),
    ("content a clause", lambda v: _FINITE.search(v.content) is not None),
    ("content short", lambda v: len(v.content) < _SHORT),
    ("content in quotes", lambda v: v.content[:1] in '“"‘'),
    ("content in pieces", lambda v: len(v.said.content) > 1),
    ("no cue", lambda v: not v.said.cue),
    ("cue a mark", lambda v: bool(v.said.cue) and not any(v.cue)),
    ("cue plain saying", lambda v: not v.lemmas.isdisjoint(PLAIN_SAYING)),
    ("cue according to", lambda v: "according" in v.cue),
    ("cue saying", lambda v: v.acts("said")),
    ("cue thinking", lambda v: v.acts("thought")),
    ("cue wanting", lambda v: v.acts("wanted")),
    ("cue a deed", lambda v: any(not DEEDS.isdisjoint((word, *lemmas_of(word), _stem(word))) for word in v.cue)),
    ("cue seeming", lambda v: not SEEMING.isdisjoint(v.cue)),
    ("cue naming", lambda v: not NAMING.isdisjoint(v.cue)),
    ("cue finding", lambda v: not FOUND.isdisjoint(v.cue)),
    ("cue long", lambda v: len(v.cue) > 4),
    ("cue passive", lambda v: PASSIVE.search(v.clause.before) is not None),
    ("deed on a noun", lambda v: not v.acts("said") and not v.begins("that ") and not _FINITE.search(v.content)),
)
"""Name and value of each; a truth value counts 1 or 0."""


def likelihood(doc: Doc, said: Attribution, weights: Sequence[float]) -> float:
    """The probability, 0 to 1, that an attribution is a statement."""
    return 1 / (1 + exp(-sum(w * value for w, value in zip(weights, values(doc, said), strict=True))))


def values(doc: Doc, said: Attribution) -> list[float]:
    """The values of FEATURES for an attribution in its text."""
    view = View(doc, said)
    return [float(value(view)) for _, value in FEATURES]


def _logit(confidence: float) -> float:
    kept = min(max(confidence, 0.01), 0.99)
    return log(kept / (1 - kept))


def _stem(word: str) -> str:
    """ "bought" stays, "adopted" → "adopt", "features" → "feature": near enough for a list."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending)
    return word
