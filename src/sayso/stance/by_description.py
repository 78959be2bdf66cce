"""What somebody is said to be: "a critic of Holt", "critical of Holt"; and what is said of something: "a disgrace"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sayso.lexicon.english import BE, NEVER, words
from sayso.lexicon.inflection import inflections
from sayso.lexicon.reporting_verbs import forms_of
from sayso.lexicon.stances import stances
from sayso.stance.by_quality import by_quality
from sayso.stance.clauses import clause_subject, owner, subject_before
from sayso.stance.cues import Cue
from sayso.stance.flags import with_flags
from sayso.stance.found import POINTING, Found, can_be_target, of_cue
from sayso.stance.parties import COMPOUND
from sayso.stance.phrases import after, before, listed_before
from sayso.stance.sentence import DETERMINERS, NO_PART, Range, Sentence, is_adverb, is_name
from sayso.stance.verb_groups import VerbGroup, group_of, subject_of
from sayso.stance.wanted import DONE, END, wanted_by

_BE: Final = BE | words(
    """remains remain remained become becomes became
    sounds sounded seems seemed looks looked appears appeared feels felt stands stood 's 're 'm"""
)
_CALLING: Final = words(
    """call brand label dub describe dismiss denounce regard view see portray paint characterise characterize consider
    deem think find declare decry deride slam blast hail praise condemn treat cast"""
)
_CALL: Final = frozenset(form for verb in _CALLING for _, form in inflections(verb)) | words("saw seen thought found")
_NO: Final = NEVER | words("isn't aren't wasn't weren't")
_ADVERBS: Final = words("very so too more most also still now just simply quite really truly deeply highly a an the")
_PERSONAL: Final = words("he she him her")


