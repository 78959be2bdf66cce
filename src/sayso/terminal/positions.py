"""Who stands where, in a terminal: a line a position, the words that show it, and both receipts of what turned."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.terminal.console import colour, joined, put, safe
from sayso.terminal.render import counted

if TYPE_CHECKING:
    from sayso.data.position import Party
    from sayso.data.results import PositionRow

_SIDE = {"positive": ("for", "green"), "negative": ("against", "red"), "neutral": ("asks", "yellow")}


def show_stances(console: Console, rows: "list[PositionRow]") -> None:
    """All positions, the earliest first; one that contradicts an earlier is followed by that."""
    by_id = {row.id: row for row in rows}
    for row in rows:
        _show(console, row, 0)
        if row.reverses in by_id:
            put(console, Text("contradicts", style="bold yellow"), 4)
            _show(console, by_id[row.reverses], 6)
    turned = sum(row.reverses is not None for row in rows)
    told = f", {turned} of them against an earlier one of the same holder" if turned else ""
    put(console, Text(counted(len(rows), "position") + told, style="dim"))


def _show(console: Console, row: "PositionRow", indent: int) -> None:
    one = row.position
    side, style = _SIDE[one.polarity]
    marks = [mark for mark in ("negated", "hypothetical", "past", "mutual") if getattr(one, mark)]
    said = Text(f"according to {safe(one.according_to.name)}", style="dim") if one.according_to else None
    line = [
        Text(row.dated[:10] if row.dated else "undated"),
        _name(one.holder),
        Text(side, style=style),
        _name(one.target),
    ]
    put(
        console,
        joined(
            [
                *line,
                f"({one.relation})",
                said,
                row.decided and f"decided: {row.decided}",
                *(Text(mark, style="bold yellow") for mark in marks),
            ]
        ),
        indent,
    )
    shown = " … ".join(safe(span.text) for span in one.evidence)
    where = row.article.outlet or row.document.name
    put(console, Text(f"“{shown}” · {safe(where)} · {row.id}", style="dim"), indent + 6)


def _name(party: "Party") -> Text:
    return Text(safe(party.name), style=f"bold {colour(party.actor)}" if party.actor else "italic")
