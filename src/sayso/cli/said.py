"""`sayso said`: statements searched for, or counted."""

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.search_options import meant, searching
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, json_of, opened, print_json
from sayso.data.search import Search
from sayso.serialise.core import row_form
from sayso.serialise.record import facets_form

if TYPE_CHECKING:
    from sayso.record import Record


@searching
def said(
    search: Search,
    counts: Annotated[bool, typer.Option("--counts", help="Count by speaker, outlet, month and kind instead.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Show too what is likelier a deed or a slip than a statement; --json has it.")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="No more than so many.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Search the statements on the record, in order of time."""
    show = json_of(row_form) if as_json else partial(terminal.show_row, terminal.screen())
    with opened(record, must_exist=True) as store:
        asked = meant(store, search if as_json or everything else search.for_people)
        if counts:
            _show_counts(store, asked, as_json)
            return
        for row in store.every(asked, limit=limit):
            show(row)


def _show_counts(store: "Record", search: Search, as_json: bool) -> None:
    """How many statements a search finds, by what it can be narrowed by."""
    found = store.facets(search)
    if as_json:
        print_json(facets_form(found))
    else:
        terminal.show_facets(terminal.screen(), found)
