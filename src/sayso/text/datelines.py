"""Where a report's paragraph opens with a dateline, "PORT ELNA, 3 May (AP) —": the place of it is nobody who acts."""

import re

_LONGEST = 70
_CAPITALS = r"[^\W\d_a-z]{2}[^\W\d_a-z.'’-]*(?: [^\W\d_a-z]{2}[^\W\d_a-z.'’-]*){0,3}"
_WORDS = r"[^\W\d_a-z][\w.'’-]*(?: [^\W\d_a-z][\w.'’-]*){0,3}"
_REGION = r"(?:, [^\W\d_a-z][\w.]*(?: [^\W\d_a-z][\w.]*)?)?"
_DAY = r"(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?"
_WIRE = r" ?\((?:[A-Z][\w./& -]{1,25})\)"
_DASH = r" ?(?:[—–―]|--|(?<= )-(?= ))"
_DATELINE = re.compile(rf"(?:{_CAPITALS}{_REGION}{_DAY}(?:{_WIRE})?|{_WORDS}{_REGION}{_DAY}{_WIRE}){_DASH}")


def dateline_end(paragraph: str) -> int:
    """The place where a paragraph's dateline ends; 0 where it has none.

    >>> dateline_end("PORT ELNA, 3 May 2021 (AP) — The dam held.")
    28
    >>> dateline_end("Port Elna (AP) — The dam held."), dateline_end("Ana Doe — who came late — said no.")
    (16, 0)
    """
    found = _DATELINE.match(paragraph[:_LONGEST])
    return found.end() if found else 0