def by_agent(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "Ana Ruiz, a critic of Holt, …", "Ruiz was a Holt supporter", "Iran and Iraq are Syria's friends"."""
    if sentence.plain[cue.end - 1] == "of":
        cue = cue._replace(end=cue.end - 1)
    target, end = _towards(sentence, cue)
    if target is None or (target[1] == cue.start and COMPOUND.fullmatch(sentence[target[0]].text)):
        # Of "an anti-Holt campaigner" the word itself tells the side.
        return
    start = min(target[0], cue.start)
    be = next((n for n in range(start - 1, max(-1, start - 6), -1) if sentence.plain[n] in _BE), None)
    if sentence.plain[max(0, start - 2) : start] in (["and", "a"], ["and", "an"]) and not sentence.marks[start]:
        # "was a booster of Ruiz and a critic of Holt"
        subject = clause_subject(sentence, start - 2)
        is_so = subject is not None and bool(_BE & set(sentence.plain[subject[1] : start]))
        yield from [of_cue(cue, subject, target)] if is_so else []
        return
    if be is not None and NO_PART & set(sentence.plain[be + 1 : start]) - {"not", "also", "still", "now"}:
        return
    if be is not None and not any(mark == "," for mark in sentence.marks[be + 1 : start + 1]):
        yield from _is_one(sentence, cue, be, target)
        return
    is_followed = end < len(sentence) and is_name(sentence[end]) and not sentence.is_titled
    if start > 1 and sentence.plain[start - 2 : start] == ["and", "other"]:
        # "Ruiz and other critics of the dam": she is one of them.
        holder = before(sentence, start - 2)
        yield from [of_cue(cue, holder, target)] if holder else []
        return
    named = next(after(sentence, end), None) if is_followed else None
    is_one = named is not None and (not sentence.marks[end] or not sentence.plain[cue.end - 1].endswith("s"))
    if named and is_one and sentence.marks[end] in ("", ",") and not forms_of(sentence.plain[end]) & {"third", "past"}:
        yield of_cue(cue, named, target)
    elif start > 0:
        yield from _in_apposition(sentence, cue, start, target)


def _towards(sentence: Sentence, cue: Cue) -> tuple[Range | None, int]:
    """Towards whom one is a critic or a friend, and the place behind it."""
    if cue.end + 1 < len(sentence) and sentence.plain[cue.end] in ("of", "for") and not sentence.marks[cue.end]:
        target = next(after(sentence, cue.end + 1), None)
        is_deed = target is not None and sentence.plain[target[0]].endswith("ing")
        return (None, cue.end) if is_deed else (target, target[1] if target else cue.end)
    whose = owner(sentence, cue.start)
    if whose:
        return whose, cue.end
    first = cue.start
    while first > 0 and is_name(sentence[first - 1]) and not sentence.marks[first]:
        first -= 1
    if first == 0 and sentence.is_titled:
        return None, cue.end
    return ((first, cue.start) if first < cue.start else None), cue.end


def _is_one(sentence: Sentence, cue: Cue, be: int, target: Range) -> Iterator[Found]:
    group = group_of(sentence, be, frozenset({"past"}))
    subject = subject_of(sentence, group.start) if group else None
    if group is None or subject is None:
        return
    negated = any(word in _NO for word in sentence.plain[be : cue.start])
    for holder in listed_before(sentence, subject):
        if holder[1] <= be:
            found = with_flags(sentence, cue, group, of_cue(cue, holder, target, be))
            past = found.past or bool({"former", "once"} & set(sentence.plain[be : cue.start]))
            yield replace(found, negated=found.negated or negated, mutual=cue.stance.mutual, past=past)


def _in_apposition(sentence: Sentence, cue: Cue, start: int, target: Range) -> Iterator[Found]:
    while start > 0 and not sentence.marks[start] and sentence.plain[start - 1] in _BEFORE_AGENT:
        start -= 1
    if start > 0 and sentence.marks[start] == "," and is_name(sentence[start - 1]):
        holder = before(sentence, start)
        if holder:
            yield of_cue(cue, holder, target)


_BEFORE_AGENT: Final = DETERMINERS | words(
    """outspoken vocal fierce longtime long-time staunch prominent leading strong sharp harsh close key fervent ardent
    big great chief early frequent old former major vociferous stern avid lifelong loyal reliable top"""
)


def by_adjective(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "Ruiz has been critical of the dam", "Ruiz, critical of the dam, …"."""
    is_parted = cue.end < len(sentence) and bool(sentence.marks[cue.end].strip("“‘\"'"))
    some = () if is_parted else after(sentence, cue.end)
    targets = [phrase for phrase in some if can_be_target(sentence, phrase)]
    at = cue.start
    while at > 0 and (sentence.plain[at - 1] in _ADVERBS | _NO or sentence.plain[at - 1].endswith("ly")):
        at -= 1
    if at == 0 or not targets:
        return
    negated = any(word in _NO for word in sentence.plain[max(0, at - 1) : cue.start])
    be = at - 1 if sentence.plain[at - 1] in _BE else None
    if be is None:
        is_apposed = sentence.marks[at] == "," and is_name(sentence[at - 1])
        is_manner = sentence.plain[cue.start] == "in" and sentence.plain[cue.start + 1] not in ("favour", "favor")
        is_anothers = is_manner and owner(sentence, at) is not None
        by_manner = clause_subject(sentence, at) if is_manner and not is_anothers else None
        holder = before(sentence, at) if is_apposed else by_manner
        yield from (of_cue(cue, holder, target) for target in targets if holder)
        return
    group = group_of(sentence, be, frozenset({"past"}))
    holder = subject_of(sentence, group.start) or clause_subject(sentence, group.start) if group else None
    for target in targets if group and holder else ():
        found = with_flags(sentence, cue, group or VerbGroup(be, "active"), of_cue(cue, holder, target, be))
        yield replace(found, negated=found.negated or negated, mutual=cue.stance.mutual)


def by_judgement(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "The plan is a disgrace", "calls the plan a disgrace": the speaker's, or whoever calls it so."""
    yield from by_quality(sentence, cue)
    for place in range(cue.start - 1, max(-1, cue.start - 7), -1):
        word = sentence.plain[place]
        if word in ("less", "least"):
            return
        if word == "by" and sentence.plain[place + 1] == "far":
            continue
        if word in _BE and sentence.marks[place + 1].startswith((",", ";", ":")):
            return
        if word in _BE and not (word == "be" and sentence.plain[place - 1] == "to"):
            yield from _judged(sentence, cue, place)
            return
        if word in _CALL:
            yield from _called(sentence, cue, place)
            return
        if sentence.marks[place + 1] in (",", ";", ":", ".") or word in _BETWEEN or word.endswith("ing"):
            return


_BETWEEN: Final = words("under in of for by with from to without against about on at than that if when who which")


def _judged(sentence: Sentence, cue: Cue, at: int) -> Iterator[Found]:
    group = group_of(sentence, at, frozenset({"past"}))
    subject = subject_of(sentence, group.start if group else at)
    if subject is None or _points(sentence, subject) or _is_vague(sentence, subject):
        return
    found = of_cue(cue, None, subject, at)
    denied = any(word in _NO for word in sentence.plain[at : cue.start]) or (group is not None and group.negated)
    if denied != _is_disbelieved(sentence, subject[0]):
        found = found.turned("disapprove" if found.polarity == "positive" else "praise")
    yield replace(found, mutual=False)


def _is_disbelieved(sentence: Sentence, start: int) -> bool:
    """Whether what is judged stands behind "don't think"."""
    place = start - 1 - (start > 1 and sentence.plain[start - 1] == "that")
    return place > 0 and sentence.plain[place] in ("think", "believe") and sentence.plain[place - 1] in _NO | _DONT


_DONT: Final = words("don't doesn't didn't wouldn't")
_WHICH: Final = words("which what whether if whose how")


def _is_vague(sentence: Sentence, phrase: Range) -> bool:
    """Whether a phrase names nothing: "what Ruiz wants", "parameters of something"."""
    return sentence.plain[phrase[0] - 1] in _WHICH or sentence.plain[phrase[1] - 1] in POINTING


def _points(sentence: Sentence, phrase: Range) -> bool:
    told = sentence.plain[slice(*phrase)]
    return all(word in DETERMINERS | POINTING | words("they it") for word in told) and told[0] not in _PERSONAL


def _called(sentence: Sentence, cue: Cue, at: int) -> Iterator[Found]:
    group = group_of(sentence, at, frozenset({"gerund" if sentence.plain[at].endswith("ing") else "participle"}))
    if group and group.voice == "gerund" and group.start and sentence.plain[group.start - 1] in _BETWEEN:
        return
    if group and group.voice == "passive":
        yield from _called_by(sentence, cue, at, group)
        return
    holder = subject_before(sentence, at)
    target = next(after(sentence, at + 1), None)
    if group and holder and target and target[0] < cue.start and can_be_target(sentence, target):
        end = min(target[1], cue.start)
        while end > target[0] + 1 and sentence.plain[end - 1] in DETERMINERS | _ADVERBS:
            end -= 1
        found = of_cue(cue, holder, (target[0], end), at)
        yield replace(found, negated=group.negated, past=group.past)


def _called_by(sentence: Sentence, cue: Cue, at: int, group: VerbGroup) -> Iterator[Found]:
    target = subject_of(sentence, group.start)
    if target and cue.end + 1 < len(sentence) and sentence.plain[cue.end] == "by":
        yield from (of_cue(cue, holder, target, at) for holder in after(sentence, cue.end + 1))


def by_worth(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "The harbour is a red line for Korvia", "Korvia's red line is the harbour": what somebody will not give up."""
    be = next((n for n in range(cue.start - 1, max(-1, cue.start - 6), -1) if sentence.plain[n] in _BE), None)
    subject = subject_of(sentence, be) if be else None
    if be is None or subject is None or _points(sentence, subject):
        return
    denied = any(word in _NO for word in sentence.plain[be : cue.start])
    holder = owner(sentence, cue.start)
    if holder is None and cue.end + 1 < len(sentence) and sentence.plain[cue.end] in ("of", "for"):
        named = next(after(sentence, cue.end + 1), None)
        holder = (named and owner(sentence, named[1])) or named
    opened = list(after(sentence, 0))
    for target in opened if subject in opened else listed_before(sentence, subject):
        yield replace(of_cue(cue, holder, target, be), negated=denied)


def by_effect(sentence: Sentence, cue: Cue) -> Iterator[Found]:
    """ "The levy hurts fishermen": what somebody says it does tells where he stands on it."""
    group = group_of(sentence, cue.start, cue.forms)
    if group is None or group.voice in ("passive", "infinitive", "gerund") or group.ought:
        return
    if cue.stance.relation == "disapprove" and cue.forms <= _GONE_BY:
        # A storm that has destroyed houses does nobody wrong.
        return
    subject = subject_of(sentence, group.start)
    if group.start and sentence.plain[group.start - 1] in ("that", "which", "who"):
        return
    followed = cue.end < len(sentence) and not sentence.marks[cue.end].strip("“‘\"'")
    has_object = followed and next(after(sentence, cue.end), None) is not None
    is_whole = bool(cue.stance.rest) and cue.stance.rest[-1] not in NO_PART
    if subject is None or _points(sentence, subject) or not (has_object or is_whole):
        return
    if not can_be_target(sentence, subject):
        return
    found = of_cue(cue, None, subject)
    if not group.negated:
        yield from (replace(found, target=one) for one in listed_before(sentence, subject))
    elif found.polarity == "positive":
        # "does not help us" blames; "never meant to hurt her" does not praise.
        yield found.turned("disapprove")


_GONE_BY: Final = frozenset({"past", "participle"})
_FIRMLY: Final = words("increase expand strengthen preserve save rebuild reform raise improve legalise legalize revive")
_MUST: Final = words("must should")
_NEED: Final = words("need needs has have ought got")


def by_duty(sentence: Sentence) -> Iterator[Found]:
    """ "The council must scrap the levy": what shall be done, or end, in the eyes of whoever says it."""
    for at, word in enumerate(sentence.plain[:-2]):
        verb = at + 1 if word in _MUST else at + 2 if word in _NEED and sentence.plain[at + 1] == "to" else None
        if at and sentence.plain[at - 1] in DETERMINERS | {"you"}:
            # "the need to reform"; what "you have to do" is advice.
            continue
        if verb is None or verb + 1 >= len(sentence):
            continue
        denied = sentence.plain[verb] in ("not", "never")
        verb += denied
        verb += verb + 2 < len(sentence) and is_adverb(sentence[verb])
        known = any(s.form == "base" and not s.rest for s in stances().get(sentence.plain[verb], ()))
        if verb + 1 >= len(sentence) or not (known or sentence.plain[verb] in DONE | END | _FIRMLY):
            continue
        for target, side in wanted_by(sentence, verb):
            found = Found(None, target, "demand", side, (at, verb + 1))
            yield found.turned("demand") if denied else found
