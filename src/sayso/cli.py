"""The command line: each verb reads its options, asks the rooms, and shows what they give."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

import typer

from sayso import __version__, form, record_form, terminal
from sayso.ahead import ahead
from sayso.decide_verbs import decisions, different, reattribute, reject, rename, same, undo
from sayso.eval_verb import evaluate
from sayso.exceptions import Unreadable
from sayso.export_verb import export
from sayso.mcp_verb import mcp
from sayso.opening import DEFAULT_RECORD, SOME_FAILED, AsJson, RecordPath, opened, print_json
from sayso.reference_verb import reference
from sayso.searching import (
    About,
    Acting,
    By,
    Confidence,
    Denied,
    Negated,
    OfKind,
    Outlet,
    Since,
    Topic,
    Until,
    Words,
    note_namesakes,
    searched,
)
from sayso.serve_verb import serve
from sayso.sources import Source, is_carried, sources, tried
from sayso.upgrade_verb import upgrade
from sayso.verify_verb import verify
from sayso.versions_verb import versions

if TYPE_CHECKING:
    from sayso.adding import Outcome
    from sayso.article import Document
    from sayso.pipeline import Reading
    from sayso.record import Record
    from sayso.statement import Attribution

app = typer.Typer(
    help="On whose say-so? Reads news as it is found and keeps the record of who said what.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

T = TypeVar("T")


class Match(StrEnum):
    exact = "exact"
    variants = "variants"


Places = Annotated[
    list[str], typer.Argument(metavar="PATH|DIR|URL|-", help="Files, directories, URLs; - is standard input.")
]
Texts = Annotated[list[str], typer.Argument(metavar="PATH|-", help="Plain text in UTF-8; - is standard input.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sayso {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True)] = False,
) -> None:
    """On whose say-so? Reads news as it is found and keeps the record of who said what."""


@app.command()
def read(places: Places, as_json: AsJson = False) -> None:
    """Print what a document holds: article, statements, actors. Stores nothing."""
    console = terminal.screen()
    show = _json_of(form.reading_form) if as_json else partial(terminal.show_reading, console)
    _each(places, _read, show)


@app.command()
def attribute(places: Texts, as_json: AsJson = False) -> None:
    """Print the attributions in plain text exactly as given: sources, cues and contents."""
    console = terminal.screen()

    def show(found: "tuple[Document, list[Attribution]]") -> None:
        if as_json:
            print_json(form.attributions_form(*found))
        else:
            terminal.show_attributions(console, *found)

    _each(places, _attribute, show)


@app.command()
def add(
    places: Places,
    again: Annotated[bool, typer.Option("--again", help="Read anew what is already there; decisions hold.")] = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Read documents and put them on the record; what is already there is skipped."""
    from sayso.adding import summary

    with opened(record) as store:
        outcomes = _add_all([place for place in places if not is_carried(place)], store, as_json, again=again)
        outcomes += _take_in([place for place in places if is_carried(place)], store, as_json)
    if not as_json:
        typer.echo(summary(outcomes))
    if any(outcome.state == "failed" for outcome in outcomes):
        raise typer.Exit(SOME_FAILED)


