"""`sayso said`: statements searched for, or counted."""

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.quote import the_statement
from sayso.cli.search_options import meant, nothing_found, searching
from sayso.cli.shared import DEFAULT_RECORD, AsJson, Everything, RecordPath, json_of, opened, print_json
from sayso.data.search import Search
from sayso.serialise.core import row_form
from sayso.serialise.record import facets_form

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sayso.data.results import StatementRow
    from sayso.data.understood import Understood
    from sayso.record import Record

_ID = re.compile(r"[0-9a-f]{16}\.\d+")
_BEST = 20
"""How many are shown of those that fit but in part, or of the latest."""


@searching
def said(
    search: Search,
    counts: Annotated[bool, typer.Option("--counts", help="Count by speaker, outlet, month and kind instead.")] = False,
    everything: Everything = False,
    limit: Annotated[int | None, typer.Option(min=1, help="No more than so many.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Search the record for names, roles, words, days and plain questions; statements come in order of time."""
    show = json_of(row_form) if as_json else partial(terminal.show_row, terminal.screen())
    with opened(record, must_exist=True) as store:
        if search.words and _ID.fullmatch(search.words):
            show(the_statement(store, search.words))
            return
        people = replace(search.for_people, shown=search.shown) if everything else search.for_people
        asked = meant(store, search if as_json else people)
        answer = store.understood(asked) if asked.words else None
        if answer:
            asked = answer.search
            terminal.show_answer(answer, quiet=as_json or counts)
        if counts:
            _show_counts(store, asked, as_json)
            return
        number = 0
        for number, row in enumerate(_rows(store, asked, answer, limit), 1):  # noqa: B007 (how many there were)
            show(row)
        if not number and not (answer and not answer.found):
            terminal.note(nothing_found(asked))
        if answer and not as_json:
            terminal.show_articles(answer)


def _rows(store: "Record", asked: Search, answer: "Understood | None", limit: int | None) -> "Iterable[StatementRow]":
    """In order of time, unless what was typed asks for the latest, or fits only in part."""
    if answer and not answer.found:
        return ()
    if answer and answer.order:
        return store.search(asked, limit=limit or _BEST, order=answer.order).rows
    return store.every(asked, limit=limit)


def _show_counts(store: "Record", search: Search, as_json: bool) -> None:
    """How many statements a search finds, by what it can be narrowed by."""
    found = store.facets(search)
    if as_json:
        print_json(facets_form(found))
    else:
        terminal.show_facets(terminal.screen(), found)
