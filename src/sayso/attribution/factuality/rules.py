"""Which words before a reporting verb take an attribution back, as data: the first rule that fits decides.

A rule reads the words of the clause up to the verb, lower case, with one space after each; `<s>` stands for the
source ("<i>" when it is "I" or "we", "<no>" when it is "nobody"), commas are words. Rules are tried in order, so
that the exception ("not only said") stands before the rule ("not said").
"""

import re
from typing import Literal, NamedTuple

from sayso.lexicon.english import words

Effect = Literal["asserted", "negated", "hypothetical", "both", "silent"]

COMMENTING = words("comment say answer respond reply return discuss elaborate speak talk disclose confirm deny")
"""What one does not do who does not comment; "refused to condemn" is more than silence."""

RESPONDING = words("comment respond reply answer return elaborate")
"""Of these already "did not" is silence: "did not respond", but "did not say" is a denial of having said."""

POLITE = words("like prefer love hate appreciate")
"""With these "would" is politeness: "would like to see"."""

ADVERBS = (
    r"(?:(?:\w{1,40}ly|also|even|ever|yet|still|again|just|then|later|already|once|now|often|so far|at all|in fact|well"
    r"|so|one day|himself|herself|themselves|always|sometimes|first|either|, (?:\w{1,40} ){1,3},|to date) ){0,6}"
)
_S = r"<(?:s|i|no)>"
_BE = r"(?:(?:have|has|had|be|been|being|is|was|were|are|am|'s|'re|'ve|'m|get|got) ){0,6}"
_NOT = r"(?:not|n't|never|cannot)"
_ASIDE = r"(?:, (?:[^, ]{1,40} ){1,8}, )?"
_TAIL = rf"{ADVERBS}{_BE}{ADVERBS}$"


class Rule(NamedTuple):
    """What the words that fit `pattern` do to the attribution; only with a verb in `verbs`, if there are any."""

    example: str
    effect: Effect
    pattern: re.Pattern[str]
    verbs: frozenset[str] = frozenset()


def _rule(example: str, effect: Effect, pattern: str, verbs: frozenset[str] = frozenset()) -> Rule:
    return Rule(example, effect, re.compile(rf"(?:^|(?<= )){pattern}"), verbs)


