"""The positions that the words of one sentence show: whose they are and towards what, as places of its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sayso.data.position import Polarity
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import forms_of
from sayso.lexicon.stances import stances
from sayso.stance.cues import Cue, cues
from sayso.stance.phrases import DETERMINERS, Range, after, bare, before, is_name, parted
from sayso.stance.verb_groups import VerbGroup, group_of, subject_of
from sayso.text.doc import Word

_BE: Final = words("is are was were isn't aren't wasn't weren't remains remain")
_CALL: Final = words("call calls called calling brand brands branded label labels labelled labeled dub dubs dubbed")
_EXPRESS: Final = words(
    """express expresses expressed voice voices voiced announce announces announced declare declares declared reiterate
    reiterates reiterated offer offers offered show shows showed organise organised organises organize organized
    organizes hold holds held stage stages staged lead leads led launch launches launched issue issues issued repeat
    repeats repeated renew renews renewed give gives gave pledge pledges pledged continue continues continued urge urges
    urged vow vows vowed file files filed stand stands stood"""
)
_DRAW: Final = words(
    "draw draws drew drawn win wins won face faces faced earn earns earned receive receives received meet meets met"
)
_FRIENDS: Final = words(
    "ally allies friend friends partner partners backer backers supporter supporters enemy enemies foe foes"
)
_FOES: Final = words("enemy enemies foe foes")
_IF: Final = words("if unless should")
_NO: Final = words("not never no isn't aren't wasn't weren't")


@dataclass(frozen=True, slots=True)
class Found:
    """A position by places in a sentence; `holder` None is whoever says it, `teller` who says it of the holder."""

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


def found_in(text: str, sentence: Sequence[Word]) -> Iterator[Found]:
    """All positions of a sentence in the order of the words that show them."""
    told: list[Found] = []
    for cue in cues(sentence):
        if cue.stance.form == "noun":
            told += _by_noun(text, sentence, cue)
        elif cue.stance.form == "judgement":
            told += _by_judgement(text, sentence, cue)
        else:
            told += _by_verb(text, sentence, cue, told)
    yield from {(one.holder, one.target, one.polarity): one for one in reversed(told)}.values()


def _by_verb(text: str, sentence: Sequence[Word], cue: Cue, before_it: Sequence[Found]) -> Iterator[Found]:
    group = group_of(text, sentence, cue.start, frozenset(cue.forms))
    if group is None or group.voice == "infinitive" or group.ought:
        return
    if group.voice == "passive" or _is_reduced(sentence, cue):
        yield from _passive(text, sentence, cue, group)
        return
    holder, teller = _holder(text, sentence, group, before_it)
    if holder is None:
        return
    for target in after(text, sentence, cue.end):
        target = _named_after(text, sentence, _without_charge(sentence, target))
        if cue.stance.relation == "appeal" and cue.stance.polarity == "neutral" and not cue.stance.rest:
            yield from _asked(
                text, sentence, cue, group, Found(holder, target, "appeal", "neutral", (cue.start, cue.end))
            )
        elif bare(sentence[target[0]]) not in _OBJECTLESS:
            yield _with_flags(sentence, cue, group, Found(holder, target, *_told(cue), (cue.start, cue.end), teller))


def _without_charge(sentence: Sequence[Word], phrase: Range) -> Range:
    """ "accused Norland of intimidating …": what somebody is blamed for doing is not who is blamed."""
    start, end = phrase
    of = next((n for n in range(start + 1, end - 1) if bare(sentence[n]) == "of"), None)
    return (start, of) if of and bare(sentence[of + 1]).endswith("ing") else phrase


def _named_after(text: str, sentence: Sequence[Word], phrase: Range) -> Range:
    """The name that follows a description in apposition: "a former mayor of Orsa, Ana Ruiz, of"."""
    start, end = phrase
    is_description = bare(sentence[start]) in ("a", "an", "the") and end < len(sentence) and is_name(sentence[end])
    if is_description and parted(text, sentence[end - 1], sentence[end]) == ",":
        return next(after(text, sentence, end), phrase)
    return phrase


def _asked(text: str, sentence: Sequence[Word], cue: Cue, group: VerbGroup, asked: Found) -> Iterator[Found]:
    """Who is asked, which is neither for nor against him, and what is asked for: "asks the court to drop the case"."""
    end = asked.target[1]
    to = next((n for n in range(end, min(end + 2, len(sentence))) if bare(sentence[n]) == "to"), None)
    if to is None or to + 2 >= len(sentence):
        return
    if bare(sentence[asked.target[0]]) not in _OBJECTLESS:
        yield _with_flags(sentence, cue, group, asked)
    for wanted in after(text, sentence, to + 2):
        if bare(sentence[wanted[0]]) not in _OBJECTLESS:
            side: Polarity = "negative" if bare(sentence[to + 1]) in _END else "positive"
            yield _with_flags(sentence, cue, group, replace(asked, target=wanted, polarity=side))


_END: Final = words(
    "stop end drop halt abandon withdraw scrap cancel reject block oppose lift remove quit ban leave cut condemn"
)


_OBJECTLESS: Final = words("that to it you him her them me us himself herself itself themselves there")


def _told(cue: Cue) -> tuple[str, Polarity]:
    return cue.stance.relation, cue.stance.polarity


def _is_reduced(sentence: Sequence[Word], cue: Cue) -> bool:
    """ "an order criticised by Ruiz": a participle with no helper before it, and its agent behind it."""
    return "participle" in cue.forms and cue.end < len(sentence) and bare(sentence[cue.end]) == "by"


def _passive(text: str, sentence: Sequence[Word], cue: Cue, group: VerbGroup) -> Iterator[Found]:
    target = subject_of(text, sentence, group.start)
    by = next((n for n in range(cue.end, min(cue.end + 4, len(sentence))) if bare(sentence[n]) == "by"), None)
    if target is None or by is None:
        return
    told: tuple[str, Polarity] = ("support", "positive") if cue.stance.polarity == "neutral" else _told(cue)
    for holder in after(text, sentence, by + 1):
        yield _with_flags(sentence, cue, group, Found(holder, target, *told, (cue.start, cue.end)))


def _holder(
    text: str, sentence: Sequence[Word], group: VerbGroup, before_it: Sequence[Found]
) -> tuple[Range | None, Range | None]:
    """Who takes the stance, and who says so where that is told in the same sentence."""
    if group.voice == "gerund":
        last = before_it[-1] if before_it else None
        follows = group.start and bare(sentence[group.start - 1]) in ("of", "for")
        if last and follows and last.target[1] == group.start - 1:
            return last.target, last.holder
        if group.start and bare(sentence[group.start - 1]) in ("of", "for", "by", "from", "in", "after", "before"):
            return None, None
        return _clause_subject(text, sentence, group.start), None
    subject = subject_of(text, sentence, group.start)
    return subject or _clause_subject(text, sentence, group.start), None


def _clause_subject(text: str, sentence: Sequence[Word], until: int) -> Range | None:
    """Who does what the clause before a place says, or the whole sentence: "after Doe spoke, criticising Roe"."""
    for place in range(until - 1, 0, -1):
        if bare(sentence[place - 1]) in _CLAUSES:
            found = next(after(text, sentence, place), None)
            return found if found and found[1] <= until else None
    return _first_subject(text, sentence, until)


_CLAUSES: Final = words("after as while when because that before but")


def _first_subject(text: str, sentence: Sequence[Word], until: int) -> Range | None:
    """The first phrase of the sentence that a verb follows: who does all that is joined by "and"."""
    first = next(after(text, sentence, 0), None)
    return first if first and first[1] <= until and bare(sentence[first[0]]) not in _NO_HOLDERS else None


_NO_HOLDERS: Final = words("in on at after before as when while if this that it there")


def _with_flags(sentence: Sequence[Word], cue: Cue, group: VerbGroup, found: Found) -> Found:
    """Denial, condition and time of the verb; who refuses is against, who declines to condemn is not."""
    negative = group.negated
    polarity, relation = found.polarity, found.relation
    if polarity == "positive" and (group.refused or (negative and group.will)):
        polarity, relation, negative = "negative", "reject", False
    elif group.refused:
        negative = True
    only_if = any(bare(word) in _IF for word in sentence[: cue.start]) and not any(
        word.text.endswith(",") for word in sentence[: cue.start]
    )
    return replace(
        found,
        polarity=polarity,
        relation=relation,
        negated=negative,
        hypothetical=group.possible or only_if,
        past=group.past,
        mutual=cue.stance.mutual,
    )


def _by_noun(text: str, sentence: Sequence[Word], cue: Cue) -> Iterator[Found]:
    """ "Macron's criticism of Nato", "voiced support for the bill"."""
    holder = _owner(text, sentence, cue.start) or _who_expresses(text, sentence, cue.start)
    if holder is None:
        return
    for target in after(text, sentence, cue.end):
        if bare(sentence[target[0]]) not in _OBJECTLESS:
            yield Found(holder, target, *_told(cue), (cue.start, cue.end))


def _owner(text: str, sentence: Sequence[Word], at: int) -> Range | None:
    """The name in the possessive before a noun, an adjective or two between them allowed."""
    for place in range(at - 1, max(-1, at - 4), -1):
        word = sentence[place].text.replace("’", "'").casefold()
        if word.endswith(("'s", "s'")):
            start = place
            while start > 0 and is_name(sentence[start - 1]) and not _acts(text, sentence, start):
                start -= 1
            return (start, place + 1)
    return None


def _acts(text: str, sentence: Sequence[Word], at: int) -> bool:
    """Whether the word before a place is a headline's verb, or parted from it by a mark."""
    word = bare(sentence[at - 1])
    return bool(parted(text, sentence[at - 1], sentence[at])) or "third" in forms_of(word) or word in stances()


