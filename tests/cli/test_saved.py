"""A saved search tells its hook what is new, once; one on its own network only where that is asked for."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.record import Record
from tests.record.printed import printed


@contextmanager
def hook(status: int) -> Iterator[tuple[str, list[Any]]]:
    """The address of a hook that answers so, and what it was told."""
    told: list[Any] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(status)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Hook) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/secret", told
        server.shutdown()


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return str(tmp_path / "sayso.db")


def send(place: str, *options: str) -> Result:
    return CliRunner().invoke(app, ["saved", "--send", "--record", place, *options])


def save(place: str, url: str) -> None:
    """Keep a search with a hook, before anything that it finds is there."""
    Record(place).make().close()
    saved = CliRunner().invoke(app, ["save", "--as", "dams", "--hook", url, "--record", place, "dams"])
    assert saved.exit_code == 0, saved.output
    with Record(place, clock=lambda: datetime(2030, 1, 1, tzinfo=UTC)) as record:
        record.add(printed("<Ana Ruiz> {denied} [that the dams leak].", on="2024-03-04", outlet="Post"))


def test_it_is_told_once_in_sentences_that_cannot_be_misread(place: str) -> None:
    with hook(204) as (url, told):
        save(place, url)
        assert [send(place, "--allow-private").exit_code for _ in range(2)] == [0, 0]
    (one,) = told
    assert (one["name"], one["new"], one["search"]["words"]) == ("dams", 1, "dams")
    assert one["text"] == "1 new in “dams”\n• Ana Ruiz denied that the dams leak — 4 Mar 2024, Post"
    assert one["statements"][0]["speaker"]["name"] == "Ana Ruiz"


def test_one_on_this_machine_is_not_told_unless_that_is_asked_for(place: str) -> None:
    with hook(204) as (url, told):
        save(place, url)
        result = send(place)
    assert (result.exit_code, told) == (1, [])
    assert "dams: 127.0.0.1 was not told of 1 new: 127.0.0.1 is on this machine" in result.output
    assert "secret" not in result.output


@pytest.mark.parametrize("status", [500, 302])
def test_one_that_does_not_take_it_is_told_again_and_led_nowhere(place: str, status: int) -> None:
    with hook(status) as (url, told):
        save(place, url)
        results = [send(place, "--allow-private") for _ in range(2)]
    assert ([one.exit_code for one in results], len(told)) == ([1, 1], 2)
    assert f"the server answers {status}" in results[0].output


def test_what_is_no_address_on_the_web_is_no_hook(place: str) -> None:
    Record(place).make().close()
    saved = CliRunner().invoke(app, ["save", "--as", "dams", "--hook", "file:///etc/passwd", "--record", place, "dams"])
    assert (saved.exit_code, "only http and https" in saved.output) == (2, True)
