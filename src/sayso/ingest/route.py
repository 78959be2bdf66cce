"""How a page is reached: at an address that was looked at, or through the proxy that the environment names."""

import ssl
from collections.abc import Iterator
from typing import NamedTuple, Self
from urllib.parse import SplitResult, quote, unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import make_headers

from sayso.data.errors import Unreadable
from sayso.ingest.addresses import is_public, looked_up

PATIENCE_SECONDS = 20
_PORTS = {"http": 80, "https": 443}
_SPELLED = "%/:=&?~#+!$,;'@()*[]"


class Place(NamedTuple):
    """Where to ask, and for what; host and target as HTTP spells them."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @classmethod
    def of(cls, url: str, asked: str) -> Self:
        """Take a URL apart; raises Unreadable, of the one that was asked for, where it is none of the web's."""
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").encode("idna").decode("ascii") if parts.hostname else ""
            port = parts.port or _PORTS.get(parts.scheme, 0)
        except ValueError as error:
            raise Unreadable(asked, f"it is no address on the web: {error}") from error
        if parts.scheme not in _PORTS:
            raise Unreadable(asked, f"only http and https are fetched, not {parts.scheme}")
        if not host:
            raise Unreadable(asked, "it is no address on the web: it names no host")
        if parts.username is not None:
            raise Unreadable(asked, "a name and password in an address are not sent, nor kept")
        return cls(url, parts.scheme, host, port, _target(parts))

    @property
    def authority(self) -> str:
        """What the request names as its host."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


class Way(NamedTuple):
    """A connection yet to be made, what to ask for on it, and what its proxy wants to know."""

    connection: HTTPConnection
    target: str
    headers: dict[str, str]


def ways(place: Place, asked: str, *, allow_private: bool) -> Iterator[Way]:
    """The ways to a place, in the order to try them; raises Unreadable when it may not be fetched from.

    A proxy looks up names itself; one that this machine knows is looked at all the same.
    """
    listed = looked_up(place.host, place.port)
    if not allow_private and not all(map(is_public, listed)):
        where = f"{place.host} is on this machine or its own network"
        raise Unreadable(asked, f"{where}; --allow-private fetches from there")
    proxy = getproxies().get(place.scheme)
    if proxy and not proxy_bypass(place.host):
        yield _through(proxy, place)
        return
    if not listed:
        raise Unreadable(asked, f"it cannot be reached: {place.host} is not known")
    for address in listed:
        yield Way(_connection(place.scheme, address, place.port, place.host), place.target, {})


def _through(proxy: str, place: Place) -> Way:
    parts = urlsplit(proxy if "://" in proxy else f"http://{proxy}")
    who = f"{unquote(parts.username)}:{unquote(parts.password or '')}" if parts.username else None
    headers = make_headers(proxy_basic_auth=who)
    connection = _connection(place.scheme, parts.hostname or "", parts.port or 80, place.host)
    if place.scheme == "http":
        return Way(connection, f"http://{place.authority}{place.target}", headers)
    connection.set_tunnel(place.host, place.port, headers)
    return Way(connection, place.target, {})


def _connection(scheme: str, address: str, port: int, host: str) -> HTTPConnection:
    """The certificate must be the host's, by its name, whatever address it is at."""
    if scheme == "http":
        return HTTPConnection(address, port, timeout=PATIENCE_SECONDS)
    context = ssl.create_default_context()
    return HTTPSConnection(address, port, timeout=PATIENCE_SECONDS, server_hostname=host, ssl_context=context)


def _target(parts: SplitResult) -> str:
    query = f"?{quote(parts.query, safe=_SPELLED)}" if parts.query else ""
    return quote(parts.path or "/", safe=_SPELLED) + query
