"""A position by places in a sentence, and the words of the sentence that decide what is no target."""

from dataclasses import dataclass, replace
from typing import Final

from sayso.data.position import Polarity
from sayso.lexicon.english import words
from sayso.lexicon.inflection import PARTICIPLES
from sayso.lexicon.stances import mild
from sayso.stance.cues import Cue
from sayso.stance.sentence import DETERMINERS, NO_PART, Range, Sentence, bare, is_name

OBJECTLESS: Final = words(
    """of off down in on around up out here now back away to it you them me us himself herself
    yourself ourselves myself itself themselves there
    they we i who which what you'll you're you've very"""
)
POINTING: Final = words(
    """this that it there you these those what which who all everything something nothing one we i of anything anyone
    anybody everybody everyone someone somebody each both some many either neither"""
)


@dataclass(frozen=True, slots=True)
class Found:
    """A position by places in a sentence; `holder` None is whoever says it, `teller` who says it of the holder.

    What is `mild` is said of anybody and anything ("loves"): it takes a side only towards an actor.
    """

    holder: Range | None
    target: Range
    relation: str
    polarity: Polarity
    evidence: Range
    teller: Range | None = None
    negated: bool = False
    hypothetical: bool = False
    past: bool = False
    mutual: bool = False
    mild: bool = False

    def turned(self, relation: str) -> "Found":
        """The same towards the other side, by another relation."""
        sides: dict[Polarity, Polarity] = {"positive": "negative", "negative": "positive", "neutral": "neutral"}
        return replace(self, polarity=sides[self.polarity], relation=relation)


def of_cue(cue: Cue, holder: Range | None, target: Range, start: int | None = None) -> Found:
    """What a cue shows between two phrases; its evidence begins at the cue or at the place given."""
    stance, begins = cue.stance, cue.start if start is None else start
    found = Found(holder, target, stance.relation, stance.polarity, (begins, cue.end), mutual=stance.mutual)
    return replace(found, mild=" ".join((stance.lemma, *stance.rest)) in mild())


def can_be_target(sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase says towards whom or what; a mere "that" or "it" does not."""
    told = sentence.plain[slice(*phrase)]
    if told[0] == "that":
        return len(told) == _SHORT and (phrase[1] >= len(sentence) or bool(sentence.marks[phrase[1]]))
    if is_no_noun(sentence, phrase):
        return False
    if told[0] in ("each", "one") and told[1:2] and told[1].startswith(("other", "another")):
        return False
    return told[0] not in OBJECTLESS and not all(word in DETERMINERS | POINTING for word in told)


def is_no_noun(sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase is one small word that stands for nothing: "very", "born"; but not "court", "drugs", "they"."""
    last = sentence.plain[phrase[1] - 1]
    if last.endswith(("able", "ible")) and sentence[phrase[1] - 1].text.islower() and last not in _NOUNS:
        return True
    word = sentence.plain[phrase[0]]
    if word.endswith("ing") and phrase[1] - phrase[0] == 1 and sentence[phrase[0]].text.islower():
        return phrase[1] < len(sentence) and sentence.plain[phrase[1]] in NO_PART - {"and", "or"}
    ends = word.endswith(("ed", "ous", "ful", "able", "ible")) or word in PARTICIPLES | _NO_NOUNS
    return phrase[1] - phrase[0] == 1 and sentence[phrase[0]].text.islower() and ends


_NOUNS: Final = words("timetable table cable constable vegetable fable stable bible variable deliverable")
_NO_NOUNS: Final = words(
    "next very true out times best worst sure same more less enough such first last own alone due able right wrong not"
)
_SHORT: Final = 2
"""Words of "that plan", which a plan must end: before more words "that" opens a clause."""


def is_noun(sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase behind a noun with "to" is no verb: "commitment to democracy", not "commitment to travel"."""
    last = sentence.plain[phrase[1] - 1]
    second = sentence.plain[phrase[0] + 1] if phrase[1] - phrase[0] > 1 else ""
    if second in DETERMINERS or (second and sentence.plain[phrase[0]] in _OFTEN_VERBS):
        # "administer the election", "win power"
        return False
    return is_thing(sentence, phrase) or last.endswith(("s", *_OF_NOUNS))


_OFTEN_VERBS: Final = words(
    """win get make do take keep give find build become help bring pay start run use see meet fight stop end push cover
    buy sell fund finish secure gain reach achieve defend protect support improve reduce"""
)
_OF_NOUNS: Final = (
    *("tion", "sion", "ment", "ness", "ity", "cy", "ism", "ance", "ence", "ship", "age", "ure", "ing", "al"),
)


def is_thing(sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase behind "to" or "help" is no verb: a name, an article before it, or a plural."""
    first = sentence[phrase[0]]
    return is_name(first) or bare(first) in DETERMINERS or bare(first).endswith("s")
