"""Two people of one name in one article: "Her namesake, Lim Jae-sun, the Daehwan chief"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from sayso.coreference.mention_cleanup import Placed
from sayso.coreference.role_phrases import around, phrase
from sayso.lexicon.role_fields import apart, field_of
from sayso.text.doc import Doc

_SAID_SO: Final = re.compile(
    r"\bnamesakes?\b|\b(?:same|very) names?\b|\bno relation\b|\bshares? (?:a|his|her|the) name\b"
    r"|\bname is (?:likewise|also|too)\b|\b(?:also|likewise) (?:called|named)\b"
    r"|\b(?:another|third|other|second) (?:bearer|man|woman|person) (?:of|with|by) (?:the|that|this|his|her) name\b"
    r"|\b(?:his|her|my|their) double\b",
    re.IGNORECASE,
)


_JOINED: Final = re.compile(
    r"(?:, [^,.;:“”\"]{2,60},)? and (?:(?:the|an?|his|her|young|old|[a-z-]+) ){0,3}(?:[^\W\d_][\w’'-]*,? ){0,2}"
)
"""Between two bearers of one name: "Kim Doe, the chairman, and Kim Doe, a cleaner", "old Jonas Doe and young Jonas"."""

_KIN: Final = re.compile(
    r"\b(?:[Hh]is|[Hh]er) (?:\w+ )?(?:(?P<older>father|mother|grandfather|grandmother|uncle|aunt)"
    r"|(?P<younger>son|daughter|grandson|granddaughter|nephew|niece)),? (?:[A-Z]\w*\.? )?$"
)
_YOUNG: Final = re.compile(r"\b(?:[Yy]oung|[Yy]ounger|[Ll]ittle) $")
_LOOKED_BACK: Final = 60


def told_apart(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """The names, those in full with the number of the bearer where the article tells of two.

    It does where it says so near a later mention ("namesake"), or gives two mentions roles that nobody combines.
    A mention that may be either's keeps no number.
    """
    numbers = dict(_numbers(doc, placed))
    if not numbers:
        return [*placed]
    generations = _generations(doc, placed)
    return [_numbered(p, numbers.get(p.name.start), generations) for p in placed]


def _numbered(placed: Placed, bearer: int | None, generations: Mapping[int, str]) -> Placed:
    generation = placed.name.generation or generations.get(placed.name.start)
    return replace(placed, name=replace(placed.name, bearer=bearer, generation=generation))


def _generations(doc: Doc, placed: Sequence[Placed]) -> Mapping[int, str]:
    """Who of two of one name is the younger, by where the name stands: "his son, Jonas Doe", "young Jonas Doe"."""
    found = dict[int, str]()
    for one in placed:
        kin, young = _kin(doc, one), _YOUNG.search(doc.text, max(0, one.name.start - _LOOKED_BACK), one.name.start)
        if young or (kin and kin["younger"]):
            found[one.name.start] = "jr"
        elif kin:
            first = next(p for p in placed if p.name.words == one.name.words)
            found |= {one.name.start: "sr", first.name.start: "jr"}
    return found


def _kin(doc: Doc, one: Placed) -> re.Match[str] | None:
    return _KIN.search(doc.text, max(0, one.name.start - _LOOKED_BACK), one.name.start)


def _numbers(doc: Doc, placed: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    bearing: defaultdict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for one in placed:
        if one.type == "person" and len(one.name.words) > 1 and doc.kind_at(one.name.start) != "title":
            bearing[tuple(sorted(one.name.words))].append(one)
    for some in bearing.values():
        others = [
            later
            for earlier, later in pairwise(some)
            if _is_another(doc, some[0], earlier, later) or _is_kin(doc, placed, earlier, later)
        ]
        if others:
            yield some[0].name.start, 1
            yield from ((other.name.start, number) for number, other in enumerate(others, 2))


def _is_another(doc: Doc, first: Placed, earlier: Placed, later: Placed) -> bool:
    """Whether a name means another than the `first` who bears it; `earlier` is where it last stood."""
    end = doc.sentence_at(later.name.start)[1]
    before = max(earlier.name.end, doc.sentence_at(max(0, doc.sentence_at(later.name.start)[0] - 2))[0])
    joined = _JOINED.fullmatch(doc.text, earlier.name.end, later.name.start)
    if joined or _SAID_SO.search(doc.text, before, end):
        return True
    return apart(_fields(doc, first), _fields(doc, later))


def _is_kin(doc: Doc, placed: Sequence[Placed], earlier: Placed, later: Placed) -> bool:
    """Whether a name is that of the father or son of its last bearer: "Terry Doe II … His father, Terry Doe"."""
    between = (p for p in placed if earlier.name.end <= p.name.start < later.name.start and p.type == "person")
    alone = all(p.name.words == earlier.name.words[-1:] for p in between)
    return alone and _kin(doc, later) is not None and doc.distance(earlier.name.start, later.name.start) <= 1


def _fields(doc: Doc, one: Placed) -> frozenset[str]:
    """The walks of life of the roles beside a name."""
    read = filter(None, (phrase(role.text) for role in around(doc, one.name)))
    return frozenset(field for role in read for word in (*role.head.split(), *role.words) if (field := field_of(word)))
