"""`sayso methods`: the paragraph for a paper, with the figures of this record."""

from typing import Annotated

import typer

from sayso.cli.search_options import meant, searching
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json
from sayso.data.search import Search
from sayso.serialise.tallies import made_form, methods


@searching
def tell_methods(
    search: Search,
    gender: Annotated[bool, typer.Option("--gender", help="Tell how women and men are told, too.")] = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Write how the statements that are asked for came about, for a paper."""
    with opened(record, must_exist=True) as store:
        tally = store.tally(meant(store, search.for_people), ["named"], query="sayso methods")
    if as_json:
        print_json({"methods": methods(tally, gender=gender), "made": made_form(tally.made)})
    else:
        typer.echo(methods(tally, gender=gender))
