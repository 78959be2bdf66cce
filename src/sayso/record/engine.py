"""Open the database behind a record: make it, or see that it is one of ours and of a version that we know."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from threading import Event, local
from time import monotonic
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    MetaData,
    String,
    cast,
    create_engine,
    event,
    func,
    insert,
    inspect,
    literal,
    select,
    update,
)
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError, StatementError

from sayso.data.record_errors import Busy, RecordError, Unaskable, Unfit
from sayso.record import migrations
from sayso.record.purge import let_go_of_free_pages
from sayso.record.store.column_chunks import create_marks, keep_chunks
from sayso.record.store.db_errors import is_interrupted, is_unfit, why, why_unaskable, why_unfit
from sayso.record.store.fulltext_index import create_fulltext
from sayso.record.store.medium import reader_of
from sayso.record.store.once import CHANGES
from sayso.record.store.packing import teach
from sayso.record.store.schema import SCHEMA_VERSION, meta, statements
from sayso.record.store.schema_identity import decisions
from sayso.record.store.tally_triggers import create_tallies
from sayso.record.store.url import shown, url_of
from sayso.record.store.views import JOINED, VIEWS

BUSY_SECONDS = 60
"""How long one program waits for another that is writing."""

_CONNECT_SECONDS = 10
_PATIENCE = "patience"
_MADE = "made"
"""The options of an engine: the limit of a question in seconds; whether a file that was not there is made by now."""
_STEPS = 100_000
"""Of SQLite's machine, some milliseconds: so often it is seen whether a question has taken too long."""

_OLDEST_POSTGRESQL = 14

LARGE = 200_000
"""A record of an older version with more statements than this is brought up to date when that is asked for."""


def open_engine(
    place: str | Path,
    *,
    must_exist: bool = False,
    upgrading: migrations.Told | None = None,
    patience: float | None = None,
) -> Engine:
    """Open the record at a path or URL, and make it where there is none, unless it `must_exist`.

    A file is made by the first transaction that writes, so that a slip in its name leaves none.

    A transaction that only reads ends after `patience` seconds, where there is a limit.

    A record of an older version is brought up to date, by who only asks as well; a large one only by who is
    `upgrading`, and is told how far that is.
    """
    url = url_of(place)
    is_file = url.get_backend_name() == "sqlite"
    if is_file and must_exist and not Path(url.database or "").is_file():
        raise RecordError(str(place), _NO_RECORD)
    engine = _sqlite(url) if is_file else _postgresql(url)
    if is_file and _may_come(url):
        return engine.execution_options(**{_PATIENCE: patience, _MADE: Event()})
    try:
        _ensure_ours(engine, must_exist, upgrading)
    except RecordError:
        engine.dispose()
        raise
    return engine.execution_options(**{_PATIENCE: patience})


def upgrade(place: str | Path, told: migrations.Told) -> None:
    """Bring the record at a path or URL up to date, however large it is; where it is already, nothing is told."""
    open_engine(place, must_exist=True, upgrading=told).dispose()


@contextmanager
def connected(engine: Engine, *, writes: bool = False) -> Iterator[Connection]:
    """Run one transaction: what it reads is one moment's view, what it writes is there whole or not at all.

    Those that write take turns. Raises Busy where it takes longer than it may, Unfit where rows do not fit, Unaskable
    where a question does not, another RecordError where the database fails.
    """
    ensure_made(engine, writes)
    try:
        if not writes and (held := _HELD.connections.get(engine)):
            yield held
            return
        with engine.execution_options(writes=writes).begin() as connection:
            yield connection
            if writes:
                connection.execute(_CHANGED)
    except DBAPIError as error:
        _HELD.connections.pop(engine, None)  # a transaction that has failed answers no more
        if seconds := _ran_out(engine, error):
            raise Busy(shown(engine.url), seconds) from error
        if is_unfit(error) and not writes:
            raise Unaskable(why_unaskable(error)) from error
        if is_unfit(error):
            raise Unfit(shown(engine.url), why_unfit(error)) from error
        raise RecordError(shown(engine.url), why(error)) from error
    except StatementError as error:
        raise error.orig or error from error  # what a type of ours cannot pack comes wrapped


class _Held(local):
    """The transactions that this thread has begun in `one_moment`."""

    def __init__(self) -> None:
        self.connections: dict[Engine, Connection] = {}


