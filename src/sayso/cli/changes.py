"""`sayso changes`: what came in and what became different since one was last here."""

import re
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.errors import SaysoError
from sayso.serialise.record import since_form
from sayso.text.written_dates import Ambiguous, day_told

Moment = Annotated[
    str,
    typer.Option(
        "--since", metavar="DAY|TIME", help="2026-11-20, 2026-11-20T18:00, 2d, 12h; the day before, unless told."
    ),
]
_AGO = re.compile(r"(\d{1,4})([hdw])")
_HOURS = {"h": 1, "d": 24, "w": 168}


def changes(since: Moment = "1d", record: RecordPath = DEFAULT_RECORD, as_json: AsJson = False) -> None:
    """Tell what came in, what another model read otherwise, what was decided and what failed, since a moment."""
    moment = _moment(since)
    with opened(record, must_exist=True) as store:
        found = store.since(moment)
    if as_json:
        print_json(since_form(found))
    else:
        terminal.show_since(terminal.screen(), found)


def _moment(written: str) -> str:
    """In UTC, as the record has its times; what is told without a zone is local."""
    if ago := _AGO.fullmatch(written):
        return _text(datetime.now(UTC).timestamp() - 3600 * int(ago[1]) * _HOURS[ago[2]])
    try:
        day = day_told(written, date.today())
        return _text(datetime.fromisoformat(f"{day}-01-01"[:10] if day else written).timestamp())
    except Ambiguous as error:
        stop(SaysoError(str(error)), WRONG_USE)
    except (ValueError, OverflowError):
        told = "write 2026-11-20, 2026-11-20T18:00, yesterday, “May 2024”, 2d or 12h"
        stop(SaysoError(f"“{written}” is no moment; {told}"), WRONG_USE)


def _text(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")
