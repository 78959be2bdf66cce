"""A record copied whole into one file while others write to it, and a record made of such a file.

SQLite writes one moment's view into a new file; PostgreSQL's own tools, pg_dump and pg_restore, write an archive of
theirs. A copy lies under its name when it is whole and has been read through, and never before.
"""

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import NullPool, create_engine
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from sayso.data.record_errors import RecordError
from sayso.record.engine import open_engine
from sayso.record.store.db_errors import why
from sayso.record.store.url import shown, url_of

_MAGIC = {"sqlite": b"SQLite format 3\x00", "postgresql": b"PGDMP"}
_OURS = "SELECT value FROM meta WHERE key = 'schema_version'"
_BUSY_SECONDS = 60


def backup(place: str | Path, file: Path) -> int:
    """Copy the record at a path or URL into a file, in the place of any that is there; returns its size in bytes.

    Nobody waits for it. Raises RecordError where that cannot be done: then the file is as it was.
    """
    url = url_of(place)
    with _becoming(file) as part:
        if url.get_backend_name() == "sqlite":
            _copy_sqlite(Path(url.database or ""), part)
        else:
            _ensure_there(url)
            _run("pg_dump", url, "--format=custom", "--no-owner", "--no-privileges", f"--file={part}", _schema(url))
            _run("pg_restore", None, "--list", str(part))
        return part.stat().st_size


def restore(file: Path, place: str | Path) -> None:
    """Make a record of a copy at a path where nothing is, or in a database without tables.

    Raises RecordError where that cannot be done: then nothing is there.
    """
    url = url_of(place)
    kind = url.get_backend_name()
    _ensure_copy(file, kind)
    if kind == "sqlite":
        _restore_sqlite(file, Path(url.database or ""))
    else:
        _ensure_empty(url)
        whole = "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges"
        _run("pg_restore", url, *whole, _schema(url), str(file))
    open_engine(place, must_exist=True).dispose()


@contextmanager
def _becoming(file: Path) -> Iterator[Path]:
    """A new file beside this one, which takes its place when all has gone well, and is gone when not."""
    part = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        part.unlink(missing_ok=True)
        yield part
        with part.open("rb+") as written:
            os.fsync(written.fileno())
        os.replace(part, file)
    except OSError as error:
        raise RecordError(str(file), (error.strerror or str(error)).lower()) from error
    except sqlite3.Error as error:
        raise RecordError(str(file), f"it cannot be written: {error}") from error
    finally:
        for left in (part, part.with_name(f"{part.name}-journal")):
            left.unlink(missing_ok=True)


def _copy_sqlite(source: Path, part: Path) -> None:
    if not source.is_file():
        raise RecordError(str(source), "there is no record here")
    with closing(sqlite3.connect(source, timeout=_BUSY_SECONDS, isolation_level=None)) as connection:
        _ensure_ours(connection, source)
        connection.execute("VACUUM INTO ?", (str(part),))
    part.chmod(source.stat().st_mode & 0o777)
    _ensure_whole(part)


def _ensure_ours(connection: sqlite3.Connection, file: Path) -> None:
    try:
        connection.execute(_OURS).fetchone()
    except sqlite3.DatabaseError as error:
        raise RecordError(str(file), f"this is no record of sayso's: {error}") from error


def _ensure_whole(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        ((told),) = connection.execute("PRAGMA integrity_check(1)").fetchone()
    if told != "ok":
        raise RecordError(str(file), f"the copy is damaged: {told}")


def _restore_sqlite(file: Path, place: Path) -> None:
    if place.exists():
        raise RecordError(str(place), "something is here already; move it away, or name another place")
    with _becoming(place) as part:
        shutil.copy(file, part)
        with closing(sqlite3.connect(part)) as connection:
            _ensure_ours(connection, file)
        _ensure_whole(part)
        with closing(sqlite3.connect(part)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")


def _ensure_copy(file: Path, kind: str) -> None:
    try:
        with file.open("rb") as copy:
            begins = copy.read(16)
    except OSError as error:
        raise RecordError(str(file), (error.strerror or str(error)).lower()) from error
    made_of = next((one for one, magic in _MAGIC.items() if begins.startswith(magic)), None)
    if made_of is None:
        raise RecordError(str(file), "this is no copy that `sayso backup` made")
    if made_of != kind:
        names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
        raise RecordError(str(file), f"this is a copy of a record in {names[made_of]}, and goes back into such a one")


def _ensure_there(url: URL) -> None:
    if not _asked(url, "SELECT to_regclass('meta') IS NOT NULL AND to_regclass('statements') IS NOT NULL"):
        raise RecordError(shown(url), "there is no record here")


def _ensure_empty(url: URL) -> None:
    if _asked(url, "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()") != 0:
        raise RecordError(shown(url), "something is here already; name a database without tables")


def _schema(url: URL) -> str:
    """The one schema that the record is in: others in the database are not copied."""
    return f"--schema={_asked(url, 'SELECT quote_ident(current_schema())')}"


def _asked(url: URL, query: str) -> Any:
    engine = create_engine(url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            return connection.exec_driver_sql(query).scalar()
    except DBAPIError as error:
        raise RecordError(shown(url), why(error)) from error


def _run(tool: str, url: URL | None, *words: str) -> None:
    """Run one of PostgreSQL's tools; the password goes by the environment, for all can see what it is called with."""
    environment = dict(os.environ)
    where: tuple[str, ...] = ()
    if url is not None:
        plain = url.set(drivername="postgresql", password=None)
        where = (f"--dbname={plain.render_as_string(hide_password=False)}",)
        environment |= {"PGPASSWORD": str(url.password)} if url.password else {}
    try:
        done = subprocess.run([tool, *words, *where], env=environment, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        raise RecordError(tool, "this tool of PostgreSQL's is not installed here, and copies need it") from None
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"]
        raise RecordError(tool, said[0].removeprefix(f"{tool}: ").removeprefix("error: "))
