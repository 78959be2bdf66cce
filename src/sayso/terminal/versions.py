"""A capture of a page, under what became of the statements of the one before it."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.terminal.console import joined, put
from sayso.terminal.statement_text import day_and_time
from sayso.terminal.verdicts import show_verdict

if TYPE_CHECKING:
    from sayso.data.results import Capture
    from sayso.verification.versions import Changes


def show_version(console: Console, capture: "Capture", since: "Changes | None") -> None:
    """What changed on the way to a capture, then the capture; the first has nothing before it."""
    if since is not None:
        _show_changes(console, since)
    taken = Text(day_and_time(capture.captured_at), style="bold")
    current = Text("current", style="green") if capture.is_current else None
    put(console, joined([taken, capture.article, capture.name, capture.read_by, current]))


def _show_changes(console: Console, since: "Changes") -> None:
    """How many statements stand, changed, went and came; those that changed or went with their words."""
    put(console, Text(f"since then: {since}"), 2)
    console.print()
    for row, verdict in since.verdicts:
        if verdict.standing in ("altered", "gone"):
            show_verdict(console, row, verdict)
