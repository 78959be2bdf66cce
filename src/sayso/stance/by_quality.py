"""What a speaker finds in somebody or in what he does: "the reckless plan of the board", "Holt's bigotry"."""

from collections.abc import Iterator
from typing import Final

from sayso.lexicon.english import BE, POSSESSIVES, words
from sayso.stance.clauses import owner
from sayso.stance.cues import Cue
from sayso.stance.found import Found, can_be_target, of_cue
from sayso.stance.phrases import after
from sayso.stance.sentence import NO_PART, Range, Sentence, is_name

_DEMONSTRATIVES: Final = words("this these such")
_WEAK: Final = words(
    """illegal criminal hostile terrorist terrorists vague safe great vital historic legitimate competent landmark
    brutal partisan threat worst wise brave assault curse hero victory improvement excessive extremist criminals trusted
    productive smart honest reasonable decent honest reliable loyal amazing incredible excellent fantastic brilliant
    fraud scandal tragedy injustice poison cancer violation winner asset respected beloved impressive remarkable
    wonderful outstanding terrific superb exceptional extraordinary promising mess circus monster stunt predatory
    abusive tragic unnecessary insufficient inadequate vicious horrific terrible horrible crazy insane nasty awful"""
)
"""Words that as an adjective tell of anything, and blame or praise nobody: "criminal charges", "a terrible storm"."""
_NO: Final = words("no not never any without less")


def by_trait(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "Holt's bigotry", "the hypocrisy of the board": whoever says so holds it of him."""
    if _is_denied(sentence, cue.start):
        return
    whose = owner(sentence, cue.start)
    if whose and _is_possessive(sentence, whose):
        yield of_cue(cue, None, whose)
    elif cue.end + 1 < len(sentence) and sentence.plain[cue.end] == "of" and not sentence.marks[cue.end]:
        target = next(after(sentence, cue.end + 1), None)
        if target and can_be_target(sentence, target) and any(map(is_name, sentence.words[slice(*target)])):
            yield of_cue(cue, None, target)


def by_quality(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "the unlawful acts of the board", "this disgraceful plan", "Holt's reckless plan": an adjective in a phrase."""
    is_single = cue.end == cue.start + 1 and sentence.plain[cue.start] not in _WEAK
    phrase = next(after(sentence, cue.start), None) if is_single and cue.start else None
    if phrase is None or phrase[1] - phrase[0] < _SHORTEST or _is_denied(sentence, cue.start):
        return
    if sentence.marks[cue.start + 1] or sentence.plain[cue.start + 1] in NO_PART - {"and"}:
        return
    whose = owner(sentence, cue.start)
    if whose and _is_possessive(sentence, whose):
        yield of_cue(cue, None, (whose[0], phrase[1]) if sentence.plain[whose[0]] not in POSSESSIVES else whose)
    elif _is_of_somebody(sentence, cue, phrase) or sentence.plain[cue.start - 1] in _DEMONSTRATIVES:
        yield of_cue(cue, None, phrase)


def _is_possessive(sentence: Sentence, whose: Range) -> bool:
    last = sentence[whose[1] - 1].text.replace("’", "'")
    return sentence.plain[whose[0]] in POSSESSIVES or last.endswith(("'s", "s'", "s"))


def _is_of_somebody(sentence: Sentence, cue: Cue, phrase: Range) -> bool:
    of = sentence.find("of", *phrase)
    return of is not None and of > cue.end and is_name(sentence[phrase[1] - 1])


_SHORTEST: Final = 2


def _is_denied(sentence: Sentence, at: int) -> bool:
    """Whether a quality is denied, or the sentence tells that something is so: then its subject is judged."""
    near: Range = (max(0, at - _NEAR), at)
    return any(word in _NO | BE | _IF for word in sentence.plain[slice(*near)])


_NEAR: Final = 5
_IF: Final = words("if whether")