def _who_expresses(text: str, sentence: Sequence[Word], at: int) -> Range | None:
    for place in range(at - 1, max(-1, at - 5), -1):
        if bare(sentence[place]) in _EXPRESS:
            group = group_of(text, sentence, place, frozenset({"past"}))
            return subject_of(text, sentence, group.start) if group else None
        if bare(sentence[place]) in _DRAW:
            return None
    return None


def _by_judgement(text: str, sentence: Sequence[Word], cue: Cue) -> Iterator[Found]:
    """ "The plan is a disgrace", "calls the plan a disgrace": the speaker's, or whoever calls it so."""
    for place in range(cue.start - 1, max(-1, cue.start - 7), -1):
        word = bare(sentence[place])
        if word in _BE:
            yield from _judged(text, sentence, cue, place)
            return
        if word in _CALL:
            yield from _called(text, sentence, cue, place)
            return


def _judged(text: str, sentence: Sequence[Word], cue: Cue, at: int) -> Iterator[Found]:
    subject = before(text, sentence, at)
    if subject is None:
        return
    negated = any(bare(word) in _NO for word in sentence[at : cue.start])
    if bare(sentence[cue.start]) in _FRIENDS:
        owner = _owner(text, sentence, cue.start)
        side: Polarity = "negative" if bare(sentence[cue.start]) in _FOES else "positive"
        for holder in _listed(text, sentence, subject):
            if owner and holder[1] <= at:
                yield Found(holder, owner, "cooperate", side, (at, cue.end), negated=negated, mutual=True)
        return
    polarity, relation = cue.stance.polarity, cue.stance.relation
    if negated:
        polarity, relation = ("negative", "disapprove") if polarity == "positive" else ("positive", "praise")
    if subject[1] - subject[0] > 1 or bare(sentence[subject[0]]) not in DETERMINERS | _OBJECTLESS | _POINTING:
        yield Found(None, subject, relation, polarity, (at, cue.end))


