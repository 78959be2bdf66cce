"""`sayso status`: what is on a record, what read it, how large it is, and what could not be read."""

from dataclasses import asdict
from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json

Failed = Annotated[bool, typer.Option("--failed", help="List what could not be read, and why.")]


def status(failed: Failed = False, record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Tell what is on the record: articles by language, statements, what read them, the size, the last added."""
    with opened(record, must_exist=True) as store:
        if failed:
            for one in store.failures():
                if as_json:
                    print_json(asdict(one))
                else:
                    typer.echo(f"{one.name}: {one.why} ({one.failed_at[:10]})")
        elif as_json:
            print_json(asdict(store.state()))
        else:
            terminal.show_state(terminal.screen(), record, store.state())
