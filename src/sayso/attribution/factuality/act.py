"""What act an attribution reports: said, asked, thought, wanted, or other, which is no words at all.

A question is told by rule, and so is a deed. For the rest the verb's class in the lexicon is a feature among others of
a softmax, fitted on attributions that readers marked (`training/act.py`): "The footage shows" is other, "a study
shows" is said.
"""

import json
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from sayso.attribution.factuality.clause import Clause
from sayso.attribution.factuality.deed import is_deed
from sayso.attribution.factuality.rules import THINKING_ADJECTIVES, WANTING_ADJECTIVES
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
from sayso.data.statement import Act
from sayso.lexicon.english import DOCUMENTS, ORGANISATION_WORDS, ROLES, words
from sayso.lexicon.reporting_verbs import THINKING_NOUNS, WANTING_NOUNS, lemmas_of

ACTS: Final[tuple[Act, ...]] = ("said", "thought", "wanted", "other")
"""What the weights tell apart, a row of them for each."""

ASKING: Final = words("ask inquire enquire query")
_QUESTIONS: Final = ("whether ", "if ", "what ", "how ", "why ", "who ", "when ", "where ", "which ", "about ")
_LETTING: Final = words("can't cannot couldn't refuse refuses refused refusing unwilling")
_MOOD: Final = words(
    """
    frustration anger angry impressed viewpoint outlook mood recall remember confident happy love loves loved enjoy
    enjoys enjoyed mind familiar shocked sense sensing sensed certain passionate afraid hates hated hate hatred
    despair despairs despaired illusion illusions ire nervous troubled convinced feelings feeling opposed opposing
    opposes sympathy envy pride regret grief joy delighted tired sceptical unconvinced expects expected unclear
    """
)
_STRIVING: Final = words(
    """
    goal ambition ambitions aspiration aspirations target interest dedicated trying tried tries try working attempt
    attempts attempted effort efforts refused refuse refuses ready willing determined prefer prefers preferred
    hopes hoped hope hoping committed pushing push fought fight fighting sought looking priority preparing prepared
    chosen chooses choose eager set bent mission quest bid
    """
)
_HOPING: Final = words("hope hopes hoped hoping expect expects expected")
_LOOKING: Final = words(
    """
    saw seen see sees heard hear hears hearing watched watching noticed observed read witnessed analysed analyzed
    documents documented tested examined
    """
)
_DECIDING: Final = words(
    """
    decision decided decides agreement deal ruling vote voted voting ban signed filed
    sued launched approved passed prohibits require requires allow allows allowed granted fined abolished introduced
    activated dismissed ignored abandonment bars barred enacted
    """
)

Feature = tuple[str, Callable[[View], float]]

FEATURES: Final[tuple[Feature, ...]] = (
    ("always", lambda v: 1.0),
    ("cue saying", lambda v: v.acts("said")),
    ("cue thinking", lambda v: v.acts("thought")),
    ("cue wanting", lambda v: v.acts("wanted")),
    ("verb unknown", lambda v: not (v.acts("said") or v.acts("thought") or v.acts("wanted"))),
    ("noun of thinking", lambda v: has(v, THINKING_NOUNS)),
    ("noun of wanting", lambda v: has(v, WANTING_NOUNS)),
    ("adjective of thinking", lambda v: has(v, THINKING_ADJECTIVES)),
    ("adjective of wanting", lambda v: has(v, WANTING_ADJECTIVES)),
    ("mood", lambda v: has(v, _MOOD)),
    ("striving", lambda v: has(v, _STRIVING)),
    ("looking", lambda v: has(v, _LOOKING)),
    ("deciding", lambda v: has(v, _DECIDING)),
    ("cue plain saying", lambda v: not v.lemmas.isdisjoint(PLAIN_SAYING)),
    ("cue a deed", lambda v: any(not ACTING_ON.isdisjoint((word, *lemmas_of(word), stem(word))) for word in v.cue)),
    ("cue seeming", lambda v: has(v, SEEMING)),
    ("cue naming", lambda v: has(v, NAMING)),
    ("cue finding", lambda v: has(v, FOUND)),
    ("finding by what shows", lambda v: has(v, FOUND) and not SHOWING.isdisjoint(v.source)),
    ("finding by a document", lambda v: has(v, FOUND) and not DOCUMENTS.isdisjoint(v.source)),
    ("to hope to", lambda v: v.begins("to ") and has(v, _HOPING)),
    ("noun for a source", lambda v: bool(v.source) and v.source[0] in ("the", "a", "these", "this", "which", "it")),
    ("source that shows", lambda v: not SHOWING.isdisjoint(v.source)),
    ("source document", lambda v: not DOCUMENTS.isdisjoint(v.source)),
    ("source role or body", lambda v: not (ROLES | ORGANISATION_WORDS).isdisjoint(v.source)),
    ("no source", lambda v: not v.source),
    ("content to", lambda v: v.begins("to ")),
    ("would … to", lambda v: v.begins("to ") and "would" in (*v.clause.before.split(), *v.cue)),
    ("refuses to", lambda v: v.begins("to ") and has(v, _LETTING)),
    ("content that", lambda v: v.begins("that ")),
    ("content a clause", lambda v: FINITE.search(v.content) is not None),
    ("deed on a noun", lambda v: not v.acts("said") and not v.begins("that ") and not FINITE.search(v.content)),
    ("direct", lambda v: v.said.kind == "direct"),
    ("mixed", lambda v: v.said.kind == "mixed"),
    ("cue a mark", lambda v: bool(v.said.cue) and not any(v.cue)),
)
"""Name and value of each; a truth value counts 1 or 0."""


def has(view: View, listed: frozenset[str]) -> bool:
    """Whether the cue holds a word of a list, one in the plural too."""
    return any(word in listed or word.removesuffix("s") in listed for word in view.cue)


def values(view: View) -> list[float]:
    """The values of FEATURES for an attribution in its text."""
    return [float(value(view)) for _, value in FEATURES]


@cache
def shipped() -> Sequence[Sequence[float]]:
    """The weights beside the model: for each of ACTS a row of as many as FEATURES."""
    rows: list[list[float]] = json.loads((files("sayso") / "models" / "en" / "act.json").read_text("utf-8"))
    return rows


def act_of(view: View, weights: Sequence[Sequence[float]]) -> Act:
    """The act that an attribution reports."""
    if not view.said.cue:
        return "said"
    if asks(view.clause, view.content):
        return "asked"
    if is_deed(view):
        return "other"
    found = values(view)
    scores = [sum(w * value for w, value in zip(row, found, strict=True)) for row in weights]
    return ACTS[max(range(len(ACTS)), key=scores.__getitem__)]


def asks(clause: Clause, content: str) -> bool:
    """Whether a question is reported: "asked whether"; to ask for a thing is none."""
    first, closing = content.casefold(), content.rstrip("”\"’'» ")
    is_question = closing.endswith("?")
    if ASKING.isdisjoint(lemmas_of(clause.verb)):
        return is_question and not clause.verb
    told = f"{clause.after} {first}".strip()
    return is_question or clause.after.endswith("about") or told.startswith(_QUESTIONS)
