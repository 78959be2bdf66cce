"""A whole record goes into one file and comes back whole on another: documents, list, decisions."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from shutil import copy
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.cli.examples import examples_dir
from sayso.export import write_whole
from sayso.record import Record, Search
from sayso.serialise.archive import lines, take_in
from tests.record.printed import printed


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)
    return run


def run(*words: str) -> Result:
    return CliRunner().invoke(app, words)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demo record, a list and decisions, one of them undone, and all that written out whole."""
    place = tmp_path_factory.mktemp("demo")
    record = ("--record", str(place / "sayso.db"))
    (place / "list.csv").write_text("name,type,qid\nRuta Salme,person,Q7\n", "utf-8")
    run("add", str(examples_dir()), *record)
    run("reference", str(place / "list.csv"), *record)
    run("rename", "Valtari", "Irena V.", "--as", "ed", *record)
    run("same", "Brandl", "Holt", "--as", "ed", "--why", "a nickname", *record)
    run("undo", "2", "--as", "jo", *record)
    first = json.loads(run("said", "survey", "--json", *record).stdout.splitlines()[0])
    run("reject", first["id"], "--as", "jo", *record)
    assert run("export", str(place / "all.sayso.jsonl"), *record).exit_code == 0
    return place


@pytest.fixture
def carried(demo: Path, sayso: Any, tmp_path: Path) -> Path:
    """The record and the file of `demo`, to do with as one likes."""
    for path in demo.iterdir():
        copy(path, tmp_path)
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
    assert (there.exit_code, there.stdout) == (0, "10 added\n")
    assert told(tmp_path / "other.db") == told(tmp_path / "sayso.db")


def test_taking_it_in_twice_changes_nothing(sayso: Any, carried: Path, tmp_path: Path) -> None:
    before = told(tmp_path / "sayso.db")
    assert sayso("add", str(carried)).stdout == "0 added, 10 already there\n"
    assert told(tmp_path / "sayso.db") == before


def test_a_broken_line_costs_itself(sayso: Any, carried: Path, tmp_path: Path) -> None:
    lines = carried.read_text("utf-8").splitlines()
    broken = json.loads(lines[1])
    broken["statements"][0]["content"][0]["start"] += 1
    lines[1:3] = [json.dumps(broken), '{"document": {}}', "no JSON"]
    carried.write_text("\n".join(lines) + "\n", "utf-8")
    there = sayso("add", str(carried), "--record", "other.db")
    assert (there.exit_code, there.stdout) == (1, "8 added, 3 failed\n")
    assert "line 4 is no line of a carried record" in there.stderr
    assert "should read" in there.stderr


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"[]\n[]\n", "it is no object"),
        (b"3", "it is no object"),
        (b"{}", "it has no 'document'"),
        (b'{"listed": []}', "object has no attribute"),
        (b'{"decision": []}', "list indices"),
        (b'{"original": 1, "document": 5}', "must be a mapping"),
        (b"caf\xe9", "can't decode byte 0xe9"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"a":' * 100_000, "it is nested too deeply"),
        (b"\0\1\2\xff" * 1000, "can't decode"),
        (b'{"listed": {"id": 5, "name": ["x"], "type": "person"}}', "id is 5"),
        (b'{"listed": {"id": "x", "name": "x", "type": "god"}}', "type is 'god'"),
    ],
)
def test_what_is_no_carried_record_is_one_line(sayso: Any, tmp_path: Path, content: bytes, why: str) -> None:
    (tmp_path / "bad.sayso.jsonl").write_bytes(content)
    there = sayso("add", "bad.sayso.jsonl")
    assert (there.exit_code, there.stdout) == (1, "0 added, 1 failed\n")
    assert there.stderr.startswith("bad.sayso.jsonl: line 1 is no line of a carried record: ")
    assert why in there.stderr
    assert there.stderr.count("\n") == 1


def test_nor_is_what_is_not_there(sayso: Any) -> None:
    assert sayso("add", "gone.sayso.jsonl").stderr == "gone.sayso.jsonl: no such file or directory\n"


def places(form: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a form where a value stands, as the container and the key."""
    for key, value in form.items() if isinstance(form, dict) else enumerate(form):
        yield form, key
        if isinstance(value, dict | list):
            yield from places(value)


@pytest.mark.slow
def test_whatever_is_changed_in_a_line_costs_a_line_at_most(carried: Path, tmp_path: Path) -> None:
    """A value that is of no use at any place of any line: by a fixed seed, so that it is the same every time."""
    chance, lines = Random(14), carried.read_text("utf-8").splitlines()
    odd = (None, True, -1, 2**70, 1.5, "x", "\ud800", [], {}, [[]], {"a": 1}, [None], "")
    for n in range(30):
        form = json.loads(lines[n % len(lines)])
        container, key = chance.choice(list(places(form)))
        container[key] = chance.choice(odd)
        (tmp_path / "changed.sayso.jsonl").write_text(f"{lines[0]}\n{json.dumps(form)}\n", "utf-8")
        with Record(tmp_path / f"{n}.db") as record:
            outcomes = list(take_in(tmp_path / "changed.sayso.jsonl", record))
        assert outcomes[0].state == "added"
        assert not [outcome.why for outcome in outcomes if "\n" in (outcome.why or "")]


def test_a_whole_record_is_not_narrowed(sayso: Any, carried: Path) -> None:
    refused = sayso("export", "some.sayso.jsonl", "dam")
    assert (refused.exit_code, Path("some.sayso.jsonl").exists()) == (2, False)


def test_a_page_that_went_back_is_carried_with_all_its_captures(tmp_path: Path) -> None:
    days = iter(range(1, 9))
    with Record(tmp_path / "one.db", clock=lambda: datetime(2024, 5, next(days), tzinfo=UTC)) as one:
        for name in ("first", "second"):
            reading = printed(f"<Ana Ruiz> {{said}} [{name}].", name=name)
            document = replace(reading.article.document, url="https://post.example/dam", asked_url="http://t.example/1")
            one.add(replace(reading, article=replace(reading.article, document=document)))
        one.capture_again(next(capture.sha256 for capture in one.captures() if not capture.is_current))
        seen = one.versions("https://post.example/dam")
        write_whole(lines(one), tmp_path / "all.sayso.jsonl")
    with Record(tmp_path / "other.db") as other:
        for _ in range(2):
            assert not [o for o in take_in(tmp_path / "all.sayso.jsonl", other) if o.state == "failed"]
        assert other.versions("https://post.example/dam") == seen
    assert len(seen) == 3
