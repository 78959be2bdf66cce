"""A short form of what `make attack` asks of the pages, on both databases."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from sayso.record import Record
from sayso.serving.web import make_app
from tests.record.printed import printed
from tests.serving.web.odd import ODD


@pytest.fixture
def client(place: str) -> Iterator[TestClient]:
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [the dam stays].", on="2024-05-01"))
        pages = make_app(record, "token")
        yield TestClient(pages, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)


def test_an_odd_question_is_answered_and_tells_nothing_of_the_host(client: TestClient, place: str) -> None:
    for path in ODD:
        answer = client.get(path)
        assert answer.status_code < 500, path
        assert place not in answer.text, path
        assert "Traceback" not in answer.text, path