_HELD = _Held()


@contextmanager
def one_moment(engine: Engine) -> Iterator[None]:
    """Have all that this thread asks meanwhile read in one transaction: it is one moment's view, and begun once.

    What is written meanwhile is not seen. Once the database has failed, each question has a transaction of its own.
    """
    with connected(engine) as connection:
        if engine in _HELD.connections:
            yield
            return
        _HELD.connections[engine] = connection
        try:
            yield
        finally:
            _HELD.connections.pop(engine, None)


def _may_come(url: URL) -> bool:
    """Whether there is no file yet where one can be."""
    path = Path(url.database or "")
    return bool(url.database) and not path.exists() and path.parent.is_dir()


def ensure_made(engine: Engine, writes: bool) -> None:
    """See to a record whose file was not there when it was opened: who writes makes it, who asks is told."""
    made: Event | None = engine.get_execution_options().get(_MADE)
    if made is None or made.is_set():
        return
    if not writes and not Path(engine.url.database or "").is_file():
        raise RecordError(shown(engine.url), _NO_RECORD)
    _ensure_ours(engine.execution_options(**{_MADE: None}), must_exist=not writes, upgrading=None)
    made.set()


def _ran_out(engine: Engine, error: DBAPIError) -> float | None:
    """How many seconds a question had, if that is why it failed."""
    seconds: float | None = engine.get_execution_options().get(_PATIENCE)
    return seconds if seconds and is_interrupted(error) else None


_CHANGED = update(meta).where(meta.c.key == CHANGES).values(value=cast(cast(meta.c.value, Integer) + 1, String))
_json = partial(json.dumps, separators=(",", ":"))  # without blanks, one byte in a hundred of a record
_NO_RECORD = "there is no record here; `sayso add` makes one"


