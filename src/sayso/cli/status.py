"""`sayso status`: what is on a record, what read it, how large it is, and what could not be read."""

from dataclasses import asdict
from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json

Failed = Annotated[bool, typer.Option("--failed", help="List what could not be read or was passed over, and why.")]
Disk = Annotated[bool, typer.Option("--disk", help="Bytes by table with its indexes, and what a statement takes.")]


def status(
    failed: Failed = False, disk: Disk = False, record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False
) -> None:
    """Tell what is on the record: articles by language, statements, what read them, the size, the last added."""
    with opened(record, must_exist=True) as store:
        if failed:
            for one in store.failures():
                if as_json:
                    print_json(asdict(one))
                else:
                    typer.echo(f"{terminal.safe(one.name)}: {terminal.safe(one.why)} ({one.failed_at[:10]})")
        elif disk:
            _show_disk(store.disk(), store.count()[1], as_json)
        elif as_json:
            print_json(asdict(store.state()))
        else:
            terminal.show_state(terminal.screen(), record, store.state())


def _show_disk(taken: dict[str, int], statements: int, as_json: bool) -> None:
    total = sum(taken.values())
    if as_json:
        print_json({"tables": taken, "bytes": total, "statements": statements})
        return
    for part, size in taken.items():
        typer.echo(f"{size:15,} {part}")
    typer.echo(f"{total:15,} bytes, {total // max(statements, 1):,} a statement")
