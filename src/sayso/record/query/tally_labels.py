"""What people call the values of a tally, and the order in which its cells stand."""

import json
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Connection, select

from sayso.data.tally import Cell, Column, Key
from sayso.record.store.bulk import chunks
from sayso.record.store.schema import actors

_OPEN = "not told"


def keys_of(
    connection: Connection, columns: Sequence[Column], values: Collection[Sequence[str | None]]
) -> list[dict[str | None, Key]]:
    """The values of each column that occur, with what people call them."""
    named = [_labels(connection, column, {one[n] for one in values}) for n, column in enumerate(columns)]
    return [{value: Key(value, label) for value, label in labels.items()} for labels in named]


def in_order(columns: Sequence[Column], cells: Collection[Cell]) -> tuple[Cell, ...]:
    """Groups together, the largest first or in their own order, what is open last."""
    sizes = [Counter[tuple[str | None, ...]]() for _ in columns]
    for cell in cells:
        values = tuple([key.value for key in cell.keys])
        for n, counter in enumerate(sizes):
            counter[values[: n + 1]] += cell.count

    def place(cell: Cell) -> list[Any]:
        values = tuple([key.value for key in cell.keys])
        return [_place(column, sizes[n][values[: n + 1]], values[n]) for n, column in enumerate(columns)]

    return tuple(sorted(cells, key=place))


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