def _sqlite(url: URL) -> Engine:
    if reader := reader_of(url.database or ""):
        engine = create_engine(url, creator=reader, json_serializer=_json)
    else:
        engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS}, json_serializer=_json)
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up(connection: sqlite3.Connection, _: Any) -> None:
    """Take transactions into our own hands: the driver's would begin too late for a consistent view."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    teach(connection)


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: to upgrade a reader's lock later fails when another has written since."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    if patience := _patience(connection):
        end = monotonic() + patience
        driver.set_progress_handler(lambda: monotonic() > end, _STEPS)
    else:
        driver.set_progress_handler(None, 0)


def _postgresql(url: URL) -> Engine:
    waits = {} if "connect_timeout" in url.query else {"connect_timeout": _CONNECT_SECONDS}
    try:
        engine = create_engine(
            url, isolation_level="READ COMMITTED", pool_pre_ping=True, connect_args=waits, json_serializer=_json
        )
    except ImportError as error:
        raise RecordError(
            shown(url), "PostgreSQL needs its driver, sayso's extra “postgresql”: docs/install.md"
        ) from error
    event.listen(engine, "begin", _begin_postgresql)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    """Writers wait for one another, one lock for each schema; then each of their queries sees all that is written."""
    if _writes(connection):
        connection.exec_driver_sql(
            f"SELECT set_config('lock_timeout', '{BUSY_SECONDS}s', true),"
            " pg_advisory_xact_lock(hashtext('sayso'), hashtext(current_schema()))"
        )
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        if patience := _patience(connection):
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = {max(1, int(1000 * patience))}")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes"))


def _patience(connection: Connection) -> float | None:
    """How many seconds this transaction may take; what writes may take as long as it does."""
    seconds: float | None = connection.get_execution_options().get(_PATIENCE)
    return None if _writes(connection) else seconds


def _ensure_ours(engine: Engine, must_exist: bool, upgrading: migrations.Told | None) -> None:
    name = shown(engine.url)
    with connected(engine) as connection:
        tables = inspect(connection).get_table_names()
        version = _version(connection) if meta.name in tables else None
    if not tables:
        if must_exist:
            raise RecordError(name, _NO_RECORD)
        _create(engine)
    elif version is None:
        raise RecordError(name, "this database is not a record of sayso's; name another")
    elif _is_old(engine, version):
        _bring_up_to_date(engine, version, upgrading)


def _version(connection: Connection) -> int | None:
    columns = {column["name"] for column in inspect(connection).get_columns(meta.name)}
    version = migrations.version_of(connection) if columns >= {"key", "value"} else None
    return int(version) if version else None


def _is_old(engine: Engine, version: int) -> bool:
    """Whether there are steps to be taken; raises RecordError where none lead here."""
    if version > SCHEMA_VERSION:
        raise RecordError(shown(engine.url), f"{_has(version)}; use the sayso that made it, or a later one")
    if version < migrations.OLDEST:
        raise RecordError(shown(engine.url), f"{_has(version)}; add its documents again to a new record")
    return version < SCHEMA_VERSION


def _has(version: int) -> str:
    return f"the record has schema {version}, this sayso knows {SCHEMA_VERSION}"


def _bring_up_to_date(engine: Engine, version: int, upgrading: migrations.Told | None) -> None:
    """Take the steps, unless another program has taken them while this one waited for its turn."""
    name = shown(engine.url)
    if upgrading is None and _is_large(engine):
        raise RecordError(name, f"{_has(version)}; it is large, so bring it up to date with `sayso upgrade`")
    try:
        with connected(engine, writes=True) as connection:
            now = _version(connection) or version
            if _is_old(engine, now):
                migrations.migrate(connection, now, upgrading or _untold)
                keep_chunks(connection)
        if _is_old(engine, now):
            let_go_of_free_pages(engine)
    except RecordError as error:
        if not isinstance(error.__cause__, DBAPIError):
            raise
        raise RecordError(name, f"{_has(version)}, and cannot be brought up to date: {error.why}") from error


def _is_large(engine: Engine) -> bool:
    with connected(engine) as connection:
        some = select(literal(1)).select_from(statements).limit(LARGE + 1).subquery()
        return (connection.scalar(select(func.count()).select_from(some)) or 0) > LARGE


def _untold(done: int, of: int, what: str) -> None:
    """Steps that nobody asked to hear of."""


def _create(engine: Engine) -> None:
    """Make the tables; when another program has just made them, there is nothing left to do."""
    is_postgresql = engine.dialect.name == "postgresql"
    if not is_postgresql:
        _let_readers_and_writer_pass(engine)
    with connected(engine, writes=True) as connection:
        if inspect(connection).has_table(meta.name):
            return
        if is_postgresql:
            _ensure_able(connection)
        tables = _ordered_by_bytes(decisions.metadata) if is_postgresql else decisions.metadata
        tables.create_all(connection)
        create_fulltext(connection)
        create_tallies(connection)
        create_marks(connection)
        connection.execute(insert(meta).values(key=CHANGES, value="0"))
        for view in VIEWS:
            connection.exec_driver_sql(view.format(joined=JOINED[engine.dialect.name]))
        migrations.stamp(connection, SCHEMA_VERSION)


def _ensure_able(connection: Connection) -> None:
    """See that a PostgreSQL database can hold a record."""
    name, version = shown(connection.engine.url), int((connection.dialect.server_version_info or (0,))[0])
    if version < _OLDEST_POSTGRESQL:
        raise RecordError(name, f"this is PostgreSQL {version}; sayso needs {_OLDEST_POSTGRESQL} or later")
    if (encoding := connection.exec_driver_sql("SHOW server_encoding").scalar()) != "UTF8":
        raise RecordError(name, f"the database is in {encoding}; make one with `createdb -E UTF8 -T template0`")


def _ordered_by_bytes(metadata: MetaData) -> MetaData:
    """The same tables with every text in the order of its bytes, as SQLite has it, whatever the server's language."""
    copy = MetaData()
    for table in metadata.sorted_tables:
        table.to_metadata(copy)
    for table in copy.tables.values():
        for column in table.columns:
            if isinstance(column.type, String):
                column.type = type(column.type)(collation="C")
    return copy


def _let_readers_and_writer_pass(engine: Engine) -> None:
    """Switch the file to write-ahead logging, once for all; it cannot be done inside a transaction.

    It is done while there are no tables yet: a program that finds tables begins at once, and the switch would fail.
    """
    connection = engine.raw_connection()
    try:
        with closing(connection.cursor()) as cursor:
            cursor.execute("PRAGMA journal_mode = WAL").fetchone()
    except sqlite3.Error as error:
        raise RecordError(shown(engine.url), str(error)) from error
    finally:
        connection.close()
