"""`sayso reference`: a list of actors of one's own, against which names are resolved."""

from pathlib import Path
from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, SOME_FAILED, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.errors import Unreadable

_SHOWN = 20


def reference(
    file: Annotated[Path, typer.Argument(help="A table (CSV), FollowTheMoney or Wikidata JSON lines.")],
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Take in a list of actors of your own; those on the record whom it names get its ids, names and QIDs."""
    from sayso.authority import read_known

    try:
        known, bad = read_known(file)
    except Unreadable as error:
        stop(error, WRONG_USE)
    for row in bad[:_SHOWN]:
        terminal.note(str(row))
    if len(bad) > _SHOWN:
        terminal.note(f"{file}: {len(bad) - _SHOWN} more rows are no actors or cannot be read")
    with opened(record) as store:
        seen = store.refer(known)
    if as_json:
        print_json({"entries": len(known), "bad": len(bad), "on_the_record": seen})
    else:
        typer.echo(f"{len(known)} entries, {seen} of them on the record, {len(bad)} rows not used")
    if bad:
        raise typer.Exit(SOME_FAILED)
