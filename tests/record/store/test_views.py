"""The database itself is an interface: plain views on either engine, and a file that Datasette opens and searches."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from sayso.record import Record
from tests.record.conftest import sql
from tests.record.printed import printed

datasette = pytest.importorskip("datasette.app")

DAM = printed(
    "<Ana Ruiz> {said} [the dams must stay].", "<Ben Holt> {said} [Ruiz lies].", on="2024-03-04", outlet="Post"
)


def test_the_views_are_in_peoples_words(place: str) -> None:
    with Record(place) as record:
        record.add(DAM)
    said = "SELECT speaker, dated, content, outlet, title FROM said ORDER BY id"
    assert sql(place, said) == [
        ("Ana Ruiz", "2024-03-04", "the dams must stay", "Post", "The dam at Orsa"),
        ("Ben Holt", "2024-03-04", "Ruiz lies", "Post", "The dam at Orsa"),
    ]
    assert ("Ana Ruiz", "person", "Ana Ruiz") in sql(place, "SELECT actor, type, called FROM named")
    assert sql(place, "SELECT actor, role, outlet FROM held_roles") == [("Ana Ruiz", "mayor of Orsa", "Post")]


def test_datasette_opens_the_file_and_searches_it(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record:
        record.add(DAM)

    async def asked(path: str) -> Any:
        app = datasette.Datasette([str(tmp_path / "sayso.db")])
        await app.invoke_startup()
        response = await app.client.get(path)
        assert response.status_code == 200
        return response.json()

    found = asyncio.run(asked("/sayso/statements.json?_search=dam&_shape=array"))
    assert [row["content"] for row in found] == ["the dams must stay"]
    assert len(asyncio.run(asked("/sayso/said.json?_shape=array"))) == 2
