"""Fetch the page behind a URL that the user named: the only place where sayso uses the network.

Half a page is no evidence: what does not come whole, within a minute, is refused.
"""

from concurrent.futures import Future
from concurrent.futures import TimeoutError as TooLate
from contextlib import closing, suppress
from http.client import HTTPException, responses
from socket import SHUT_RDWR
from threading import Thread
from urllib.parse import urljoin

from urllib3.connection import HTTPConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from sayso.data.errors import Unreadable
from sayso.data.version import __version__
from sayso.ingest.body import Broken, gathered
from sayso.ingest.found import Found
from sayso.ingest.route import Place, ways

WHOLE_PAGE_SECONDS = 60
MOST_REDIRECTS = 10
_PIECE = 64 * 1024
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {"User-Agent": f"sayso/{__version__}", "Accept-Encoding": "gzip", "Connection": "close"}


def fetch(url: str, most: int, *, allow_private: bool = False, seconds: float = WHOLE_PAGE_SECONDS) -> Found:
    """The page behind a URL, of up to `most` + 1 bytes; raises Unreadable when it does not come whole.

    The URL that it has then is the one it came from in the end, beside it the one that was asked for. There is one
    deadline for all: looking up names, redirects, headers that drip.
    """
    fetching, found = _Fetching(url, most, allow_private), Future[Found]()
    Thread(target=_settle, args=(found, fetching), name="fetch", daemon=True).start()
    try:
        return found.result(seconds)
    except TooLate:
        fetching.stop()
        raise Unreadable(url, f"it has not come whole in {seconds:g} seconds") from None
    except (HTTPError, HTTPException, OSError, ValueError) as error:
        raise Unreadable(url, f"it cannot be fetched: {_reason(error)}") from error


def _reason(error: Exception) -> str:
    """On one line, and what the system says rather than which object says so."""
    cause = error.__cause__ if isinstance(error, HTTPError) else error
    why = cause.strerror if isinstance(cause, OSError) and cause.strerror else str(error)
    return " ".join(why.split())[:200]


def _settle(found: "Future[Found]", fetching: "_Fetching") -> None:
    try:
        found.set_result(fetching.page())
    except BaseException as error:  # noqa: BLE001 - raised where it is asked for
        found.set_exception(error)


class _Fetching:
    """One fetch with its redirects; `stop` breaks it off from another thread."""

    def __init__(self, url: str, most: int, allow_private: bool) -> None:
        self._url, self._most, self._allow_private = url, most, allow_private
        self._connection: HTTPConnection | None = None
        self._is_stopped = False

    def stop(self) -> None:
        """Hang up, be it in the middle of a header."""
        self._is_stopped = True
        if self._connection and self._connection.sock:
            with suppress(OSError):
                self._connection.sock.shutdown(SHUT_RDWR)

    def page(self) -> Found:
        url = self._url
        for _ in range(MOST_REDIRECTS + 1):
            if self._is_stopped:
                break
            try:
                place = Place.of(url, self._url)
                answer = self._answer(place)
                with closing(answer):
                    if answer.status not in _REDIRECTS or not answer.headers.get("Location"):
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
            headers = {**_HEADERS, **way.headers, "Host": place.authority}
            way.connection.request("GET", way.target, headers=headers, preload_content=False, decode_content=False)
            return way.connection.getresponse()
        raise failed or Broken("it has no address")

    def _found(self, place: Place, answer: BaseHTTPResponse) -> Found:
        if answer.status == 206:
            raise Unreadable(self._url, "the server sends a part of the page only")
        if answer.status != 200:
            reason = answer.reason or responses.get(answer.status, "")
            raise Unreadable(self._url, f"the server answers {answer.status} {reason}".rstrip())
        packed = answer.headers.get("Content-Encoding", "").strip().lower()
        content = gathered(answer.stream(_PIECE, decode_content=False), packed, self._most)
        asked = None if place.url == self._url else self._url
        return Found(content, place.url, _charset(answer.headers.get("Content-Type", "")), asked)


def _charset(content_type: str) -> str | None:
    """The encoding in "text/html; charset=windows-1251"."""
    for parameter in content_type.split(";")[1:]:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \t\"'") or None
    return None