_POINTING: Final = words("this that it there he she they we i you these those what which who")


def _listed(text: str, sentence: Sequence[Word], last: Range) -> Iterator[Range]:
    """The names of a list that ends in a phrase: "Iran, Russia and Iraq"."""
    yield last
    at = last[0]
    while at >= 1 and is_name(sentence[last[0]]):
        end = at - 1 if bare(sentence[at - 1]) == "and" else at
        if end == at and parted(text, sentence[at - 1], sentence[at]) != ",":
            return
        before_it = before(text, sentence, end)
        if before_it is None or not is_name(sentence[before_it[0]]):
            return
        yield before_it
        at = before_it[0]


def _called(text: str, sentence: Sequence[Word], cue: Cue, at: int) -> Iterator[Found]:
    group = group_of(text, sentence, at, frozenset({"past"}))
    holder = subject_of(text, sentence, group.start) if group else None
    target = next(after(text, sentence, at + 1), None)
    if group and holder and target and target[0] < cue.start and bare(sentence[target[0]]) not in _OBJECTLESS:
        end = min(target[1], cue.start)
        while end > target[0] + 1 and bare(sentence[end - 1]) in DETERMINERS:
            end -= 1
        yield Found(holder, (target[0], end), *_told(cue), (at, cue.end), negated=group.negated, past=group.past)
