"""What a process does before it answers: it makes a page of each kind, so that nobody waits for what is done but once.

Templates are compiled, queries said in SQL, the numbers of the whole record counted, what is on the disk looked at.
"""

import asyncio
import gc
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Final
from urllib.parse import quote, unquote

from starlette.types import ASGIApp, Message, Scope

from sayso.data.search import Search
from sayso.record import Record

_SWITCH: Final = 0.001
"""Seconds after which a thread that makes a page lets others on: who only reads a request shall not wait for it."""


def warm(app: ASGIApp, record: Record) -> None:
    """Ask for some pages of a record, whatever comes of it, and leave what is loaded by then out of what is tidied."""
    with suppress(Exception):  # who asks for the page himself will be told
        asyncio.run(_ask_all(app, list(_paths(record))))
    gc.collect()
    gc.freeze()
    sys.setswitchinterval(_SWITCH)


def _paths(record: Record) -> Iterator[str]:
    """The first page, and of each other kind one, of the one who is quoted most and the article that came last."""
    yield "/"
    for one in record.facets(Search().for_people).speakers[:1]:
        yield from (f"/search?q={quote(one.label)}", f"/search?by={quote(one.value)}", f"/actor/{quote(one.value)}")
    for row in record.search(Search().for_people, limit=1, order="newest").rows:
        yield from (f"/search?q={quote(row.article.title or 'said')}", f"/article/{row.article.id}")


async def _ask_all(app: ASGIApp, paths: list[str]) -> None:
    for path in paths:
        await ask(app, path)


async def ask(app: ASGIApp, path: str) -> None:
    """Ask for a page as a browser does, and leave it unread."""
    await app(_scope(path), _nothing, _unread)


def _scope(path: str) -> Scope:
    before, _, query = path.partition("?")
    return {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": unquote(before),
        "raw_path": before.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 0),
        "server": ("localhost", 0),
    }


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


async def _unread(_: Message) -> None:
    """Nobody reads what is made."""
