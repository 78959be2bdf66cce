"""What is asked several times on the way to one answer, or to each, looked up once while nothing changes."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Pool, select

from sayso.record.store.schema import meta

CHANGES = "changes"
"""Under which key `meta` counts the transactions that wrote: where the number is the same, so are all answers."""

T = TypeVar("T")
_KNOWN: WeakKeyDictionary[Connection, dict[Hashable, Any]] = WeakKeyDictionary()
_IN_STATE: WeakKeyDictionary[Pool, tuple[str, dict[Hashable, Any]]] = WeakKeyDictionary()
_HOW_OFTEN = select(meta.c.value).where(meta.c.key == CHANGES)


def changes(connection: Connection) -> str:
    """How many transactions have written."""
    return once(connection, CHANGES, lambda: connection.scalar(_HOW_OFTEN) or "0")


def while_unchanged(connection: Connection, question: Hashable, ask: Callable[[], T]) -> T:
    """The answer to a question about the whole record, as it was given before anywhere since the last that wrote."""
    if connection.get_execution_options().get("writes") is not False:
        return ask()
    pool, state = connection.engine.pool, changes(connection)
    known_in, known = _IN_STATE.get(pool, ("", {}))
    if known_in != state:
        _IN_STATE[pool] = state, (known := {})
    return _answered(known, question, ask)


def once(connection: Connection, question: Hashable, ask: Callable[[], T]) -> T:
    """The answer to a question, as this transaction was given it before; one that writes asks each time."""
    if connection.get_execution_options().get("writes") is not False:
        return ask()
    return _answered(_KNOWN.setdefault(connection, {}), question, ask)


def _answered(known: dict[Hashable, Any], question: Hashable, ask: Callable[[], T]) -> T:
    """The answer that is known, or that is given now."""
    if question not in known:
        known[question] = ask()
    answer: T = known[question]
    return answer
