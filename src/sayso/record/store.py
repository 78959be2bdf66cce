"""The record as its users see it: put a reading on it, ask who said what."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Connection, delete, func, insert, select
from sqlalchemy.exc import DataError, IntegrityError

import sayso
from sayso.record import evidence
from sayso.record.decisions import Decision, Verb, decide, decided, undo
from sayso.record.dossier import Candidate, Dossier, candidates, dossier, the_id
from sayso.record.engine import connected, open_engine
from sayso.record.errors import Refused
from sayso.record.rows import COLUMNS, IN_ORDER_OF_TIME, StatementRow, read_rows
from sayso.record.schema import articles, documents, failures, statements
from sayso.record.search import Search, actors_called, conditions
from sayso.record.writing import article_key, write_document, write_reading

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
            return _has(connection, sha256)

    def add(self, reading: "Reading") -> Added:
        """Put an article with its statements on the record; what is there already stays as it is.

        Raises Refused when its evidence does not hold: then nothing of it is on the record.
        """
        evidence.check(reading)
        document = reading.article.document
        try:
            new = self._write(reading)
        except (IntegrityError, DataError) as error:
            raise Refused(document.name, f"it does not fit the record: {error.orig}") from error
        except UnicodeEncodeError as error:
            raise Refused(document.name, "its text holds half of a character, which cannot be kept") from error
        return Added(article_key(document), new, len(reading.statements) if new else 0)

    def _write(self, reading: "Reading") -> bool:
        document = reading.article.document
        with connected(self._engine, writes=True) as connection:
            if _has(connection, document.sha256):
                return False
            added_at = self._time()
            read_by = f"sayso {sayso.__version__}"
            write_reading(connection, reading, write_document(connection, document, added_at, read_by))
            connection.execute(delete(failures).where(failures.c.name == document.name))
        return True

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
            query = COLUMNS.where(*conditions(connection, search)).order_by(*IN_ORDER_OF_TIME).limit(limit)
            yield from read_rows(connection, query)

    def who(self, name: str) -> Dossier:
        """All there is on the actor so named; raises NobodyNamed, or SeveralNamed with those to choose from."""
        with connected(self._engine) as connection:
            return dossier(connection, name)

    def called(self, name: str) -> tuple[Candidate, ...]:
        """The actors whom a name, whole or in part, can mean; the most quoted first."""
        with connected(self._engine) as connection:
            return candidates(connection, actors_called(connection, name))

    def same(self, one: str, other: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that two actors, each by a name that means no one else or by id, are one: the first.

        Raises NobodyNamed, SeveralNamed, or Undecidable where it contradicts a decision that stands.
        """
        return self._decide("same", one, other, who, why)

    def different(self, one: str, other: str, *, who: str, why: str | None = None) -> Decision:
        """Decide that two actors are never one; raises what `same` does."""
        return self._decide("different", one, other, who, why)

    def _decide(self, verb: Verb, one: str, other: str, who: str, why: str | None) -> Decision:
        with connected(self._engine, writes=True) as connection:
            first, second = (the_id(connection, name) for name in (one, other))
            return decide(connection, verb, first, second, self._time(), who, why)

    def undo(self, number: int | None = None, *, who: str, why: str | None = None) -> Decision:
        """Take back a decision, the last that stands unless told which; raises Undecidable where there is none."""
        with connected(self._engine, writes=True) as connection:
            return undo(connection, number, self._time(), who, why)

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


def _has(connection: Connection, sha256: str) -> bool:
    return connection.scalar(select(documents.c.id).where(documents.c.sha256 == sha256)) is not None
