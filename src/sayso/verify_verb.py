"""`sayso verify`: whether the words on the record hold, and whether they still stand in a new capture of the page."""

from collections import Counter
from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, NamedTuple, Protocol, cast

import typer

from sayso import terminal
from sayso.exceptions import SaysoError
from sayso.opening import DEFAULT_RECORD, SOME_FAILED, WRONG_USE, AsJson, RecordPath, opened, print_json, stop
from sayso.sources import Source, sources, tried
from sayso.verdict_form import fault_form, verdict_form

if TYPE_CHECKING:
    from sayso.article import Article
    from sayso.record import StatementRow
    from sayso.verifying import Standing


class Capture(Protocol):
    """A document as it was taken in; of several of one URL the last is current."""

    article: str
    url: str | None
    sha256: str
    captured_at: str
    is_current: bool


class Held(Protocol):
    """An article on the record with its statements."""

    capture: Capture
    article: "Article"
    statements: "tuple[StatementRow, ...]"


class Archive(Protocol):
    """What verifying asks of the record."""

    def captures(self) -> Iterator[Capture]: ...

    def held(self, article: str) -> Held: ...

    def original(self, article: str) -> bytes | None: ...


class Fault(NamedTuple):
    """What does not hold: in which article, in which statement if it is one's, and why."""

    article: str
    statement: str | None
    why: str


Against = Annotated[
    str | None, typer.Option("--against", metavar="FILE|URL|-", help="A new capture of an article on the record.")
]
OfArticle = Annotated[
    str | None, typer.Option("--article", metavar="ID", help="Which article it is of, where that is not plain.")
]


def verify(
    against: Against = None,
    article: OfArticle = None,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Check every statement on the record against its evidence, or those of an article against a new capture of it."""
    if against is None and article is not None:
        stop(SaysoError("--article says of which article --against is a new capture"), WRONG_USE)
    with opened(record, must_exist=True) as store:
        archive = cast("Archive", store)
        if against is None:
            holds = _evidence_holds(archive, as_json)
        else:
            holds = _stands(archive, _captured(against), article, as_json)
    if not holds:
        raise typer.Exit(SOME_FAILED)


def _captured(place: str) -> "Article":
    """The article of a new capture, read without the model; raises Unreadable."""
    documents = list(sources([place], lambda _: None))
    if len(documents) != 1:
        stop(SaysoError(f"{place}: one document is needed, and this is a directory"), WRONG_USE)
    return tried(documents[0].name, partial(_read, documents[0]))


def _read(source: Source) -> "Article":
    from sayso.reading import read_document

    return read_document(source.load(), source.name, source.url)


def _evidence_holds(archive: Archive, as_json: bool) -> bool:
    """Whether all on the record is as it was found; a line for whatever is not, and then how much was looked at."""
    articles = statements = faults = 0
    for capture in archive.captures():
        held = archive.held(capture.article)
        articles += 1
        statements += len(held.statements)
        for fault in _faults(archive, held):
            faults += 1
            if as_json:
                print_json(fault_form(*fault))
            else:
                typer.echo(f"{fault.statement or fault.article}: {fault.why}")
    if as_json:
        print_json({"articles": articles, "statements": statements, "faults": faults})
    else:
        typer.echo(_summary(articles, statements, faults))
    return not faults


def _faults(archive: Archive, held: Held) -> Iterator[Fault]:
    from sayso.verifying import check

    key, article = held.capture.article, held.article
    original = archive.original(key)
    if original is not None and (digest := sha256(original).hexdigest()) != held.capture.sha256:
        why = f"the document that was kept has the digest {digest}, and was taken in with {held.capture.sha256}"
        yield Fault(key, None, why)
    titles = [story.title for story in article.related]
    for row in held.statements:
        yield from (Fault(key, row.id, why) for why in check(article.text, titles, row.statement))


def _summary(articles: int, statements: int, faults: int) -> str:
    looked_at = f"{terminal.counted(statements, 'statement')} in {terminal.counted(articles, 'article')} verified"
    return f"{looked_at}, {terminal.counted(faults, 'fault')}" if faults else looked_at


def _stands(archive: Archive, new: "Article", article: str | None, as_json: bool) -> bool:
    """Whether every statement of an article stands in a new capture of it, in the same words; a verdict for each."""
    from sayso.verifying import compare

    held = _its_article(archive, new, article)
    verdicts = compare(held.article, [row.statement for row in held.statements], new)
    console = terminal.screen()
    for row, verdict in zip(held.statements, verdicts, strict=True):
        if as_json:
            print_json(verdict_form(row, verdict))
        else:
            terminal.show_verdict(console, row, verdict)
    counts = Counter(verdict.standing for verdict in verdicts)
    if not as_json:
        typer.echo(f"{held.capture.article}: {_tally(counts)}")
    return not counts["altered"] + counts["gone"]


def _tally(counts: "Counter[Standing]") -> str:
    standings: tuple[Standing, ...] = ("verbatim", "moved", "altered", "gone")
    return ", ".join(f"{counts[one]} {one}" for one in standings if counts[one]) or "no statements"


def _its_article(archive: Archive, new: "Article", article: str | None) -> Held:
    """The article that a new capture is of; when that is not plain, those that it could be, and no guess."""
    from sayso.verifying import of_which

    captures = list(archive.captures())
    if article is not None:
        possible = [capture.article for capture in captures if capture.article == article]
    else:
        url = new.document.url
        possible = [capture.article for capture in captures if url and capture.url == url and capture.is_current]
        if not possible:
            current = [capture.article for capture in captures if capture.is_current]
            possible = of_which(new.title, {key: archive.held(key).article.title for key in current})
    if not possible:
        what = f"no article on the record has the id {article}" if article else "no article on the record is like it"
        stop(SaysoError(f"{new.document.name}: {what}; say which with --article ID"), WRONG_USE)
    if len(possible) > 1:
        several = ", ".join(possible)
        stop(SaysoError(f"{new.document.name}: it could be {several}; say which with --article ID"), WRONG_USE)
    return archive.held(possible[0])
