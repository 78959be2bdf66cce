"""`sayso stance`: who stands where, towards whom and on what."""

from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json
from sayso.serialise.positions import stance_form

if TYPE_CHECKING:
    from sayso.record import Record


def stance(
    holder: Annotated[str | None, typer.Argument(help="Whose positions: a name or an id; everybody's without.")] = None,
    target: Annotated[str | None, typer.Argument(help="Towards whom or on what: a name, or words of an issue.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Show who stands where, according to whom, since when; and which positions contradict an earlier one."""
    with opened(record, must_exist=True) as store:
        show_stance(store, holder, target, as_json)


def show_stance(store: "Record", holder: str | None, target: str | None, as_json: bool) -> None:
    found = store.stances(holder, target)
    if as_json:
        for row in found:
            print_json(stance_form(row))
    else:
        terminal.show_stances(terminal.screen(), list(found))
