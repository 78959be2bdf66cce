"""The words of a sentence that take a stance, each with what it shows and where it stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from sayso.lexicon.english import words
from sayso.lexicon.inflection import inflections
from sayso.lexicon.stances import Form, Stance, stances
from sayso.stance.sentence import NO_PART, Sentence, is_name, tells

_GAP: Final = 2
_OBJECT: Final = 6
"""How many words an object has that stands within a phrase: "took the Orsa Post to court"."""


class Cue(NamedTuple):
    """A stance with the place of its first word and the place after its last; `forms` are all that the word can be."""

    stance: Stance
    start: int
    end: int
    forms: frozenset[Form]


def cues(sentence: Sentence) -> Iterator[Cue]:
    """The stances of a sentence; of each kind of words the longest phrase where several begin at one word."""
    known = stances()
    plain = sentence.plain
    idiom = 0
    for at, word in enumerate(plain):
        if at < idiom:
            continue
        if at and is_name(sentence[at]) and not sentence.is_titled and sentence.marks[at] not in ("“", '"', "‘"):
            # Part of a name: "the Champions League".
            continue
        if gift := _gift(sentence, at) or _gift_from(sentence, at):
            yield gift
        told = known.get(word, ())
        kinds: set[str] = set()
        for stance in told:
            end = None if stance.kind in kinds else _end(plain, at + 1, stance) or _behind_place(sentence, at, stance)
            if end is not None:
                kinds.add(stance.kind)
                if stance.relation == "none":
                    idiom = end
                    continue
                same = (s for s in told if (s.rest, s.relation, s.kind) == (stance.rest, stance.relation, stance.kind))
                yield Cue(stance, at, end, frozenset(one.form for one in same))


def _gift(sentence: Sentence, at: int) -> Cue | None:
    """ "gave ten boats to": whoever gives money, arms or help to somebody stands by him."""
    forms = _giving().get(sentence.plain[at])
    if forms is None:
        return None
    for place in range(at + 2, min(at + _OBJECT + _GAP, len(sentence))):
        if sentence.marks[place].strip("$£€") or sentence.plain[place] in _NO_GIFTS:
            return None
        if sentence.plain[place] == "to":
            is_gift = any(word in _GIFTS for word in sentence.plain[at + 1 : place])
            return Cue(_AID, at, place + 1, forms) if is_gift else None
    return None


def _behind_place(sentence: Sentence, at: int, stance: Stance) -> int | None:
    """The place after "against" where it stands behind who is asked or where: "filed a suit in Mellin against"."""
    if not stance.rest or stance.rest[-1] not in ("against", "over") or at + 3 >= len(sentence):
        return None
    first = at + len(stance.rest)
    if tuple(sentence.plain[at + 1 : first]) != stance.rest[:-1] or sentence.plain[first] not in _PLACING:
        return None
    for place in range(first, min(first + _OBJECT + _GAP, len(sentence))):
        if sentence.marks[place] or tells(sentence, place):
            return None
        if sentence.plain[place] == stance.rest[-1]:
            return place + 1 if place > first else None
    return None


_PLACING: Final = words("in with at before to outside on")


def _gift_from(sentence: Sentence, at: int) -> Cue | None:
    """ "raised two million from": who gives it stands by whoever takes it."""
    if sentence.plain[at] not in _TAKING:
        return None
    for place in range(at + 2, min(at + _OBJECT + _GAP, len(sentence))):
        if sentence.marks[place].strip("$£€") or sentence.plain[place] in _NO_GIFTS - {"from"}:
            return None
        if sentence.plain[place] == "from":
            told = sentence.text[sentence[at].end : sentence[place].start]
            is_money = any(word in _MONEY for word in sentence.plain[at + 1 : place]) or any(c in told for c in "$£€")
            return Cue(_TAKEN, at + 1, place + 1, _PLAIN) if is_money else None
    return None


_TAKING: Final = frozenset(
    form for verb in words("raise receive take accept get collect solicit pocket") for _, form in inflections(verb)
) | words("took got taken gotten")
_MONEY: Final = words("million billion dollars euros pounds money cash funds donations contributions gifts funding")
_PLAIN: Final[frozenset[Form]] = frozenset({"plain"})
_TAKEN: Final = Stance("aid", "positive", False, ("from",), "drawn", "plain")
_AID: Final = Stance("aid", "positive", False, ("to",), "verb", "base")


@cache
def _giving() -> dict[str, frozenset[Form]]:
    """Each form of the verbs of giving with what it can be."""
    found: defaultdict[str, frozenset[Form]] = defaultdict(frozenset)
    for verb in words(
        "give provide donate hand send ship deliver contribute grant offer supply award lend pledge transfer"
    ):
        for form, word in inflections(verb):
            found[word] |= {form}
    return dict(found)


_GIFTS: Final = words(
    """aid money cash funds funding million billion dollars euros pounds weapons arms ammunition equipment supplies
    assistance loan loans grant grants donation donations food medicine medicines vaccines tents relief ventilators
    missiles tanks shelter blankets fuel"""
)
_NO_GIFTS: Final = words("that which who when if and but from by because")
_BETWEEN_NOT: Final = NO_PART | words(
    "up out off down away back over to me him them us it and is are was were be there posed"
)


def _end(plain: Sequence[str], at: int, stance: Stance) -> int | None:
    """The place after the last of the words that must follow, a figure or adverb between them allowed."""
    is_parted = stance.kind == "parted"
    for number, wanted in enumerate(stance.rest):
        gap = _GAP - 1 if number else _OBJECT if is_parted else _GAP
        found = next((n for n in range(at, min(at + gap + 1, len(plain))) if plain[n] == wanted), None)
        if found is not None and not is_parted and _BETWEEN_NOT & set(plain[at:found]):
            return None
        if found is None:
            return None
        at = found + 1
    return at
