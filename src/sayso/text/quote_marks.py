"""Each quotation mark of a text, with what it can be where it stands.

Three families are told apart: double marks (“ ” „ " `` ''), single marks (‘ ’ ') and guillemets (« » ‹ › << >>).
What a mark can be is told by its neighbours: `"` after a space and before a letter opens. Feet and inches (6'2")
and elisions ('tis, ’90s, rock ’n’ roll) are no quotation marks, nor is an apostrophe between two letters.
"""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Family = Literal["double", "single", "guillemet"]
Role = Literal["opens", "closes", "either", "perhaps closes"]


class Mark(NamedTuple):
    """A mark at `start`:`end`; one that "perhaps closes" may be an apostrophe or a measure instead."""

    start: int
    end: int
    family: Family
    role: Role


MARK = re.compile(
    r"``|<<(?=\S|\s[^\W\d_])|(?:(?<=\S)|(?<=[\w.,!?…]\s))>>|''|‘‘|’’|,,(?=\w)|[“”„‟\"«»‹›‘’‚'`「」『』❝❞＂″]"
)
NO_QUOTATION = re.compile(
    r"(?P<elision>(?<![^\W_])['’‘](?:\d\ds?\b|(?:tis|twas|twere|twill|em|til|cause|cos|bout|round|n)\b['’]?))"
    r"|(?P<measure>(?<!\d)\d{1,3}\s?['’′]\s?\d{1,2}(?:[./]\d{1,2})?\s?(?:[\"”″]|'')?(?!\w))",
    re.IGNORECASE,
)
BEFORE_OPENING = frozenset('([{—–-/:;,“”„"‘‚«‹„`…=>')
AFTER_CLOSING = frozenset(")]}—–-/:;,.!?…“”\"’»›'<")
NEVER_FIRST = frozenset(".,;:!?)]}")
PUNCTUATION = frozenset(".,!?…—–;:")

_DOUBLE_OPENERS, _DOUBLE_CLOSERS = frozenset(("“", "„", "‟", "``", ",,", "❝", "‘‘")), frozenset(("”", "❞", "’’"))
_GUILLEMETS = frozenset(("«", "»", "‹", "›", "<<", ">>", "「", "」", "『", "』"))
_OPEN_ALWAYS, _CLOSE_ALWAYS = frozenset(("<<", "「", "『")), frozenset((">>", "」", "』"))
_SINGLES = frozenset("‘’‚'`")


def marks_of(text: str, start: int, end: int) -> Iterator[Mark]:
    """The marks in one paragraph, `text[start:end]`, in order."""
    no_marks = list(NO_QUOTATION.finditer(text, start, end))
    upcoming = 0
    for found in MARK.finditer(text, start, end):
        while upcoming < len(no_marks) and no_marks[upcoming].end() <= found.start():
            upcoming += 1
        if upcoming < len(no_marks) and no_marks[upcoming].start() <= found.start():
            continue
        mark = _mark(text, found.start(), found.end(), start, end)
        if mark is not None:
            yield mark


def _mark(text: str, at: int, after: int, start: int, end: int) -> Mark | None:
    sign = text[at:after]
    before = text[at - 1] if at > start else " "
    follows = text[after] if after < end else " "
    if sign in _GUILLEMETS:
        return Mark(at, after, "guillemet", _guillemet(sign, before, follows))
    if sign in _SINGLES:
        role = _single(sign, before, follows)
        return Mark(at, after, "single", role) if role else None
    return Mark(at, after, "double", _double(sign, before, follows))


def _can_open(before: str, follows: str) -> bool:
    return (before.isspace() or before in BEFORE_OPENING) and not (follows.isspace() or follows in NEVER_FIRST)


def _can_close(before: str, follows: str) -> bool:
    return not before.isspace() and (follows.isspace() or follows in AFTER_CLOSING)


def _guillemet(sign: str, before: str, follows: str) -> Role:
    if sign in _OPEN_ALWAYS | _CLOSE_ALWAYS:
        return "opens" if sign in _OPEN_ALWAYS else "closes"
    # »German« and «French » open with opposite marks, and French ones stand apart: « oui ».
    if _can_open(before, follows) and not _can_close(before, follows):
        return "opens"
    if _can_close(before, follows) and not _can_open(before, follows):
        return "closes"
    return "opens" if sign in "«‹" else "closes"


def _double(sign: str, before: str, follows: str) -> Role:
    opens, closes = _can_open(before, follows), _can_close(before, follows)
    if before.isdigit() and sign in ('"', "''", "″"):
        return "perhaps closes"
    if opens != closes:
        return "opens" if opens else "closes"
    if sign in _DOUBLE_OPENERS:
        return "opens"
    return "closes" if sign in _DOUBLE_CLOSERS else "either"


def _single(sign: str, before: str, follows: str) -> Role | None:
    if before.isalnum() and follows.isalnum():
        return None
    if sign in ("‘", "‚") and not (sign == "‘" and _can_close(before, follows)):
        return "opens" if _can_open(before, follows) else None
    if sign != "‘" and _can_open(before, follows):
        return "opens"
    if not _can_close(before, follows):
        return None
    # "the workers’ demands": what follows an s or a figure may as well be an apostrophe, or minutes.
    return "perhaps closes" if follows.isspace() and (before in "sS" or before.isdigit()) else "closes"
