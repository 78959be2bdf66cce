"""Whether the source says that the content is not so: "denied that", "rejected claims that", "called it a lie that".

The cue decides, with the first words of what follows it: to deny bail is to refuse it, to reject an offer is to want
it not, and only who rejects a claim says that it is untrue. That an attribution is itself taken back ("did not deny")
is for `modality` to tell.
"""

import re
from collections.abc import Sequence

from sayso.attribution.factuality.clause import Clause, tokens
from sayso.attribution.factuality.rules import PASSIVE
from sayso.data.statement import Attribution
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import CONTRADICTING, DENYING, REFUSING, REFUSING_WITH, lemmas_of

REJECTING = words("reject disagree discount")
"""Of these "that …" alone tells what is untrue; who "countered that" says what follows."""

CLAIMS = words(
    """
    accusation accusations allegation allegations assertion assertions charge charges claim claims contention falsehood
    falsehoods implication implications insinuation insinuations misconception myth myths report reports rumor rumors
    rumour rumours speculation story stories characterization characterisation version
    """
)
"""What can be untrue as it stands."""

THOUGHTS = words(
    """
    argument arguments assumption belief complaint complaints concern concerns conclusion criticism
    criticisms fear fears finding findings hint hints idea idiom impression inference notion perception possibility
    premise proposition suggestion suggestions suspicion suspicions theory theories thesis view worries
    """
)
"""What can be untrue where it is told what it says: "the idea that …"; "the idea of a tax" can only be unwelcome."""

GRANTED = words(
    """
    access admission appeal appeals application applications asylum bail benefits care chance citizenship clearance
    compensation counsel coverage credit custody entry exemption food funding funds funeral hearing help injunction
    leave license licenses licence licences loan loans membership motion motions nomination opportunity parole pardon
    passage permission permit permits petition petitions promotion recognition refuge release relief request requests
    residency right rights seat service services shelter status treatment use victory visa visas visit visits vote
    """
)
"""What one is denied who does not get it."""

_CALLING = r"\b(?:call\w*|brand\w*|label\w*|term\w*|describ\w*|dismiss\w*|denounc\w*)"
_UNTRUE = (
    r"(?:lies?|false|untrue|baseless|unfounded|fabricat(?:ed|ions?)|fiction|falsehoods?|fake|hoax|inventions?|nonsense"
    r"|myths?|rubbish|wrong|incorrect)"
)
LIE = re.compile(
    rf"{_CALLING} (?:it|this|that|as)(?: as)?(?: an?| pure| plain| simply)?(?: \w+){{0,2}}? {_UNTRUE}"
    r" (?:that|to say|to claim|to suggest|to think)\b"
)
CALLING = re.compile(_CALLING)
UNTRUE_AT_LAST = re.compile(rf"\b{_UNTRUE}[”\"’.]*$")
RULED_OUT = re.compile(r"rul(?:e[sd]?|ing) out that\b")
DENIAL = re.compile(r"(?<!no )\b(?:denials?|refutation|rebuttal)\b")
NO_DENYING = re.compile(r"\b(?:no|not|cannot|n't|hard|difficult|impossible) (?:be |to )?den(?:y|ying|ied)\b")
REFUSAL = re.compile(r"\b(?:rejection|dismissal|repudiation|disavowal)\b")

CLAUSE = re.compile(r"(?:to \w+ )?(?:that|having|ever|(?:ever |even )?\w{2,}ing|to have|it|this|which|any)\b")
TO_HIM = re.compile(r"(?:him|her|them|us|me|you)\b(?! \w+ing\b)")
TO_SOMEBODY = re.compile(r"(?:(?:his|her|their|its|the|an?) )?\w+ (?:the|an?) \w+")
""" "denied him entry", "denied his party the victory": there are two objects, and the second is what is refused."""

_OBJECT = 9
"""Words after the verb in which its object is looked for."""


def denies(clause: Clause, attribution: Attribution) -> bool:
    """Whether the words of an attribution's cue, up to its content's first, say that the content is not so."""
    object_ = _object(clause, attribution)
    if attribution.content and not object_:
        return False  # “I never did,” Holt denied: his own words are what he holds to be so.
    phrase = " ".join(object_)
    if LIE.search(f"{clause.verb} {phrase}") or RULED_OUT.search(f"{clause.verb} {phrase}"):
        return True
    if CALLING.fullmatch(clause.verb) and attribution.content and UNTRUE_AT_LAST.search(attribution.content[-1].text):
        return _is_a_claim(object_)
    if NO_DENYING.search(f"{clause.before}{clause.cue}"):
        return False
    if DENIAL.search(clause.cue):
        return not _is_refused(object_)
    lemmas = _lemmas(clause)
    follows = bool(attribution.content) and attribution.content[0].start > attribution.cue[0].start
    if follows and PASSIVE.search(clause.before):
        return False  # “was denied entry”: it is the source to whom it is refused.
    if lemmas & DENYING:
        return not TO_HIM.match(phrase) and (bool(CLAUSE.match(phrase)) or not _is_refused(object_))
    if lemmas & CONTRADICTING or (lemmas & REJECTING and phrase.startswith("that ")):
        return True
    particles = {particle for lemma in lemmas for particle in REFUSING_WITH.get(lemma, "").split()}
    refusing = lemmas & REFUSING or particles.intersection(object_[:2]) or REFUSAL.search(clause.cue)
    return bool(refusing) and _is_a_claim(object_)


def _lemmas(clause: Clause) -> set[str]:
    """The verbs that the cue may be: its first, and the last, as in "put out a statement rejecting"."""
    *_, last = (clause.verb, *clause.after.split())
    return {*lemmas_of(clause.verb), *lemmas_of(last)}


def _object(clause: Clause, attribution: Attribution) -> list[str]:
    """The first words that follow the verb, those of the content among them unless it stands before."""
    content, cue = attribution.content, attribution.cue
    if not content:
        return clause.after.split()[:_OBJECT]
    words_of_content = tokens(content[0].text[:120])
    if attribution.kind == "direct" and content[0].start < cue[0].start:
        return clause.after.split()[:_OBJECT]
    return [*clause.after.split(), *words_of_content][:_OBJECT]


def _is_refused(object_: Sequence[str]) -> bool:
    """Whether what is denied is something that one gets, and no claim about it: "bail", "the motion"."""
    granted = any(word in GRANTED for word in object_[:5]) or TO_SOMEBODY.match(" ".join(object_))
    return bool(granted) and not _is_a_claim(object_)


def _is_a_claim(object_: Sequence[str]) -> bool:
    """Whether the object is a claim: its noun is one, or it is told what it says."""
    at = next((n for n, word in enumerate(object_[:6]) if word in CLAIMS | THOUGHTS), None)
    if at is None:
        return False
    after = object_[at + 1 : at + 4]
    return "that" in after or (object_[at] in CLAIMS and after[:1] != ["against"])
