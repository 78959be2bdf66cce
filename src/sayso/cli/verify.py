"""`sayso verify`: whether the words on the record hold, and whether they still stand in a new capture of the page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sayso import terminal
from sayso.cli.shared import (
    DEFAULT_RECORD,
    SOME_FAILED,
    WRONG_USE,
    AllowPrivate,
    AllowReserved,
    AsJson,
    RecordPath,
    opened,
    print_json,
    stop,
)
from sayso.data.article import Article
from sayso.data.errors import SaysoError
from sayso.ingest.sources import Source, Sources, tried
from sayso.serialise.verdicts import fault_form, verdict_form

if TYPE_CHECKING:
    from sayso.data.results import Held, Proof
    from sayso.record import Record


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


Ids = Annotated[list[str] | None, typer.Argument(metavar="[ID…]", help="These statements alone, or of these articles.")]


def verify(
    ids: Ids = None,
    against: Against = None,
    article: OfArticle = None,
    allow_private: AllowPrivate = False,
    allow_reserved: AllowReserved = False,
    record: RecordPath = DEFAULT_RECORD,
    as_json: AsJson = False,
) -> None:
    """Check every statement on the record against its evidence, or those of an article against a new capture of it."""
    if against is not None and ids:
        stop(SaysoError("--against looks at a whole article: leave out the ids"), WRONG_USE)
    if against is None and article is not None:
        stop(SaysoError("--article says of which article --against is a new capture"), WRONG_USE)
    with opened(record, must_exist=True) as store:
        if against is None:
            holds = _evidence_holds(store, as_json, ids or ())
        else:
            holds = _stands(store, _captured(against, allow_private, allow_reserved), article, as_json)
    if not holds:
        raise typer.Exit(SOME_FAILED)


def _captured(place: str, allow_private: bool, allow_reserved: bool) -> Article:
    """The article of a new capture; raises Unreadable."""
    documents = list(Sources([place], allow_private, allow_reserved=allow_reserved))
    if len(documents) != 1:
        stop(SaysoError(f"{place}: one document is needed, and this is a directory"), WRONG_USE)
    return tried(documents[0].name, partial(_read, documents[0]))


def _read(source: Source) -> Article:
    from sayso.ingest.pool import readers

    return readers().article(source.load(), source.name)


def _proofs(store: "Record", ids: Sequence[str]) -> "Iterator[Proof]":
    """What is to be looked at: all, or the articles and statements with these ids; one that is not there is told."""
    if not ids:
        yield from store.proofs()
        return
    missing = dict.fromkeys(ids)
    for proof in store.proofs({id_.partition(".")[0] for id_ in ids}):
        some = tuple(one for one in proof.statements if proof.article in ids or one[0] in ids)
        for id_ in (proof.article, *(one[0] for one in some)):
            missing.pop(id_, None)
        yield replace(proof, statements=some)
    if missing:
        stop(SaysoError(f"there is no statement and no article {next(iter(missing))} on the record"), WRONG_USE)


def _evidence_holds(store: "Record", as_json: bool, ids: Sequence[str] = ()) -> bool:
    """Whether what is asked for is as it was found; a line for whatever is not, and then how much was looked at."""
    articles = statements = digests = faults = 0
    for proof in _proofs(store, ids):
        articles += 1
        unproven = sum(one.attribution.digest is not None for _, one in proof.statements)
        statements, digests = statements + len(proof.statements) - unproven, digests + unproven
        for fault in _faults(proof):
            faults += 1
            if as_json:
                print_json(fault_form(*fault))
            else:
                typer.echo(f"{fault.statement or fault.article}: {fault.why}")
    if as_json:
        print_json({"articles": articles, "statements": statements, "digests": digests, "faults": faults})
    else:
        typer.echo(_summary(articles, statements, faults))
        if digests:
            typer.echo(
                f"of {terminal.counted(digests, 'statement')} only the digest was kept: verify --against the page"
            )
    return not faults


def _faults(proof: "Proof") -> Iterator[Fault]:
    from sayso.verification import check, still_encoded

    if why := still_encoded(proof.text):
        yield Fault(proof.article, None, why)
    if proof.fault:
        yield Fault(proof.article, None, proof.fault)
    for id_, statement in proof.statements:
        yield from (Fault(proof.article, id_, why) for why in check(proof.text, proof.titles, statement))


def _summary(articles: int, statements: int, faults: int) -> str:
    looked_at = f"{terminal.counted(statements, 'statement')} in {terminal.counted(articles, 'article')} verified"
    return f"{looked_at}, {terminal.counted(faults, 'fault')}" if faults else looked_at


def _stands(store: "Record", new: Article, article: str | None, as_json: bool) -> bool:
    """Whether every statement of an article stands in a new capture of it, in the same words; a verdict for each."""
    from sayso.verification import compare
    from sayso.verification.versions import sound, tally

    held = _its_article(store, new, article)
    verdicts = compare(held.article, sound(held), new)
    console = terminal.screen()
    for row, verdict in zip(held.statements, verdicts, strict=True):
        if as_json:
            print_json(verdict_form(row, verdict))
        else:
            terminal.show_verdict(console, row, verdict)
    if not as_json:
        typer.echo(f"{held.capture.article}: {tally(verdicts)}")
    return all(verdict.standing in ("verbatim", "moved") for verdict in verdicts)


def _its_article(store: "Record", new: Article, article: str | None) -> "Held":
    """The article that a new capture is of; when that is not plain, those that it could be, and no guess."""
    from sayso.verification import of_which

    captures = list(store.captures())
    if article is not None:
        possible = [capture.article for capture in captures if capture.article == article]
    else:
        url, digest = new.document.url, new.document.sha256
        possible = [capture.article for capture in captures if url and capture.url == url and capture.is_current]
        possible = possible or [capture.article for capture in captures if capture.sha256 == digest]
        if not possible:
            possible = of_which(new.title, {one.article: one.title for one in captures if one.is_current})
    if not possible:
        what = f"no article on the record has the id {article}" if article else "no article on the record is like it"
        stop(SaysoError(f"{new.document.name}: {what}; say which with --article ID"), WRONG_USE)
    if len(possible) > 1:
        several = ", ".join(possible)
        stop(SaysoError(f"{new.document.name}: it could be {several}; say which with --article ID"), WRONG_USE)
    return store.held(possible[0])
