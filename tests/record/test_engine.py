"""A record that cannot be used is left as it is, with a line that says why."""

import sqlite3
from pathlib import Path

import pytest

from sayso.record import Record, RecordError
from sayso.record.schema import SCHEMA_VERSION


def sql(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def test_to_ask_a_record_that_is_not_there_does_not_make_one(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="there is no record here; `sayso add` makes one"):
        Record(tmp_path / "sayso.db", must_exist=True)
    assert not list(tmp_path.iterdir())


def test_a_record_is_opened_by_path_or_by_url(tmp_path: Path) -> None:
    for place in (tmp_path / "a.db", str(tmp_path / "b.db"), f"sqlite:///{tmp_path / 'c.db'}"):
        with Record(place) as record:
            assert record.count() == (0, 0)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("Call Ana Ruiz about the dam. " * 50)
    with pytest.raises(RecordError, match=r"notes\.txt: file is not a database"):
        Record(notes)
    assert notes.read_text().startswith("Call")


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    sql(other, "CREATE TABLE dams (name TEXT)")
    with pytest.raises(RecordError, match="not a record of sayso's"):
        Record(other)


def test_a_record_of_another_version_is_refused_with_the_way_forward(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db"):
        pass
    sql(tmp_path / "sayso.db", "UPDATE meta SET value = '99'")
    with pytest.raises(RecordError, match=f"schema 99, this sayso knows {SCHEMA_VERSION}"):
        Record(tmp_path / "sayso.db")


@pytest.mark.parametrize("place", ["no/such/folder/sayso.db", "."])
def test_a_place_where_no_file_can_be_is_one_line(place: str, tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="unable to open database file"):
        Record(tmp_path / place)


def test_engines_that_are_not_there_yet_are_refused_without_showing_the_password() -> None:
    with pytest.raises(RecordError, match="SQLite so far") as raised:
        Record("postgresql://ana:secret@db.example/sayso")
    assert "secret" not in str(raised.value)


def test_what_is_no_url_is_told_so() -> None:
    with pytest.raises(RecordError, match="no path and no database URL"):
        Record("://")
