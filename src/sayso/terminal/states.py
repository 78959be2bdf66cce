"""What is on a record, line by line."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.terminal.console import put, safe
from sayso.terminal.render import counted
from sayso.text.days import day

if TYPE_CHECKING:
    from sayso.data.results import Count, State


def show_state(console: Console, place: str, state: "State") -> None:
    first, last = state.published
    lines = {
        "record": f"{place}, schema {state.schema}, {state.size / 1e6:,.1f} MB",
        "articles": f"{state.articles:,} ({_told(state.languages)}), {state.without_statements:,} without a statement",
        "published": f"{day(first)} to {day(last)}" if first else "undated",
        "statements": f"{state.statements:,}, of {state.named:,} somebody is named as the speaker",
        "named": counted(state.actors, "actor"),
        "last added": state.last_added.replace("T", " ") if state.last_added else "nothing yet: sayso add FOLDER",
        "read by": _told(state.read_by) or "nothing",
        "failed": f"{state.failed:,}: sayso status --failed" if state.failed else "nothing",
    }
    if state.digests:
        lines["statements"] += f"; of {state.digests:,} no words were kept, and no search for words finds them"
    for name, value in lines.items():
        put(console, Text.assemble((f"{name:<11}", "dim"), safe(value)))


def _told(counts: "Iterable[Count]") -> str:
    return ", ".join(f"{one.label} {one.count:,}" for one in counts)
