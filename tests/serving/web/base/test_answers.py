"""A page that was made is given to others, as long as it is the same for them."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from sayso.record import Record
from sayso.serving.web.base.access import Access
from sayso.serving.web.base.conditional import Conditional
from sayso.serving.web.base.token import Token
from sayso.serving.web.warming import ask
from tests.record.printed import printed


@pytest.fixture
def asked(record: Record, monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What the record was searched for."""
    searches: list[Any] = []
    search: Callable[..., Any] = Record.search

    def counting(self: Record, *asked: Any, **how: Any) -> Any:
        searches.append(asked)
        return search(self, *asked, **how)

    monkeypatch.setattr(Record, "search", counting)
    return searches


def test_a_page_is_made_once_for_all_until_something_is_written(
    client: TestClient, record: Record, asked: list[Any]
) -> None:
    first, *others = (client.get("/search?q=dam") for _ in range(3))
    assert [one.content for one in others] == [first.content] * 2
    assert {one.headers["etag"] for one in others} == {first.headers["etag"]}
    assert len(asked) == 1
    record.add(printed("<Ana Ruiz> {said} [the dam is new].", name="new.txt"))
    assert "is new" in client.get("/search?q=dam").text
    assert len(asked) == 2


def test_what_one_who_has_entered_is_shown_no_other_is(
    client: TestClient, writing: TestClient, asked: list[Any]
) -> None:
    assert "you may write" in writing.get("/").text
    assert "you may write" not in client.get("/").text
    assert len(asked) == 2


def test_what_failed_and_what_is_long_is_made_each_time(
    client: TestClient, asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.serving.web.base.answers.LARGEST", 100)
    for path in ("/search?q=(", "/nowhere", "/"):
        assert client.get(path).content == client.get(path).content
    assert len(asked) == 2


class Slow:
    """An application that takes its time, over a record that changes whenever `changes` does."""

    def __init__(self) -> None:
        self.changes, self.made = 0, list[str]()
        self.pages = Conditional(self, lambda: str(self.changes), Access(Token("a token")))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.made.append(scope["path"])
        await asyncio.sleep(0.1)
        await Response("whole", 200 if scope["path"] == "/" else 404)(scope, receive, send)

    async def ask(self, *paths: str) -> None:
        await asyncio.gather(*(ask(self.pages, path) for path in paths))


def test_who_asks_for_what_is_being_made_waits_for_it() -> None:
    slow = Slow()
    asyncio.run(slow.ask("/", "/", "/", "/no", "/no"))
    assert sorted(slow.made) == ["/", "/no", "/no"]


def test_while_a_page_is_made_anew_others_are_given_that_of_a_moment_ago() -> None:
    slow = Slow()

    async def as_it_changes() -> None:
        await slow.ask("/")
        slow.changes += 1
        anew = asyncio.create_task(slow.ask("/"))
        while len(slow.made) < 2:
            await asyncio.sleep(0.001)
        slow.changes += 1
        await slow.ask("/", "/")
        assert (len(slow.made), anew.done()) == (2, False)
        await anew
        await slow.ask("/")

    asyncio.run(as_it_changes())
    assert len(slow.made) == 3
