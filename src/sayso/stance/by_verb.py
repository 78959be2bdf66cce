"""A verb that takes a side: "Ruiz has long opposed the dam", "the dam, which Ruiz opposes", "criticised by Ruiz"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import product
from typing import Final

from sayso.data.position import Polarity
from sayso.lexicon.english import words
from sayso.lexicon.inflection import inflections
from sayso.lexicon.stances import stances
from sayso.stance.clauses import clause_subject, owner, subject_before
from sayso.stance.cues import Cue
from sayso.stance.found import Found, can_be_target, is_no_noun, is_thing, of_cue
from sayso.stance.parties import can_hold
from sayso.stance.phrases import (
    DETERMINERS,
    NO_PART,
    Range,
    Sentence,
    after,
    bare,
    before,
    is_name,
    listed_before,
)
from sayso.stance.verb_groups import VerbGroup, group_of, subject_of

_IF: Final = words("if unless should")
_EFFORTS: Final = words(
    """effort efforts attempt attempts bid bids plan plans campaign campaigns call calls move moves push decision vow
    pledge promise proposal threat threats desire wish intention willingness commitment readiness
    vote resolution legislation bill"""
)
_RELATIVES: Final = words("which that whom")
_END_BY_TWO: Final = frozenset({("break", "up"), ("rein", "in"), ("phase", "out"), ("wind", "down"), ("scale", "back")})
DONE: Final = words(
    """secure stop end halt abandon withdraw lift remove leave cut prevent overturn repeal reverse dismantle abolish
    build pass adopt implement enact restore respect defend protect guarantee ensure free release resume invest fund"""
)
_MADE: Final = DONE | words(
    """make keep give provide expand extend strengthen improve increase raise grant hold open create establish introduce
    launch apply allow sign complete finish publish join renew continue maintain preserve save rebuild allocate deliver
    show send include use hire buy"""
)
END: Final = words(
    """stop end drop halt abandon withdraw scrap cancel reject block oppose lift remove quit ban leave cut condemn
    prevent avoid overturn repeal undo reverse dismantle abolish close shut take reconsider rescind revoke
    suspend delay postpone limit curb reduce defeat fight combat tackle counter destroy resist stem eliminate erase"""
)


def by_verb(sentence: Sentence, cue: Cue, told: Sequence[Found]) -> Iterator[Found]:
    """The positions that a verb shows; `told` are those of the words before it."""
    group = group_of(sentence, cue.start, cue.forms)
    if group is None or group.ought or (group.negated and cue.stance.rest == ("out",)):
        # Who does not rule out a thing takes no side.
        return
    if group.voice == "passive" or _is_reduced(sentence, cue):
        yield from _passive(sentence, cue, group)
        return
    holder, teller = _holder(sentence, group, told)
    holders = list(joint(sentence, group, holder)) if holder else _between(sentence, group)
    for holder, target in product(holders, _targets(sentence, cue, group)):
        if _is_asked(sentence, cue, target):
            yield from _asked(sentence, cue, group, of_cue(cue, holder, target))
        elif _is_wish(cue) and (ends := _ending(sentence, target)):
            yield with_flags(sentence, cue, group, replace(of_cue(cue, holder, ends), polarity="negative"))
        elif can_be_target(sentence, target) and _fits(sentence, cue, group, target):
            yield with_flags(sentence, cue, group, replace(of_cue(cue, holder, target), teller=teller))


def joint(sentence: Sentence, group: VerbGroup, holder: Range) -> Iterator[Range]:
    """Who does something together: "Ruiz and Holt oppose the dam"; but with a verb before "Ruiz" Holt alone does."""
    listed = list(listed_before(sentence, holder)) if holder[1] == group.start else [holder]
    first = listed[-1][0]
    opens = first == 0 or bool(sentence.marks[first]) or sentence.plain[first - 1] in _OPENING
    yield from listed if opens else [holder]


_OPENING: Final = words("that said says say as while but when because after before if since although though")


def _between(sentence: Sentence, group: VerbGroup) -> list[Range]:
    """ "cooperation between Korvia and Norland in fighting smugglers": both of them."""
    start = group.start
    if group.voice != "gerund" or start == 0 or sentence.plain[start - 1] not in ("in", "on", "for"):
        return []
    at = sentence.find("between", start - _REACH, start - 1)
    return [] if at is None else [phrase for phrase in after(sentence, at + 1) if phrase[1] <= start]


_REACH: Final = 10


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


def _is_asked(sentence: Sentence, cue: Cue, target: Range) -> bool:
    """Whether a verb has somebody do something: "urges the council", "wants the council to build"."""
    if cue.stance.polarity == "neutral":
        return True
    is_told = sentence.find("to", target[1], target[1] + 1) is not None
    return _is_wish(cue) and is_told and can_hold(sentence.words[slice(*target)])


def _is_wish(cue: Cue) -> bool:
    return cue.stance.relation in ("appeal", "demand") and cue.stance.polarity == "positive"


def _ending(sentence: Sentence, target: Range) -> Range | None:
    """Who or what is to go: "wants Holt removed", "demands Holt resign"."""
    start, end = target
    if end - start > 1 and sentence.plain[end - 1] in _RESIGN and is_name(sentence[end - 2]):
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
    found = [] if is_parted else [_without_charge(sentence, phrase) for phrase in after(sentence, cue.end)]
    yield from found
    relative = None if found else _relative(sentence, group)
    if relative and (cue.end >= len(sentence) or sentence.plain[cue.end] != "that"):
        yield relative


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


def _without_charge(sentence: Sentence, phrase: Range) -> Range:
    """ "accused Norland of intimidating …": what somebody is blamed for doing is not who is blamed."""
    start, end = phrase
    of = sentence.find("of", start + 1, end - 1)
    return (start, of) if of and sentence.plain[of + 1].endswith("ing") else phrase


def _asked(sentence: Sentence, cue: Cue, group: VerbGroup, asked: Found) -> Iterator[Found]:
    """Who is asked, which is neither for nor against him, and what is asked for: "asks the court to drop the case"."""
    end = asked.target[1]
    to = sentence.find("to", end, end + 3)
    if to is None or to + 1 >= len(sentence) or sentence.plain[to + 1] in DETERMINERS:
        return
    if sentence.plain[to + 1] in _RESIGN:
        told = replace(asked, polarity="negative", relation="demand")
        yield with_flags(sentence, cue, group, told.turned("support") if "not" in sentence.plain[end:to] else told)
        return
    if can_be_target(sentence, asked.target):
        yield with_flags(sentence, cue, group, replace(asked, polarity="neutral", relation="appeal"))
    if sentence.plain[to + 1] == "be":
        return
    denied = "not" in sentence.plain[end:to]
    for wanted, side in wanted_by(sentence, to + 1):
        found = replace(asked, target=wanted, polarity=side)
        yield with_flags(sentence, cue, group, found.turned("appeal") if denied else found)


_ENDED: Final = frozenset(form for verb in END for kind, form in inflections(verb) if kind == "participle") - END
_RESIGN: Final = words("resign quit step stand leave go withdraw drop")


def wanted_by(sentence: Sentence, verb: int) -> Iterator[tuple[Range, Polarity]]:
    """What shall be done, and whether it shall be or end: "build the bridge and scrap the levy"."""
    wanted = list(_wanted(sentence, verb))
    yield from wanted
    end = wanted[-1][0][1] if wanted else len(sentence)
    goes_on = end + 2 < len(sentence) and sentence.plain[end] in ("and", "or") and not is_name(sentence[end + 1])
    if goes_on and (sentence.plain[end + 1] in DONE | END or _is_base(sentence.plain[end + 1])):
        yield from _wanted(sentence, end + 1)


def _is_base(word: str) -> bool:
    return any(s.kind == "verb" and s.form == "base" for s in stances().get(word, ()))


def _wanted(sentence: Sentence, verb: int) -> Iterator[tuple[Range, Polarity]]:
    known = [s for s in stances().get(sentence.plain[verb], ()) if s.kind == "verb" and s.form == "base"]
    for told in known:
        end = verb + 1 + len(told.rest)
        if tuple(sentence.plain[verb + 1 : end]) == told.rest and told.polarity != "neutral":
            yield from ((phrase, told.polarity) for phrase in after(sentence, end) if can_be_target(sentence, phrase))
            return
    ends = sentence.plain[verb] in END or tuple(sentence.plain[verb : verb + 2]) in _END_BY_TWO
    if not ends and sentence.plain[verb] not in _MADE:
        # "to face the facts", "to unwind the deal": what is done to it cannot be told.
        return
    side: Polarity = "negative" if ends else "positive"
    verb += verb + 1 < len(sentence) and sentence.plain[verb + 1] in ("down", "off", "out", "up", "in", "back")
    yield from ((phrase, side) for phrase in after(sentence, verb + 1) if can_be_target(sentence, phrase))


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
    if group.voice == "passive" and not _is_being(sentence, group):
        return _subject(sentence, group.start)
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


def _holder(sentence: Sentence, group: VerbGroup, told: Sequence[Found]) -> tuple[Range | None, Range | None]:
    """Who takes the stance, and who says so where that is told in the same sentence."""
    if group.voice == "gerund":
        last = told[-1] if told else None
        follows = group.start > 1
        if last and follows and sentence.plain[group.start - 1] in ("of", "for") and last.target[1] == group.start - 1:
            return last.target, last.holder
        if follows and sentence.plain[group.start - 1] == "in" and (both := _joined_in(sentence, group.start - 1)):
            return both, None
        if group.start and sentence.plain[group.start - 1] in _PREPOSITIONS | _NOT_DOING:
            return None, None
        if group.start and not sentence.marks[group.start] and sentence.plain[group.start - 1] not in _CLAUSES:
            near = before(sentence, group.start, whole=False)
            is_where = near and near[0] and sentence.plain[near[0] - 1] in ("on", "at", "in", "before", "with")
            if near and not is_where and can_hold(sentence.words[slice(*near)]):
                return near, None
        return clause_subject(sentence, group.start), None
    if group.voice == "infinitive":
        return _aims(sentence, group.start) or _opened(sentence, group.start), None
    return _subject(sentence, group.start), None


def _subject(sentence: Sentence, start: int) -> Range | None:
    """Who does what a verb group says: beside it, or the first of the sentence where no colon parts them."""
    found = subject_of(sentence, start)
    return found if found or sentence.marks[start] in (":", ";") else clause_subject(sentence, start)


_PREPOSITIONS: Final = words(
    "of for by from in after before to at on with without about since while when upon despite through"
)


def _joined_in(sentence: Sentence, place: int) -> Range | None:
    """Who joins somebody "in" something: "The union joined Holt in condemning the levy"."""
    verb = next((n for n in range(place - 1, max(0, place - _REACH), -1) if sentence.plain[n] in _JOIN), None)
    return subject_before(sentence, verb) if verb else None


_JOIN: Final = frozenset(form for kind, form in inflections("join") if kind != "gerund")
_NOT_DOING: Final = frozenset(
    form for verb in words("deny avoid risk consider stop quit mean involve") for _, form in inflections(verb)
) | {"out"}
_CLAUSES: Final = words("and while when but or")


def _aims(sentence: Sentence, to: int) -> Range | None:
    """Who has in mind what an infinitive says: "Ruiz's bid to block the dam", "announced a plan to ban it"."""
    if to == 0 or sentence.plain[to - 1] not in _EFFORTS or sentence.marks[to]:
        return None
    by_name = owner(sentence, to - 1)
    if by_name:
        return by_name
    verb = next((n for n in range(to - 2, max(-1, to - 6), -1) if sentence.plain[n] in _ANNOUNCING), None)
    return None if verb is None else subject_before(sentence, verb)


def _opened(sentence: Sentence, to: int) -> Range | None:
    """Who has in mind what opens a sentence: "To protest the levy, miners …", "Founded to oppose it, the union …"."""
    comma = next((n for n in range(to, len(sentence)) if sentence.marks[n].startswith(",")), None)
    opens = to == 0 or (to < _OPENED and sentence.plain[to - 1].endswith("ed"))
    subject = next(after(sentence, comma), None) if comma and opens else None
    return subject if subject and can_hold(sentence.words[slice(*subject)]) else None


_OPENED: Final = 4
_ANNOUNCING: Final = words(
    """announce announces announced launch launches launched make makes made lead leads led led back backs backed
    support supports supported approve approves approved pass passes passed sign signs signed introduce introduces
    introduced join joins joined unveil unveils unveiled renew renews renewed mount mounts mounted issue issues issued
    propose proposes proposed reiterate reiterated has have had begin began begins"""
)


def with_flags(sentence: Sentence, cue: Cue, group: VerbGroup, found: Found) -> Found:
    """Denial, condition and time of the verb; who refuses is against, who declines to condemn is not."""
    negative = group.negated or _is_nobody(sentence, found)
    is_own = found.holder is not None and sentence.plain[found.holder[1] - 1] in ("i", "we")
    if found.polarity == "positive" and (group.refused or (negative and (group.will or is_own))):
        found, negative = found.turned("reject"), False
    elif group.refused:
        negative = True
    opened = sentence.plain[: cue.start]
    is_parted = any(_PARTED & set(mark) for mark in sentence.marks[: cue.start])
    only_if = (any(word in _IF for word in opened) and not is_parted) or "should" in opened[-_NEAR:]
    return replace(
        found,
        negated=negative,
        hypothetical=group.possible or only_if or (group.would and not _by_pronoun(sentence, found)),
        past=group.past,
    )


def _is_nobody(sentence: Sentence, found: Found) -> bool:
    """Whether those who would hold it do not: "no senator", "neither Ruiz nor Holt"."""
    if found.holder is None:
        return False
    start = found.holder[0]
    return sentence.plain[start] in _NOBODY or (start > 0 and sentence.plain[start - 1] in ("nor", "neither"))


_NOBODY: Final = words("no none nobody neither few")
_NEAR: Final = 5
"""Words within which "should the House vote to impeach" has its verb."""
_PARTED: Final = frozenset(",–—-;:")


def _by_pronoun(sentence: Sentence, found: Found) -> bool:
    """Whether who does it is "he" or "I": "said he would vote against" is no supposition."""
    return found.holder is not None and sentence.plain[found.holder[0]] in ("i", "we", "he", "she", "they")
