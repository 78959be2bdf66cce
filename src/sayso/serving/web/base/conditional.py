"""Pages that a browser has, or that another was given, are not made again: nothing was written to the record since."""

from collections.abc import Callable
from hashlib import sha256
from time import time
from typing import Final

from anyio import to_thread
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.data.record_errors import RecordError
from sayso.data.version import __version__
from sayso.serving.web.base.access import Access
from sayso.serving.web.base.answers import Answers

NOT_THE_RECORDS: Final = ("/static/", "/upload", "/enter", "/users", "/healthz", "/metrics")
"""What begins so tells of more than the record holds, or has names that change with it."""
NEWEST: Final = 600
"""After so many seconds a page is made again even so: counts that took long are that old at most, and a day ends."""
CHANGES: Final = "sayso.changes"
"""Under which key a request has how often the record had changed when it came."""
_KEPT: Final = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}


class Conditional:
    """Gives each page a tag, made of what was asked, by whom, and how often the record has changed."""

    def __init__(self, app: ASGIApp, changes: Callable[[], str], access: Access) -> None:
        self._app, self._changes, self._access = app, changes, access
        self._answers = Answers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(NOT_THE_RECORDS):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        try:
            scope[CHANGES] = changes = await to_thread.run_sync(self._changes)
            question = self._question(scope, headers)
            tag = _tag(question, changes)
        except RecordError:  # the page itself will tell
            await self._app(scope, receive, send)
            return
        if tag in headers.get("if-none-match", ""):
            await Response(status_code=304, headers={"ETag": tag, **_KEPT})(scope, receive, send)
        elif answer := await self._answers.get(question, tag, changes):
            await answer.send_to(scope, _tagged(send, answer.tag))
        else:
            await self._make(question, tag, scope, receive, send)

    async def _make(self, question: str, tag: str, scope: Scope, receive: Receive, send: Send) -> None:
        keeping = self._answers.keeping(question, tag, scope, _tagged(send, tag))
        try:
            await self._app(scope, receive, keeping)
        finally:
            keeping.close()

    def _question(self, scope: Scope, headers: Headers) -> str:
        """What is asked, by whom, and in which part of the day."""
        asked = (
            scope["path"],
            scope["query_string"].decode("latin-1"),
            headers.get("cookie", ""),
            headers.get("host", ""),
            *(part or "" for part in self._access.who(Request(scope))),
        )
        return "\n".join([__version__, str(int(time()) // NEWEST), *asked])


def _tag(question: str, changes: str) -> str:
    made_of = f"{changes}\n{question}"
    return f'W/"{sha256(made_of.encode("utf-8", "backslashreplace")).hexdigest()[:32]}"'


def _tagged(send: Send, tag: str) -> Send:
    async def tagging(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == 200:
            headers = MutableHeaders(scope=message)
            for name, value in {"ETag": tag, **_KEPT}.items():
                headers.setdefault(name, value)
        await send(message)

    return tagging
