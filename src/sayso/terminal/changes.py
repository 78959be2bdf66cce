"""What happened to a record since some moment, part by part."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.data.made import differing
from sayso.terminal.console import joined, put, safe
from sayso.terminal.render import counted
from sayso.terminal.statement_text import day_and_time

if TYPE_CHECKING:
    from sayso.data.changes import Came, Difference, Since

_CLIPPED = 120


def show_since(console: Console, since: "Since") -> None:
    """Nothing is left out; where nothing happened it says so."""
    put(console, Text(f"since {day_and_time(since.moment)}", style="bold"))
    put(console, Text(f"{counted(len(since.came), 'article')} came in"))
    for came in since.came:
        put(console, _came(came), 2)
    number = sum(len(one.differences) for one in since.reread)
    if number:
        put(console, Text(f"{counted(number, 'statement')} read otherwise, by another model or version"))
    for reread in since.reread:
        put(console, Text(f"{reread.article}: {safe(reread.before)} → {safe(reread.after)}", style="dim"), 2)
        for one in reread.differences:
            put(console, _difference(one), 4)
    for decision in since.decisions:
        about = safe((decision.passage.words if decision.passage else decision.one or decision.name or "")[:_CLIPPED])
        put(console, joined([Text(f"decision {decision.id}"), decision.who, decision.verb, about]))
    for failed in since.failed:
        put(console, Text(f"not read: {safe(failed.name)}: {safe(failed.why)}"))
    if differing(one.value for one in since.readers):
        told = ", ".join(f"{safe(one.label)} {one.count:,}" for one in since.readers)
        put(console, Text(f"read by several: {told}; `sayso add --again` reads the older ones anew", style="yellow"))


def _came(came: "Came") -> Text:
    changed = "its page had changed" if came.changed else None
    article = came.article
    title = safe((article.title or "Untitled article")[:_CLIPPED])
    return joined([article.id, title, article.outlet, counted(came.statements, "statement"), changed])


def _difference(one: "Difference") -> Text:
    """What became of it, whose it is, the words; what was before in brackets."""
    line = Text.assemble((one.became, "bold"), " · ", safe(one.speaker or "speaker unknown"))
    if one.became == "other speaker" or one.spoke:
        line.append(f" [before: {safe(one.spoke or 'speaker unknown')}]")
    line.append(f" · {safe(one.words)}")
    if one.were:
        line.append(f" [before: {safe(one.were)}]")
    return line
