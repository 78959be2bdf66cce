"""Who answers in an interview of questions and answers: the one person whom its introduction names as asked."""

import re
from collections.abc import Iterator

from sayso.lexicon.callings import is_calling
from sayso.lexicon.english import ORGANISATION_WORDS, words
from sayso.lexicon.given_names import given_names
from sayso.text.segmentation import is_ended, lines

_REACH_OF_ROLE = 40
_AGE = re.compile(r",? \(?\d{1,3}\b")
_THIRD = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")
REACH = 3000
"""Characters before the first question in which the introduction is read."""

_PART = r"[^\W\d_a-z](?:[\w’'-]{1,40}|\.)"
_BETWEEN = r"(?:(?:al|bin|da|de|del|della|den|der|di|dos|du|ibn|la|ter|van|von) ){0,2}"
_NAME = rf"(?P<name>{_PART}(?: {_BETWEEN}{_PART}){{1,3}})"
_FULL_NAME = re.compile(rf"\b{_NAME}")
_ASKED = re.compile(
    r"(?:(?:[Ss]poke|[Tt]alked|[Ss]at down|[Cc]hatted|[Cc]aught up) (?:to|with)"
    r"|(?:[Ii]nterview|[Cc]onversation|Q ?& ?A|[Dd]iscussion) with|[Ii]nterviewed|[Aa]sked|[Mm]et(?: with)?)"
    rf"(?: (?:the|[a-z]\w*)){{0,4}} {_NAME}"
)
_ANSWERS = re.compile(
    rf"{_NAME}(?:, [^,.\n]{{1,80}},)? "
    r"(?:spoke|talked|talks|speaks|sat down|sits down|answered|answers|discusses|discussed)\b"
)


_ASKS = re.compile(
    r"(?:, [^,.\n]{1,80},)? (?:(?:met|visited|interviewed|asked|asks|meets|visits|interviews|rang|joined|went to see)\b"
    r"|(?:spoke|talked|talks|speaks|sat down|sits down|caught up|catches up|chatted) (?:to|with) (?:him|her|them)\b)"
)
"""What is told of one who asks: "Ana Ruiz met him at the landing"."""

_PLACES = words(
    "river lake street road avenue lane bridge park island islands mountain mount valley hill hills bay beach coast"
    " county district square station harbour harbor forest falls creek point war prize award festival cup league"
)
_NOT_OF_PEOPLE = re.compile(r"\b(?:[Tt]he|[Ii]n|[Aa]t|[Nn]ear|[Aa]cross|[Tt]hrough|[Aa]round|[Oo]utside)\s$")


def interviewee(text: str, end: int, *, loose: bool = False, proven: bool = False) -> tuple[int, int] | None:
    """Where the introduction before `end` names who is interviewed; None when it names nobody, or two.

    Where questions are known to follow (`loose`), the one person of whom it speaks is enough; where that they do is
    only likely, he must be `proven` to be one.

    >>> text = "We spoke with mayor Ana Ruiz on Monday."
    >>> text[slice(*interviewee(text, len(text)))]
    'Ana Ruiz'
    """
    start = max(0, end - REACH)
    found = list(_named(text, start, end))
    if not found and loose:
        names = [name for name in _anybody(text, start, end) if _may_answer(name)]
        found = [name.span("name") for name in names if not proven or any(_is_person(each, end) for each in names)]
    return found[0] if len({text[slice(*place)].rpartition(" ")[2] for place in found}) == 1 else None


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for pattern in (_ASKED, _ANSWERS):
        for found in pattern.finditer(text, start, end):
            is_body = found["name"].startswith("The ") or found["name"].split()[-1].casefold() in ORGANISATION_WORDS
            if not is_body:  # "The Tarn Post spoke to …"
                yield found.span("name")


def _anybody(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Every full name in the sentences of an introduction; headlines are in capitals all through."""
    for first, last in lines(text[:end]):
        if first >= start and (text[last - 1] == ":" or is_ended(text[first:last])):
            yield from _FULL_NAME.finditer(text, first, last)


def _may_answer(name: re.Match[str]) -> bool:
    """Whether a full name may be that of who is asked: not a book, a place, a body, or the one who asks."""
    text, last = name.string, name["name"].split()[-1].casefold()
    if name["name"].startswith(("The ", "A ")):
        return False
    led = _NOT_OF_PEOPLE.search(text[max(0, name.start() - _REACH_OF_ROLE) : name.start()])
    is_else = last in _PLACES | ORGANISATION_WORDS or (led and name["name"].split()[0].casefold() not in given_names())
    return not is_else and _ASKS.match(text, name.end()) is None


def with_initials(text: str, end: int, initials: str) -> tuple[int, int] | None:
    """The one full name before `end` that initials stand for: "LF" for Leonie Farquhar.

    >>> text = "Leonie Farquhar met Billy Nakamarra-Stead."
    >>> text[slice(*with_initials(text, len(text), "BNS"))]
    'Billy Nakamarra-Stead'
    """
    found = (place for name in _FULL_NAME.finditer(text, max(0, end - REACH), end) for place in _without_callings(name))
    meant = [place for place in found if initials in shortened(text[slice(*place)])]
    return meant[0] if len({text[slice(*place)] for place in meant}) == 1 else None


def _without_callings(name: re.Match[str]) -> Iterator[tuple[int, int]]:
    """A name, and what is left of it without the words that open it: "Ranger Ana Ruiz", "Ana Ruiz"."""
    *before, _ = re.finditer(r"\S+", name["name"])
    for word in before:
        yield name.start("name") + word.start(), name.end("name")


def shortened(name: str) -> set[str]:
    """The initials that may stand for a name: of all its parts, of its words, of the first and the last."""
    capital = [word[0] for word in name.split() if word[0].isupper()]
    parts = [part[0] for part in re.split(r"[\s-]+", name) if part[:1].isupper()]
    forms = {"".join(capital), "".join(parts), capital[0] + capital[-1] if capital else ""}
    return {form for form in forms if len(form) > 1}


def _is_person(name: re.Match[str], end: int) -> bool:
    """Whether a name is given to people, or tells what its bearer is, or his age; or "he" or "she" comes up later."""
    text, (given, *_) = name.string, name["name"].split()
    before = text[max(0, name.start() - _REACH_OF_ROLE) : name.start()].rpartition("\n")[2].split()
    is_told = any(map(is_calling, [given, *before[-1:]])) or given.casefold() in given_names()
    return is_told or any(pattern(text, name.end(), end) for pattern in (_AGE.match, _THIRD.search))
