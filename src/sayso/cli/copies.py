"""`sayso backup` and `sayso restore`: a record in one file, and back."""

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.shared import DEFAULT_RECORD, SOME_FAILED, RecordPath, stop

Copy = Annotated[Path, typer.Argument(metavar="FILE", help="The copy.")]


def backup(file: Copy, record: RecordPath = DEFAULT_RECORD) -> None:
    """Copy the record into one file while others read it and write to it; the file is there when it is whole."""
    from sayso.data.record_errors import RecordError
    from sayso.record import backup as copy

    try:
        size = copy(record, file)
    except RecordError as error:
        stop(error, SOME_FAILED)
    typer.echo(f"{file}: {size / 1e6:,.1f} MB, read through and whole")


def restore(file: Copy, record: RecordPath = DEFAULT_RECORD) -> None:
    """Make a record of a copy, where there is none yet."""
    from sayso.data.record_errors import RecordError
    from sayso.record import Record
    from sayso.record import restore as make

    try:
        make(file, record)
    except RecordError as error:
        stop(error, SOME_FAILED)
    with Record(record, must_exist=True) as store:
        articles, statements = store.count()
    typer.echo(f"restored: {articles:,} articles, {statements:,} statements")
