"""A tally as a table: what was counted, the shares with their intervals, and always what is left open."""

from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from sayso.data.made import differing
from sayso.data.tally import Cell, Coded, Tally
from sayso.terminal.console import note, put, safe
from sayso.terminal.render import counted

_NONE: Final = "–"
_WIDE: Final = 1000
"""In a pipe no line is broken."""


def show_tally(console: Console, tally: Tally, most: int | None = None) -> None:
    """Its cells, no more than `most` in a group; a value that goes on from the line above is not said again."""
    if not console.is_terminal:
        console.width = _WIDE
    table = Table(box=None, pad_edge=False, header_style="")
    for name in tally.by:
        table.add_column(safe(name), header_style="bold", overflow="fold")
    is_coded = any(cell.coded for cell in tally.cells)
    coded = ("right", "95 %", "corrected") if is_coded else ()
    for name in (tally.unit, "share", "95 %", "at least", "at most", "articles", *coded):
        table.add_column(name, justify="right", header_style="dim")
    before: tuple[str, ...] = ()
    for cell in _shown(tally.cells, most):
        labels = tuple(safe(key.label) for key in cell.keys)
        table.add_row(
            *_not_again(labels, before, repeat=not console.is_terminal), *figures(cell), *of_coded(cell.coded)
        )
        before = labels
    console.print(table)
    put(console, Text(told(tally), style="dim"), 0)
    if mixed := mixes(tally):
        note(mixed)
    if len(tally.cells) > (left := sum(1 for _ in _shown(tally.cells, most))):
        note(f"{counted(len(tally.cells) - left, 'more row')}: --limit, or a file by --out, has them")


def figures(cell: Cell) -> Iterator[str]:
    """Its numbers as people read them."""
    yield f"{cell.count:,}"
    yield percent(cell.share)
    yield f"{percent(cell.interval.low)}–{percent(cell.interval.high)}" if cell.interval else _NONE
    yield percent(cell.least)
    yield percent(cell.most)
    yield f"{cell.articles:,}"


def of_coded(coded: Coded | None) -> Iterator[str]:
    """How many of those coded by hand are right, and what that makes of all."""
    if coded:
        yield f"{coded.right} of {coded.coded}"
        yield f"{percent(coded.interval.low)}–{percent(coded.interval.high)}"
        yield f"{coded.corrected:,.0f}"


def told(tally: Tally) -> str:
    """How much is counted and how much of it is open, and how the intervals come about."""
    share = f" ({100 * tally.open / tally.total:.0f} %)" if tally.total else ""
    is_open = f"{tally.open:,}{share} with something not told"
    return f"{tally.total:,} {tally.unit}, {is_open}; {tally.interval_by}; {tally.made.query}".removesuffix("; ")


def mixes(tally: Tally) -> str | None:
    """That several models or versions read what is counted, so that figures differ for that alone."""
    several = "; ".join(map(safe, differing(tally.made.readers)))
    return several and f"read by several, which may differ: {several}; `sayso add --again` reads the older ones anew"


def percent(share: float | None) -> str:
    return _NONE if share is None else f"{100 * share:.1f}"


def _shown(cells: tuple[Cell, ...], most: int | None) -> Iterator[Cell]:
    """The first of each group, and what is open in it however many come before."""
    group, number = None, 0
    for cell in cells:
        if group != cell.keys[:-1]:
            group, number = cell.keys[:-1], 0
        number += 1
        if most is None or number <= most or cell.is_open:
            yield cell


def _not_again(labels: tuple[str, ...], before: tuple[str, ...], *, repeat: bool) -> Iterator[str]:
    same = not repeat
    for place, label in enumerate(labels):
        same = same and place < len(labels) - 1 and before[place : place + 1] == (label,)
        yield "" if same else label
