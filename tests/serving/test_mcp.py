"""The tools of `sayso mcp`, asked through the official client."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.record import Record
from sayso.serialise.core import row_form
from tests.export.conftest import courier, post

mcp = pytest.importorskip("mcp")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "sayso.db") as record:
        record.add(courier())
        record.add(post())
        yield record


def ask(record: Record, tool: str, **asked: Any) -> Any:
    from sayso.serving.mcp import make_server

    async def answer() -> Any:
        async with mcp.Client(make_server(record)) as client:
            return await client.call_tool(tool, asked)

    return asyncio.run(answer())


def answer(record: Record, tool: str, **asked: Any) -> Any:
    found = ask(record, tool, **asked)
    assert not found.is_error, found
    return found.structured_content


def test_all_tools_are_described_and_only_read(record: Record) -> None:
    from sayso.serving.mcp import make_server

    async def listed() -> Any:
        async with mcp.Client(make_server(record)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert [tool.name for tool in tools] == ["search", "tally", "dossier", "stances", "article", "verify"]
    assert all(tool.description and tool.annotations.read_only_hint for tool in tools)


def test_search_gives_statements_with_their_evidence(record: Record) -> None:
    found = answer(record, "search", by="Ruiz", order="time", limit=2)
    rows = list(record.said(by="Ruiz", limit=2))
    assert found["statements"] == [row_form(row) for row in rows]
    assert found["statements"][0]["sentence"].startswith("Ana Ruiz: Holt must go — ")
    assert found["total"] == 4
    rest = answer(record, "search", by="Ruiz", order="time", limit=50, after=found["next"])
    assert len(rest["statements"]) == 2


def test_a_dossier_by_name(record: Record) -> None:
    found = answer(record, "dossier", name="Holt", limit=1)
    assert found["actor"]["id"] == "person:ben-holt"
    assert [row["id"] for row in found["statements"]] == [list(record.said(by="Holt"))[-1].id]


def test_an_article_proves_its_statements(record: Record) -> None:
    (row,) = record.said("fools")
    found = answer(record, "article", id=row.article.id)
    (span,) = next(one for one in found["statements"] if one["id"] == row.id)["content"]
    assert found["article"]["text"][span["start"] : span["end"]] == span["text"]


def test_a_statement_is_verified(record: Record) -> None:
    (row,) = record.said("fools")
    found = answer(record, "verify", id=row.id)
    assert (found["holds"], found["faults"], found["document_kept"]) == (True, [], False)
    assert found["statement"] == row_form(row)
    told = "Ana Ruiz told us Holt had called the geologists fools (reported by Ana Ruiz) — 4 Mar 2024, The Orsa Courier"
    assert found["statement"]["sentence"] == told


@pytest.mark.parametrize(
    ("tool", "asked", "told"),
    [
        ("dossier", {"name": "Nemo"}, "no one on the record"),
        ("article", {"id": "00"}, "no article"),
        ("verify", {"id": "00.1"}, "no article"),
        ("verify", {"id": "x"}, "no statement x"),
        ("search", {"words": "dam AND ("}, ""),
        ("search", {"limit": 1000}, "limit"),
        ("search", {"speaker": "Ruiz"}, "speaker"),
    ],
)
def test_what_is_wrong_is_told(record: Record, tool: str, asked: dict[str, Any], told: str) -> None:
    found = ask(record, tool, **asked)
    assert found.is_error
    assert told in found.content[0].text
