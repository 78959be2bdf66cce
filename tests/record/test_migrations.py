"""A record that an earlier sayso made opens in this one with all that is in it, or stays whole as it was."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, create_engine, event, inspect
from sqlalchemy.engine import make_url
from typer.testing import CliRunner

from sayso import pipeline
from sayso.cli import app
from sayso.data.statement import Speaker
from sayso.record import SCHEMA_VERSION, Record, RecordError, Search, upgrade
from sayso.record import engine as opening
from tests.record.conftest import Databases, Files, sql
from tests.record.old import old_record

EXAMPLES = Path(__file__).parents[2] / "examples"
OPEN = "import sys; from sayso.record import Record; Record(sys.argv[1], must_exist=True).close()"
OPEN_AND_HANG = """
import sys, time
from sqlalchemy import Engine, event

@event.listens_for(Engine, "after_cursor_execute")
def hang_half_way(connection, cursor, statement, *_):
    if "DROP VIEW" in statement:
        print("half-way", flush=True)
        time.sleep(600)

from sayso.record import Record
Record(sys.argv[1])
"""
IS_ALEMBIC_LOADED = """
import sys; from sayso.record import Record; Record(sys.argv[1]).close(); print("alembic" in sys.modules)
"""


@pytest.fixture
def old(engine: Files | Databases) -> Iterator[str]:
    """The place of a record of schema 3."""
    place = old_record(engine, 3)
    yield place
    engine.drop(place)


def version(place: str) -> str:
    ((value,),) = sql(place, "SELECT value FROM meta WHERE key = 'schema_version'")
    return str(value)


def is_as_it_was(place: str) -> bool:
    """Whether a record is of schema 3 still, with nothing of a later one."""
    shape = shape_of(place)
    return version(place) == "3" and "alembic_version" not in shape and "denied" not in shape["statements"]


def shape_of(place: str) -> dict[str, dict[str, str]]:
    """The columns and indexes of each table and view."""
    url = make_url(place).set(drivername="postgresql+psycopg") if "://" in place else f"sqlite:///{place}"
    made = create_engine(url)
    with made.connect() as connection:
        names = [*inspect(connection).get_table_names(), *inspect(connection).get_view_names()]
        shape = {name: columns_of(connection, name) for name in names}
    made.dispose()
    return shape


def columns_of(connection: Connection, table: str) -> dict[str, str]:
    seen = inspect(connection)
    if table == "alembic_version":
        return {}  # Alembic makes it as it likes
    told = {one["name"]: f"{one['type']} {one['nullable']} {one['default']}" for one in seen.get_columns(table)}
    return told | {f"index {one['name']}": str(one["column_names"]) for one in seen.get_indexes(table)}


def test_it_opens_with_all_that_was_said_and_decided(old: str) -> None:
    with Record(old) as record:
        rows = {row.id: row.statement for row in record.said()}
        decided = [(one.verb, one.who, one.stands) for one in record.decisions()]
        found = [row.id for row in record.said("withheld", by="Valtari")]
    assert decided[:3] == [("same", "ana", True), ("rename", "ana", True), ("reattribute", "ana", True)]
    assert decided[3:] == [("reject", "ben", True), ("reject", "ben", False), ("undo", "ana", False)]
    assert rows["4a60f0d02bc6147a.9"].speaker == Speaker("person:tomas-brandl", "Tomas Brandl", "person", "decision")
    assert (len(rows), "7792ba974a37243c.3" in rows) == (41, False)
    assert found == ["e558e1763e16a53c.8"]
    assert not any(statement.attribution.denied for statement in rows.values())


def test_it_is_then_as_if_it_had_been_made_today(old: str, place: str) -> None:
    for one in (old, place):
        Record(one).close()
    assert shape_of(old) == shape_of(place)
    assert (version(old), sql(old, "SELECT * FROM alembic_version")) == (str(SCHEMA_VERSION), [(str(SCHEMA_VERSION),)])


def test_so_is_every_later_one(engine: Files | Databases, place: str) -> None:
    Record(place).close()
    for schema in range(4, SCHEMA_VERSION):
        old = old_record(engine, schema)
        with Record(old) as record:
            rows = {row.id: row.statement for row in record.said()}
            decided = [(one.verb, one.who, one.stands) for one in record.decisions()]
        given = Speaker("person:tomas-brandl", "Tomas Brandl", "person", "decision")
        assert rows["4a60f0d02bc6147a.11"].speaker == given
        assert (decided[-1], "7792ba974a37243c.3" in rows) == (("undo", "ana", False), False)
        assert shape_of(old) == shape_of(place)
        engine.drop(old)


def test_words_that_are_kept_once_are_the_words_that_were(engine: Files | Databases) -> None:
    old = old_record(engine, 14)
    said = "FROM statements s JOIN articles a ON a.id = s.article_id"
    of_span = "part, p.n, p.start_char, p.end_char, p.text"
    spans = set(sql(old, f"SELECT a.key || '.' || s.n, {of_span} {said} JOIN spans p ON statement_id = s.id"))
    around = set(sql(old, f"SELECT a.key || '.' || s.n, before, after {said}"))
    with Record(old) as record:
        held = [row for one in record.captures() for row in record.held(one.article).statements]
        faults = [proof.fault for proof in record.proofs()]
    placed = [(row.id, *one) for row in held for one in row.statement.attribution.spans()]
    now = {(id_, part, n, span.start, span.end, span.text) for id_, part, n, span in placed}
    assert (now - spans, {(row.id, row.before, row.after) for row in held} - around) == (set(), set())
    assert (len(held) > 40, faults) == (True, [None] * 3)
    engine.drop(old)


def test_who_only_asks_brings_it_up_to_date_too(old: str) -> None:
    with Record(old, must_exist=True) as record:
        assert record.count() == (3, 42)
    assert version(old) == str(SCHEMA_VERSION)


def test_its_articles_are_read_again_and_decisions_hold(old: str) -> None:
    name = "2024-05-21-post-survey.html"
    content = (EXAMPLES / name).read_bytes()
    with Record(old) as record:
        record.add(pipeline.read(content, name=f"examples/{name}"), content=content, again=True)
        given = {row.statement.speaker for row in record.said("misled parliament")}
    assert {who and (who.name, who.via) for who in given} == {("Tomas Brandl", "decision")}


def test_a_step_that_fails_leaves_it_as_it_was(old: str) -> None:
    def fail(_: Connection, __: Any, statement: str, *___: Any) -> None:
        if "DROP VIEW" in statement:
            raise RecordError(old, "the lamp went out")

    event.listen(Engine, "before_cursor_execute", fail)
    try:
        with pytest.raises(RecordError, match="the lamp went out"):
            Record(old)
    finally:
        event.remove(Engine, "before_cursor_execute", fail)
    assert is_as_it_was(old)


def test_a_program_killed_half_way_leaves_it_as_it_was(old: str) -> None:
    with subprocess.Popen([sys.executable, "-c", OPEN_AND_HANG, old], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout
        assert program.stdout.readline() == "half-way\n"
        os.kill(program.pid, signal.SIGKILL)
    assert is_as_it_was(old)
    with Record(old) as record:
        assert record.count() == (3, 42)
    assert version(old) == str(SCHEMA_VERSION)


@pytest.mark.slow
def test_of_programs_that_open_it_at_once_one_does_it_and_the_others_wait(old: str) -> None:
    opened = [subprocess.Popen([sys.executable, "-c", OPEN, old]) for _ in range(4)]
    assert [program.wait() for program in opened] == [0] * 4
    assert sql(old, "SELECT count(*) FROM statements") == [(42,)]
    assert version(old) == str(SCHEMA_VERSION)


def test_a_large_one_is_brought_up_to_date_by_sayso_upgrade_alone(old: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "LARGE", 41)
    with pytest.raises(RecordError, match=r"schema 3, .*; it is large, so bring it up to date with `sayso upgrade`$"):
        Record(old)
    assert is_as_it_was(old)
    told: list[tuple[int, int, str]] = []
    upgrade(old, lambda *steps: told.append(steps))
    assert [step[:2] for step in told] == [(done, SCHEMA_VERSION - 3) for done in range(SCHEMA_VERSION - 2)]
    assert "what is denied" in told[1][2]
    with Record(old) as record:
        assert record.facets(Search()).total == 41


def test_the_verb_tells_what_it_does_and_then_that_nothing_is_left(old: str) -> None:
    first, second = (CliRunner().invoke(app, ["upgrade", "--record", old]) for _ in range(2))
    assert first.stdout == f"brought up to date: from schema 3 to {SCHEMA_VERSION}\n"
    assert f"1 of {SCHEMA_VERSION - 3}: what is denied" in first.stderr
    assert (second.stdout, second.stderr) == (f"up to date: schema {SCHEMA_VERSION}\n", "")
    third = CliRunner().invoke(app, ["upgrade", "--record", old, "--json"])
    assert third.stdout == f'{{"from": {SCHEMA_VERSION}, "to": {SCHEMA_VERSION}}}\n'


def test_one_that_was_made_before_the_first_release_is_added_anew(old: str) -> None:
    sql(old, "UPDATE meta SET value = '2'")
    with pytest.raises(RecordError, match=f"schema 2, this sayso knows {SCHEMA_VERSION}; add its documents again"):
        Record(old)


def test_one_that_cannot_be_written_says_so_in_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = old_record(Files(tmp_path), 3)
    monkeypatch.setattr(opening, "_set_up", _read_only)
    with pytest.raises(RecordError, match=r"schema 3, .*, and cannot be brought up to date: .*readonly database$"):
        Record(place, must_exist=True)


def _read_only(connection: Any, _: Any) -> None:
    """As a file is that its user may not write; whoever runs the tests may be allowed everything."""
    connection.isolation_level = None
    connection.execute("PRAGMA query_only = ON")


@pytest.mark.slow
def test_where_nothing_is_to_be_done_alembic_is_not_loaded(old: str) -> None:
    command = [sys.executable, "-c", IS_ALEMBIC_LOADED, old]
    loaded = [subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)]
    assert loaded == ["True\n", "False\n"]
