"""What SECURITY.md promises of the pages and nothing else tests: what is not read, not made and not waited for."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Iterator
from threading import Thread
from typing import Any, NoReturn

import pytest
from starlette.requests import ClientDisconnect
from starlette.responses import StreamingResponse
from starlette.testclient import TestClient

from sayso.data.record_errors import Busy
from sayso.record import Record
from sayso.serving.web import make_app, owner_path
from sayso.serving.web.base import connections, security
from sayso.serving.web.base.access import Access
from sayso.serving.web.base.security import MOST_ELSE, Guard
from sayso.serving.web.base.token import Token
from sayso.serving.web.views.search import Download
from tests.serving.web.conftest import TOKEN

uvicorn = pytest.importorskip("uvicorn")
PIECE = bytes(1_000)


class Sender:
    """The other end of a request to upload: what it has sent of a body that never ends, and what it was answered."""

    def __init__(self, **headers: str) -> None:
        told = {"host": "127.0.0.1", **headers}.items()
        self.scope = {
            "type": "http",
            "method": "POST",
            "path": "/upload",
            "scheme": "http",
            "query_string": b"",
            "headers": [(name.replace("_", "-").encode(), value.encode()) for name, value in told],
        }
        self.sent, self.status = 0, 0

    async def receive(self) -> dict[str, Any]:
        self.sent += len(PIECE)
        return {"type": "http.request", "body": PIECE, "more_body": True}

    async def send(self, message: Any) -> None:
        self.status = message.get("status", self.status)


async def nobodys(*_: object) -> None:
    raise AssertionError("the request came through")


@pytest.fixture
def guard() -> Guard:
    return Guard(nobodys, Access(Token(TOKEN)))


def test_a_large_body_is_not_read_before_it_is_known_who_sends_it(guard: Guard) -> None:
    tells, does_not = Sender(content_length="30000000"), Sender()
    for sender in (tells, does_not):
        asyncio.run(guard(sender.scope, sender.receive, sender.send))
    assert (tells.status, tells.sent) == (413, 0)
    assert (does_not.status, does_not.sent <= MOST_ELSE + len(PIECE)) == (413, True)


def test_who_sends_half_a_body_is_not_waited_for(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(security, "SECONDS", 0.02)
    sender = Sender()
    asyncio.run(guard(sender.scope, lambda: asyncio.sleep(60, {}), sender.send))
    assert sender.status == 408


def test_two_files_are_made_at_a_time(client: TestClient) -> None:
    slots = client.app.app._app.state.downloads  # type: ignore[attr-defined]
    assert slots.acquire(blocking=False)
    assert slots.acquire(blocking=False)
    assert client.get("/search.csv").status_code == 503
    slots.release()
    assert client.get("/search.csv").status_code == 200


def test_a_file_is_made_no_further_when_the_other_end_has_gone() -> None:
    made, done = [], []

    def pieces() -> Iterator[str]:
        for n in range(100_000):
            made.append(n)
            yield "row\n"

    async def gone(message: Any) -> None:
        if message["type"] == "http.response.body":
            raise OSError("the other end has gone")

    async def waits() -> Any:
        await asyncio.sleep(60)

    scope = {"type": "http", "asgi": {"spec_version": "2.4"}}
    with pytest.raises(ClientDisconnect):
        asyncio.run(Download(pieces(), "csv", lambda: done.append(1))(scope, waits, gone))
    assert (len(made) < 1_000, done) == (True, [1])


@pytest.mark.parametrize(("machine", "lets_in"), [("127.0.0.1", True), ("10.0.0.9", False)])
def test_the_owners_link_is_good_once_and_on_this_machine(record: Record, machine: str, lets_in: bool) -> None:
    app = make_app(record, TOKEN)

    def led_to() -> str:
        client = TestClient(app, base_url="http://127.0.0.1:8000", client=(machine, 5000))
        return client.get(owner_path(TOKEN), follow_redirects=False).headers["location"]

    assert (led_to() == "/", led_to()) == (lets_in, "/enter")


def test_a_question_that_takes_too_long_is_told_so(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """That the record breaks it off is tested there, on both databases."""

    def takes_too_long(*_: object, **__: object) -> NoReturn:
        raise Busy("sayso.db", 10)

    monkeypatch.setattr(Record, "search", takes_too_long)
    answer = client.get("/api/v1/search?q=dam")
    assert (answer.status_code, "ask for less at once" in answer.json()["error"]) == (503, True)


def test_who_does_not_take_his_answer_is_hung_up_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "TAKING_SECONDS", 0.1)
    ended: list[float] = []

    async def endless() -> AsyncIterator[bytes]:
        try:
            while True:
                yield bytes(100_000)
                await asyncio.sleep(0)
        finally:
            ended.append(time.monotonic())

    config = uvicorn.Config(StreamingResponse(endless()), port=0, log_level="error", http=connections.Impatient)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        thread.join(0.02)
    with socket.create_connection(server.servers[0].sockets[0].getsockname()) as holds_on:
        holds_on.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        until = time.monotonic() + 30
        while not ended and time.monotonic() < until:
            time.sleep(0.02)
    server.should_exit = True
    thread.join()
    assert ended
