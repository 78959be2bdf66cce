"""Fetch the page behind a URL that the user named, or send to one: the only place where sayso uses the network.

Half a page is no evidence: what does not come whole, within a minute, is refused.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from contextlib import closing, suppress
from http.client import HTTPException, responses
from socket import SHUT_RDWR
from threading import Thread
from typing import NamedTuple
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.data.version import __version__
from sayso.ingest.body import Broken, gathered
from sayso.ingest.limits import started
from sayso.ingest.route import Place, ways

WHOLE_PAGE_SECONDS = 60
SENT_SECONDS = 15
MOST_REDIRECTS = 10
_ANSWERED = 64 * 1024
_PIECE = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {"User-Agent": f"sayso/{__version__}", "Accept-Encoding": "gzip", "Connection": "close"}


class Answer(NamedTuple):
    """What a server answers: its status, the fields of its header by names in small letters, and the body of a page."""

    status: int
    reason: str
    fields: Mapping[str, str]
    found: Found


def fetch(
    url: str,
    most: int,
    *,
    allow_private: bool = False,
    seconds: float = WHOLE_PAGE_SECONDS,
    ensure_allowed: Callable[[str], None] = lambda _: None,
    ensure_free: Callable[[str, Answer], None] = lambda _, __: None,
) -> Found:
    """The page behind a URL, of up to `most` + 1 bytes; raises Unreadable when it does not come whole.

    `ensure_allowed` is as in `ask`, `ensure_free` is given what came.

    The URL that it has then is the one it came from in the end, beside it the one that was asked for. There is one
    deadline for all: looking up names, redirects, headers that drip.
    """
    answer = ask(url, most, allow_private=allow_private, seconds=seconds, ensure_allowed=ensure_allowed)
    if answer.status == 206:
        raise Unreadable(url, "the server sends a part of the page only")
    if answer.status != 200:
        raise Unreadable(url, f"the server answers {answer.status} {answer.reason}".rstrip())
    ensure_free(url, answer)
    return answer.found


def ask(
    url: str,
    most: int,
    *,
    allow_private: bool = False,
    seconds: float = WHOLE_PAGE_SECONDS,
    fields: Mapping[str, str] | None = None,
    ensure_allowed: Callable[[str], None] = lambda _: None,
    body: bytes | None = None,
) -> Answer:
    """What a server answers, be it with a page or without; raises Unreadable where none comes, as `fetch` does.

    `fields` are sent with the request; `ensure_allowed` is given every address before it is asked for, those that the
    first leads to as well, and raises Unreadable for what is not to be fetched. A `body` is posted, and led nowhere.
    """
    fetching = _Fetching(url, most, allow_private, fields or {}, ensure_allowed, body)
    found = Future[Answer]()
    started(Thread(target=_settle, args=(found, fetching), name="fetch", daemon=True))
    try:
        return found.result(seconds)
    except TooLate:
        fetching.stop()
        raise Unreadable(url, f"it has not come whole in {seconds:g} seconds") from None
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise Unreadable(url, f"it cannot be fetched: {_reason(error)}") from error


def send(url: str, body: bytes, media_type: str, *, allow_private: bool = False, seconds: float = SENT_SECONDS) -> None:
    """Send a body to a URL that the user named; raises Unreadable, which says why, unless the server takes it.

    It goes to that place alone: where the server leads on to is not asked.
    """
    fields = {"Content-Type": media_type, "Accept-Encoding": "identity"}
    answer = ask(url, _ANSWERED, allow_private=allow_private, seconds=seconds, fields=fields, body=body)
    if not 200 <= answer.status < 300:
        raise Unreadable(url, f"the server answers {answer.status} {answer.reason}".rstrip())


def _reason(error: Exception) -> str:
    """On one line, and what the system says rather than which object says so."""
    cause = error.__cause__ if isinstance(error, HTTPError) else error
    why = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(error)
    return " ".join(why.split())[:200]


def _settle(found: "Future[Answer]", fetching: "_Fetching") -> None:
    try:
        found.set_result(fetching.page())
    except BaseException as error:  # noqa: BLE001 - raised where it is asked for
        found.set_exception(error)


class _Fetching:
    """One fetch with its redirects; `stop` breaks it off from another thread."""

    def __init__(
        self,
        url: str,
        most: int,
        allow_private: bool,
        fields: Mapping[str, str],
        ensure_allowed: Callable[[str], None],
        body: bytes | None,
    ) -> None:
        self._url, self._most, self._allow_private, self._body = url, most, allow_private, body
        self._fields, self._ensure_allowed = fields, ensure_allowed
        self._connection: HTTPConnection | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """Hang up, be it in the middle of a header."""
        self._is_stopped = True
        if self._connection and self._connection.sock:
            with suppress(OSError):
                self._connection.sock.shutdown(SHUT_RDWR)

    def page(self) -> Answer:
        url = self._url
        for _ in range(MOST_REDIRECTS + 1):
            if self._is_stopped:
                break
            try:
                place = Place.of(url, self._url)
                self._ensure_allowed(url)
                answer = self._answer(place)
                with closing(answer):
                    leads_on = answer.status in _REDIRECTS and answer.headers.get("Location")
                    if self._body is not None or not leads_on:
                        return self._found(place, answer)
                    url = urljoin(url, answer.headers["Location"])
            finally:
                self._hang_up()
        raise Unreadable(self._url, f"it leads on more than {MOST_REDIRECTS} times")

    def _hang_up(self) -> None:
        if self._connection:
            self._connection.close()

    def _answer(self, place: Place) -> BaseHTTPResponse:
        """Ask the first address of the host that can be reached."""
        failed: Exception | None = None
        for way in ways(place, self._url, allow_private=self._allow_private):
            self._connection = way.connection
            try:
                way.connection.connect()
            except (HTTPError, OSError) as error:
                failed = error
                self._hang_up()
                continue
            headers = {**_HEADERS, **self._fields, **way.headers, "Host": place.authority}
            method = "GET" if self._body is None else "POST"
            way.connection.request(
                method, way.target, body=self._body, headers=headers, preload_content=False, decode_content=False
            )
            return way.connection.getresponse()
        raise failed or Broken("it has no address")

    def _found(self, place: Place, answer: BaseHTTPResponse) -> Answer:
        reason = answer.reason or responses.get(answer.status, "")
        fields = {name.lower(): value for name, value in answer.headers.items()}
        if answer.status != 200:
            return Answer(answer.status, reason, fields, Found(b"", place.url))
        packed = answer.headers.get("Content-Encoding", "").strip().lower()
        content = gathered(answer.stream(_PIECE, decode_content=False), packed, self._most)
        asked = None if place.url == self._url else self._url
        found = Found(content, place.url, _charset(answer.headers.get("Content-Type", "")), asked)
        return Answer(answer.status, reason, fields, found)


def _charset(content_type: str) -> str | None:
    """The encoding in "text/html; charset=windows-1251"."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \t\"'") or None
    return None
