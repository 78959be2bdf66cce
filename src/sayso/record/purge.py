"""See that nothing of what was removed is left in the files of the database: its words stay there until then."""

import sqlite3
from contextlib import closing, suppress
from typing import Any

from sqlalchemy import Engine, inspect

from sayso.data.record_errors import RecordError
from sayso.record.store.fulltext_index import INDEX_OF
from sayso.record.store.url import shown

_STILL_THERE = "it is off the record, but its words are still in the files: {why}; forget it once more to finish"
_IN_USE = "another program is reading the record"


def purge(engine: Engine) -> None:
    """Write the whole database anew, its indexes and its log too; raises RecordError where that cannot be done now.

    On PostgreSQL this takes the tables' owner and locks them meanwhile; the server's own log and its archive are for
    who runs the server to empty.
    """
    is_postgresql = engine.dialect.name == "postgresql"
    tables = inspect(engine).get_table_names()
    connection = engine.raw_connection()
    try:
        if is_postgresql:
            _purge_postgresql(connection.driver_connection, tables)
        else:
            _purge_sqlite(connection.driver_connection)
    except (engine.dialect.loaded_dbapi.Error, _Busy) as error:
        why = str(error).strip().splitlines()[0]
        raise RecordError(shown(engine.url), _STILL_THERE.format(why=why)) from error
    finally:
        connection.close()


def let_go_of_free_pages(engine: Engine) -> None:
    """Write a file anew after tables in it were rewritten; it stays as large as it is where another has it open."""
    if engine.dialect.name != "sqlite":
        return
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("VACUUM")
    except sqlite3.OperationalError:
        pass
    finally:
        connection.close()


class _Busy(Exception):
    pass


def _purge_sqlite(driver: Any) -> None:
    """The full-text index lets go of deleted words when all of it is merged; then every page is written anew."""
    assert isinstance(driver, sqlite3.Connection)
    with closing(driver.cursor()) as cursor:
        for index in INDEX_OF.values():
            cursor.execute(f"INSERT INTO {index}({index}) VALUES ('optimize')")
        cursor.execute("VACUUM")
        (busy, _, _) = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        raise _Busy(_IN_USE)


def _purge_postgresql(driver: Any, tables: list[str]) -> None:
    """The server's statistics hold values of rows: they are made anew, and written anew where the user may do that."""
    from psycopg import errors, sql

    driver.rollback()
    driver.autocommit = True
    try:
        for table in tables:
            driver.execute(sql.SQL("VACUUM (FULL, ANALYZE) {}").format(sql.Identifier(table)))
        for command in ("VACUUM FULL pg_statistic", "CHECKPOINT"):
            with suppress(errors.InsufficientPrivilege):
                driver.execute(command)
    finally:
        driver.autocommit = False
