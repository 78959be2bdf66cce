"""`sayso upgrade`: a record that an earlier version made, brought up to date however large it is."""

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, AsJson, RecordPath, print_json, stop


def upgrade(record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Bring a record of an earlier version up to date; small ones are when they are opened."""
    from sayso.data.record_errors import RecordError
    from sayso.record import SCHEMA_VERSION
    from sayso.record import upgrade as bring_up_to_date

    before = SCHEMA_VERSION
    with terminal.steps("upgrading", shown=not as_json) as tell:

        def told(done: int, of: int, what: str) -> None:
            nonlocal before
            before = SCHEMA_VERSION - of
            tell(done, of, what)

        try:
            bring_up_to_date(record, told)
        except RecordError as error:
            stop(error, WRONG_USE)
    if as_json:
        print_json({"from": before, "to": SCHEMA_VERSION})
    elif before == SCHEMA_VERSION:
        typer.echo(f"up to date: schema {SCHEMA_VERSION}")
    else:
        typer.echo(f"brought up to date: from schema {before} to {SCHEMA_VERSION}")
