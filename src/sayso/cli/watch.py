"""`sayso watch`: feeds, day and night."""

from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.hooks import tell_hooks, telling_hooks
from sayso.cli.shared import (
    DEFAULT_RECORD,
    SOME_FAILED,
    WRONG_USE,
    AllowPrivate,
    AllowReserved,
    AsJson,
    Keeping,
    RecordPath,
    kept,
    opened,
    print_json,
    stop,
)
from sayso.data.errors import SaysoError
from sayso.serialise.core import outcome_form

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.data.outcome import Outcome
    from sayso.ingest.tally import Tally

Feeds = Annotated[
    list[str], typer.Argument(metavar="FEED…", help="Addresses of feeds or sitemaps; OPML files and lists.")
]


def watch(
    feeds: Feeds,
    every: Annotated[float, typer.Option(min=1, metavar="MINUTES", help="How long between two looks at a feed.")] = 15,
    once: Annotated[bool, typer.Option("--once", help="Look once at what is due and end, for cron.")] = False,
    warc: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where what is fetched is kept as WARC; beside the record.")
    ] = None,
    keep: Keeping = "full",
    allow_private: AllowPrivate = False,
    allow_reserved: AllowReserved = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Look at feeds again and again, and add what is new in them. Ctrl-C ends it; begun anew, it goes on."""
    from sayso.ingest.pool import readers
    from sayso.ingest.watch import Watch

    folder = warc or _beside(record)
    with opened(record) as store:
        watching = Watch(
            _named(feeds),
            store,
            readers(),
            folder,
            every=60 * every,
            allow_private=allow_private,
            allow_reserved=allow_reserved,
            keep=kept(keep),
        )
        with closing(watching):
            outcomes = watching.once() if once else watching.forever()
            tally = _told(telling_hooks(outcomes, store, allow_private=allow_private), as_json)
        tell_hooks(store, allow_private=allow_private)
    if not as_json:
        typer.echo(str(tally))
    if once and tally.states["failed"]:
        raise typer.Exit(SOME_FAILED)


def _told(outcomes: "Iterator[Outcome]", as_json: bool) -> "Tally":
    """Say what becomes of each page, until it is interrupted; the counts of all."""
    from sayso.ingest.tally import Tally

    tally = Tally()
    with suppress(KeyboardInterrupt):
        for outcome in tally.of(outcomes):
            if as_json:
                print_json(outcome_form(outcome))
            else:
                terminal.note(f"{outcome.name}: {outcome.why or outcome.changed or outcome.state}")
    return tally


def _beside(record: str) -> Path:
    if "://" in record:
        stop(SaysoError("what is fetched is kept beside the record; say where with --warc FOLDER"), WRONG_USE)
    return Path(f"{record}.watch")


def _named(feeds: list[str]) -> list[str]:
    """The feeds themselves, and those that files list."""
    from sayso.inputs.formats import links_in

    found: list[str] = []
    for place in feeds:
        if place.startswith(("http://", "https://")):
            found.append(place)
            continue
        try:
            listed = links_in(Path(place).read_bytes(), place)
        except OSError as error:
            stop(SaysoError(f"{place}: {(error.strerror or str(error)).lower()}"), WRONG_USE)
        if not listed:
            stop(SaysoError(f"{place}: it lists no feeds"), WRONG_USE)
        found += listed
    return list(dict.fromkeys(found))
