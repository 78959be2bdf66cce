"""`sayso tally`: who gets quoted, counted by columns, with the part that is left open."""

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sayso import terminal
from sayso.cli.search_options import meant, nothing_found, searching_by_speaker
from sayso.cli.shared import DEFAULT_RECORD, SOME_FAILED, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.data.export_errors import CannotExport, NotWritten
from sayso.data.search import Search
from sayso.data.tally import BY_NAME, BadTally, GenderBy, Tally, Unit
from sayso.serialise.tallies import tally_form

if TYPE_CHECKING:
    from sayso.record import Record

_MOST = 25
_DRAFT = "-"

By = Annotated[
    str,
    typer.Option(
        help=f"One to three columns, with commas between: {', '.join(BY_NAME)}, or one of a list of your own."
    ),
]
Out = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write the table, as .csv, .parquet or .json."),
]
Question = Literal["is_statement", "speaker_right", "content_right"]
Coded = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE.csv", help="A sheet of `sayso sample` that somebody coded: how many are right."),
]
Plot = Annotated[Path | None, typer.Option("--plot", metavar="FILE", help="Draw it, as .svg, .png or .html.")]


@searching_by_speaker
def tally(
    search: Search,
    by: By = "speaker",
    unit: Annotated[Unit, typer.Option(help="What is counted.")] = "statements",
    gender: Annotated[
        GenderBy, typer.Option("--gender", help="By what women and men are told; names tell it less surely.")
    ] = "text",
    everything: Annotated[
        bool, typer.Option("--all", help="Count too what is likelier a deed or a slip than a statement.")
    ] = False,
    coded: Coded = None,
    right: Annotated[
        Question, typer.Option(help="By which of the sheet’s questions a statement is right.")
    ] = "speaker_right",
    out: Out = None,
    plot: Plot = None,
    limit: Annotated[int, typer.Option(min=1, help="Show no more than so many in each group.")] = _MOST,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Count who gets quoted: statements, words, speakers or articles by columns, shares in the last of them.

    With - for the words a draft is read from standard input and counted; nothing is stored.
    """
    with _asked(record, search) as (store, asked):
        asked = meant(store, asked if everything else asked.for_people)
        try:
            found = store.tally(asked, by.split(","), unit=unit, gender_by=gender, query=_query())
            found = _with_coded(found, coded, right) if coded else found
        except BadTally as error:
            stop(error, WRONG_USE)
    if not found.cells:
        terminal.note(nothing_found(asked))
    if out or plot:
        _write(found, out, plot)
    if as_json:
        print_json(tally_form(found))
    elif not (out or plot):
        terminal.show_tally(terminal.screen(), found, limit)


@contextmanager
def _asked(record: str, search: Search) -> "Iterator[tuple[Record, Search]]":
    """The record, or for a draft one that is gone afterwards."""
    if search.words != _DRAFT:
        with opened(record, must_exist=True) as store:
            yield store, search
        return
    with TemporaryDirectory() as folder, opened(str(Path(folder, DEFAULT_RECORD))) as store:
        _read_draft(store)
        yield store, replace(search, words=None)


def _read_draft(store: "Record") -> None:
    from sayso.data.errors import Unreadable
    from sayso.data.found import Found
    from sayso.ingest.pool import readers

    try:
        store.add(readers().read(Found(sys.stdin.buffer.read()), "draft"))
    except Unreadable as error:
        stop(error, WRONG_USE)


def _with_coded(found: Tally, sheets: list[Path], question: Question) -> Tally:
    from sayso.coding import BadSheet, coded, read_sheet

    try:
        return coded(found, [read_sheet(path) for path in sheets], question)
    except BadSheet as error:
        stop(error, WRONG_USE)


def _query() -> str:
    """The command as it was typed."""
    return shlex.join(["sayso", *sys.argv[1:]])


def _write(found: Tally, out: Path | None, plot: Path | None) -> None:
    from sayso.export import write_plot, write_tally

    try:
        if out:
            write_tally(found, out)
        if plot:
            write_plot(found, plot)
    except (CannotExport, NotWritten) as error:
        stop(error, WRONG_USE if isinstance(error, CannotExport) else SOME_FAILED)
    for path in filter(None, (out, plot)):
        terminal.note(f"{terminal.counted(len(found.cells), 'row')} written to {path}")
