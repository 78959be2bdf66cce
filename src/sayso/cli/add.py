"""`sayso add`: documents onto the record."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.hooks import tell_hooks
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
from sayso.data.found import Given
from sayso.data.keeping import Keep
from sayso.ingest.sources import Sources, is_carried
from sayso.serialise.core import outcome_form
from sayso.terminal.reading_bar import reading_bar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sayso.data.outcome import Outcome
    from sayso.ingest.sources import Source
    from sayso.ingest.tally import Tally
    from sayso.record import Record

Places = Annotated[
    list[str] | None, typer.Argument(metavar="PATH|DIR|URL|-", help="Files, directories, URLs; - is standard input.")
]
Again = Annotated[
    bool, typer.Option("--again", help="Read anew what is there, all that another model read unless named.")
]
Column = Annotated[
    list[str] | None,
    typer.Option("--column", metavar="PART=NAME", help="Of tables: title=headline; text, date, url, author, outlet."),
]
OnRay = Annotated[str | None, typer.Option(metavar="ADDRESS|local", help="Read on a Ray cluster: docs/scale.md.")]
RayOut = Annotated[Path | None, typer.Option(metavar="FOLDER", help="With --ray: where its workers write.")]
_PARTS = ("text", "title", "date", "url", "author", "outlet")


def add(
    places: Places = None,
    title: Annotated[str | None, typer.Option(help="The title of what is added.")] = None,
    date: Annotated[str | None, typer.Option(help="When it was published: 2024-05-03, 3 May 2024.")] = None,
    outlet: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    author: Annotated[list[str] | None, typer.Option(help="Who wrote it; several times for several.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it was published.")] = None,
    column: Column = None,
    follow: Annotated[bool, typer.Option("--follow", help="Fetch what feeds, sitemaps and lists name.")] = False,
    again: Again = False,
    failed: Annotated[bool, typer.Option("--failed", help="Try once more what could not be read.")] = False,
    jobs: Annotated[int | None, typer.Option(min=1, help="Read so many at a time; one a core unless told.")] = None,
    ray: OnRay = None,
    out: RayOut = None,
    keep: Keeping = "full",
    allow_private: AllowPrivate = False,
    allow_reserved: AllowReserved = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Read documents, of the kinds that `sayso formats` lists, onto the record; what is already there is skipped."""
    given = Given(title, _date(date), outlet, tuple(author or ()), "an option")
    with opened(record) as store:
        named = [*(places or ()), *(_failed(store) if failed else ())]
        if again and not named:
            _end(_add_again(store, as_json, jobs), as_json, is_named=False)
            return
        if not named and not failed:
            stop(SaysoError("nothing is named: files, directories, URLs, or - for standard input"), WRONG_USE)
        plain = [place for place in named if not is_carried(place)]
        passed = _passed_over(store) - set(places or ())
        options = allow_private, follow, url, given, _columns(column), record, allow_reserved, passed
        documents = Sources(plain, *options)
        if ray:
            tally = _add_on_ray(named, store, ray, out, jobs, as_json, kept(keep))
        else:
            tally = add_and_tell(documents, store, as_json, again=again, jobs=jobs, keep=kept(keep))
            for outcome in tally.of(_taken_in([place for place in named if is_carried(place)], store)):
                _tell(outcome, as_json)
        tell_hooks(store, allow_private=allow_private)
    _end(tally, as_json, bool(named))


def _add_again(store: "Record", as_json: bool, jobs: int | None) -> "Tally":
    """Read again what another model or version read; what became different is in `sayso changes`."""
    from sayso.ingest.again import read_again
    from sayso.ingest.pool import jobs_for, readers
    from sayso.ingest.tally import Tally

    tally, jobs = Tally(), jobs_for(None, jobs)
    readers().expect(jobs)
    for outcome in tally.of(read_again(store, readers().read, jobs)):
        _tell(outcome, as_json)
    return tally


