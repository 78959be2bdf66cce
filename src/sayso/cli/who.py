"""`sayso who`: the dossier of an actor."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json
from sayso.serialise.record import dossier_form

if TYPE_CHECKING:
    from sayso.record import Record


class Match(StrEnum):
    exact = "exact"
    variants = "variants"


def who(
    name: Annotated[str, typer.Argument(help="A name, part of it, or the id of an actor.")],
    match: Annotated[Match, typer.Option(help="Whether a name spelled nearly so will do where nobody has it.")] = (
        Match.variants
    ),
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Show the dossier of an actor: names, roles, statements in order of time, who speaks of them."""
    with opened(record, must_exist=True) as store:
        show_who(store, name, as_json, match.value)


def show_who(store: "Record", name: str, as_json: bool, match: Literal["exact", "variants"] = "variants") -> None:
    found = store.who(name, match)
    if as_json:
        print_json(dossier_form(found))
    else:
        terminal.show_dossier(terminal.screen(), found)
