"""The record as its users see it: put a reading on it, ask it, decide."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import Connection, Row, delete, insert, select, update

from sayso.data.article import Document
from sayso.data.record_errors import Forgotten, Refused, Unfit
from sayso.data.results import Added
from sayso.data.version import __version__
from sayso.record.api_decide import Deciding
from sayso.record.api_read import Asking
from sayso.record.curation.forget import forgotten
from sayso.record.curation.resolve import remove_nobodies, settle
from sayso.record.engine import connected, open_engine
from sayso.record.store import check
from sayso.record.store.captures import capture_again, keep_current
from sayso.record.store.schema import documents, failures
from sayso.record.store.write import article_key, remove_reading, write_document, write_reading

if TYPE_CHECKING:
    from sayso.data.analysis import Reading


def now() -> datetime:
    """The time by which the record dates what it is given, unless told another."""
    return datetime.now(UTC)


class Record(Asking, Deciding):
    """A record at a path or URL, made when there is none.

    A reading is on it whole or not at all, and is safe once `add` has returned. Any number of programs may
    read it while one adds; two that add take turns. With `patience` a question that takes more seconds raises Busy.
    """

    def __init__(
        self,
        url: str | Path,
        *,
        must_exist: bool = False,
        clock: Callable[[], datetime] = now,
        patience: float | None = None,
    ) -> None:
        self._engine = open_engine(url, must_exist=must_exist, patience=patience)
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
        self,
        reading: "Reading",
        *,
        content: bytes | None = None,
        captured: tuple[str, str] | None = None,
        again: bool = False,
        settled: bool = True,
    ) -> Added:
        """Put an article with its statements on the record; what is there already stays, unless it is read `again`.

        `content` is the document as it came, to be archived; `captured` tells when it was and what read it, where that
        was not here and now. Of several captures of one URL the last is current.
        Who is who is settled at once, unless many are to be added: then `settle` does it for all.
        Raises Refused when its evidence does not hold, or it is to be forgotten: then nothing of it is on the record.
        """
        check.check(reading)
        document = reading.article.document
        try:
            new = self._write(reading, content, captured, again, settled)
        except Unfit as error:
            raise Refused(document.name, error.why) from error
        except UnicodeEncodeError as error:
            raise Refused(document.name, "its text holds half of a character, which cannot be kept") from error
        return Added(article_key(document), new, len(reading.statements) if new else 0)

    def settle(self) -> None:
        """Tell who is who among all that were added without it."""
        with connected(self._engine, writes=True) as connection:
            settle(connection)

    def _here_and_now(self, reading: "Reading") -> tuple[str, str]:
        return self._time(), f"sayso {__version__}" + (f", model {reading.model}" if reading.model else "")

    def _write(
        self, reading: "Reading", content: bytes | None, captured: tuple[str, str] | None, again: bool, settled: bool
    ) -> bool:
        document, now_and_here = reading.article.document, captured or self._here_and_now(reading)
        with connected(self._engine, writes=True) as connection:
            if decision := forgotten(connection, document):
                raise Forgotten(document.name, decision)
            known = _id_of(connection, document.sha256)
            if known is not None and not again:
                if captured and capture_again(connection, known, captured[0]):
                    keep_current(connection, document)
                return False
            gone = set()
            if known is None:
                known = write_document(connection, document, *now_and_here, content)
            else:
                gone = remove_reading(connection, known)
                connection.execute(update(documents).where(documents.c.id == known).values(read_by=now_and_here[1]))
            write_reading(connection, reading, known)
            connection.execute(delete(failures).where(failures.c.name == document.name))
            keep_current(connection, document)
            remove_nobodies(connection, gone)
            if settled:
                settle(connection)
        return True

    def capture_again(self, sha256: str, captured_at: str | None = None) -> str | None:
        """Tell that a document was found at its address again, now unless told when.

        Gives the key of its article if its page had become another: then the page has one capture more.
        """
        with connected(self._engine, writes=True) as connection:
            row = connection.execute(select(documents).where(documents.c.sha256 == sha256)).first()
            if row is None or not capture_again(connection, row.id, captured_at or self._time()):
                return None
            document = _document(row)
            keep_current(connection, document)
        return article_key(document)

    def failed(self, document_name: str, why: str) -> None:
        """Keep that a document could not be read, until it can."""
        row = {"name": document_name, "why": why, "failed_at": self._time()}
        with connected(self._engine, writes=True) as connection:
            connection.execute(delete(failures).where(failures.c.name == document_name))
            connection.execute(insert(failures).values(row))


def _document(row: Row[Any]) -> Document:
    return Document(row.name, row.url, row.media_type, row.sha256, row.asked_url)


def _id_of(connection: Connection, sha256: str) -> int | None:
    return connection.scalar(select(documents.c.id).where(documents.c.sha256 == sha256))