VERB_GROUP = (
    _rule("not only said", "asserted", rf"{_NOT} {_BE}(?:only|just|merely|simply|so much) {_TAIL}"),
    _rule(
        "did not hesitate to say",
        "asserted",
        rf"{_NOT} {ADVERBS}(?:hesitat\w+ to|fail\w* to|sh(?:y|ies|ied|ying) (?:away )?from|refrain\w* from|stop\w*"
        rf"|stop\w* short of|tir\w+ of|help(?: but)?|avoid\w*|hold back from|miss\w* a chance to) {_TAIL}",
    ),
    _rule(
        "cannot but say", "asserted", rf"(?:can|could) {_NOT} (?:help )?but {ADVERBS}$|cannot (?:help )?but {ADVERBS}$"
    ),
    _rule(
        "would often say, would later say",
        "asserted",
        rf"would {ADVERBS}(?:often|always|regularly|usually|sometimes|routinely|frequently|repeatedly|later|then"
        rf"|subsequently|eventually|go on to|come to) {ADVERBS}$",
    ),
    _rule("could only say", "asserted", rf"(?:could|can|would|will) only {ADVERBS}$"),
    _rule("would like to see", "asserted", rf"(?:would|'d|should) {ADVERBS}$", POLITE),
    _rule(
        "I must say",
        "asserted",
        rf"<i> {ADVERBS}(?:would|'d|must|can|should|will|'ll|have to|want to|would like to|wish to|may) {ADVERBS}$",
    ),
    _rule("neither confirmed nor denied", "silent", rf"(?:neither|nor) {_TAIL}", words("confirm deny")),
    _rule("declined to comment", "silent", rf"(?:declin|refus)\w* {ADVERBS}to {ADVERBS}$", COMMENTING),
    _rule("would not say", "silent", rf"(?:would|will|wo|'d|'ll) {ADVERBS}{_NOT} {ADVERBS}$", COMMENTING),
    _rule("neither side would comment", "silent", rf"<no> {ADVERBS}(?:would|will) {ADVERBS}$", COMMENTING),
    _rule("did not respond", "silent", rf"(?:did|do|does|has|have|had) {ADVERBS}{_NOT} {_TAIL}", RESPONDING),
    _rule("yet to comment", "silent", rf"yet to {_TAIL}", RESPONDING),
    _rule(
        "not expected to announce",
        "both",
        rf"{_NOT} {ADVERBS}(?:expected|likely|due|set|scheduled|going|about) to {_TAIL}",
    ),
    _rule("unlikely to admit", "both", rf"unlikely to {_TAIL}"),
    _rule("may not admit", "both", rf"(?:may|might|should|must|ought) {ADVERBS}{_NOT} {_TAIL}"),
    _rule(
        "denied saying",
        "negated",
        rf"den(?:y|ies|ied|ying) (?:that )?(?:{_S} )?(?:(?:ever|having|to have|had|has|have) ){{0,3}}{_TAIL}",
    ),
    _rule(
        "nor did she say",
        "negated",
        rf"(?:nor|neither|never|not once|at no (?:time|point|stage)) (?:\w+ )?{_S} {_TAIL}",
    ),
    _rule("did not say", "negated", rf"(?:{_NOT}|nor|neither|no longer|hardly|seldom|rarely|{_NOT} once) {_TAIL}"),
    _rule(
        "failed to say",
        "negated",
        r"(?:(?:fail|refus|declin|neglect)\w* to|forg[oe]t\w* to|(?:yet|unable|unwilling|reluctant|hesitant) to"
        r"|too \w+ to|short of|without|rather than|instead of|far from|avoid\w*|refrain\w* from|shied away from)"
        rf" {_TAIL}",
    ),
    _rule("never heard him say", "negated", rf"{_NOT} {_BE}(?:hear|heard|seen|known) {_S} {_TAIL}"),
    _rule("was his answer", "asserted", rf"^(?:was|is|came) {_S} (?:\w+ )?$", words("answer reply comment")),
    _rule("had he said", "hypothetical", rf"^(?:what if |and |but )?(?:had|should|were) {_S} {ADVERBS}(?:to )?$"),
    _rule(
        "did she say …?",
        "hypothetical",
        rf"^(?:and |but |so )?(?:did|does|do|has|have|had|is|was|will|would|could|can|might|may|should) {_S} {_TAIL}",
    ),
    _rule(
        "might say", "hypothetical", rf"(?:may|might|could|would|should|shall|can|must|will|'ll|'d) (?:{_S} )?{_TAIL}"
    ),
    _rule(
        "is expected to announce",
        "hypothetical",
        rf"(?:expect\w*|likely|set|due|scheduled|poised|supposed|going|about|bound|ready|prepared|willing|free|plan\w*"
        rf"|hop(?:e|es|ed|ing)|intend\w*|want\w*|wish\w*|need\w*|ought|has|have|urg\w+|asked|told|order\w*|press\w*"
        rf"|encourag\w*|invit\w*|call\w* (?:on|for)|agree\w*|promis\w*|pledg\w*|vow\w*|threaten\w*|mean\w*|obliged"
        rf"|required|waiting|wait|aim\w*|is|are|was|were) (?:{_S} )?(?:for {_S} )?(?:not )?to {_TAIL}",
    ),
    _rule("Ruiz to announce", "hypothetical", rf"{_S} (?:not )?to {_TAIL}"),
    _rule("considering announcing", "hypothetical", rf"(?:consider|contemplat|mull|weigh)\w* {ADVERBS}$"),
)
"""Read from the verb backwards: what it is a form of, what governs it."""

