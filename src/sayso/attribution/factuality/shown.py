"""How likely an attribution is a statement: words, a thought or a wish, and rightly attributed.

People are shown what is one. What more probably is a deed ("Neumann bought …"), a seeming, a name ("known as") or a
slip of the model stays on the record, out of their sight. A logistic curve over what source, cue and content look
like, fitted on attributions as they are found that a reader marked (`corpora/acts`, `training/shown.py`).
"""

from collections.abc import Callable, Sequence
from math import exp, log

from sayso.attribution.factuality.rules import PASSIVE
from sayso.attribution.factuality.view import (
    ACTING_ON,
    FINITE,
    FOUND,
    NAMING,
    PLAIN_SAYING,
    SEEMING,
    SHOWING,
    View,
    stem,
)
from sayso.data.statement import Attribution
from sayso.lexicon.english import DOCUMENTS, ORGANISATION_WORDS, PRONOUNS, RELATIVES, ROLES
from sayso.lexicon.reporting_verbs import lemmas_of
from sayso.text.doc import Doc

_LONG = 60
_SHORT = 25

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
    ("content a clause", lambda v: FINITE.search(v.content) is not None),
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
    ("cue a deed", lambda v: any(not ACTING_ON.isdisjoint((word, *lemmas_of(word), stem(word))) for word in v.cue)),
    ("cue seeming", lambda v: not SEEMING.isdisjoint(v.cue)),
    ("cue naming", lambda v: not NAMING.isdisjoint(v.cue)),
    ("cue finding", lambda v: not FOUND.isdisjoint(v.cue)),
    ("cue long", lambda v: len(v.cue) > 4),
    ("cue passive", lambda v: PASSIVE.search(v.clause.before) is not None),
    ("deed on a noun", lambda v: not v.acts("said") and not v.begins("that ") and not FINITE.search(v.content)),
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
