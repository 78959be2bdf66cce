"""What the API sends is what its schema promises."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient

from sayso.record import Record
from sayso.serving.web.views import api_examples


@pytest.fixture
def schema(client: TestClient) -> Any:
    return client.get("/api/v1/schema.json").json()


def assert_fits(schema: Any, name: str, sent: Any) -> None:
    Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"}).validate(sent)


def test_the_schema_is_one(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["version"].startswith("1.")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("search", "search"),
        ("search?by=Ruiz&limit=2", "search"),
        ("facets", "facets"),
        ("actors?name=Ruiz", "actors"),
        ("actor/Holt", "actor"),
        ("actor/Nemo", "error"),
        ("stances", "stances"),
        ("search?limit=0", "error"),
    ],
)
def test_an_answer_fits_it_under_either_name(client: TestClient, schema: Any, path: str, name: str) -> None:
    sent = client.get(f"/api/v1/{path}").json()
    assert_fits(schema, name, sent)
    assert client.get(f"/api/{path}").json() == sent


def test_so_does_every_statement_and_article(client: TestClient, schema: Any) -> None:
    found = client.get("/api/v1/search").json()["statements"]
    assert found
    for one in found:
        assert_fits(schema, "statement", client.get(f"/api/v1/statement/{one['id']}").json())
        assert_fits(schema, "printings", client.get(f"/api/v1/printings/{one['utterance']}").json())
        assert_fits(schema, "article", client.get(f"/api/v1/article/{one['article']['id']}").json())


def test_so_do_decisions(client: TestClient, record: Record, schema: Any) -> None:
    (first, second) = [row.id for row in record.said()][:2]
    record.reject(first, who="ana", why="it is none")
    record.reattribute(second, "nobody", who="ana")
    record.undo(who="ana")
    sent = client.get("/api/v1/decisions").json()
    assert len(sent["decisions"]) == 3
    assert_fits(schema, "decisions", sent)


def test_so_do_tallies_and_the_example_of_a_position(client: TestClient, schema: Any) -> None:
    for columns in ("speaker", "outlet,gender"):
        assert_fits(schema, "tally", client.get(f"/api/v1/tally?columns={columns}").json())
    assert_fits(schema, "stances", api_examples.STANCES)
