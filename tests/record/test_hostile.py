"""A short form of `make attack`, on both databases: odd questions, and files that are no carried record."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from benchmarks.attack import carried
from benchmarks.attack_server import ODD
from sayso.cli import app
from sayso.record import Record
from sayso.serving.web import make_app
from tests.record.printed import printed


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


def test_what_is_no_carried_record_costs_a_line(place: str, tmp_path: Path) -> None:
    for one in carried(tmp_path, Random(16)):
        done = CliRunner().invoke(app, ["add", "--record", place, one.words[-1]])
        assert (done.exit_code, isinstance(done.exception, SystemExit)) == (1, True), (one.name, done.output)
        assert done.output.strip(), one.name
