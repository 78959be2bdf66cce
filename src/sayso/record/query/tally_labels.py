"""What people call the values of a tally, and the order in which its cells stand."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from sayso.data.tally import Cell, Column, Key
from sayso.record.store.bulk import chunks
from sayso.record.store.schema import actors

_OPEN = "not told"


def labelled(connection: Connection, columns: Sequence[Column], cells: Collection[Cell]) -> tuple[Cell, ...]:
    """The cells with their labels: groups together, the largest first or in their own order, what is open last."""
    names = [_labels(connection, column, {cell.keys[n].value for cell in cells}) for n, column in enumerate(columns)]
    sizes = [Counter[tuple[str | None, ...]]() for _ in columns]
    for cell in cells:
        for n in range(len(columns)):
            sizes[n][_values(cell)[: n + 1]] += cell.count

    def place(cell: Cell) -> list[Any]:
        values = _values(cell)
        return [_place(column, sizes[n][values[: n + 1]], values[n]) for n, column in enumerate(columns)]

    return tuple(
        replace(cell, keys=tuple(Key(key.value, names[n][key.value]) for n, key in enumerate(cell.keys)))
        for cell in sorted(cells, key=place)
    )


def _values(cell: Cell) -> tuple[str | None, ...]:
    return tuple(key.value for key in cell.keys)


def _place(column: Column, size: int, value: str | None) -> tuple[bool, bool, int, str]:
    """What is open comes last, and before it what is set apart ("not named")."""
    apart = value is None or value.startswith("~")
    return value is None, apart, 0 if column.in_order else -size, value or ""


def _labels(connection: Connection, column: Column, values: set[str | None]) -> dict[str | None, str]:
    labels = {value: _OPEN if value is None else value.removeprefix("~") for value in values}
    if column.name in ("speaker", "on_behalf_of"):
        for some in chunks([value for value in values if value and not value.startswith("~")]):
            rows = connection.execute(select(actors.c.id, actors.c.name).where(actors.c.id.in_(some)))
            labels |= {row.id: row.name for row in rows}
    if column.name == "author":
        labels |= {value: ", ".join(json.loads(value)) for value in values if value}
    return labels
