"""A page comes whole, in time and from where it may be fetched, or it is one line."""

import gzip
import socket
import time
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.ingest import route
from sayso.ingest.addresses import is_public
from sayso.ingest.fetch import fetch
from tests.ingest.certificate import server_context
from tests.ingest.site import drips, leads, says, site

MOST = 100_000
# Without a time stamp, so that the tests have the same names in every process.
packed = partial(gzip.compress, mtime=0)
OK = b"HTTP/1.1 200 OK\r\n"
PACKED = packed(b"<p>Rain.</p>" * 1000)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the environment of the tests says."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def fetched(answer: bytes) -> Found:
    with site(says(answer)) as url:
        return fetch(f"{url}/dam", MOST, allow_private=True, seconds=20)


def refused(url: str, **options: Any) -> str:
    with pytest.raises(Unreadable) as raised:
        fetch(url, MOST, **{"seconds": 20, **options})
    assert raised.value.document_name == url
    assert "\n" not in raised.value.why
    return raised.value.why


@pytest.mark.parametrize(
    "answer",
    [
        b"Content-Length: 5\r\n\r\nRain.",
        b"Content-Length: 5\r\n\r\nRain. And more that was not announced",
        b"\r\nRain.",
        b"Transfer-Encoding: chunked\r\n\r\n2\r\nRa\r\n3\r\nin.\r\n0\r\n\r\n",
        b"Content-Encoding: gzip\r\n\r\n" + packed(b"Ra") + packed(b"in."),
        b"Content-Encoding: identity\r\n\r\nRain.",
    ],
)
def test_a_page_comes_in_any_wrapping(answer: bytes) -> None:
    assert fetched(OK + answer).content == b"Rain."


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (OK + b"Content-Length: 500\r\n\r\nHalf a page", "11 bytes read, 489 more expected"),
        (b"HTTP/1.1 206 Partial Content\r\nContent-Length: 5\r\n\r\nRain.", "a part of the page only"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n5\r\nRain.\r\n", "ended prematurely"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n50\r\nRain.\r\n", "cannot be fetched"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nRain.\r\n", "cannot be fetched"),
        (OK + b"Content-Encoding: gzip\r\n\r\n" + PACKED[:-9], "its end has not come"),
        (OK + b"Content-Encoding: gzip\r\n\r\n" + PACKED[:-8] + b"wrong---", "packed as gzip, and broken"),
        (OK + b"Content-Encoding: gzip\r\n\r\nno gzip at all", "packed as gzip, and broken"),
        (OK + b"Content-Encoding: br\r\n\r\n\x8b\x02\x80Rain.\x03", "packed as br, which was not asked for"),
        (OK + b"Content-Length: 5\r\nContent-Length: 7\r\n\r\nRain...", "cannot be fetched"),
        (b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", "the server answers 404 Not Found"),
        (b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", "the server answers 302 Found"),
        (b"220 ftp.orsa.example ready\r\n", "cannot be fetched"),
        (b"", "cannot be fetched"),
    ],
)
def test_half_a_page_is_no_evidence(answer: bytes, why: str) -> None:
    with site(says(answer)) as url:
        assert why in refused(f"{url}/dam", allow_private=True)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("first", "drop"),
    [
        (b"", b"H"),
        (b"HTTP/1.1 200 OK\r\nX-Slow: ", b"a"),
        (OK + b"\r\n", b"a"),
        (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
    ],
)
def test_one_deadline_for_all_of_a_fetch(first: bytes, drop: bytes) -> None:
    with site(drips(first, drop)) as url:
        started = time.monotonic()
        assert refused(f"{url}/dam", allow_private=True, seconds=1) == "it has not come whole in 1 seconds"
        assert time.monotonic() - started < 8


@pytest.mark.parametrize("head", [b"\r\n", b"Content-Encoding: gzip\r\n\r\n"])
def test_no_more_is_taken_than_is_wanted(head: bytes) -> None:
    body = packed(bytes(50_000_000)) if b"gzip" in head else bytes(50_000_000)
    assert len(fetched(OK + head + body).content) == MOST + 1


def test_the_address_is_where_the_words_came_from() -> None:
    with site(leads({"/a": "/b", "/b": "c?d=e f#g"})) as url:
        found = fetch(f"{url}/a", MOST, allow_private=True)
        assert found == Found(b"Rain.", f"{url}/c?d=e f#g", asked_url=f"{url}/a")


def test_it_is_not_led_in_circles() -> None:
    with site(leads({"/a": "/b", "/b": "/a"})) as url:
        assert refused(f"{url}/a", allow_private=True) == "it leads on more than 10 times"


@pytest.mark.parametrize(
    ("header", "charset"),
    [
        ("text/html; charset=windows-1251", "windows-1251"),
        ('text/html;x=y; Charset="koi8-r"', "koi8-r"),
        ("text/html", None),
        ("text/html; charset=", None),
    ],
)
def test_the_server_tells_the_encoding(header: str, charset: str | None) -> None:
    assert fetched(OK + f"Content-Type: {header}\r\n\r\nRain.".encode()).charset == charset


LOCAL = [
    *("127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0x7f.0.0.1", "0", "0.0.0.0", "127.8.9.10"),
    *(
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
    ),
    *("localhost", "LOCALHOST", "localhost.", "127。0。0。1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ"),
    *("10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "100.100.100.200", "169.254.169.254", "2852039166"),
    *("[fe80::1]", "[fd00:ec2::254]", "[fec0::1]", "[::ffff:169.254.169.254]", "168.63.129.16", "192.0.0.192"),
    *("224.0.0.1", "255.255.255.255", "240.0.0.1", "[ff02::1]"),
]


@pytest.mark.parametrize("host", LOCAL)
def test_this_machine_and_its_network_are_not_fetched_from_however_they_are_spelled(host: str) -> None:
    """Where a system does not know such a spelling there is nowhere to fetch from."""
    why = refused(f"http://{host}:1/")
    assert "--allow-private" in why or "is not known" in why


@pytest.mark.parametrize("to", ["http://169.254.169.254/latest", "http://2852039166/", "//[::ffff:169.254.169.254]/"])
def test_nor_when_a_page_leads_there(to: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page's own site passes for public here."""
    monkeypatch.setattr(route, "is_public", lambda address: address == "127.0.0.1" or is_public(address))
    with site(leads({"/a": to})) as url:
        assert "is on this machine or its own network" in refused(f"{url}/a")


@pytest.mark.parametrize("to", ["file:///etc/hostname", "ftp://orsa.example/", "data:text/plain,Rain.", "gopher://x/"])
def test_it_is_not_led_out_of_the_web(to: str) -> None:
    with site(leads({"/a": to})) as url:
        assert "only http and https are fetched" in refused(f"{url}/a", allow_private=True)


def test_a_name_is_looked_up_once_and_what_was_looked_at_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that gives a public address first and a private one after it gains nothing."""
    asked, connected = [], []

    def looked_up(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        address = "93.184.215.14" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(place: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        connected.append(place[0])
        raise OSError("not in a test")

    monkeypatch.setattr("sayso.ingest.addresses.socket.getaddrinfo", looked_up)
    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    assert "cannot be fetched" in refused("http://orsa.example/")
    assert (asked, connected) == (["orsa.example"], ["93.184.215.14"])


def test_a_proxy_is_used_where_the_environment_names_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """It looks up the name, which nobody knows here; it does not lead to this machine all the same."""
    asked = []

    def talk(connection: socket.socket, target: str) -> None:
        asked.append(target)
        says(OK + b"Content-Length: 5\r\n\r\nRain.")(connection, target)

    with site(talk) as proxy:
        monkeypatch.setenv("http_proxy", proxy)
        assert fetch("http://orsa.invalid/dam?a=b", MOST).content == b"Rain."
        assert "--allow-private" in refused("http://169.254.169.254/")
    assert asked == ["http://orsa.invalid/dam?a=b"]


def test_one_private_address_among_a_names_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(2, 1, 6, "", (address, 80)) for address in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr("sayso.ingest.addresses.socket.getaddrinfo", lambda *_, **__: found)
    assert "--allow-private" in refused("http://orsa.example/")


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:93.184.215.14"])
def test_the_open_internet_is_open(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url", ["http://[::bad/", "https://", "http://", "http://a:99999/", "http:///x", "https://..", "http://a:b@c/"]
)
def test_what_is_no_address_is_one_line(url: str) -> None:
    assert refused(url)


def test_a_site_that_cannot_be_reached_is_one_line() -> None:
    assert "cannot be fetched" in refused("http://127.0.0.1:1/", allow_private=True)


HOST = "post.example"


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """HOST is a name of this machine's."""
    monkeypatch.setattr(route, "looked_up", lambda *_: ["127.0.0.1"])


@pytest.mark.usefixtures("known")
def test_over_tls_a_page_comes_from_who_has_the_host_s_certificate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls = server_context(tmp_path, HOST)
    with site(says(OK + b"Content-Length: 5\r\n\r\nRain."), tls, HOST) as url:
        assert "certificate" in refused(url, allow_private=True)
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        assert fetch(url, MOST, allow_private=True, seconds=20).content == b"Rain."
        other = url.replace(HOST, "mira.example")
        assert "match" in refused(other, allow_private=True) or "certificate" in refused(other, allow_private=True)


@pytest.mark.usefixtures("known")
def test_over_tls_an_old_certificate_or_plain_words_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls = server_context(tmp_path, HOST, days=-1)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
    with site(says(OK + b"Content-Length: 5\r\n\r\nRain."), tls, HOST) as url:
        assert "expired" in refused(url, allow_private=True)
    with site(says(OK + b"Content-Length: 5\r\n\r\nRain."), host=HOST) as url:
        assert refused(url.replace("http:", "https:"), allow_private=True, seconds=2)


def test_the_address_that_was_asked_for_stands_beside_the_one_it_came_from() -> None:
    with site(leads({"/old": "/new"})) as url:
        found = fetch(f"{url}/old", MOST, allow_private=True, seconds=20)
        assert (found.url, found.asked_url) == (f"{url}/new", f"{url}/old")
        assert fetch(f"{url}/new", MOST, allow_private=True, seconds=20).asked_url is None
