"""The hooks of saved searches, which `add`, `watch` and `saved --send` tell of what is new."""

import json
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from sayso import terminal
from sayso.data.errors import Unreadable
from sayso.serialise.record import hook_form

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sayso.data.outcome import Outcome
    from sayso.record import Record

_MOST = 100
_BETWEEN_SECONDS = 60


def tell_hooks(store: "Record", *, allow_private: bool) -> int:
    """Tell every hook what is new in its search; one that fails is a line, and is told again next time.

    Returns how many failed. The line names the host alone: the rest of such an address may be a secret.
    """
    failed = 0
    for saved, rows in store.unsent(_MOST):
        hook = saved.hook or ""
        if why := _told(hook, json.dumps(hook_form(saved, rows)).encode(), allow_private=allow_private):
            terminal.note(f"{saved.name}: {urlsplit(hook).hostname} was not told of {saved.new} new: {why}")
            failed += 1
        else:
            store.sent(saved.name, saved.last or saved.seen_at)
    return failed


def telling_hooks(outcomes: "Iterable[Outcome]", store: "Record", *, allow_private: bool) -> "Iterator[Outcome]":
    """Pass on what becomes of documents, and tell the hooks now and then meanwhile."""
    told = monotonic()
    for outcome in outcomes:
        yield outcome
        if monotonic() > told + _BETWEEN_SECONDS:
            tell_hooks(store, allow_private=allow_private)
            told = monotonic()


def _told(hook: str, body: bytes, *, allow_private: bool) -> str | None:
    """Send to a hook; returns why it was not taken."""
    from sayso.ingest.fetch import send

    try:
        send(hook, body, "application/json", allow_private=allow_private)
    except Unreadable as error:
        return error.why
    return None
