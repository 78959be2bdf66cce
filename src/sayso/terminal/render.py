"""Whole pages: a document as read, and statements on the record."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from sayso.data.actor import Actor
from sayso.data.article import Article, Document, Residue, StoryStub
from sayso.data.statement import Attribution, Mark, Statement
from sayso.terminal.console import colour, heading, joined, marks_needed, put, safe
from sayso.terminal.statement_text import day_and_time, how_said, place_of, sentence_of, when, who_said, words_of
from sayso.text.telling import mark_of

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.data.results import StatementRow

_DATE = 10
_GLIMPSE = 60


def show_reading(console: Console, reading: "Reading", *, everything: bool = False) -> None:
    """A document: its article, who says what in it, who they are, what else the page held.

    What is likelier a deed or a slip than a statement is counted, and shown only where `everything` is.
    """
    article = reading.article
    _show_head(console, article)
    shown = [one for one in reading.statements if everything or one.attribution.shown]
    heading(console, f"Statements ({len(shown)})")
    for statement in shown:
        outer = None if statement.reported_by is None else reading.statements[statement.reported_by]
        _show_statement(console, statement, article, mark_of(outer.attribution) if outer else None)
    if left := len(reading.statements) - len(shown):
        put(console, Text(f"{left} more likelier a deed or a slip than a statement: --all shows them", style="dim"), 2)
    show_list(console, "Actors", [_actor_line(actor) for actor in reading.actors])
    show_list(console, "Related stories", [_story_line(story) for story in article.related])
    show_list(console, "Residue", [_residue_line(residue) for residue in article.residue])
    console.print()


def show_attributions(console: Console, document: Document, attributions: Iterable[Attribution]) -> None:
    """A text's attributions, as it marks them, in its order."""
    put(console, Text(safe(document.name), style="bold"))
    for said in attributions:
        put(console, words_of(said, None, marks=marks_needed(console)), 2)
        put(console, Text(place_of(Statement(said)), style="dim"), 4)


def show_row(console: Console, row: "StatementRow") -> None:
    """A statement on the record: when, who, the words, and the evidence for them."""
    statement = row.statement
    date = day_and_time(row.dated)[:_DATE] if row.dated else "undated"
    said = joined([who_said(statement), *how_said(statement, row.within, row.reporter)])
    put(console, Text.assemble((f"{date:<{_DATE}}  ", "bold"), said))
    put(console, sentence_of(statement), _DATE + 2)
    title = row.article.title and f"“{row.article.title}”"
    evidence = [row.article.outlet, title, row.document.name, place_of(statement), row.id]
    put(console, Text.assemble(joined(evidence), style="dim"), _DATE + 2)
    if row.altered or row.printings > 1:
        put(console, printed(row), _DATE + 2)
    console.print()


def printed(row: "StatementRow") -> Text:
    """How many print the same, and what an altered printing has altered."""
    altered = Text(f"altered from {row.altered.of}: {row.altered.change}", style="bold red") if row.altered else None
    many = f"{row.printings} printings, {counted(row.sources, 'independent source')}: {row.utterance}"
    return joined([altered, Text(many, style="dim") if row.printings > 1 else None])


def counted(number: int, thing: str) -> str:
    """ "1 article", "2 articles"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _show_head(console: Console, article: Article) -> None:
    put(console, Text(safe(article.title or "(no title)"), style="bold"))
    by = f"by {', '.join(article.byline)}" if article.byline else None
    date = when(article.published) or "undated"
    put(console, joined([date, article.outlet, by, article.language]))
    put(console, Text(safe(article.document.name), style="dim"))
    if article.lead:
        put(console, Text(safe(article.lead), style="italic"))


def _show_statement(console: Console, statement: Statement, article: Article, within: Mark | None) -> None:
    date = statement.said_on or _story_date(statement, article)
    parts = [who_said(statement), *how_said(statement, within), date, Text(place_of(statement), style="dim")]
    put(console, joined(parts), 2)
    _show_words(console, statement, 6)


def _show_words(console: Console, statement: Statement, indent: int) -> None:
    speaker = statement.speaker.actor if statement.speaker else None
    put(console, words_of(statement.attribution, speaker, marks=marks_needed(console)), indent)


def _story_date(statement: Statement, article: Article) -> str | None:
    if statement.where != "related" or statement.story is None:
        return None
    published = article.related[statement.story].published
    return day_and_time(published.value) if published else None


def show_list(console: Console, title: str, lines: Sequence[Text]) -> None:
    if lines:
        heading(console, f"{title} ({len(lines)})")
    for line in lines:
        put(console, line, 2)


def show_rows(console: Console, title: str, rows: "Iterable[StatementRow]") -> None:
    heading(console, title)
    for row in rows:
        show_row(console, row)


def _actor_line(actor: Actor) -> Text:
    name = Text(safe(actor.name), style=f"bold {colour(actor.id)}")
    others = [other for other in actor.names if other != actor.name]
    also = f"also {', '.join(others)}" if others else None
    return joined([name, actor.type, also, "; ".join(actor.roles), counted(len(actor.mentions), "mention")])


def _story_line(story: StoryStub) -> Text:
    date = story.published and f"{day_and_time(story.published.value)} ({story.published.found_in})"
    return joined([date or "undated", story.title, story.id, story.url])


def _residue_line(residue: Residue) -> Text:
    lengths = {True: "its length is as declared", False: "its length is not as declared", None: None}
    glimpse = safe(residue.text[:_GLIMPSE]) + ("…" if len(residue.text) > _GLIMPSE else "")
    return joined([residue.kind, counted(len(residue.text), "character"), lengths[residue.verified], glimpse])
