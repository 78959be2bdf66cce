"""A whole record goes into one file and comes back whole on another: documents, list, decisions."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.cli.examples import examples_dir
from sayso.record import Record, Search


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)

    def run(*words: str) -> Result:
        return CliRunner().invoke(app, words)

    return run


@pytest.fixture
def carried(sayso: Any, tmp_path: Path) -> Path:
    """The demo record with a list and decisions, one of them undone, written out whole."""
    (tmp_path / "list.csv").write_text("name,type,qid\nRuta Salme,person,Q7\n", "utf-8")
    sayso("add", str(examples_dir()))
    sayso("reference", "list.csv")
    sayso("rename", "Valtari", "Irena V.", "--as", "ed")
    sayso("same", "Brandl", "Holt", "--as", "ed", "--why", "a nickname")
    sayso("undo", "2", "--as", "jo")
    first = json.loads(sayso("said", "survey", "--json").stdout.splitlines()[0])
    sayso("reject", first["id"], "--as", "jo")
    assert sayso("export", "all.sayso.jsonl").exit_code == 0
    return tmp_path / "all.sayso.jsonl"


def told(place: Path) -> tuple[Any, ...]:
    """All that a record tells."""
    with Record(place) as record:
        rows = tuple(record.said())
        documents = tuple(record.captures())
        held = tuple(record.held(capture.article) for capture in documents)
        originals = tuple(record.original(capture.article) for capture in documents)
        return rows, documents, held, originals, record.decisions(), record.listed(), record.facets(Search())


def test_it_comes_back_whole(sayso: Any, carried: Path, tmp_path: Path) -> None:
    there = sayso("add", str(carried), "--record", "other.db")
    assert (there.exit_code, there.stdout) == (0, "7 added\n")
    assert told(tmp_path / "other.db") == told(tmp_path / "sayso.db")


def test_taking_it_in_twice_changes_nothing(sayso: Any, carried: Path, tmp_path: Path) -> None:
    before = told(tmp_path / "sayso.db")
    assert sayso("add", str(carried)).stdout == "0 added, 7 already there\n"
    assert told(tmp_path / "sayso.db") == before


def test_a_broken_line_costs_itself(sayso: Any, carried: Path, tmp_path: Path) -> None:
    lines = carried.read_text("utf-8").splitlines()
    broken = json.loads(lines[1])
    broken["statements"][0]["content"][0]["start"] += 1
    lines[1:3] = [json.dumps(broken), '{"document": {}}', "no JSON"]
    carried.write_text("\n".join(lines) + "\n", "utf-8")
    there = sayso("add", str(carried), "--record", "other.db")
    assert (there.exit_code, there.stdout) == (1, "5 added, 3 failed\n")
    assert "line 4 is no line of a carried record" in there.stderr
    assert "should read" in there.stderr


def test_a_whole_record_is_not_narrowed(sayso: Any, carried: Path) -> None:
    refused = sayso("export", "some.sayso.jsonl", "dam")
    assert (refused.exit_code, Path("some.sayso.jsonl").exists()) == (2, False)
