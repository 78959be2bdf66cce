"""What the user names becomes documents, bounded in size and time, one failure a line."""

import io
import os
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from types import SimpleNamespace

import pytest

from sayso.data.errors import Unreadable
from sayso.data.limits import MOST_BYTES
from sayso.ingest.sources import Source, sources, tried


def named(*places: object) -> tuple[list[Source], list[str]]:
    notes: list[str] = []
    return list(sources(map(str, places), notes.append)), notes


def test_a_directory_gives_its_documents_at_any_depth_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.HTML", "a/y.htm", "c.xhtml", "photo.jpg", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found, notes = named(tmp_path)
    assert [Path(source.name).relative_to(tmp_path).as_posix() for source in found] == [
        *("b.txt", "c.xhtml", "a/y.htm", "a/z.HTML"),
    ]
    assert notes == [f"{tmp_path}: 2 other files passed over; only .txt .html .htm .xhtml are read from a directory"]


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "article.asp").write_bytes(b"Rain.")
    (source,), notes = named(tmp_path / "article.asp")
    assert (source.load(), notes) == (b"Rain.", [])


def test_a_file_that_is_not_there_fails_when_its_turn_comes(tmp_path: Path) -> None:
    (source,), _ = named(tmp_path / "gone.txt")
    with pytest.raises(Unreadable, match=r"gone\.txt: no such file or directory"):
        tried(source.name, source.load)


def test_a_file_too_large_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 10**12)
    (source,), _ = named(huge)
    with pytest.raises(Unreadable, match=r"huge\.txt: it is larger than 20 MB"):
        source.load()


def test_standard_input_is_read_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Rain.")))
    (source,), _ = named("-")
    assert (source.name, source.load()) == ("-", b"Rain.")
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(bytes(MOST_BYTES + 1))))
    (source,), _ = named("-")
    with pytest.raises(Unreadable, match="larger than"):
        source.load()


def test_an_error_that_nobody_foresaw_costs_one_document_one_line() -> None:
    def work() -> None:
        raise ZeroDivisionError("division by zero")

    with pytest.raises(Unreadable, match=r"dam\.txt: sayso itself failed on it: ZeroDivisionError: division by zero"):
        tried("dam.txt", work)


class Site(BaseHTTPRequestHandler):
    """A news site of three pages, one of which is elsewhere and one where it should not be."""

    def do_GET(self) -> None:
        if self.path == "/dam":
            self.answer(200, b"<p>Rain.</p>")
        elif self.path == "/moved":
            self.answer(302, b"", "/dam")
        elif self.path == "/thief":
            self.answer(302, b"", "file:///etc/hostname")
        elif self.path == "/huge":
            self.answer(200, bytes(MOST_BYTES + 10))
        else:
            self.answer(404, b"")

    def answer(self, status: int, body: bytes, location: str | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        try:
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # who has seen enough may hang up

    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_page_is_fetched_and_keeps_the_url_that_the_user_named(site: str) -> None:
    (page, moved), _ = named(f"{site}/dam", f"{site}/moved")
    assert (page.url, page.load()) == (f"{site}/dam", b"<p>Rain.</p>")
    assert (moved.url, moved.load()) == (f"{site}/moved", b"<p>Rain.</p>")


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/gone", "the server answers 404 Not Found"),
        ("/huge", "larger than 20 MB"),
        ("/thief", "the server answers 302 .*Redirection to url 'file:///etc/hostname' is not allowed"),
    ],
)
def test_a_page_that_does_not_come_is_one_line(site: str, path: str, why: str) -> None:
    (source,), _ = named(site + path)
    with pytest.raises(Unreadable, match=why):
        source.load()


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://[::bad/", "https://"])
def test_a_site_that_cannot_be_reached_is_one_line(url: str) -> None:
    (source,), _ = named(url)
    with pytest.raises(Unreadable):
        source.load()
