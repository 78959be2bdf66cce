"""Two people of one name in one article: "Her namesake, Lim Jae-sun, the Daehwan chief"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
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


def told_apart(doc: Doc, placed: Sequence[Placed]) -> list[Placed]:
    """The names, those in full with the number of the bearer where the article tells of two.

    It does where it says so near a later mention ("namesake"), or gives two mentions roles that nobody combines.
    A mention that may be either's keeps no number.
    """
    numbers = dict(_numbers(doc, placed))
    return (
        [replace(p, name=replace(p.name, bearer=numbers.get(p.name.start))) for p in placed] if numbers else [*placed]
    )


def _numbers(doc: Doc, placed: Sequence[Placed]) -> Iterator[tuple[int, int]]:
    bearing: defaultdict[tuple[str, ...], list[Placed]] = defaultdict(list)
    for one in placed:
        if one.type == "person" and len(one.name.words) > 1 and doc.kind_at(one.name.start) != "title":
            bearing[tuple(sorted(one.name.words))].append(one)
    for some in bearing.values():
        others = [later for earlier, later in pairwise(some) if _is_another(doc, some[0], earlier, later)]
        if others:
            yield some[0].name.start, 1
            yield from ((other.name.start, number) for number, other in enumerate(others, 2))


def _is_another(doc: Doc, first: Placed, earlier: Placed, later: Placed) -> bool:
    """Whether a name means another than the `first` who bears it; `earlier` is where it last stood."""
    end = doc.sentence_at(later.name.start)[1]
    before = max(earlier.name.end, doc.sentence_at(max(0, doc.sentence_at(later.name.start)[0] - 2))[0])
    return _SAID_SO.search(doc.text, before, end) is not None or apart(_fields(doc, first), _fields(doc, later))


def _fields(doc: Doc, one: Placed) -> frozenset[str]:
    """The walks of life of the roles beside a name."""
    read = filter(None, (phrase(role.text) for role in around(doc, one.name)))
    return frozenset(field for role in read for word in (*role.head.split(), *role.words) if (field := field_of(word)))
