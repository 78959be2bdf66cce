"""Who answers in an interview of questions and answers: the one person whom its introduction names as asked."""

import re
from collections.abc import Iterator

from sayso.lexicon.english import ORGANISATION_WORDS
from sayso.text.segmentation import is_ended, lines

REACH = 3000
"""Characters before the first question in which the introduction is read."""

_NAME = r"(?P<name>[A-Z][\w’'-]{1,40}(?: (?:(?:al|bin|da|de|del|van|von) )?[A-Z][\w’'-]{1,40}){1,3})"
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


def interviewee(text: str, end: int, *, loose: bool = False) -> tuple[int, int] | None:
    """Where the introduction before `end` names who is interviewed; None when it names nobody, or two.

    Where questions are known to follow (`loose`), the one person of whom it speaks is enough.

    >>> text = "We spoke with mayor Ana Ruiz on Monday."
    >>> text[slice(*interviewee(text, len(text)))]
    'Ana Ruiz'
    """
    start = max(0, end - REACH)
    found = list(_named(text, start, end)) or (list(_anybody(text, start, end)) if loose else [])
    return found[0] if len({text[slice(*place)].rpartition(" ")[2] for place in found}) == 1 else None


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for pattern in (_ASKED, _ANSWERS):
        for found in pattern.finditer(text, start, end):
            if found["name"].rpartition(" ")[2].casefold() not in ORGANISATION_WORDS:  # "The Tarn Post spoke to …"
                yield found.span("name")


def _anybody(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Every full name in the sentences of an introduction; headlines are in capitals all through."""
    for first, last in lines(text[:end]):
        if first >= start and (text[last - 1] == ":" or is_ended(text[first:last])):
            yield from (found.span("name") for found in _FULL_NAME.finditer(text, first, last))
