"""Who answers in an interview of questions and answers: the one person whom its introduction names as asked."""

import re
from collections.abc import Iterator

REACH = 3000
"""Characters before the first question in which the introduction is read."""

_NAME = r"(?P<name>[A-Z][\w’'-]+(?: (?:(?:al|bin|da|de|del|van|von) )?[A-Z][\w’'-]+){1,3})"
_ASKED = re.compile(
    r"(?:(?:[Ss]poke|[Tt]alked|[Ss]at down|[Cc]hatted|[Cc]aught up) (?:to|with)"
    r"|(?:[Ii]nterview|[Cc]onversation|Q ?& ?A|[Dd]iscussion) with|[Ii]nterviewed|[Aa]sked|[Mm]et(?: with)?)"
    rf"(?: (?:the|[a-z]\w*)){{0,4}} {_NAME}"
)
_ANSWERS = re.compile(
    rf"{_NAME}(?:, [^,.\n]{{1,80}},)? "
    r"(?:spoke|talked|talks|speaks|sat down|sits down|answered|answers|discusses|discussed)\b"
)


def interviewee(text: str, end: int) -> tuple[int, int] | None:
    """Where the introduction before `end` names who is interviewed; None when it names nobody, or two.

    >>> text = "We spoke with mayor Ana Ruiz on Monday."
    >>> text[slice(*interviewee(text, len(text)))]
    'Ana Ruiz'
    """
    found = list(_named(text, max(0, end - REACH), end))
    return found[0] if len({text[slice(*place)].rpartition(" ")[2] for place in found}) == 1 else None


def _named(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for pattern in (_ASKED, _ANSWERS):
        yield from (found.span("name") for found in pattern.finditer(text, start, end))
