"""An utterance with its printings, each word by word beside the fullest."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.data.statement import words_said
from sayso.terminal.console import heading, joined, marks_needed, put, safe
from sayso.terminal.render import counted, show_row
from sayso.terminal.statement_text import flagged
from sayso.terminal.verdicts import changed
from sayso.verification import differences

if TYPE_CHECKING:
    from sayso.data.results import Printings, StatementRow


def show_printings(console: Console, found: "Printings") -> None:
    """The fullest printing whole, the others by how they differ from it, then those that alter it."""
    fullest, *others = found.rows
    put(console, joined([found.id, counted(len(found.rows), "printing"), counted(found.sources, "independent source")]))
    put(console, Text(f"first printed by {safe(_where(found.first))}"))
    console.print()
    show_row(console, fullest)
    for row in others:
        _show(console, row, fullest)
    if found.altered:
        heading(console, "Altered")
    for row in found.altered:
        _show(console, row, fullest)


def _show(console: Console, row: "StatementRow", fullest: "StatementRow") -> None:
    marks = [None if row.independent else "a copy"]
    altered = Text(f"altered: {row.altered.change}", style="bold red") if row.altered else None
    put(
        console,
        joined(
            [
                _where(row),
                row.statement.attribution.kind,
                *flagged(row.statement, row.within, row.reporter),
                *marks,
                altered,
            ]
        ),
    )
    words = differences(words_said(fullest.statement), words_said(row.statement))
    put(console, changed(words, marks=marks_needed(console)), 2)
    put(console, Text(row.id, style="dim"), 2)
    console.print()


def _where(row: "StatementRow") -> str:
    day = row.article.published.value[:10] if row.article.published else "undated"
    return f"{row.article.outlet or row.document.name}, {day}"
