"""What can be told of each request to whoever keeps the host: a line of JSON, and counts for Prometheus.

Of a request its route is told, its status, its time, its size and an id; never what was asked for, by whom or whose
page it was. The id is that of a server before this one, where that gave a plain one, and goes back with the answer.
"""

import json
import logging
import os
import re
import time
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, Final
from uuid import uuid4

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ID_HEADER: Final = "X-Request-Id"
TOGETHER: Final = "PROMETHEUS_MULTIPROC_DIR"
"""Names the folder in which processes add up what they count; it is read when Prometheus' library is loaded."""

_PLAIN_ID = re.compile(r"[A-Za-z0-9-]{8,64}")
_LOG = logging.getLogger("sayso.requests")
_ELSEWHERE: Final = "none"
_METHODS: Final = ("GET", "HEAD", "POST")

REQUESTS = Counter("sayso_requests", "Requests that were answered.", ["method", "route", "status"])
SECONDS = Histogram("sayso_request_seconds", "Until an answer was sent whole.", ["route"])
_asking: ContextVar[str | None] = ContextVar("asking", default=None)


class Watched:
    """Counts and logs every request that the application behind it answers."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(ID_HEADER, "")
        id_ = given if _PLAIN_ID.fullmatch(given) else uuid4().hex
        _asking.set(id_)
        began, status, size = time.monotonic(), 500, 0

        async def watching(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[ID_HEADER] = id_
            else:
                size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, watching)
        finally:
            _tell(scope, status, size, time.monotonic() - began)


def _tell(scope: Scope, status: int, size: int, seconds: float) -> None:
    route = getattr(scope.get("route"), "path", _ELSEWHERE)
    method = scope["method"] if scope["method"] in _METHODS else _ELSEWHERE
    REQUESTS.labels(method, route, str(status)).inc()
    SECONDS.labels(route).observe(seconds)
    told = {"method": method, "route": route, "status": status, "bytes": size, "seconds": round(seconds, 4)}
    _LOG.info("answered", extra={"told": told})


def metrics() -> bytes:
    """All that was counted, of all processes where they add it up, in the text format of Prometheus."""
    registry = REGISTRY
    if os.environ.get(TOGETHER):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


class JsonLines(logging.Formatter):
    """Each entry of the log as a line of JSON; of an error where it came from, but no value that it tells of."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "of": record.name,
            "message": record.getMessage(),
            "request": _asking.get(),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[0] is not None:
            line["error"] = record.exc_info[0].__name__
            line["where"] = _where(record.exc_info[2])
        return json.dumps(line, ensure_ascii=True)


def _where(trace: Any) -> list[str]:
    """The calls on the way to what went wrong, the outermost first."""
    calls = []
    while trace is not None:
        code = trace.tb_frame.f_code
        calls.append(f"{os.path.basename(code.co_filename)}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return calls


def log_as_json() -> None:
    """From now on everything that this process logs is a line of JSON on standard error, requests with it."""
    to_errors = logging.StreamHandler()
    to_errors.setFormatter(JsonLines())
    logging.basicConfig(handlers=[to_errors], level=logging.WARNING, force=True)
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access"):  # which write lines of their own
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    _LOG.setLevel(logging.INFO)
