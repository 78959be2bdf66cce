"""What only PostgreSQL asks of a record: a server, a password, and texts that it can hold."""

import json
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy.engine import make_url
from typer.testing import CliRunner

from sayso.cli import app
from sayso.record import Record, RecordError, Refused
from tests.record.conftest import Databases, sql
from tests.record.printed import person, printed

DAM = """Ruiz: Dam Must Stay

Mon Mar 4, 2024 09:12:00

Mayor Ana Ruiz said on Monday that the old dam would stay where it is for a hundred years.

“We will not sign,” Ruiz said.
"""


@pytest.fixture
def url(databases: Databases) -> str:
    return databases.new()


def test_to_ask_an_empty_database_makes_no_record_in_it(databases: Databases) -> None:
    empty = databases.empty()
    with pytest.raises(RecordError, match="there is no record here; `sayso add` makes one"):
        Record(empty, must_exist=True)
    assert sql(empty, "SELECT * FROM pg_tables WHERE schemaname = 'public'") == []


def test_a_database_that_is_not_there_is_told_with_the_way_forward(url: str) -> None:
    missing = make_url(url).set(database="nowhere", password="secret").render_as_string(hide_password=False)
    with pytest.raises(RecordError, match="the server has no database “nowhere”; `createdb nowhere` makes one") as told:
        Record(missing)
    assert "secret" not in str(told.value)


def test_the_server_takes_no_wrong_password(url: str, databases: Databases) -> None:
    sql(url, "CREATE ROLE ana LOGIN PASSWORD 'right'")
    with databases.asking_for_the_password_of("ana"):
        Record(as_ana(url, "right"), must_exist=True).close()
        for password, why in (("wrong", "the server refuses: password authentication failed"), (None, "no password")):
            with pytest.raises(RecordError, match=why) as told:
                Record(as_ana(url, password))
            assert "wrong" not in str(told.value)


def as_ana(url: str, password: str | None) -> str:
    sql(url, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO ana")
    return make_url(url).set(username="ana", password=password).render_as_string(hide_password=False)


def test_a_database_in_another_encoding_is_refused(databases: Databases) -> None:
    latin = databases.empty("template0 ENCODING LATIN1 LOCALE 'C'")
    with pytest.raises(RecordError, match="the database is in LATIN1; make one with `createdb -E UTF8 -T template0`"):
        Record(latin)


@pytest.mark.parametrize("spelled", ["postgres", "postgresql", "postgresql+psycopg"])
def test_it_is_opened_by_any_spelling_of_the_url(url: str, spelled: str) -> None:
    with Record(make_url(url).set(drivername=spelled).render_as_string(hide_password=False)) as record:
        assert record.count() == (0, 0)


def test_a_nul_character_is_refused_and_the_next_article_is_not(url: str) -> None:
    with Record(url) as record:
        with pytest.raises(Refused, match=r"dam\.txt: its text holds a NUL character, which cannot be kept"):
            record.add(printed("Rain \0 today."))
        assert record.add(printed("Rain today.")).new


def test_a_name_too_long_for_the_index_refuses_one_article(url: str) -> None:
    endless = "".join(chr(0x4E00 + n) for n in range(8000))
    with Record(url) as record:
        with pytest.raises(Refused, match=r"dam\.txt: it does not fit the record: index row") as told:
            record.add(printed("Rain.", actors=(person(endless),)))
        assert "\n" not in str(told.value)
        assert record.add(printed("Rain.")).new


def test_rows_are_fetched_some_at_a_time(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[int] = []
    fetch = psycopg.ServerCursor.fetchmany

    def fetchmany(cursor: Any, size: int = 0) -> list[Any]:
        rows = fetch(cursor, size)
        fetched.append(len(rows))
        return rows

    monkeypatch.setattr(psycopg.ServerCursor, "fetchmany", fetchmany)
    with Record(url) as record:
        record.add(printed(*(f"<Ana Ruiz> {{said}} [no {n}]." for n in range(1200))), settled=False)
        rows = record.said()
        next(rows)
        rows.close()  # type: ignore[attr-defined]
        assert sum(fetched) == 500
        assert len(list(record.said())) == 1200


def test_order_is_that_of_the_bytes_whatever_the_servers_language(url: str) -> None:
    columns = "SELECT count(*) FROM information_schema.columns WHERE table_schema = 'public'"
    texts = f"{columns} AND data_type IN ('text', 'character varying')"
    assert sql(url, texts) == sql(url, f"{texts} AND collation_name = 'C'") != [(0,)]


def test_every_verb_takes_the_url(url: str, tmp_path: Path) -> None:
    (tmp_path / "dam.txt").write_text(DAM, "utf-8")

    def sayso(*words: str) -> str:
        result = CliRunner().invoke(app, words, env={"SAYSO_RECORD": url})
        assert result.exit_code == 0, result.output
        return result.stdout

    assert sayso("add", str(tmp_path / "dam.txt")) == "1 added\n"
    assert sayso("add", str(tmp_path / "dam.txt"), "--record", url) == "0 added, 1 already there\n"
    (found,) = map(json.loads, sayso("said", "sign*", "--by", "ruiz", "--json").splitlines())
    assert found["content"][0]["text"] == "“We will not sign,”"
    assert sayso("who", "Ruiz").startswith("Ana Ruiz · person · ")
    sayso("rename", "Ruiz", "Ana Ruiz de Orsa", "--as", "ed")
    assert sayso("who", "de Orsa").startswith("Ana Ruiz de Orsa")
    assert "statement" in sayso("export", str(tmp_path / "said.jsonl"))
