"""`sayso add`: documents onto the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import DEFAULT_RECORD, SOME_FAILED, AllowPrivate, AsJson, Places, RecordPath, opened, print_json
from sayso.ingest.sources import Source, is_carried, sources
from sayso.serialise.core import outcome_form

if TYPE_CHECKING:
    from sayso.data.outcome import Outcome
    from sayso.record import Record


def add(
    places: Places,
    again: Annotated[bool, typer.Option("--again", help="Read anew what is already there; decisions hold.")] = False,
    jobs: Annotated[int | None, typer.Option(min=1, help="Read so many at a time; one a core unless told.")] = None,
    allow_private: AllowPrivate = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Read documents and put them on the record; what is already there is skipped."""
    from sayso.ingest.add import summary

    with opened(record) as store:
        named = [place for place in places if not is_carried(place)]
        documents = list(sources(named, terminal.note, allow_private=allow_private))
        outcomes = add_and_tell(documents, store, as_json, again=again, jobs=jobs)
        outcomes += _take_in([place for place in places if is_carried(place)], store, as_json)
    if not as_json:
        typer.echo(summary(outcomes))
    if any(outcome.state == "failed" for outcome in outcomes):
        raise typer.Exit(SOME_FAILED)


def add_and_tell(
    documents: list[Source], store: "Record", as_json: bool, *, again: bool = False, jobs: int | None = None
) -> "list[Outcome]":
    from sayso.ingest.add import add_all
    from sayso.ingest.pool import jobs_for, readers

    jobs = jobs_for(len(documents), jobs)
    readers().expect(jobs)
    with terminal.progress(documents, shown=not as_json) as each:
        added = add_all(each, store, readers().read, again=again, jobs=jobs)
        return [_told(outcome, as_json) for outcome in added]


def _take_in(places: list[str], store: "Record", as_json: bool) -> "list[Outcome]":
    from sayso.serialise.archive import take_in

    return [_told(outcome, as_json) for place in places for outcome in take_in(Path(place), store)]


def _told(outcome: "Outcome", as_json: bool) -> "Outcome":
    """Show what became of a document: all of it in JSON, else what failed and what changed."""
    if as_json:
        print_json(outcome_form(outcome))
    if outcome.why or (outcome.changed and not as_json):
        terminal.note(f"{outcome.name}: {outcome.why or outcome.changed}")
    return outcome
