"""Every door to a record takes every field of a search, and finds by it what every other door finds."""

import asyncio
import inspect
import json
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from sayso.cli import app
from sayso.data.search import Search
from sayso.data.search_fields import BY_NAME, FIELDS
from sayso.data.statement import Speaker
from sayso.record import Record
from tests.export.conftest import changed, courier, post

ASKED = {
    "words": "dam",
    "by": "Ruiz",
    "about": "Holt",
    "since": "2024-04",
    "until": "2024-04",
    "kind": "direct",
    "outlet": "courier",
    "act": "wanted",
    "negated": True,
    "denied": True,
    "hypothetical": True,
    "topic": "the dam",
    "confidence": 0.9,
    "shown": True,
    "having": "kind=direct",
    "anonymous": True,
    "independent": True,
    "each": False,
}
"""Something to ask for by each field, that some statements of the record have and some have not."""

Door = Callable[[str, Any], set[str]]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> str:
    from dataclasses import replace

    reading = changed(
        changed(changed(courier(), 0, denied=True), 3, hypothetical=True, shown=False), 2, act="wanted", negated=True
    )
    first, *others = reading.statements
    withheld = Speaker("person:a-clerk@courier", "a clerk", "person", "description", named=False, anonymous=True)
    others[-1] = replace(others[-1], speaker=withheld)
    path = tmp_path_factory.mktemp("doors") / "sayso.db"
    with Record(path) as record:
        record.add(replace(reading, statements=(replace(first, topic="On the dams"), *others)))
        record.add(post())
        document = replace(reading.article.document, sha256="c" * 64, url=None, name="copy.txt")
        record.add(replace(reading, article=replace(reading.article, document=document, outlet="A copier")))
    return str(path)


@pytest.fixture(scope="module")
def record(place: str) -> Iterator[Record]:
    with Record(place) as record:
        yield record


def option(name: str, value: Any) -> list[str]:
    if name == "words":
        return [str(value)]
    if isinstance(value, bool):
        return [f"--{name}" if value else f"--{BY_NAME[name].no}"]
    return [f"--{name}", str(value)]


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.output
    return result.stdout


def ids(lines: str) -> set[str]:
    return {json.loads(line)["id"] for line in lines.splitlines()}


@pytest.fixture(params=["said", "export", "python", "api", "page", "feed", "mcp"])
def door(request: pytest.FixtureRequest, place: str, record: Record, tmp_path: Path) -> Door:
    """One way to ask, by the name of a field and what is asked for."""
    if request.param == "said":
        return lambda name, value: ids(run("said", *option(name, value), "--record", place, "--json"))
    if request.param == "export":
        return lambda name, value: exported(tmp_path / "found.jsonl", place, name, value)
    if request.param == "python":
        return lambda name, value: {row.id for row in record.said(**{name: value})}
    return asked_of(request.param, record)


def exported(path: Path, place: str, name: str, value: Any) -> set[str]:
    run("export", str(path), *option(name, value), "--record", place)
    return ids(path.read_text("utf-8"))


def asked_of(server: str, record: Record) -> Door:
    if server == "mcp":
        mcp = pytest.importorskip("sayso.serving.mcp")
        client = pytest.importorskip("mcp").Client
        return lambda name, value: asyncio.run(told(client(mcp.make_server(record)), {name: value}))
    from tests.serving.web.conftest import client_of

    client = client_of(record)
    # People are shown what probably is a statement, and one line for an utterance, unless they ask for all.
    path = {"api": "/api/search", "page": "/search.jsonl", "feed": "/feed.atom"}[server]

    def asked(name: str, value: Any) -> set[str]:
        sent = str(value).lower() if isinstance(value, bool) else value
        answer = client.get(path, params={"each": "true", BY_NAME[name].in_url: sent, "all": "1"})
        assert answer.status_code == 200, answer.text
        if server == "api":
            return {row["id"] for row in answer.json()["statements"]}
        if server == "page":
            return ids(answer.text)
        return {part.partition("<")[0] for part in answer.text.split("urn:x-sayso:statement:")[1:]}

    return asked


async def told(opening: Any, asked: dict[str, Any]) -> set[str]:
    async with opening as client:
        answer = await client.call_tool("search", {**asked, "limit": 50})
        assert not answer.is_error, answer
        return {row["id"] for row in answer.structured_content["statements"]}


def test_a_search_has_the_fields_that_are_declared() -> None:
    assert sorted(field.name for field in FIELDS) == sorted(field.name for field in fields(Search)) == sorted(ASKED)


def test_python_takes_every_field() -> None:
    assert {*inspect.signature(Record.said).parameters} - {"self", "limit"} == {field.name for field in FIELDS}


@pytest.mark.parametrize("name", ASKED)
def test_every_door_finds_the_same_by_every_field(door: Door, record: Record, name: str) -> None:
    everything = {row.id for row in record.said()}
    found = {row.id for row in record.every(Search(**{name: ASKED[name]}))}
    assert set() < found < everything
    assert door(name, ASKED[name]) == found


def test_what_a_name_means_is_found_once_and_holds(record: Record) -> None:
    asked = Search(by="Ruiz", about="Holt")
    meant = record.meant(asked)
    assert meant.by is not None
    assert not isinstance(meant.by, str)
    assert (meant.by.name, meant.by.ids, meant.by.names) == ("Ruiz", ("person:ana-ruiz",), ("Ana Ruiz",))
    assert record.meant(meant) == meant
    assert list(record.every(meant)) == list(record.every(asked)) != []


def test_the_form_has_an_input_for_every_field(record: Record) -> None:
    from tests.serving.web.conftest import client_of

    page = client_of(record).get("/search").text
    for field in FIELDS:
        asked = "all" if field.name == "shown" else field.in_url
        assert f'name="{asked}"' in page or (field.type == "flag" and f'value="{field.name}"' in page)