@app.command()
def said(
    words: Words = None,
    by: By = None,
    about: About = None,
    since: Since = None,
    until: Until = None,
    kind: OfKind = None,
    outlet: Outlet = None,
    act: Acting = None,
    negated: Negated = None,
    denied: Denied = None,
    topic: Topic = None,
    confidence: Confidence = None,
    counts: Annotated[bool, typer.Option("--counts", help="Count by speaker, outlet, month and kind instead.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="No more than so many.")] = None,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Search the statements on the record, in order of time."""
    show = _json_of(form.row_form) if as_json else partial(terminal.show_row, terminal.screen())
    asked: dict[str, Any] = {"since": since, "until": until, "kind": kind, "outlet": outlet}
    asked |= {"act": act and act.value, "negated": negated, "denied": denied, "topic": topic, "confidence": confidence}
    with opened(record, must_exist=True) as store:
        if counts:
            _show_counts(store, " ".join(words or ()), by, about, asked, as_json)
            return
        for row in searched(store, words, by=by, about=about, limit=limit, **asked):
            show(row)


@app.command()
def who(
    name: Annotated[str, typer.Argument(help="A name, part of it, or the id of an actor.")],
    match: Annotated[Match, typer.Option(help="Whether a name spelled nearly so will do where nobody has it.")] = (
        Match.variants
    ),
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Show the dossier of an actor: names, roles, statements in order of time, who speaks of them."""
    with opened(record, must_exist=True) as store:
        _show_who(store, name, as_json, match.value)


@app.command()
def demo(
    record: Annotated[str | None, typer.Option(metavar="PATH", help="Keep the record here.")] = None,
    as_json: AsJson = False,
) -> None:
    """Read the example articles and show whose position in them changes."""
    with TemporaryDirectory() as folder, opened(record or str(Path(folder, DEFAULT_RECORD))) as store:
        _demonstrate(store, as_json)


app.command("eval")(evaluate)
app.command()(same)
app.command()(different)
app.command()(rename)
app.command()(reattribute)
app.command()(reject)
app.command()(undo)
app.command()(decisions)
app.command()(reference)
app.command()(export)
app.command()(serve)
app.command()(mcp)
app.command()(verify)
app.command()(versions)
app.command()(upgrade)


def _demonstrate(store: "Record", as_json: bool) -> None:
    """Show the two commands that matter as they would be typed, and name a few more."""
    from sayso.adding import summary
    from sayso.demo import examples_dir, most_heard, shown_path

    say: Callable[[str], None] = (lambda _: None) if as_json else typer.echo
    examples = shown_path(examples_dir())
    say(f"$ sayso add {examples}")
    say(summary(_add_all([examples], store, as_json)))
    (speaker,) = store.called(most_heard(store))
    say(f'\n$ sayso who "{speaker.name}"')
    _show_who(store, speaker.name, as_json)
    say("Try next, on a record of your own:")
    for command in (f"add {examples}", f'said --about "{speaker.name}"', f'said --by "{speaker.name}" --json'):
        say(f"  sayso {command}")


def _read(source: Source) -> "Reading":
    return _understand(source.load(), source)


def _understand(content: bytes, source: Source) -> "Reading":
    """The pipeline is loaded at its first use: to ask the record needs no model."""
    from sayso import pipeline

    return pipeline.read(content, name=source.name, url=source.url)


def _attribute(source: Source) -> "tuple[Document, list[Attribution]]":
    """Decode nothing but UTF-8 and change nothing, or the offsets would be into another text."""
    from sayso import pipeline
    from sayso.article import Document

    content = source.load()
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Unreadable(source.name, f"it is not UTF-8: {error.reason} at byte {error.start}") from error
    document = Document(source.name, source.url, "text/plain", sha256(content).hexdigest())
    return document, pipeline.attribute(text)


def _each(places: list[str], work: Callable[[Source], T], show: Callable[[T], None]) -> None:
    """Show what comes of each document; one that fails costs a line, and the exit code."""
    failed = False
    for _, result in ahead(lambda source: tried(source.name, partial(work, source)), sources(places, terminal.note)):
        try:
            found = result()
        except Unreadable as error:
            terminal.note(str(error))
            failed = True
        else:
            show(found)
    if failed:
        raise typer.Exit(SOME_FAILED)


def _add_all(places: list[str], store: "Record", as_json: bool, *, again: bool = False) -> "list[Outcome]":
    from sayso.adding import add_all

    with terminal.progress(list(sources(places, terminal.note)), shown=not as_json) as documents:
        return [_told(outcome, as_json) for outcome in add_all(documents, store, _understand, again=again)]


def _show_counts(
    store: "Record", words: str, by: str | None, about: str | None, asked: dict[str, Any], as_json: bool
) -> None:
    """How many statements a search finds, by what it can be narrowed by."""
    from sayso.record import Search

    note_namesakes(store, by, about)
    found = store.facets(Search(words, by, about, **asked))
    if as_json:
        print_json(record_form.facets_form(found))
    else:
        terminal.show_facets(terminal.screen(), found)


def _take_in(places: list[str], store: "Record", as_json: bool) -> "list[Outcome]":
    from sayso.carrying import take_in

    return [_told(outcome, as_json) for place in places for outcome in take_in(Path(place), store)]


def _told(outcome: "Outcome", as_json: bool) -> "Outcome":
    """Show what became of a document: all of it in JSON, else what failed and what changed."""
    if as_json:
        print_json(form.outcome_form(outcome))
    if outcome.why or (outcome.changed and not as_json):
        terminal.note(f"{outcome.name}: {outcome.why or outcome.changed}")
    return outcome


def _show_who(store: "Record", name: str, as_json: bool, match: Literal["exact", "variants"] = "variants") -> None:
    found = store.who(name, match)
    if as_json:
        print_json(record_form.dossier_form(found))
    else:
        terminal.show_dossier(terminal.screen(), found)


def _json_of(form_of: Callable[[T], form.Form]) -> Callable[[T], None]:
    return lambda found: print_json(form_of(found))
