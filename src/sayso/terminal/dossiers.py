"""The dossier of an actor, whom a name can mean, what a search finds in numbers, and what was decided."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from rich.console import Console
from rich.text import Text

from sayso.data.keeping import NO_WORDS
from sayso.data.statement import words_said
from sayso.terminal.console import colour, heading, joined, put, safe
from sayso.terminal.render import counted, show_list, show_rows
from sayso.terminal.statement_text import day_and_time

if TYPE_CHECKING:
    from sayso.data.results import Candidate, Decision, Dossier, Facets, Maybe, Other, Saved, StatementRow, Use

_GLIMPSE = 60


def show_dossier(console: Console, dossier: "Dossier") -> None:
    """Everything on one actor."""
    actor = dossier.actor
    name = Text(safe(actor.name), style=f"bold {colour(actor.id)}")
    put(console, joined([name, actor.type, actor.qid, Text(safe(actor.id), style="dim")]))
    if dossier.match == "variants":
        put(console, Text(f"nobody is called just so; taken to mean {safe(dossier.hit)}", style="yellow"))
    show_list(console, "Names", [_use_line(use) for use in dossier.names])
    show_list(console, "Roles", [_use_line(use) for use in dossier.roles])
    show_list(console, "Topics", [_use_line(use, "statement") for use in dossier.topics])
    own, of_them = one_of_each(dossier.statements), one_of_each(dossier.spoken_of)
    show_rows(console, f"Statements ({len(own)})", own)
    if of_them:
        show_rows(console, f"Others on {safe(actor.name)} ({len(of_them)})", of_them)
    show_list(console, "Who speaks of them", [_other_line(other, "statement") for other in dossier.speakers])
    show_list(console, "Whom they speak of", [_other_line(other, "statement") for other in dossier.subjects])
    show_list(console, "Named with", [_other_line(other, "article") for other in dossier.company])
    if dossier.perhaps:
        heading(console, "Perhaps the same, and kept apart until more is known")
        for maybe in dossier.perhaps:
            show_candidates(console, [maybe.actor])
            put(console, Text(_why(maybe), style="dim"), 6)


def one_of_each(rows: "Iterable[StatementRow]") -> "list[StatementRow]":
    """Of the printings of each utterance the fullest, where the first of them stands."""
    fullest: dict[str, StatementRow] = {}
    for row in rows:
        known = fullest.setdefault(row.utterance, row)
        if len(words_said(row.statement)) > len(words_said(known.statement)):
            fullest[row.utterance] = row
    return list(fullest.values())


def show_candidates(console: Console, candidates: "Iterable[Candidate]") -> None:
    """Actors to choose from, each with the id that means no one else."""
    for one in candidates:
        amount = f"{counted(one.statements, 'statement')} in {counted(one.articles, 'article')}"
        name = Text(safe(one.name), style=f"bold {colour(one.id)}")
        put(console, joined([name, one.type, one.role, amount, one.id]), 2)


def show_facets(console: Console, facets: "Facets") -> None:
    """How many statements a search finds, how many are denials; and by whom, where, when and of which kind."""
    denied = Text(f"{facets.denied} denied", style="bold red") if facets.denied else None
    put(console, joined([Text(counted(facets.total, "statement"), style="bold"), denied]))
    named = {"Speakers": facets.speakers, "Outlets": facets.outlets, "Months": facets.months, "Kinds": facets.kinds}
    for title, counts in named.items():
        show_list(console, title, [joined([one.label, str(one.count)]) for one in counts])


def show_decision(console: Console, decision: "Decision") -> None:
    """A decision: its number, what it says, who made it, when and why."""
    words = Text(safe(_what(decision)), style="bold" if decision.stands else "dim")
    undone = None if decision.stands or decision.verb == "undo" else "undone since"
    put(console, joined([str(decision.id), words, undone, day_and_time(decision.at), decision.who, decision.why]))


def show_saved(console: Console, saved: "Saved") -> None:
    """A search that is kept: its name, how much is new, and what it asks for."""
    asked = (f"{name} {value}" for name, value in asdict(saved.search).items() if value is not None and name != "shown")
    hook = f"tells {urlsplit(saved.hook).hostname}" if saved.hook else None
    new = Text(counted(saved.new, "new statement"), style="bold" if saved.new else "dim")
    put(
        console,
        joined([Text(safe(saved.name), style="bold"), new, "; ".join(asked), f"since {saved.seen_at[:10]}", hook]),
    )


_JUDGED: Final = {
    "right": "right",
    "wrong": "no position",
    "turned": "the other way round",
    "other side": "of the other side",
}


def _glimpse(words: str) -> str:
    """The beginning of words, without quotation marks of their own."""
    cut = words if len(words) <= _GLIMPSE else words[:_GLIMPSE].rpartition(" ")[0] + " …"
    return cut.strip('“”"') or NO_WORDS


def _what(decision: "Decision") -> str:
    passage = decision.passage
    words = f"“{_glimpse(passage.words)}” in {passage.article}" if passage else ""
    return {
        "same": f"{decision.one} = {decision.other}",
        "different": f"{decision.one} ≠ {decision.other}",
        "rename": f"{decision.one} is called {decision.name}",
        "gender": f"{decision.one} is counted as {decision.name}",
        "reattribute": f"{words} is {decision.one}’s",
        "reject": f"{words} is no statement",
        "reject mention": f"{words} is no mention",
        "forget": f"{decision.name} is forgotten",
        "join": f"{words} prints {decision.name}",
        "split": f"{words} does not print {decision.name}",
        "judge": f"{words}, {decision.one} towards {decision.other}, is {_JUDGED.get(decision.name or '')}",
        "outlet": f"the outlet {decision.one} is called {decision.name}",
        "undo": f"{decision.undoes} undone",
    }[decision.verb]


def _use_line(use: "Use", thing: str = "article") -> Text:
    days = use.first if use.first == use.last else f"{use.first} to {use.last}"
    return joined([use.words, counted(use.articles, thing), days, ", ".join(use.outlets) or None])


def _other_line(other: "Other", thing: str) -> Text:
    return joined([other.name, counted(other.count, thing)])


def _why(maybe: "Maybe") -> str:
    return f"{maybe.score:.2f}: {safe(', '.join(maybe.reasons))}"
