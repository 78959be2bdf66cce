"""What was made of words that were typed: whom they name, what was done to find something, which articles hold them."""

from typing import TYPE_CHECKING

from rich.text import Text

from sayso.terminal.console import colour, joined, note, put, safe, screen
from sayso.terminal.render import counted
from sayso.terminal.statement_text import day_and_time
from sayso.text.days import day
from sayso.text.telling import in_full

if TYPE_CHECKING:
    from sayso.data.understood import Card, Understood

_NEARLY = {"nearly": "nearly so spelled", "half": "a word of the name begins so", "role": None, "name": None}


def show_answer(answer: "Understood", *, quiet: bool) -> None:
    """Whom the words name, on standard output; what was done beside it. When `quiet`, only what was done."""
    console = screen()
    for card in () if quiet else answer.cards:
        _show_card(card)
    for line in answer.told:
        note(line)
    if not answer.found and answer.cards:
        name = answer.cards[0].actor.name
        note(f'{name} is on the record: sayso who "{name}"')
    if answer.cards and not quiet:
        console.print()


def show_articles(answer: "Understood") -> None:
    """The articles that hold the words."""
    console = screen()
    for one in answer.articles:
        published = day(one.published.value) if one.published else "undated"
        put(console, joined([Text("article", style="dim"), one.title or "untitled", one.outlet, published, one.id]))


def _show_card(card: "Card") -> None:
    """Who somebody is, and the latest of theirs."""
    actor, console = card.actor, screen()
    name = Text(safe(actor.name), style=f"bold {colour(actor.id)}")
    amount = f"{counted(card.statements, 'statement')} in {counted(actor.articles, 'article')}"
    days = [day_and_time(one)[:10] for one in dict.fromkeys((card.first, card.last)) if one]
    near = _NEARLY[card.how]
    put(console, joined([name, actor.role or actor.type, amount, " to ".join(days), near, Text(actor.id, style="dim")]))
    if card.latest:
        put(console, Text(f"latest: {safe(in_full(card.latest))}", style="dim"), 4)
