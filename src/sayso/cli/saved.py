"""`sayso save` and `sayso saved`: searches kept under a name, and what is new in them."""

from typing import Annotated, Any

import typer

from sayso import terminal
from sayso.cli.hooks import tell_hooks
from sayso.cli.search_options import meant, searching
from sayso.cli.shared import (
    DEFAULT_RECORD,
    SOME_FAILED,
    WRONG_USE,
    AllowPrivate,
    AsJson,
    RecordPath,
    opened,
    print_json,
    stop,
)
from sayso.data.errors import SaysoError
from sayso.data.search import Search
from sayso.serialise.core import row_form
from sayso.serialise.record import saved_form

Name = Annotated[str, typer.Option("--as", metavar="NAME", help="What the search is to be called.")]
Which = Annotated[str | None, typer.Argument(help="The name of a saved search; all of them unless given.")]
Hook = Annotated[
    str | None, typer.Option("--hook", metavar="URL", help="Tell this address what is new, as JSON: docs/serving.md.")
]
Send = Annotated[bool, typer.Option("--send", help="Tell the hooks what is new, as add and watch do at their end.")]
Drop = Annotated[bool, typer.Option("--drop", help="Keep it no longer.")]
Keep = Annotated[bool, typer.Option("--keep", help="Leave what is shown new.")]


@searching
def save(name: Name, search: Search, hook: Hook = None, record: RecordPath = DEFAULT_RECORD) -> None:
    """Keep a search under a name, to see what comes in: sayso save --as dam --by Valtari dam."""
    if hook:
        _check(hook)
    with opened(record, must_exist=True) as store:
        asked = meant(store, search.for_people)
        store.save(name, store.understood(asked).search if asked.words else asked, hook)
        typer.echo(f'saved: sayso saved "{name}" shows what comes in from now on')


def _check(hook: str) -> None:
    """Whether it can be an address; where it leads is looked at whenever something is sent."""
    from sayso.ingest.route import Place

    try:
        Place.of(hook, "--hook")
    except SaysoError as error:
        stop(error, WRONG_USE)


def saved(
    name: Which = None,
    drop: Drop = False,
    keep: Keep = False,
    send: Send = False,
    allow_private: AllowPrivate = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Show what is new in a saved search since the last time, or how much in each."""
    with opened(record, must_exist=True) as store:
        if send:
            if tell_hooks(store, allow_private=allow_private):
                raise typer.Exit(SOME_FAILED)
        elif name is None:
            _list(store, as_json)
        elif drop:
            store.drop_saved(name)
            terminal.note(f"“{name}” is kept no longer")
        else:
            found = list(store.new_in(name))
            for row in found:
                print_json(row_form(row)) if as_json else terminal.show_row(terminal.screen(), row)
            if not found:
                terminal.note(f"nothing is new in “{name}”")
            if not keep:
                store.seen(name)


def _list(store: Any, as_json: bool) -> None:
    found = store.saved()
    for one in found:
        print_json(saved_form(one)) if as_json else terminal.show_saved(terminal.screen(), one)
    if not found and not as_json:
        terminal.note("nothing is saved: sayso save --as NAME WORDS")
