"""Fetch the page behind a URL that the user named: the only place where sayso uses the network."""

import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from sayso.data.errors import Unreadable
from sayso.data.version import __version__

PATIENCE_SECONDS = 20
WHOLE_PAGE_SECONDS = 60
_PIECE = 64 * 1024


def is_url(place: str) -> bool:
    """Whether a place is on the web rather than on the disk."""
    return place.lower().startswith(("http://", "https://"))


def fetch(url: str, most: int) -> bytes:
    """Take up to `most` + 1 bytes of a page; raises Unreadable when it does not come."""
    try:
        return _take(url, most)
    except HTTPError as error:
        with error:
            raise Unreadable(url, f"the server answers {error.code} {error.reason}") from error
    except URLError as error:
        raise Unreadable(url, f"it cannot be reached: {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise Unreadable(url, f"it cannot be fetched: {error}") from error


def _take(url: str, most: int) -> bytes:
    """Read piece by piece: a server that drips must not keep us for ever."""
    request = Request(url, headers={"User-Agent": f"sayso/{__version__}", "Accept-Encoding": "identity"})
    give_up = time.monotonic() + WHOLE_PAGE_SECONDS
    page = bytearray()
    with _opener().open(request, timeout=PATIENCE_SECONDS) as answer:
        while len(page) <= most and (piece := answer.read1(_PIECE)):
            page += piece
            if time.monotonic() > give_up:
                raise Unreadable(url, f"it has not come whole in {WHOLE_PAGE_SECONDS} seconds")
    return bytes(page)


def _opener() -> OpenerDirector:
    """An opener for the web alone: a page must not redirect us to a file or an FTP server."""
    opener = OpenerDirector()
    for handler in (
        ProxyHandler,
        HTTPHandler,
        HTTPSHandler,
        HTTPDefaultErrorHandler,
        HTTPRedirectHandler,
        HTTPErrorProcessor,
    ):
        opener.add_handler(handler())
    return opener
