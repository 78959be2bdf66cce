"""A verb that takes a side: "Ruiz has long opposed the dam", "the dam, which Ruiz opposes", "criticised by Ruiz"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Final

from sayso.data.position import Polarity
from sayso.lexicon.english import PREPOSITIONS, words
from sayso.lexicon.inflection import inflections
from sayso.lexicon.reporting_verbs import forms_of
from sayso.lexicon.stances import stances
from sayso.stance.cues import Cue
from sayso.stance.flags import with_flags
from sayso.stance.found import Found, can_be_target, is_no_noun, is_thing, of_cue
from sayso.stance.holders import between, holder_of, joint, subject
from sayso.stance.parties import HELD, can_hold
from sayso.stance.phrases import after, before
from sayso.stance.sentence import DETERMINERS, NO_PART, Range, Sentence, bare, is_adverb, is_name
from sayso.stance.verb_groups import VerbGroup, goes_on_duty, group_of, subject_of
from sayso.stance.wanted import END, MADE, wanted_by

_RELATIVES: Final = words("which that whom")


def by_verb(sentence: Sentence, cue: Cue, told: Sequence[Found]) -> Iterator[Found]:
    """The positions that a verb shows; `told` are those of the words before it."""
    group = group_of(sentence, cue.start, cue.forms)
    if group is None or group.ought or (group.negated and cue.stance.rest == ("out",)):
        # Who does not rule out a thing takes no side.
        return
    if group.voice == "passive" or _is_reduced(sentence, cue):
        yield from _passive(sentence, cue, group)
        return
    holder, teller = holder_of(sentence, group, told)
    if holder and (_is_bidden(sentence, group, holder) or goes_on_duty(sentence, group)):
        return
    holders = list(joint(sentence, group, holder)) if holder else between(sentence, group)
    if _is_wish(cue) and (wishes := list(_wished(sentence, cue))):
        for holder, (target, side) in product(holders, wishes):
            yield with_flags(sentence, cue, group, replace(of_cue(cue, holder, target), polarity=side))
        return
    targets = list(_targets(sentence, cue, group))
    for holder, target in product(holders, targets):
        if _is_asked(sentence, cue, target):
            yield from _asked(sentence, cue, group, of_cue(cue, holder, target), targets[-1][1])
        elif _is_wish(cue) and (ends := _ending(sentence, target)):
            yield with_flags(sentence, cue, group, replace(of_cue(cue, holder, ends), polarity="negative"))
        elif can_be_target(sentence, target) and _fits(sentence, cue, group, target):
            yield with_flags(sentence, cue, group, replace(of_cue(cue, holder, target), teller=teller))


def _is_compound(sentence: Sentence, cue: Cue) -> bool:
    """Whether a gerund may be part of a compound: "the Orsa funding package"."""
    return cue.start > 0 and not sentence.marks[cue.start] and is_name(sentence[cue.start - 1])


def _fits(sentence: Sentence, cue: Cue, group: VerbGroup, target: Range) -> bool:
    """Of what is threatened only somebody is a target, not "threatened action"; and "help build" helps nobody yet."""
    word = sentence.plain[cue.start]
    if group.voice == "gerund" and _is_compound(sentence, cue):
        return is_thing(sentence, target)
    if word.startswith("threaten") and not cue.stance.rest:
        return can_hold(sentence.words[slice(*target)])
    may_be_verb = word.startswith("help") or cue.stance.rest[-1:] == ("to",)
    return not may_be_verb or is_thing(sentence, target)


def _is_bidden(sentence: Sentence, group: VerbGroup, holder: Range) -> bool:
    """Whether somebody wants it done: "demanding that the board scrap the levy", "let the board scrap it"."""
    is_bare = group.start == holder[1] and not group.past and sentence.plain[group.start] in _bases()
    place = holder[0] - 1
    place -= place > 0 and sentence.plain[place] == "that"
    return is_bare and place >= 0 and sentence.plain[place] in _BIDDING


@cache
def _bases() -> frozenset[str]:
    """The verbs of the list in their base form, where that is no past as well."""
    return frozenset(
        word for word, some in stances().items() if any(s.form == "base" for s in some) and not word.endswith("ed")
    )


_BIDDING: Final = frozenset(
    form
    for verb in words("demand insist ask urge suggest propose recommend require request let make help see watch")
    for _, form in inflections(verb)
) | words("made saw seen")


def _is_asked(sentence: Sentence, cue: Cue, target: Range) -> bool:
    """Whether a verb has somebody do something: "urges the council", "wants the council to build"."""
    if cue.stance.polarity == "neutral":
        return True
    is_told = sentence.find("to", target[1], target[1] + 1) is not None
    return _is_wish(cue) and is_told and can_hold(sentence.words[slice(*target)])


def _is_wish(cue: Cue) -> bool:
    return cue.stance.relation in ("appeal", "demand") and cue.stance.polarity == "positive"


def _wished(sentence: Sentence, cue: Cue) -> Iterator[tuple[Range, Polarity]]:
    """What is wished behind "to" or "that": "wants to raise the levy", "demanded that Holt resign"."""
    at = cue.end
    if at + 2 >= len(sentence) or sentence.marks[at] or cue.stance.rest[-1:] == ("to",):
        return
    if sentence.plain[at] == "to":
        if sentence.plain[at + 1] in MADE:
            yield from wanted_by(sentence, at + 1)
        return
    asked = next(after(sentence, at + 1), None) if sentence.plain[at] == "that" else None
    if asked is None or asked[1] >= len(sentence):
        return
    if goes := _going(sentence, asked):
        yield goes, "negative"
    elif sentence.plain[asked[1]] == "be" and bare(sentence[min(asked[1] + 1, len(sentence) - 1)]) in _ENDED:
        yield asked, "negative"
    else:
        is_one = asked[1] - asked[0] > 1 and sentence.plain[asked[1] - 1] in MADE | END
        yield from wanted_by(sentence, asked[1] - is_one)


def _going(sentence: Sentence, asked: Range) -> Range | None:
    """Who is to resign or go: "Holt resign", taken as one phrase or two."""
    start, end = asked
    if _resigns(sentence, end):
        return asked
    return (start, end - 1) if end - start > 1 and _resigns(sentence, end - 1) else None


def _resigns(sentence: Sentence, place: int) -> bool:
    """Whether a verb tells that somebody goes: "resign", "step down"; but not "stand to honour"."""
    verb = sentence.plain[place : place + 2]
    return bool(verb) and (verb[0] in _RESIGN or tuple(verb) in _AWAY)


def _ending(sentence: Sentence, target: Range) -> Range | None:
    """Who or what is to go: "wants Holt removed", "demands Holt resign"."""
    start, end = target
    if end - start > 1 and _resigns(sentence, end - 1) and is_name(sentence[end - 2]):
        return (start, end - 1)
    return target if end < len(sentence) and bare(sentence[end]) in _ENDED and not sentence.marks[end] else None


def _targets(sentence: Sentence, cue: Cue, group: VerbGroup) -> Iterator[Range]:
    if cue.stance.kind == "parted":
        inside, end = next(after(sentence, cue.start + 1), None), cue.end - len(cue.stance.rest)
        yield from [(cue.start + 1, end)] if inside and inside[1] >= end > cue.start + 1 else []
        return
    is_scared = sentence.marks[cue.start].endswith(("‘", "“", '"', "'"))
    ends = "”’" if is_scared else ""
    is_parted = cue.end < len(sentence) and bool(sentence.marks[cue.end].strip("“‘\"'([" + ends))
    if cue.stance.lemma in ("blame", "pin") and (on := _charged(sentence, cue)):
        yield from after(sentence, on) if not sentence.plain[on].endswith("ing") else ()
        return
    start = _shared(sentence, cue) or cue.end
    charges = cue.stance.lemma in ("accuse", "convict", "acquit")
    some = () if is_parted else after(sentence, start)
    found = [_without_charge(sentence, phrase, charges=charges) for phrase in some]
    yield from found
    relative = None if found else _relative(sentence, group)
    if relative and (cue.end >= len(sentence) or sentence.plain[cue.end] != "that"):
        yield relative


def _charged(sentence: Sentence, cue: Cue) -> int | None:
    """The place of who is blamed for something: "blamed the floods on the board"."""
    for place in range(cue.end + 1, min(cue.end + _CHARGE, len(sentence) - 1)):
        if sentence.marks[place] or sentence.plain[place] in ("for", "that", "by", "and"):
            return None
        if sentence.plain[place] == "on":
            return place + 1
    return None


_CHARGE: Final = 10


def _shared(sentence: Sentence, cue: Cue) -> int | None:
    """Where the object begins that a verb shares with the one joined to it: "to reject and condemn the document"."""
    at = cue.end
    if at + 2 >= len(sentence) or sentence.plain[at] not in ("and", "or", "but"):
        return None
    at += 1
    while at + 1 < len(sentence) and (is_adverb(sentence[at]) or sentence.plain[at] in ("even", "then")):
        at += 1
    verbs = [s for s in stances().get(sentence.plain[at], ()) if s.kind == "verb" and s.form in cue.forms]
    ends = (at + 1 + len(s.rest) for s in verbs if tuple(sentence.plain[at + 1 : at + 1 + len(s.rest)]) == s.rest)
    is_alike = bool(set(forms_of(sentence.plain[at])) & cue.forms) or sentence.tells(at)
    return next(ends, at + 1 if is_alike else None)


def _relative(sentence: Sentence, group: VerbGroup) -> Range | None:
    """What a verb without an object takes from before its subject: "the dam, which Ruiz opposes"."""
    subject = subject_of(sentence, group.start)
    if subject is None or subject[0] < 2 or sentence.plain[subject[0] - 1] not in _RELATIVES:
        return None
    phrase = before(sentence, subject[0] - 1)
    return (
        phrase
        if phrase
        and can_be_target(sentence, phrase)
        and (sentence.marks[subject[0] - 1] or sentence.plain[subject[0] - 1] != "that")
        else None
    )


def _without_charge(sentence: Sentence, phrase: Range, *, charges: bool = False) -> Range:
    """ "accused Norland of intimidating …": what somebody is blamed for doing is not who is blamed."""
    start, end = phrase
    last = (n for n in range(end - 2, start, -1) if sentence.plain[n] == "of")
    of = next(last, None) if charges else sentence.find("of", start + 1, end - 1)
    is_charge = of is not None and (charges or sentence.plain[of + 1].endswith("ing") or sentence.plain[start] in HELD)
    return (start, of) if of and is_charge else phrase


def _asked(sentence: Sentence, cue: Cue, group: VerbGroup, asked: Found, last: int) -> Iterator[Found]:
    """Who is asked, which is neither for nor against him, and what is asked for: "asks the court to drop the case"."""
    end = asked.target[1]
    to = sentence.find("to", end, end + 3)
    if to is None and last > end:
        # "urges the council and the board to build": both are asked.
        to = sentence.find("to", last, last + 3)
    if to is None or to + 1 >= len(sentence) or sentence.plain[to + 1] in DETERMINERS:
        return
    if _resigns(sentence, to + 1):
        told = replace(asked, polarity="negative", relation="demand")
        yield with_flags(sentence, cue, group, told.turned("support") if "not" in sentence.plain[end:to] else told)
        return
    if can_be_target(sentence, asked.target) and can_hold(sentence.words[slice(*asked.target)]):
        yield with_flags(sentence, cue, group, replace(asked, polarity="neutral", relation="appeal"))
    if sentence.plain[to + 1] == "be":
        return
    denied = "not" in sentence.plain[end:to]
    for wanted, side in wanted_by(sentence, to + 1):
        found = replace(asked, target=wanted, polarity=side)
        yield with_flags(sentence, cue, group, found.turned("appeal") if denied else found)


_ENDED: Final = (
    frozenset(form for verb in END for kind, form in inflections(verb) if kind == "participle") - END - {"left"}
)


_RESIGN: Final = words("resign quit leave go withdraw")
_AWAY: Final = frozenset({("step", "down"), ("step", "aside"), ("stand", "down"), ("stand", "aside"), ("drop", "out")})


def _is_reduced(sentence: Sentence, cue: Cue) -> bool:
    """ "an order criticised by Ruiz": a participle with no helper before it, and its agent behind it."""
    return "participle" in cue.forms and cue.end < len(sentence) and sentence.plain[cue.end] == "by"


def _passive(sentence: Sentence, cue: Cue, group: VerbGroup) -> Iterator[Found]:
    target = _done_to(sentence, cue, group)
    by = sentence.find("by", cue.end, cue.end + 4)
    if target is None or by is None or is_no_noun(sentence, target):
        return
    for holder in after(sentence, by + 1):
        if not sentence.plain[holder[0]].endswith("ing"):
            yield from _done_by(sentence, cue, group, of_cue(cue, _without_charge(sentence, holder), target))


def _done_to(sentence: Sentence, cue: Cue, group: VerbGroup) -> Range | None:
    if sentence.plain[group.start] == "being" and group.start and sentence.plain[group.start - 1] in PREPOSITIONS:
        return None
    if group.voice == "passive" and not _is_being(sentence, group):
        return subject(sentence, group.start)
    return before(sentence, group.start, whole=bool(sentence.marks[group.start]))


def _is_being(sentence: Sentence, group: VerbGroup) -> bool:
    """Whether a passive hangs on the noun before it: "the measure being pushed by Collins"."""
    at = group.start
    return sentence.plain[at] == "being" and at > 0 and sentence.plain[at - 1] not in NO_PART


def _done_by(sentence: Sentence, cue: Cue, group: VerbGroup, found: Found) -> Iterator[Found]:
    """ "a bill pushed by Holt" he is for; who is "asked by Holt to pay" is asked."""
    if found.polarity != "neutral":
        yield with_flags(sentence, cue, group, found)
        return
    holder = found.holder or found.target
    to = sentence.find("to", holder[1], len(sentence))
    if to is None:
        yield with_flags(sentence, cue, group, replace(found, polarity="positive", relation="support"))
    elif to + 2 < len(sentence):
        yield with_flags(sentence, cue, group, found)
        for wanted, side in wanted_by(sentence, to + 1):
            yield with_flags(sentence, cue, group, replace(found, target=wanted, polarity=side))
