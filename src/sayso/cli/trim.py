"""`sayso trim`: of what came in long ago no more than the sentences of its statements."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, AsJson, RecordPath, opened, print_json

OlderThan = Annotated[int, typer.Option(min=0, metavar="DAYS", help="What came in so many days ago and before.")]


def trim(older_than: OlderThan, record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Keep the sentences of statements, and neither the rest of old texts nor their documents: for cron.

    Statements, offsets, digests and decisions stay as they are.
    """
    before = (datetime.now(UTC) - timedelta(days=older_than)).isoformat(timespec="seconds")
    with opened(record, must_exist=True) as store:
        trimmed = store.trim(before)
    if as_json:
        print_json({"before": before, "trimmed": trimmed})
    else:
        typer.echo(f"{terminal.counted(trimmed, 'article')} trimmed to the sentences of statements")
