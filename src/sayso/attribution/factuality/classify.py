"""Whether an attribution stands: said, not said, or perhaps; whether it denies; and what act it reports.

The words of the cue and of its clause decide, never those of the content: the clause is read up to the verb and
matched against `modality_rules`. Two conventions: "denied that X" is an act of denial, and that stands (denied is True,
negated False), while "denied saying X" takes back a saying (negated is True); and to decline to comment is itself an
act that took place, "did not comment", so it is not negated either.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sayso.attribution.factuality import rules
from sayso.attribution.factuality.act import act_of, shipped
from sayso.attribution.factuality.clause import NEGATIVE, Clause, clause_of
from sayso.attribution.factuality.denial import denies
from sayso.attribution.factuality.rules import Effect, Rule
from sayso.attribution.factuality.view import View
from sayso.data.statement import Act, Attribution
from sayso.lexicon.reporting_verbs import SILENCING, WISHING, lemmas_of
from sayso.text.doc import Doc


@dataclass(frozen=True, slots=True)
class Modality:
    """Whether the attribution is taken back or left open, whether it denies, and what kind of act it reports."""

    negated: bool = False
    denied: bool = False
    hypothetical: bool = False
    act: Act = "said"


SILENT = Modality(act="did not comment")


def judged(doc: Doc, attribution: Attribution) -> Attribution:
    """The attribution with what its words tell of it."""
    told = modality(doc, attribution)
    return replace(attribution, negated=told.negated, denied=told.denied, hypothetical=told.hypothetical, act=told.act)


def modality(doc: Doc, attribution: Attribution) -> Modality:
    """Judge an attribution by the words of its cue and of the clause around it."""
    if not attribution.cue:
        return Modality()
    clause = clause_of(doc, attribution)
    effects = set(_effects(clause, attribution))
    if "silent" in effects:
        return SILENT
    negated = not effects.isdisjoint(("negated", "both"))
    return Modality(
        negated=negated,
        denied=not negated and denies(clause, attribution),
        hypothetical=not effects.isdisjoint(("hypothetical", "both")),
        act=act_of(View(doc, attribution), shipped()),
    )


def _effects(clause: Clause, attribution: Attribution) -> Iterator[Effect]:
    yield _first(rules.VERB_GROUP, clause)
    yield _first(rules.AROUND_SOURCE, clause)
    if any(NEGATIVE.match(source.text) for source in attribution.source):
        yield "negated"
    if rules.NEGATIVE_OBJECT.search(clause.cue) or rules.TAKEN_BACK.search(clause.cue):
        yield "negated"
    yield _by_content(clause, attribution)
    if rules.SILENT_CUE.search(f"{clause.before[-30:]}{clause.verb} {clause.after}"):
        yield "silent"


def _first(among: tuple[Rule, ...], clause: Clause) -> Effect:
    """The effect of the first rule that fits, "asserted" when none does."""
    lemmas = lemmas_of(clause.verb)
    for rule in among:
        if (not rule.verbs or not rule.verbs.isdisjoint(lemmas)) and rule.pattern.search(clause.before):
            return rule.effect
    return "asserted"


def _by_content(clause: Clause, attribution: Attribution) -> Effect:
    """What the cue makes of the way its content begins: "asked whether …", "refused to comment"."""
    content = attribution.content[0].text if attribution.content else ""
    lemmas = lemmas_of(clause.verb)
    if not rules.ASKING.isdisjoint(lemmas) and rules.WHETHER.search(f"{clause.after} {content[:20]}"):
        return "hypothetical"
    if rules.NOTHING.match(content):
        return "negated"
    if clause.verb == "expected" and rules.PASSIVE.search(clause.before) and content.startswith("to "):
        return "hypothetical"
    is_silencing = not SILENCING.isdisjoint(lemmas)
    is_unwilling = not WISHING.isdisjoint(lemmas) and _first(rules.VERB_GROUP, clause) in ("negated", "silent")
    if (is_silencing or is_unwilling) and rules.SILENT_CONTENT.match(f"{clause.after} {content[:30]}".strip()):
        return "silent"
    return "asserted"
