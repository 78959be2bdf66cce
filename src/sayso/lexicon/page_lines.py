"""Lines that pages put between the paragraphs of an article and that are none of it, told by their first words."""

import re
from functools import cache

from sayso.lexicon.expressions import sections

LONGEST = 400
"""Characters; what is longer is a paragraph, whatever it begins with."""

_LONGEST_LABEL = 80
_MARKS_BEFORE = r"[^\w©@(]{0,20}"
_ABOUT_THIS = re.compile(
    r"relat|recommended|also|may like|more on|further|next|don.t miss|anche|aussi|tamb|auch|zum thema|ook\b|ocks|ogs",
    re.IGNORECASE,
)
_AFTER_LABEL = r"\s{0,3}(?:(?:[:|»›▶►–—…]|\.\.\.|-\s)[^\w“‘\"'(]{0,20}|$)"


def after_label(line: str, *, loose: bool = False) -> str | None:
    """What follows a label that names another story, empty where that stands on a line of its own; None without label.

    A label ends with a colon, a dash or the like; where the rest is known to be links (`loose`) a space is enough.

    >>> after_label("ALSO READ: Dam to be drained"), after_label("Related Stories"), after_label("More rain fell.")
    ('Dam to be drained', '', None)
    """
    found = _expressions()["loose labels" if loose else "labels"].match(line) if len(line) <= LONGEST else None
    return line[found.end() :].strip() if found else None


def label_at_end(words: str) -> int | None:
    """Where, behind the last sentence of a paragraph, a label begins that names another story; None without one.

    >>> label_at_end("More rain fell. ALSO READ: "), label_at_end("More rain fell. Read the ruling ")
    (15, None)
    """
    start = max(0, len(words) - _LONGEST_LABEL)
    found = _expressions()["labels at the end"].search(words, start)
    return found.start() if found else None


def is_about_this(label: str) -> bool:
    """Whether a label names stories on the matter of the article, not those that every page of a site lists.

    >>> is_about_this("Related stories"), is_about_this("Most read"), is_about_this("More")
    (True, False, False)
    """
    return bool(_ABOUT_THIS.search(label))


def is_invitation(line: str) -> bool:
    """Whether a line is the site's voice, not the article's.

    >>> is_invitation("Follow us on Facebook"), is_invitation("Follow the money, she said.")
    (True, False)
    """
    return len(line) <= LONGEST and bool(_expressions()["invitations"].match(line))


def is_correction(line: str) -> bool:
    """Whether a paragraph corrects what the article said before, or is the editor's note on it.

    >>> is_correction("Correction: An earlier version said 12."), is_correction("Correction officers were hurt.")
    (True, False)
    """
    return bool(_expressions()["corrections"].match(line))


def asks_consent(text: str) -> bool:
    """Whether a text speaks of cookies, consent or newsletters, as what lies over a page does."""
    return bool(_expressions()["consent"].search(text))


def is_consent_button(words: str) -> bool:
    """Whether it is what a button says by which a reader agrees or does not: "Accept all"."""
    return bool(_expressions()["buttons"].fullmatch(words))


@cache
def _expressions() -> dict[str, re.Pattern[str]]:
    found = sections("page_lines.txt")
    labels = f"{_MARKS_BEFORE}(?:{found['labels']})"
    return {
        "labels": re.compile(labels + _AFTER_LABEL, re.IGNORECASE),
        "loose labels": re.compile(rf"{labels}(?:{_AFTER_LABEL}|\s)", re.IGNORECASE),
        "labels at the end": re.compile(
            rf"(?<=[.!?…”\"’')\]])\s{{0,5}}[\[(]?(?:{found['labels']})\s?[:|»›▶►–—-][\s\xa0]{{0,5}}$", re.IGNORECASE
        ),
        "invitations": re.compile(f"{_MARKS_BEFORE}(?:{found['invitations']})", re.IGNORECASE),
        "corrections": re.compile(f"{_MARKS_BEFORE}(?:{found['corrections']})", re.IGNORECASE),
        "consent": re.compile(found["consent"], re.IGNORECASE),
        "buttons": re.compile(rf"(?:{found['buttons']})\W*", re.IGNORECASE),
    }
