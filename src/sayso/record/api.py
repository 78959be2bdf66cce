"""The record as its users see it: put a reading on it, ask it, decide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

from sqlalchemy import Connection, Row, delete, select

from sayso.data.article import Document
from sayso.data.changes import Reread
from sayso.data.keeping import LEFT_OUT
from sayso.data.learned import Learned
from sayso.data.made import reader
from sayso.data.record_errors import Forgotten, Refused, Unfit
from sayso.data.results import Added
from sayso.data.version import __version__
from sayso.record.api_decide import Deciding
from sayso.record.api_read import Asking
from sayso.record.curation.forget import forgotten, tombstones
from sayso.record.curation.reread import differences, forget_rereads, keep_reread
from sayso.record.curation.resolve import remove_nobodies, settle
from sayso.record.engine import connected, ensure_made, open_engine
from sayso.record.store import check
from sayso.record.store.bulk import chunks, upsert_all
from sayso.record.store.captures import capture_again, keep_current
from sayso.record.store.column_chunks import keep_chunks
from sayso.record.store.load_articles import as_read
from sayso.record.store.schema import documents, failures
from sayso.record.store.sheaf import Sheaf
from sayso.record.store.write import (
    add_document,
    add_reading,
    article_key,
    ids_of,
    names_in,
    read_again,
    remove_reading,
    with_other_captures,
)

if TYPE_CHECKING:
    from sayso.data.analysis import Reading


def now() -> datetime:
    """The time by which the record dates what it is given, unless told another."""
    return datetime.now(UTC)


class New(NamedTuple):
    """A reading that is to go on the record, with the document as it came, and when that was and what read it."""

    reading: "Reading"
    content: bytes | None = None
    captured: tuple[str, str] | None = None


class Record(Asking, Deciding):
    """A record at a path or URL. Where there is none, what is added makes it; who asks gets a RecordError.

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

    def make(self) -> Self:
        """Make the record now where there is none, so that it can be asked before anything is on it; gives itself."""
        ensure_made(self._engine, writes=True)
        return self

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def has(self, sha256: str) -> bool:
        """Whether the document with this digest is on the record."""
        return sha256 in self.known({sha256})

    def known(self, digests: set[str]) -> set[str]:
        """Those of the documents that are on the record."""
        with connected(self._engine) as connection:
            return set(ids_of(connection, digests))

    def has_page(self, url: str) -> bool:
        """Whether a capture of the page at this address is on the record."""
        with connected(self._engine) as connection:
            return connection.scalar(select(documents.c.id).where(documents.c.url == url).limit(1)) is not None

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
            (added,) = self._write([New(reading, content, captured)], again, settled)
        except Unfit as error:
            raise Refused(document.name, error.why) from error
        except UnicodeEncodeError as error:
            raise Refused(document.name, "its text holds half of a character, which cannot be kept") from error
        return added

    def add_all(self, several: Sequence[New], *, again: bool = False) -> list[Added]:
        """Put several on the record as `add` does, in one transaction, which is many times as quick; who is who is left
        to `settle`, but of what is read `again`: nobody may see meanwhile what was decided undone. Raises Refused where
        one may not go on it: then none of them is.
        """
        for one in several:
            check.check(one.reading)
        try:
            return self._write(several, again, settled=again)
        except Unfit as error:
            raise Refused(several[0].reading.article.document.name, error.why) from error
        except UnicodeEncodeError as error:
            raise Refused(several[0].reading.article.document.name, "half of a character cannot be kept") from error

    def settle(self) -> None:
        """Tell who is who among all that were added without it."""
        with connected(self._engine, writes=True) as connection:
            settle(connection)

    def learn(self) -> Learned:
        """Learn from what was decided (same, different) how much weighs what, and tell who is who anew by it.

        Raises Undecidable where nothing was decided that tells anything.
        """
        from sayso.record.curation.learn import learn

        with connected(self._engine, writes=True) as connection:
            return learn(connection)

    def unlearn(self) -> None:
        """Tell who is who by the weights that came with sayso again."""
        from sayso.record.curation.learn import unlearn

        with connected(self._engine, writes=True) as connection:
            unlearn(connection)

    def _here_and_now(self, reading: "Reading") -> tuple[str, str]:
        return self._time(), reader(__version__, reading.model)

    def _write(self, several: Sequence[New], again: bool, settled: bool) -> list[Added]:
        with connected(self._engine, writes=True) as connection:
            known = ids_of(connection, {one.reading.article.document.sha256 for one in several})
            sheaf = Sheaf(connection)
            sheaf.names(name for one in several for name in names_in(one.reading))
            gone, written = set[str](), dict[str, Document]()
            stones = tombstones(connection)
            added = []
            for one in several:
                document = one.reading.article.document
                if decision := forgotten(stones, document):
                    raise Forgotten(document.name, decision)
                is_new = document.sha256 not in written and (again or document.sha256 not in known)
                if is_new:
                    gone |= self._gather(connection, sheaf, one, known.get(document.sha256))
                    written[document.sha256] = document
                elif (id_ := known.get(document.sha256)) and one.captured:
                    self._recaptured(connection, id_, document, one.captured[0])
                added.append(Added(article_key(document), is_new, len(one.reading.statements) if is_new else 0))
            sheaf.write()
            if any(map(_is_in_digests, several)):
                keep_chunks(connection, all_stale=True)
            others = self._written(connection, [*written.values()], gone)
            if settled:
                settle(connection)
        return [replace(one, recaptured=one.new and one.article in others) for one in added]

    def _recaptured(self, connection: Connection, id_: int, document: Document, at: str) -> None:
        if capture_again(connection, id_, at):
            keep_current(connection, document)

    def _gather(self, connection: Connection, sheaf: Sheaf, new: New, id_: int | None) -> set[str]:
        """Gather the rows of a reading; of a document that is there, what was read before goes, and who was in it."""
        captured = new.captured or self._here_and_now(new.reading)
        gone = set[str]()
        if id_ is None:
            id_ = add_document(sheaf, new.reading.article, *captured, new.content)
        else:
            reread = _reread(connection, new.reading, *captured)
            if _is_in_digests(new):
                forget_rereads(connection, reread.article)
            keep_reread(connection, reread)
            read_again(connection, id_, captured[1], new.content, new.reading.article.text, is_cut=_is_cut(new))
            gone = remove_reading(connection, id_)
        add_reading(sheaf, new.reading, id_)
        return gone

    def _written(self, connection: Connection, written: Sequence[Document], gone: set[str]) -> set[str]:
        """See to what hangs on documents that are on the record now; the articles of pages with other captures."""
        for some in chunks({document.name for document in written}):
            connection.execute(delete(failures).where(failures.c.name.in_(some)))
        others = with_other_captures(connection, written)
        for document in others:
            keep_current(connection, document)
        remove_nobodies(connection, gone)
        return {article_key(document) for document in others}

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

    def failed(self, whys: Mapping[str, str]) -> None:
        """Keep that documents, by their names, could not be read and why, until they can."""
        if not whys:
            return
        at = self._time()
        with connected(self._engine, writes=True) as connection:
            upsert_all(
                connection, failures, ({"name": name, "why": why, "failed_at": at} for name, why in whys.items())
            )


def _is_in_digests(new: New) -> bool:
    return any(one.attribution.digest for one in new.reading.statements)


def _is_cut(new: New) -> bool:
    return new.content is None and LEFT_OUT in new.reading.article.text


def _reread(connection: Connection, reading: "Reading", at: str, read_now: str) -> Reread:
    """What a second reading of a document tells otherwise than the one that is on the record."""
    key = article_key(reading.article.document)
    before = as_read(connection, key)
    read_by = connection.scalar(
        select(documents.c.read_by).where(documents.c.sha256 == reading.article.document.sha256)
    )
    return Reread(key, at, str(read_by), read_now, differences(before.statements, reading.statements))


def _document(row: Row[Any]) -> Document:
    return Document(row.name, row.url, row.media_type, row.sha256, row.asked_url)