AROUND_SOURCE = (
    _rule("no spokesman said", "negated", rf"(?:no|neither|none of|not one|not a single) {_S} {_ASIDE}[^,]{{0,30}}$"),
    _rule("not true that she said", "negated", rf"(?:not (?:true|the case)|untrue|false) that {_S} {_ASIDE}{_TAIL}"),
    _rule(
        "no evidence that he said",
        "hypothetical",
        r"(?:no (?:evidence|proof|sign|indication|suggestion)|possible|probable|likely|imagine|doubt\w*)"
        rf" that {_S} {_ASIDE}.{{0,40}}$",
    ),
    _rule(
        "if she says",
        "hypothetical",
        rf"(?:if|unless|whether|whether or not|lest|in case|as though|provided|assuming|suppose|supposing)"
        rf" (?:that )?(?:the |a |an )?(?:{_S}|it|he|she|they) {_ASIDE}[^,]{{0,40}}$",
    ),
    _rule("perhaps he said", "hypothetical", rf"(?:perhaps|maybe|possibly) {_S} {_ASIDE}{_TAIL}"),
    _rule("until the ministry says", "hypothetical", rf"until {_S} $"),
)
"""Read around the source: what the clause hangs on."""

PASSIVE = re.compile(r"(?:is|are|was|were|be|been|'s|'re) $")

ASKING = words("ask wonder question inquire enquire query debate")
WHETHER = re.compile(r"(?:^|\bof |\breporters |\bhim |\bher |\bthem )\s*(?:whether|if)\b", re.IGNORECASE)

TAKEN_BACK = re.compile(
    r"\b(?:(?:took|takes|taken|taking) back|no longer (?:says?|claims?|insists?|argues?|maintains?)|all but said)\b",
    re.IGNORECASE,
)
"""What is said no more: "took back her claim that"."""

SILENT_CUE = re.compile(
    r"\b(?:no (?:\w+ )?comment|(?:not|un|n[’']t) ?(?:be )?(?:reached|available)\b.*|unavailable for comment"
    r"|(?:kept|keeps|keeping|remain\w*|stay\w*) (?:\w+ )?(?:silent|quiet|mum|tight-lipped)"
    r"|(?:declin|refus)\w+ (?:\w+ )?(?:comment|interview))\b",
    re.IGNORECASE,
)
"""Silence in other words: "had no comment", "could not be reached", "remained silent"."""

SILENT_CONTENT = re.compile(
    r"\s*to (?:comment|say|answer|respond|reply|discuss|elaborate|speak|talk|disclose"
    r"|be (?:named|interviewed|quoted))\b",
    re.IGNORECASE,
)
"""Content of a bare "declined" or "refused" that makes it silence."""

NEGATIVE_OBJECT = re.compile(
    r"\b(?:ma[dk]es?|gave|gives?|given|offer(?:s|ed)?|provid(?:es?|ed)|said|says?|saw|sees?|show(?:s|ed|n|ing)?"
    r"|found|finds?|had|has) (?:\w+ )?"
    r"(?:no(?! doubt| secret| bones)|nothing|neither|little or no)\b",
    re.IGNORECASE,
)
"""A cue that says nothing: "made no mention of", "said nothing about"."""

NOTHING = re.compile(r"\s*nothing (?:about|of|on|to|more|else|new)\b", re.IGNORECASE)
"""Content that is none: "said nothing about the letter"."""

THINKING_ADJECTIVES = words(
    """
    confident worried afraid concerned convinced sure unsure certain uncertain aware unaware hopeful skeptical
    sceptical doubtful fearful optimistic pessimistic proud glad happy pleased sorry angry upset surprised shocked
    disappointed anxious nervous sad grateful
    """
)
WANTING_ADJECTIVES = words("eager keen determined desperate willing reluctant anxious interested")
