"""Columns of all statements as numbers: from their chunks, and from the rows of what came or changed since."""

import json
import zlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection, or_, select

from sayso.record.query.fellows import FELLOWS
from sayso.record.store.column_chunks import ID, IN_A_BYTE, NUMBERS, selected, upto
from sayso.record.store.schema import statements
from sayso.record.store.schema_chunks import column_chunks, stale_statements

Codes = NDArray[np.int64]

_OF_A_FELLOW = {
    **{"decided": False, "anonymous": False},
    **dict.fromkeys(("described_type", "gender", "office", "role", "behalf_id")),
}
"""What a statement tells of those who speak along: nothing but who they are."""


class Coded(NamedTuple):
    """A column: its values, each once, and for each row the number of its value."""

    values: Sequence[Any]
    codes: Codes

    def where(self, value: Any) -> NDArray[np.bool_]:
        """Which rows have a value."""
        return np.array([known == value for known in self.values], bool)[self.codes]


def kept(connection: Connection, names: Sequence[str], *, with_fellows: bool) -> dict[str, Coded]:
    """Columns of column_chunks.KEPT; `with_fellows` a row more for each who speaks a statement together with others."""
    columns = {name: _Numbers() if name in NUMBERS else _Growing() for name in names}
    ids = _take_chunks(connection, columns, with_ids=with_fellows)
    newer = or_(statements.c.id > upto(connection), statements.c.id.in_(select(stale_statements.c.id)))
    rows = connection.execute(select(statements.c.id, *selected(names)).where(newer)).all()
    for n, column in enumerate(columns.values(), 1):
        column.take([row[n] for row in rows])
    if with_fellows:
        _take_fellows(connection, columns, np.concatenate([ids, np.array([row[0] for row in rows], np.int64)]))
    return {name: column.whole() for name, column in columns.items()}


class _Growing:
    """A column that is put together part by part."""

    def __init__(self) -> None:
        self._known: dict[Any, int] = {}
        self._parts: list[Codes] = [np.zeros(0, np.int64)]

    def numbers(self, values: Sequence[Any]) -> Codes:
        known = self._known
        return np.array([known.setdefault(value, len(known)) for value in values], np.int64)

    def take(self, values: Sequence[Any]) -> None:
        self.add(self.numbers(values))

    def add(self, codes: Codes) -> None:
        self._parts.append(codes)

    def codes(self) -> Codes:
        self._parts = [np.concatenate(self._parts)]
        return self._parts[0]

    def whole(self) -> Coded:
        return Coded(list(self._known), self.codes())


class _Numbers(_Growing):
    """A column of numbers, which are their own codes."""

    def numbers(self, values: Sequence[Any]) -> Codes:
        return np.array(values, np.int64)

    def whole(self) -> Coded:
        codes = self.codes()
        return Coded(range(int(codes.max(initial=0)) + 1), codes)


def _take_chunks(connection: Connection, columns: dict[str, _Growing], *, with_ids: bool) -> Codes:
    """The columns as far as they hold; returns the ids of their rows, if they are asked for."""
    stale = np.array(list(connection.scalars(select(stale_statements.c.id))), np.int64)
    found: list[Codes] = [np.zeros(0, np.int64)]
    with_ids = with_ids or len(stale) > 0
    for parts in _chunks(connection, [*([ID] if with_ids else []), *columns]):
        holds: slice | NDArray[np.bool_] = slice(None)
        if with_ids:
            _, ids = parts[ID]
            holds = np.isin(ids, stale, invert=True)
            found.append(ids[holds])
        for name, column in columns.items():
            known, codes = parts[name]
            column.add(codes[holds] if name in NUMBERS else column.numbers(known)[codes[holds]])
    return np.concatenate(found)


def _chunks(connection: Connection, names: Sequence[str]) -> Iterator[dict[str, tuple[list[Any], Codes]]]:
    query = select(column_chunks).where(column_chunks.c.name.in_(names)).order_by(column_chunks.c.upto)
    parts: dict[str, tuple[list[Any], Codes]] = {}
    for row in connection.execute(query.execution_options(yield_per=1_000)):
        known = json.loads(zlib.decompress(row.known)) if row.known else []
        width = "<i4" if row.name in NUMBERS else "<u1" if len(known) <= IN_A_BYTE else "<u2"
        parts[row.name] = known, np.frombuffer(zlib.decompress(row.codes), width).astype(np.int64)
        if len(parts) == len(names):
            yield parts
            parts = {}


def _take_fellows(connection: Connection, columns: dict[str, _Growing], ids: Codes) -> None:
    fellows = connection.execute(FELLOWS.where(statements.c.is_shown)).all()
    order = np.argsort(ids, kind="stable")
    places = order[np.searchsorted(ids, np.array([row.statement_id for row in fellows], np.int64), sorter=order)]
    for name, column in columns.items():
        if name == "speaker_id":
            column.take([row.actor_id for row in fellows])
        elif name in _OF_A_FELLOW:
            column.take([_OF_A_FELLOW[name]] * len(fellows))
        else:
            column.add(column.codes()[places])
