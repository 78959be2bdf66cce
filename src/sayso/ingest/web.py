"""Pages that the user names, fetched as their publishers allow it."""

import time
from functools import partial
from threading import Lock

from sayso.data.found import Found
from sayso.data.limits import MOST_BYTES, ensure_fits
from sayso.ingest.fetch import Answer, ask, fetch
from sayso.ingest.politeness import Manners
from sayso.ingest.reservations import Reservations

RULES_SECONDS = 15.0
"""How long what a host says of programs may take."""
_MOST_OF_RULES = 1_000_000


class Web:
    """Fetches pages; each host is asked once what it reserves, unless all of that may be fetched."""

    def __init__(self, allow_private: bool, allow_reserved: bool) -> None:
        self._allow_private = allow_private
        get = partial(ask, most=_MOST_OF_RULES, allow_private=allow_private, seconds=RULES_SECONDS)
        self._reserved = None if allow_reserved else Reservations(Manners(get, time.monotonic), get)
        self._one_by_one = Lock()

    def page(self, url: str) -> Found:
        """Raises Unreadable for what does not come whole, or is reserved; safe to be called from several threads."""
        found = fetch(
            url,
            MOST_BYTES,
            allow_private=self._allow_private,
            ensure_allowed=self._ensure_allowed,
            ensure_free=self._ensure_free,
        )
        ensure_fits(len(found.content), url)
        return found

    def _ensure_allowed(self, url: str) -> None:
        if self._reserved:
            with self._one_by_one:
                self._reserved.ensure_allowed(url)

    def _ensure_free(self, url: str, answer: Answer) -> None:
        if self._reserved:
            self._reserved.ensure_free(url, answer)