def _end(tally: "Tally", as_json: bool, is_named: bool) -> None:
    """Say what came of it all; a run of which nothing came has failed."""
    if not as_json:
        typer.echo(str(tally))
    if tally.states["failed"] or (is_named and not tally.found_something):
        raise typer.Exit(SOME_FAILED)


def _add_on_ray(
    places: list[str],
    store: "Record",
    address: str,
    out: Path | None,
    workers: int | None,
    as_json: bool,
    keep: Keep,
) -> "Tally":
    """Read files on a cluster, and bring each onto the record as it is done."""
    from sayso.ingest.tally import Tally

    if keep != "full":
        stop(SaysoError("--ray keeps all of what it reads: leave --keep out, `sayso trim` afterwards"), WRONG_USE)
    if out is None:
        stop(SaysoError("--ray needs --out FOLDER, which all its machines share"), WRONG_USE)
    try:
        from sayso.cluster.ray_reading import read_on_ray
        from sayso.cluster.readings import load
    except ImportError:
        stop(SaysoError("--ray needs sayso's extra “ray”: docs/install.md"), WRONG_USE)
    tally = Tally()
    for file in read_on_ray(places, out, address, workers):
        for outcome in tally.of(load(file, store)):
            _tell(outcome, as_json)
    store.settle()
    return tally


def add_and_tell(
    documents: Sources,
    store: "Record",
    as_json: bool,
    *,
    again: bool = False,
    jobs: int | None = None,
    keep: Keep = "full",
) -> "Tally":
    """Add documents and say what became of those that are worth a line; returns the counts of all."""
    from sayso.ingest.add import add_all
    from sayso.ingest.pool import jobs_for, readers
    from sayso.ingest.tally import Tally

    tally = Tally()
    jobs = jobs_for(None, jobs)
    readers().expect(jobs)
    with reading_bar(documents.size, shown=not as_json) as told:

        def each() -> "Iterator[Source]":
            for source in documents:
                yield source
                told(source.done)

        for outcome in tally.of(add_all(each(), store, readers().read, again=again, jobs=jobs, keep=keep)):
            _tell(outcome, as_json)
    return tally


def _date(written: str | None) -> str | None:
    from sayso.reading.metadata.dates import moment

    if written is not None and moment(written, "an option") is None:
        stop(SaysoError(f"“{written}” is no date; write 2015, 2015-10, 2015-10-10 or 10 October 2015"), WRONG_USE)
    return written


def _columns(written: list[str] | None) -> dict[str, str]:
    columns = dict(one.split("=", 1) for one in written or () if "=" in one)
    for one in written or ():
        if one.partition("=")[0] not in _PARTS or not one.partition("=")[2]:
            stop(SaysoError(f"--column {one}: write PART=NAME, where PART is {', '.join(_PARTS)}"), WRONG_USE)
    return columns


def _failed(store: "Record") -> list[str]:
    """Where what failed came from; of what lies in an archive, the archive."""
    from sayso.ingest.sources import origin

    return list(dict.fromkeys(origin(failure.name) for failure in store.failures()))


def _passed_over(store: "Record") -> frozenset[str]:
    """What lay in a folder and was passed over: tried again, it is no text either unless something tells it."""
    return frozenset(one.name for one in store.failures() if one.why.startswith("passed over"))


def _taken_in(places: list[str], store: "Record") -> "Iterator[Outcome]":
    from sayso.serialise.archive import take_in

    for place in places:
        yield from take_in(Path(place), store)


def _tell(outcome: "Outcome", as_json: bool) -> None:
    """Show what became of a document: all of it in JSON, else what failed and what changed."""
    if as_json:
        print_json(outcome_form(outcome))
    if outcome.state == "passed over":
        return
    if outcome.why or (outcome.changed and not as_json):
        terminal.note(f"{outcome.name}: {outcome.why or outcome.changed}")
