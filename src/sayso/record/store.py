"""The record as its users see it: put a reading on it, ask who said what."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

from sqlalchemy import Connection, delete, func, insert, select, update

import sayso
from sayso.record import evidence
from sayso.record.anchors import mention_called, statement_called
from sayso.record.candidates import Candidate, Match, actors_called, anchor_named, candidates
from sayso.record.corrections import NOBODY
from sayso.record.decisions import Decision, Signed, decide_identity, decided, reattribute, reject, rename, undo
from sayso.record.dossier import Dossier, dossier
from sayso.record.engine import connected, open_engine
from sayso.record.errors import Refused, Unfit
from sayso.record.facets import Facets, facets
from sayso.record.holding import Capture, Held, captures, held, lately, original, versions
from sayso.record.paging import Order, Page, page
from sayso.record.references import on_the_record, write_list
from sayso.record.rows import CURRENT, IN_ORDER_OF_TIME, ArticleRef, StatementRow, read_rows
from sayso.record.schema import articles, documents, failures, statements
from sayso.record.search import Search, conditions
from sayso.record.settling import remove_nobodies, settle
from sayso.record.writing import article_key, keep_current, remove_reading, write_document, write_reading
from sayso.reference import Known

if TYPE_CHECKING:
    from sayso.pipeline import Reading


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a reading: the article's key, and whether it is `new` or was there already."""

    article: str
    new: bool
    statements: int


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be put on the record, why, and when that was tried last."""

    name: str
    why: str
    failed_at: str


def now() -> datetime:
    """The time by which the record dates what it is given, unless told another."""
    return datetime.now(UTC)


class Record:
    """A record at a path or URL, made when there is none.

    A reading is on it whole or not at all, and is safe once `add` has returned. Any number of programs may
    read it while one adds; two that add take turns.
    """

    def __init__(self, url: str | Path, *, must_exist: bool = False, clock: Callable[[], datetime] = now) -> None:
        self._engine = open_engine(url, must_exist=must_exist)
        self._clock = clock

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def has(self, sha256: str) -> bool:
        """Whether the document with this digest is on the record."""
        with connected(self._engine) as connection:
            return _id_of(connection, sha256) is not None

    def add(
        self, reading: "Reading", *, content: bytes | None = None, again: bool = False, settled: bool = True
    ) -> Added:
        """Put an article with its statements on the record; what is there already stays, unless it is read `again`.

        `content` is the document as it came, to be archived. Of several captures of one URL the last is current.
        Who is who is settled at once, unless many are to be added: then `settle` does it for all.
        Raises Refused when its evidence does not hold: then nothing of it is on the record.
        """
        evidence.check(reading)
        document = reading.article.document
        try:
            new = self._write(reading, content, again, settled)
        except Unfit as error:
            raise Refused(document.name, error.why) from error
        except UnicodeEncodeError as error:
            raise Refused(document.name, "its text holds half of a character, which cannot be kept") from error
        return Added(article_key(document), new, len(reading.statements) if new else 0)

    def settle(self) -> None:
        """Tell who is who among all that were added without it."""
        with connected(self._engine, writes=True) as connection:
            settle(connection)

    def _write(self, reading: "Reading", content: bytes | None, again: bool, settled: bool) -> bool:
        document = reading.article.document
        with connected(self._engine, writes=True) as connection:
            known = _id_of(connection, document.sha256)
            if known is not None and not again:
                return False
            gone = set() if known is None else remove_reading(connection, known)
            write_reading(connection, reading, self._write_document(connection, reading, content, known))
            connection.execute(delete(failures).where(failures.c.name == document.name))
            keep_current(connection, document.url)
            remove_nobodies(connection, gone)
            if settled:
                settle(connection)
        return True

    def _write_document(
        self, connection: Connection, reading: "Reading", content: bytes | None, known: int | None
    ) -> int:
        read_by = f"sayso {sayso.__version__}" + (f", model {reading.model}" if reading.model else "")
        if known is None:
            return write_document(connection, reading.article.document, self._time(), read_by, content)
        connection.execute(update(documents).where(documents.c.id == known).values(read_by=read_by))
        return known

    def failed(self, document_name: str, why: str) -> None:
        """Keep that a document could not be read, until it can."""
        row = {"name": document_name, "why": why, "failed_at": self._time()}
        with connected(self._engine, writes=True) as connection:
            connection.execute(delete(failures).where(failures.c.name == document_name))
            connection.execute(insert(failures).values(row))

    def failures(self) -> tuple[Failed, ...]:
        """The documents that could not be put on the record, by name."""
        with connected(self._engine) as connection:
            rows = connection.execute(select(failures).order_by(failures.c.name))
            return tuple(Failed(row.name, row.why, row.failed_at) for row in rows)

    def said(
        self,
        words: str | None = None,
        *,
        by: str | None = None,
        about: str | None = None,
        since: str | None = None,
        until: str | None = None,
        kind: str | None = None,
        outlet: str | None = None,
        limit: int | None = None,
    ) -> Iterator[StatementRow]:
        """The statements that meet all that is asked, in order of time; the undated last.

        `by` and `about` are names, whole or in part, or an actor's id. `about` leaves out what they say themselves.
        """
        search = Search(words, by, about, since, until, kind, outlet)
        with connected(self._engine) as connection:
            query = CURRENT.where(*conditions(connection, search)).order_by(IN_ORDER_OF_TIME).limit(limit)
            yield from read_rows(connection, query)

    def search(self, search: Search, *, limit: int = 50, after: str | None = None, order: Order = "time") -> Page:
        """A page of the statements found; `after` is the `next` of the page before.

        Raises BadQuery for words that cannot be read, BadCursor for a cursor that is none.
        """
        with connected(self._engine) as connection:
            return page(connection, search, limit, after, order)

    def facets(self, search: Search) -> Facets:
        """How many statements a search finds, by speaker, outlet, month and kind."""
        with connected(self._engine) as connection:
            return facets(connection, search)

    def captures(self) -> Iterator[Capture]:
        """Every document on the record, in the order of their articles' keys."""
        with connected(self._engine) as connection:
            yield from captures(connection)

    def versions(self, article: str) -> tuple[Capture, ...]:
        """All captures of the page of an article, the first first; raises NoSuchArticle."""
        with connected(self._engine) as connection:
            return versions(connection, article)

    def held(self, article: str) -> Held:
        """An article with all that was found in it; raises NoSuchArticle."""
        with connected(self._engine) as connection:
            return held(connection, article)

    def original(self, article: str) -> bytes | None:
        """The document of an article as it came, if it was kept; raises NoSuchArticle."""
        with connected(self._engine) as connection:
            return original(connection, article)

    def lately(self, limit: int = 10) -> tuple[ArticleRef, ...]:
        """The articles that came in last."""
        with connected(self._engine) as connection:
            return lately(connection, limit)

    def who(self, name: str, match: Match = "variants") -> Dossier:
        """All there is on the actor so named; raises NobodyNamed, or SeveralNamed with those to choose from.

        `match` says whether a name spelled nearly so will do where nobody has exactly this one.
        """
        with connected(self._engine) as connection:
            return dossier(connection, name, match)

    def called(self, name: str, match: Match = "variants") -> tuple[Candidate, ...]:
        """The actors whom a name, whole or in part, can mean; the most quoted first."""
        with connected(self._engine) as connection:
            return candidates(connection, actors_called(connection, name, match))

    def same(self, one: str, other: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that two actors, each by a name that means no one else or by id, are one: the first.

        An appearance can be named too, "person:john-smith@04da3ea48aa493e2". Raises NobodyNamed, SeveralNamed, or
        Undecidable where it contradicts a decision that stands.
        """
        return self._decide_identity("same", one, other, self._signed(who, why))

    def different(self, one: str, other: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that two actors are never one; raises what `same` does."""
        return self._decide_identity("different", one, other, self._signed(who, why))

    def _decide_identity(self, verb: Literal["same", "different"], one: str, other: str, signed: Signed) -> Decision:
        with connected(self._engine, writes=True) as connection:
            first, second = (anchor_named(connection, name) for name in (one, other))
            return decide_identity(connection, verb, first, second, signed)

    def rename(self, one: str, name: str, *, who: str, why: str | None = None) -> Decision:
        """Decide what an actor is called; raises NobodyNamed or SeveralNamed."""
        with connected(self._engine, writes=True) as connection:
            return rename(connection, anchor_named(connection, one), name, self._signed(who, why))

    def reattribute(self, statement: str, to: str, *, who: str, why: str | None = None) -> Decision:
        """Decide whose words the statement with this id are: an actor's, or "nobody"'s; raises what `same` does."""
        with connected(self._engine, writes=True) as connection:
            anchor = None if to == NOBODY else anchor_named(connection, to)
            return reattribute(connection, statement_called(connection, statement), anchor, self._signed(who, why))

    def reject(self, what: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that a statement is none ("04da3ea48aa493e2.4"), or that a mention is ("04da3ea48aa493e2:120-128").

        Raises Undecidable where there is no such thing.
        """
        with connected(self._engine, writes=True) as connection:
            if ":" in what:
                return reject(connection, "reject mention", mention_called(connection, what), self._signed(who, why))
            return reject(connection, "reject", statement_called(connection, what), self._signed(who, why))

    def refer(self, known: Iterable[Known]) -> int:
        """Take in entries of the user's own list of actors; returns how many of the list are on the record now."""
        with connected(self._engine, writes=True) as connection:
            write_list(connection, known)
            settle(connection)
            return on_the_record(connection)

    def undo(self, number: int | None = None, *, who: str, why: str | None = None) -> Decision:
        """Take back a decision, the last that stands unless told which; raises Undecidable where there is none."""
        with connected(self._engine, writes=True) as connection:
            return undo(connection, number, self._signed(who, why))

    def _signed(self, who: str, why: str | None) -> Signed:
        return Signed(self._time(), who, why)

    def decisions(self) -> tuple[Decision, ...]:
        """Everything that was decided, in order, what was undone with it."""
        with connected(self._engine) as connection:
            return decided(connection)

    def _time(self) -> str:
        return self._clock().isoformat(timespec="seconds")

    def count(self) -> tuple[int, int]:
        """How many articles and how many statements are on the record."""
        with connected(self._engine) as connection:
            counted = [connection.scalar(select(func.count()).select_from(t)) for t in (articles, statements)]
        return counted[0] or 0, counted[1] or 0


def _id_of(connection: Connection, sha256: str) -> int | None:
    return connection.scalar(select(documents.c.id).where(documents.c.sha256 == sha256))
