"""What the text calls a body beside its name: "the Popular Union, the main opposition party", "drugmaker Halden".

By that noun it is spoken of again: "the party", "the company".
"""

import re
from collections.abc import Iterator
from typing import Final

from sayso.coreference.person_name import Name
from sayso.data.article import Span
from sayso.lexicon.english import ANY_COMPANY, BODIES_CALLED, FIRMS, ORGANISATION_NOUNS, PART_OF_BODY, words
from sayso.text.doc import Doc

KINDS_OF_BODY: Final = (
    ORGANISATION_NOUNS
    | PART_OF_BODY
    | BODIES_CALLED.keys()
    | FIRMS
    | words(
        "manufacturer nonprofit non-profit ngo think-tank watchdog regulator startup start-up militia faction chain"
    )
)
_BEHIND: Final = words(
    "party group newspaper magazine network chain website militia movement union faction bank airline"
)
"""Nouns that behind a name mean its bearer; "the Doe board" and "the Doe team" are another."""

WIDE_NOUNS: Final = ANY_COMPANY | BODIES_CALLED.keys()
"""By which alone any body of that kind may be meant, whoever was called so before."""

_BRACKETS: Final = r"(?: \([^()]{1,24}\))?"
_LONGEST: Final = 60


def _noun(of: frozenset[str], most: int) -> str:
    """A pattern of one of these nouns with so many words before it."""
    nouns = "|".join(sorted(of - {"think"}, key=len, reverse=True))
    word = r"(?!(?:for|of|at|in|by|with|from|to|on|and|the|an?)\b)[\w’-]+,? "
    return rf"(?<![\w’'-])(?P<called>(?:{word}){{0,{most}}}?(?:{nouns}))"


_APPOSED: Final = re.compile(
    rf"{_BRACKETS}, (?:an?|the|one of [^,.]{{2,40}}) {_noun(KINDS_OF_BODY, 5)}"
    r"(?=[,.;:]| (?:that|which|for|of|in|at|based|behind|with|whose)\b)"
)
_RIGHT_BEHIND: Final = re.compile(rf"{_BRACKETS} {_noun(_BEHIND, 2)}\b")
_APPOINTED: Final = re.compile(
    rf"(?:[’']s?|\b[Tt]he|\b[Ii]ts) {_noun(KINDS_OF_BODY | words('insurer supplier'), 2)}, $"
)
_IN_FRONT: Final = re.compile(rf"{_noun(KINDS_OF_BODY, 3)} $", re.IGNORECASE)


def called_beside(doc: Doc, name: Name) -> Iterator[Span]:
    """The nouns beside a body's name that say what it is, without their article."""
    text, (start, end) = doc.text, doc.sentence_at(name.start)
    found = (
        _APPOSED.match(text, name.end, end),
        _RIGHT_BEHIND.match(text, name.end, end),
        _IN_FRONT.search(text, max(start, name.start - _LONGEST), name.start),
    )
    apposed = _APPOINTED.search(text, max(start, name.start - _LONGEST), name.start)
    if apposed is not None and text[name.end : name.end + 1] == ",":
        yield Span.of(text, *apposed.span("called"))
    for each in found:
        if each is not None and (each["called"].islower() or each.start("called") == start or each is not found[-1]):
            yield Span.of(text, *each.span("called"))
