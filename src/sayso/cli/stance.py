"""`sayso stance`: who stands where, towards whom and on what."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.serialise.positions import stance_form

if TYPE_CHECKING:
    from sayso.record import Record


def stance(
    holder: Annotated[str | None, typer.Argument(help="Whose positions: a name or an id; everybody's without.")] = None,
    target: Annotated[str | None, typer.Argument(help="Towards whom or on what: a name, or words of an issue.")] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Write them, as .csv, .jsonl or .graphml, a signed graph."),
    ] = None,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Show who stands where, according to whom, since when; and which positions contradict an earlier one."""
    with opened(record, must_exist=True) as store:
        if out:
            _write(store, holder, target, out)
        else:
            show_stance(store, holder, target, as_json)


def _write(store: "Record", holder: str | None, target: str | None, out: Path) -> None:
    from sayso.data.export_errors import CannotExport
    from sayso.export import write_positions

    try:
        number = write_positions(store.stances(holder, target), out)
    except CannotExport as error:
        stop(error, WRONG_USE)
    typer.echo(f"{terminal.counted(number, 'position')} written to {out}")


def show_stance(store: "Record", holder: str | None, target: str | None, as_json: bool) -> None:
    found = store.stances(holder, target)
    if as_json:
        for row in found:
            print_json(stance_form(row))
    else:
        terminal.show_stances(terminal.screen(), list(found))
