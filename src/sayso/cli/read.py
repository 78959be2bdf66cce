"""`sayso read` and `sayso attribute`: what a document holds, printed and not kept."""

from collections.abc import Callable, Iterable
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated

import typer

from sayso import terminal
from sayso.cli.shared import (
    SOME_FAILED,
    AllowPrivate,
    AllowReserved,
    AsJson,
    Everything,
    Places,
    T,
    json_of,
    print_json,
)
from sayso.data.article import Document
from sayso.data.errors import Unreadable
from sayso.data.statement import Attribution
from sayso.ingest.prefetch import ahead
from sayso.ingest.sources import Source, Sources, tried
from sayso.serialise.core import attributions_form, reading_form

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.ingest.pool import Readers

Texts = Annotated[list[str], typer.Argument(metavar="PATH|-", help="Plain text in UTF-8; - is standard input.")]


def read(
    places: Places,
    allow_private: AllowPrivate = False,
    allow_reserved: AllowReserved = False,
    everything: Everything = False,
    as_json: AsJson = False,
) -> None:
    """Print what a document holds: article, statements, actors. Stores nothing."""
    console = terminal.screen()
    show = json_of(reading_form) if as_json else partial(terminal.show_reading, console, everything=everything)
    _each(Sources(places, allow_private, allow_reserved=allow_reserved), _read, show)


def attribute(
    places: Texts,
    allow_private: AllowPrivate = False,
    allow_reserved: AllowReserved = False,
    as_json: AsJson = False,
) -> None:
    """Print the attributions in plain text exactly as given: sources, cues and contents."""
    console = terminal.screen()

    def show(found: tuple[Document, list[Attribution]]) -> None:
        if as_json:
            print_json(attributions_form(*found))
        else:
            terminal.show_attributions(console, *found)

    _each(Sources(places, allow_private, allow_reserved=allow_reserved), _attribute, show)


def _read(readers: "Readers", source: Source) -> "Reading":
    return readers.read(source.load(), source.name)


def _attribute(readers: "Readers", source: Source) -> tuple[Document, list[Attribution]]:
    """Decode nothing but UTF-8 and change nothing, or the offsets would be into another text."""
    found = source.load()
    try:
        text = found.content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(source.name, f"it is not UTF-8: {error.reason} at byte {error.start}") from error
    document = Document(source.name, found.url, "text/plain", sha256(found.content).hexdigest())
    return document, readers.attribute(text, source.name)


def _each(documents: Iterable[Source], work: Callable[["Readers", Source], T], show: Callable[[T], None]) -> None:
    """Show what comes of each document; one that fails costs a line, and the exit code."""
    from sayso.ingest.pool import jobs_for, readers

    failed, pool = False, readers()
    jobs = jobs_for(None)
    pool.expect(jobs)
    pool.start()
    for source, result in ahead(lambda one: tried(one.name, partial(work, pool, one)), documents, jobs):
        if source.passed_over:
            continue
        try:
            understood = result()
        except Unreadable as error:
            terminal.note(str(error))
            failed = True
        else:
            show(understood)
    if failed:
        raise typer.Exit(SOME_FAILED)
