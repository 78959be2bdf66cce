"""A record that cannot be used is left as it is, with a line that says why."""

import subprocess
import sys
from pathlib import Path

import pytest

from sayso.record import Record, RecordError
from sayso.record.store.schema import SCHEMA_VERSION
from tests.record.conftest import Databases, Files, sql

START = "import sys; from sayso.record import Record; Record(sys.argv[1]).make()"


def test_to_ask_a_record_that_is_not_there_does_not_make_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record here; `sayso add` makes one"):
        Record(tmp_path / "sayso.db", must_exist=True)
    assert not list(tmp_path.iterdir())


def test_a_slip_in_the_name_of_a_record_leaves_no_file(tmp_path: Path) -> None:
    with Record(tmp_path / "typo.db") as record, pytest.raises(RecordError, match=r"typo\.db: there is no record here"):
        list(record.said())
    assert not list(tmp_path.iterdir())


def test_who_adds_makes_the_record_and_who_opened_it_before_sees_it(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as asking, Record(tmp_path / "sayso.db") as adding:
        adding.failed({"a.txt": "no text"})
        assert [failure.name for failure in asking.failures()] == ["a.txt"]


def test_a_record_is_opened_by_path_or_by_url(tmp_path: Path) -> None:
    for place in (tmp_path / "a.db", str(tmp_path / "b.db"), f"sqlite:///{tmp_path / 'c.db'}"):
        with Record(place) as record:
            record.make()
            assert record.count() == (0, 0)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Call Ana Ruiz about the dam. " * 50)
    with pytest.raises(RecordError, match=r"notes\.txt: file is not a database"):
        Record(notes)
    assert notes.read_text().startswith("Call")


def test_another_programs_database_is_left_alone(engine: Files | Databases) -> None:
    other = engine.empty()
    for statement in ("CREATE TABLE dams (name TEXT)", "CREATE TABLE meta (dam TEXT)"):
        sql(other, statement)
        with pytest.raises(RecordError, match="not a record of sayso's"):
            Record(other)


def test_a_record_of_a_later_version_is_refused(place: str) -> None:
    Record(place).close()
    sql(place, "UPDATE meta SET value = '99'")
    with pytest.raises(RecordError, match=f"schema 99, this sayso knows {SCHEMA_VERSION}; use the sayso that made it"):
        Record(place)


@pytest.mark.slow
def test_two_programs_that_start_at_once_make_one_record(engine: Files | Databases) -> None:
    place = engine.empty()
    starting = [subprocess.Popen([sys.executable, "-c", START, place]) for _ in range(4)]
    assert [program.wait() for program in starting] == [0] * 4
    with Record(place, must_exist=True) as record:
        assert record.count() == (0, 0)


@pytest.mark.parametrize("place", ["no/such/folder/sayso.db", "."])
def test_a_place_where_no_file_can_be_is_one_line(place: str, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="unable to open database file"):
        Record(tmp_path / place)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("://", "this is no path and no database URL"),
        ("mysql://ana:secret@db/sayso", "records are kept in SQLite or PostgreSQL: give the path of a file or"),
        ("postgresql+asyncpg://ana:secret@db/sayso", "records are kept in SQLite or PostgreSQL"),
        ("postgresql://ana:secret@db:port/sayso", "this is no path and no database URL"),
        ("postgresql://ana:s@secret@db/sayso", "an @ in a password is written %40"),
        ("postgresql://ana:secret@127.0.0.1:1/sayso", "127.0.0.1:1/sayso: the server cannot be reached: "),
        ("postgresql://127.0.0.1:1/sayso?password=secret", "127.0.0.1:1/sayso: the server cannot be reached: "),
    ],
)
def test_a_place_where_no_record_can_be_is_one_line_without_the_password(url: str, why: str) -> None:
    with pytest.raises(RecordError) as raised:
        Record(url)
    assert why in str(raised.value)
    assert "secret" not in str(raised.value)
    assert "\n" not in str(raised.value)
