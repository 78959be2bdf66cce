"""The API gives what the pages show, in the forms of the command line."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.record import Record
from sayso.serialise.core import row_form
from sayso.serialise.record import dossier_form


def test_statements_are_as_the_command_line_prints_them(client: TestClient, record: Record) -> None:
    found = client.get("/api/search?by=Ruiz&order=time").json()
    assert found == {"statements": [row_form(row) for row in record.said(by="Ruiz")], "next": None}


def test_a_cursor_leads_through_all_of_them_once(client: TestClient, record: Record) -> None:
    seen: list[str] = []
    after = ""
    while after is not None:
        found = client.get(
            "/api/search", params={"limit": 3, "order": "time", **({"after": after} if after else {})}
        ).json()
        seen += [row["id"] for row in found["statements"]]
        after = found["next"]
    assert seen == [row.id for row in record.said()]


def test_facets_count_what_search_finds(client: TestClient) -> None:
    facets = client.get("/api/facets").json()
    assert facets["total"] == sum(one["count"] for one in facets["kinds"]) == 8
    for one in facets["speakers"]:
        assert len(client.get("/api/search", params={"by": one["value"]}).json()["statements"]) == one["count"]


def test_an_actor_by_id_or_name(client: TestClient, record: Record) -> None:
    assert client.get("/api/actor/Holt").json() == dossier_form(record.who("Holt"))
    assert client.get("/api/actors?name=Ruiz").json()["actors"][0]["id"] == "person:ana-ruiz"


def test_an_article_with_the_evidence_in_it(client: TestClient) -> None:
    (row,) = client.get("/api/search?q=fall").json()["statements"]
    held = client.get(f"/api/article/{row['article']['id']}").json()
    text = held["article"]["text"]
    for one in held["statements"]:
        for part in ("source", "cue", "content"):
            if one["story"] is None:
                assert all(text[span["start"] : span["end"]] == span["text"] for span in one[part])
    assert client.get(f"/api/statement/{row['id']}").json() == row


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/actor/Nemo", 404),
        ("/api/article/00", 404),
        ("/api/statement/00.1", 404),
        ("/api/statement/x", 404),
        ("/api/nothing", 404),
        ("/api/search?sinse=2024", 422),
        ("/api/actors?name=Ruiz&type=person", 422),
        ("/api/search?limit=0", 422),
        ("/api/search?since=soon", 422),
    ],
)
def test_what_is_wrong_is_told_in_json(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert (answer.status_code, list(answer.json())) == (status, ["error"])


def test_each_answer_is_described_by_an_example_with_the_same_keys(client: TestClient, record: Record) -> None:
    record.reject(next(iter(record.said())).id, who="lena")
    (row, *_) = client.get("/api/v1/search").json()["statements"]
    ids = {
        "/api/v1/actor/{id}": "Holt",
        "/api/v1/article/{id}": row["article"]["id"],
        "/api/v1/statement/{id}": row["id"],
        "/api/v1/printings/{id}": row["utterance"],
    }
    described = client.get("/openapi.json").json()["paths"]
    assert set(described) >= set(ids)
    for path, methods in described.items():
        example = methods["get"]["responses"]["200"]["content"]["application/json"]["example"]
        asked = {"name": "Holt"} if path.endswith("/actors") else {}
        answer = client.get(path.replace("{id}", ids.get(path, "")), params=asked).json()
        assert keys(example) == keys(answer), path


def keys(value: Any) -> Any:
    """The keys of an answer, and of each object in it that is in no list."""
    return {key: keys(inner) for key, inner in value.items()} if isinstance(value, dict) else None


def test_nothing_in_the_api_writes(client: TestClient) -> None:
    assert {method for methods in client.get("/openapi.json").json()["paths"].values() for method in methods} == {"get"}
