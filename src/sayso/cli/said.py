"""`sayso said`: statements searched for, or counted."""

from functools import partial
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso import terminal
from sayso.cli.search_options import (
    About,
    Acting,
    By,
    Confidence,
    Denied,
    Negated,
    OfKind,
    Outlet,
    Since,
    Topic,
    Until,
    Words,
    note_namesakes,
    searched,
)
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, json_of, opened, print_json
from sayso.serialise.core import row_form
from sayso.serialise.record import facets_form

if TYPE_CHECKING:
    from sayso.record import Record


def said(
    words: Words = None,
    by: By = None,
    about: About = None,
    since: Since = None,
    until: Until = None,
    kind: OfKind = None,
    outlet: Outlet = None,
    act: Acting = None,
    negated: Negated = None,
    denied: Denied = None,
    topic: Topic = None,
    confidence: Confidence = None,
    counts: Annotated[bool, typer.Option("--counts", help="Count by speaker, outlet, month and kind instead.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="No more than so many.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Search the statements on the record, in order of time."""
    show = json_of(row_form) if as_json else partial(terminal.show_row, terminal.screen())
    asked: dict[str, Any] = {"since": since, "until": until, "kind": kind, "outlet": outlet}
    asked |= {"act": act and act.value, "negated": negated, "denied": denied, "topic": topic, "confidence": confidence}
    with opened(record, must_exist=True) as store:
        if counts:
            _show_counts(store, " ".join(words or ()), by, about, asked, as_json)
            return
        for row in searched(store, words, by=by, about=about, limit=limit, **asked):
            show(row)


def _show_counts(
    store: "Record", words: str, by: str | None, about: str | None, asked: dict[str, Any], as_json: bool
) -> None:
    """How many statements a search finds, by what it can be narrowed by."""
    from sayso.data.search import Search

    note_namesakes(store, by, about)
    found = store.facets(Search(words, by, about, **asked))
    if as_json:
        print_json(facets_form(found))
    else:
        terminal.show_facets(terminal.screen(), found)
