"""What has become of a statement, with what changed in it struck out and put in."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.terminal.console import joined, marks_needed, put, safe
from sayso.terminal.statement_text import flagged, place_of, who_said, words_of

if TYPE_CHECKING:
    from sayso.data.results import StatementRow
    from sayso.verification import Change, Verdict

_STANDINGS = {"verbatim": "green", "moved": "cyan", "altered": "bold yellow", "gone": "bold red", "untold": "dim"}
_CHANGES = {"equal": ("", "", ""), "delete": ("[-", "-]", "red strike"), "insert": ("{+", "+}", "green underline")}


def show_verdict(console: Console, row: "StatementRow", verdict: "Verdict") -> None:
    """The verdict, whose statement it is, its words or what changed in them, and where it was and is."""
    statement, marks = row.statement, marks_needed(console)
    notes = ["only typography" if verdict.only_typography else None]
    notes += ["what stands around it has changed" if verdict.context_changed else None]
    standing = Text(verdict.standing, style=_STANDINGS[verdict.standing])
    put(console, joined([standing, who_said(statement), *flagged(statement, row.within), *notes]))
    speaker = statement.speaker.actor if statement.speaker else None
    said = words_of(statement.attribution, speaker, marks=marks)
    put(console, changed(verdict.diff, marks=marks) if verdict.diff else said, 2)
    put(console, Text.assemble(joined([_places(row, verdict), row.id]), style="dim"), 2)
    console.print()


def changed(diff: "Sequence[Change]", *, marks: bool) -> Text:
    """ "the dam [-will-] {+may+} stay": what went and what came, the space before it outside of the signs."""
    line = Text()
    for change, words in diff:
        opening, closing, style = _CHANGES[change]
        line.append(" " if words[:1].isspace() and line and not line.plain.endswith(" ") else "")
        line.append(opening + safe(words) + closing if marks else safe(words), style="" if marks else style)
        line.append(" " if words[-1:].isspace() else "")
    return line


def _places(row: "StatementRow", verdict: "Verdict") -> str:
    """Where it was, and where it is if that is elsewhere."""
    was = place_of(row.statement)
    if verdict.start is None or verdict.standing == "verbatim":
        return was
    where = row.statement.where if verdict.story is None else f"related story {verdict.story},"
    return f"{was} → {where} {verdict.start}–{verdict.end}"
