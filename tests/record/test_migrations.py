"""A record that an earlier sayso made is brought up to date whole, by who writes, or left as it is."""

from collections.abc import Callable

import pytest
from sqlalchemy import Connection

from sayso.record import Record, RecordError, engine, migrations
from sayso.record.schema import SCHEMA_VERSION
from tests.record.conftest import sql
from tests.record.printed import printed

NEXT = SCHEMA_VERSION + 1


@pytest.fixture
def old(place: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A record with a statement, which to a sayso to come is an old one."""
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [no]."))
    monkeypatch.setattr(engine, "SCHEMA_VERSION", NEXT)
    monkeypatch.setattr(migrations, "SCHEMA_VERSION", NEXT)
    return place


def step(monkeypatch: pytest.MonkeyPatch, *statements: str) -> None:
    def take(connection: Connection) -> None:
        for statement in statements:
            connection.exec_driver_sql(statement)

    steps: dict[int, Callable[[Connection], None]] = {SCHEMA_VERSION: take}
    monkeypatch.setattr(migrations, "STEPS", steps)


def version(place: str) -> str:
    ((value,),) = sql(place, "SELECT value FROM meta WHERE key = 'schema_version'")
    return str(value)


def test_who_writes_brings_it_up_to_date_once(old: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step(monkeypatch, "ALTER TABLE statements ADD COLUMN mood TEXT", "UPDATE statements SET mood = 'grim'")
    for _ in range(2):
        with Record(old) as record:
            assert record.count() == (1, 1)
    assert (version(old), sql(old, "SELECT mood FROM statements")) == (str(NEXT), [("grim",)])


def test_who_only_asks_changes_nothing_and_is_told_the_way(old: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step(monkeypatch, "DELETE FROM statements")
    with pytest.raises(RecordError, match="the next `sayso add` brings it up to date: keep a copy first"):
        Record(old, must_exist=True)
    assert (version(old), sql(old, "SELECT content FROM statements")) == (str(SCHEMA_VERSION), [("no",)])


def test_a_step_that_fails_leaves_it_as_it_was(old: str, monkeypatch: pytest.MonkeyPatch) -> None:
    step(monkeypatch, "UPDATE statements SET content = 'yes'", "UPDATE statements SET nothing = 'there'")
    with pytest.raises(RecordError, match="nothing"):
        Record(old)
    assert (version(old), sql(old, "SELECT content FROM statements")) == (str(SCHEMA_VERSION), [("no",)])


def test_from_where_no_steps_lead_it_is_added_anew(old: str) -> None:
    with pytest.raises(RecordError, match=f"schema {SCHEMA_VERSION}, this sayso knows {NEXT}; add its documents again"):
        Record(old)
