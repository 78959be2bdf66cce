"""Open the database behind a record: make it, or see that it is one of ours and of a version that we know."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, IntegrityError

from sayso.record import fulltext
from sayso.record.deciding import decisions
from sayso.record.errors import RecordError
from sayso.record.schema import SCHEMA_VERSION, meta

BUSY_SECONDS = 60
"""How long one program waits for another that is writing."""


def open_engine(place: str | Path, *, must_exist: bool = False) -> Engine:
    """Open the record at a path or URL, and make it where there is none, unless it `must_exist`."""
    url = _url(place)
    if must_exist and not Path(url.database or "").is_file():
        raise RecordError(str(place), "there is no record here; `sayso add` makes one")
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    try:
        _ensure_ours(engine, str(place))
    except RecordError:
        engine.dispose()
        raise
    return engine


@contextmanager
def connected(engine: Engine, *, writes: bool = False) -> Iterator[Connection]:
    """Run one transaction: what it reads is one moment's view, what it writes is there whole or not at all.

    That rows do not fit is the caller's to explain; that the database fails is a RecordError.
    """
    try:
        with engine.execution_options(writes=writes).begin() as connection:
            yield connection
    except (IntegrityError, DataError):
        raise
    except DBAPIError as error:
        raise RecordError(engine.url.database or str(engine.url), str(error.orig)) from error


def _url(place: str | Path) -> URL:
    if "://" not in str(place):
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(str(place))
    except ArgumentError as error:
        raise RecordError(str(place), "this is no path and no database URL") from error
    if url.get_backend_name() != "sqlite":
        raise RecordError(url.render_as_string(), "records are kept in SQLite so far; give the path of a file")
    return url


def _set_up(connection: sqlite3.Connection, _: Any) -> None:
    """Take transactions into our own hands: the driver's would begin too late for a consistent view."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    """A writer takes its lock at once: to upgrade a reader's lock later fails when another has written since."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _ensure_ours(engine: Engine, name: str) -> None:
    with connected(engine) as connection:
        tables = inspect(connection).get_table_names()
        version = connection.scalar(select(meta.c.value).where(_IS_VERSION)) if meta.name in tables else None
    if not tables:
        _create(engine)
    elif version is None:
        raise RecordError(name, "this database is not a record of sayso's; name another file")
    elif version != str(SCHEMA_VERSION):
        why = f"the record has schema {version}, this sayso knows {SCHEMA_VERSION}; use the sayso that made it"
        raise RecordError(name, why)


def _create(engine: Engine) -> None:
    """Make the tables; when another program has just made them, there is nothing left to do."""
    with connected(engine, writes=True) as connection:
        if inspect(connection).has_table(meta.name):
            return
        decisions.metadata.create_all(connection)
        for statement in fulltext.TABLES:
            connection.exec_driver_sql(statement)
        connection.execute(insert(meta).values(key="schema_version", value=str(SCHEMA_VERSION)))
    _let_readers_and_writer_pass(engine)


def _let_readers_and_writer_pass(engine: Engine) -> None:
    """Switch the file to write-ahead logging, once for all; it cannot be done inside a transaction."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()


_IS_VERSION = meta.c.key == "schema_version"
