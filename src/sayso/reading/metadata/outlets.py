"""Which outlet published an article, and which wire wrote it."""

import re
from collections.abc import Iterable

from sayso.lexicon.bylines import WIRES
from sayso.reading.blocks.draft import same_words

OUTLET_TAGS = (
    *("og:site_name", "citation_journal_title", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
)
_LONGEST = 80
_ADDRESS = re.compile(r"[a-z]{1,10}:/|www\.", re.IGNORECASE)
_NO_NAMES = (
    "hosted home homepage website blog news wordpress index null undefined "
    "u.s. us uk world business politics sport sports opinion technology tech science health culture entertainment "
    "lifestyle local money finance markets national international travel education environment weather video economy"
)
_NO_OUTLET = frozenset(_NO_NAMES.split())
"""What stands where an outlet should: words of its software, and themes."""


def outlet_told(told: Iterable[str | None], titles: Iterable[str | None]) -> str | None:
    """The first of some names that is an outlet's: no headline, no address, no theme, no wire that others
    print, if any is.

    A site that names nothing but a wire is the wire's own.
    """
    headlines = [title for title in titles if title]
    names = [name for name in told if name and _may_be_outlet(name, headlines)]
    return next((name for name in names if not wire_named(name)), next(iter(names), None))


def wire_named(name: str) -> str | None:
    """What the news agency is called that a name is, whole, the name of."""
    return WIRES.get(" ".join(name.casefold().split()))


def _may_be_outlet(name: str, titles: list[str]) -> bool:
    if len(name) > _LONGEST or _ADDRESS.match(name) or name.casefold() in _NO_OUTLET:
        return False
    return not any(same_words(name, title) for title in titles)
