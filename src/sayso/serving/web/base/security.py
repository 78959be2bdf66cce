"""What stands before every page: who may ask, how much and for how long, and what a browser may do with the answer."""

import asyncio
from collections.abc import Iterable
from contextlib import nullcontext
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sayso.serving.web.base.access import Access
from sayso.serving.web.base.addresses import is_address, without_port

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # nothing leaves this host; "no-referrer" would hide a form's Origin from us too
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
READING: Final = ("GET", "HEAD")
UPLOADS: Final = "/upload"
MOST_UPLOADED: Final = 32_000_000
MOST_ELSE: Final = 64_000
MOST_ASKED: Final = 8_000
"""How long a URL's query may be."""
MOST_DIGITS: Final = 12
UPLOADS_AT_ONCE: Final = 2
SECONDS: Final = 60
"""How long a body may take to arrive."""
OPEN: Final = ("/enter", "/healthz", "/metrics")
OPEN_BELOW: Final = ("/static/", "/own/")
"""What everybody is answered, also where strangers see nothing."""
_CLOSE: Final = {"Connection": "close"}  # what was not read would be taken for the next request


class Guard:
    """Refuses foreign names of this host, writes from other sites and bodies without end; sets the headers of all.

    Who may not write sends no more than a form: what is larger is refused before it is read. Of uploads a few come in
    at a time, the others wait unread.
    """

    def __init__(self, app: ASGIApp, access: Access, hosts: Iterable[str] = ()) -> None:
        self.app = app
        self.access = access
        self.hosts = {"localhost", *(host.lower() for host in hosts)}
        self._uploads = asyncio.Semaphore(UPLOADS_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        guarded = _with_headers(send)
        refused = self._refusal(scope)
        if refused is None and scope["method"] not in READING:
            uploads = scope["path"] == UPLOADS and self.access.may(Request(scope), "editor")
            try:
                async with asyncio.timeout(SECONDS), self._uploads if uploads else nullcontext():
                    receive = _replayed(await _body(receive, scope, MOST_UPLOADED if uploads else MOST_ELSE))
            except TimeoutError:
                refused = PlainTextResponse("the request took too long to arrive", 408, _CLOSE)
            except _TooLarge:
                refused = PlainTextResponse("the request is too large", 413, _CLOSE)
        await (refused or self.app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not self._is_ours(hosts[0]):
            return PlainTextResponse("this host goes by another name; start `sayso serve` with --name", 421)
        if len(scope["query_string"]) > MOST_ASKED:
            return PlainTextResponse("the question is too long", 414)
        if scope["method"] not in (*READING, "POST"):
            return PlainTextResponse("only GET, HEAD and POST are known here", 405, {"Allow": "GET, HEAD, POST"})
        if scope["method"] == "POST" and not _from_here(scope, headers):
            return PlainTextResponse("writing from another site is refused", 403)
        return self._closed(scope)

    def _closed(self, scope: Scope) -> Response | None:
        """Where strangers see nothing, they are led to the door."""
        path = scope["path"]
        if self.access.strangers != "nothing" or path in OPEN or path.startswith(OPEN_BELOW):
            return None
        if self.access.may(Request(scope), "reader"):
            return None
        if path.startswith("/api/"):
            return JSONResponse({"error": "only who has entered may ask"}, 401, {"WWW-Authenticate": "Bearer"})
        return RedirectResponse("/enter", 303)

    def _is_ours(self, host: str) -> bool:
        """A name that we were given, or any address: a page elsewhere can point a name of its own at us, no address."""
        name = without_port(host).lower()
        return name in self.hosts or is_address(name.strip("[]"))


class _TooLarge(Exception):
    pass


def _from_here(scope: Scope, headers: Headers) -> bool:
    """Whether a browser says that one of our own pages sends this, or no browser does."""
    if site := headers.get("sec-fetch-site"):
        return site in ("same-origin", "none")
    origin = headers.get("origin")
    return origin is None or origin == f"{scope['scheme']}://{headers['host']}"


async def _body(receive: Receive, scope: Scope, most: int) -> bytes:
    """The whole body; raises _TooLarge at once where its length is told, else when that much has come."""
    told = Headers(scope=scope).get("content-length", "")
    if told.isascii() and told.isdigit() and (len(told) > MOST_DIGITS or int(told) > most):
        raise _TooLarge
    parts: list[bytes] = []
    size = 0
    more = True
    while more:
        message = await receive()
        if message["type"] != "http.request":
            break
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > most:
            raise _TooLarge
        more = message.get("more_body", False)
    return b"".join(parts)


def _replayed(body: bytes) -> Receive:
    """The body once, and then that the other end has gone."""
    messages: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return messages.pop() if messages else {"type": "http.disconnect"}

    return receive


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
