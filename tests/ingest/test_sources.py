"""What the user names becomes documents, bounded in size and time, one failure a line."""

import io
import os
import socket
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.data.errors import Unreadable
from sayso.data.found import Found, Given
from sayso.data.limits import MOST_BYTES
from sayso.ingest.sources import Source, Sources, origin, tried
from tests.ingest.site import site
from tests.inputs import made


def named(*places: object) -> list[Source]:
    return list(Sources([*map(str, places)]))


def test_a_directory_gives_its_documents_at_any_depth_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.HTML", "a/y.htm", "c.xhtml", "photo.jpg", "notes.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    found = {Path(source.name).relative_to(tmp_path).as_posix(): source.passed_over for source in named(tmp_path)}
    assert list(found) == ["b.txt", "c.xhtml", "notes.md", "photo.jpg", "a/y.htm", "a/z.HTML"]
    assert {name: what for name, what in found.items() if what} == {
        "notes.md": "file named .md",
        "photo.jpg": "file named .jpg",
    }


def test_a_file_in_a_directory_is_what_its_content_says(tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(made.letter())
    (tmp_path / "page.dat").write_bytes(made.page())
    (tmp_path / "page.txt").write_bytes(b"\x89PNG\r\n")
    assert [source.passed_over for source in named(tmp_path)] == [None, None, "PNG picture"]


def test_an_archive_is_gone_through_and_tells_how_far_it_is(tmp_path: Path) -> None:
    (tmp_path / "box.zip").write_bytes(made.zipped({"a.html": made.page(), "b.png": b"\x89PNG", "c.html": made.page()}))
    (tmp_path / "d.html").write_bytes(made.page())
    documents = Sources([str(tmp_path)])
    found = list(documents)
    assert [Path(source.name).name for source in found] == ["a.html", "b.png", "c.html", "d.html"]
    assert found[-1].done == documents.size
    assert [origin(source.name) for source in found] == [str(tmp_path / "box.zip")] * 3 + [str(tmp_path / "d.html")]


def test_what_the_user_knows_goes_with_every_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"Rain.")
    known = Given(outlet="The Orsa Post", found_in="an option")
    (source,) = Sources([str(tmp_path)], url="https://orsa.example/rain", given=known)
    found = source.load()
    assert (found.url, found.given.outlet) == ("https://orsa.example/rain", "The Orsa Post")


def test_a_list_of_addresses_is_followed_only_where_that_is_asked_for(tmp_path: Path) -> None:
    pages = {"/feed": b"<rss><channel><item><link>%s/a</link></item><item><link>%s/gone</link></item></channel></rss>"}

    def talk(connection: socket.socket, path: str) -> None:
        if path == "/gone":
            connection.sendall(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
        else:
            body = pages[path] % (home.encode(), home.encode()) if path in pages else made.page()
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))

    with site(talk) as home:
        (tmp_path / "list.txt").write_text(f"{home}/feed\n")
        (refused,) = named(tmp_path / "list.txt")
        with pytest.raises(Unreadable, match="it lists addresses and no article; --follow fetches them"):
            refused.load()
        page, gone = Sources([str(tmp_path / "list.txt")], allow_private=True, follow=True)
        assert page.load().content == made.page()
        with pytest.raises(Unreadable, match="the server answers 404"):
            gone.load()
        (private,) = Sources([f"{home}/a"], follow=True)
        with pytest.raises(Unreadable, match="--allow-private"):
            private.load()


def test_a_file_that_is_named_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "article.asp").write_bytes(b"Rain.")
    (source,) = named(tmp_path / "article.asp")
    assert source.load() == Found(b"Rain.")


def test_a_file_that_is_not_there_fails_when_its_turn_comes(tmp_path: Path) -> None:
    (source,) = named(tmp_path / "gone.txt")
    with pytest.raises(Unreadable, match=r"gone\.txt: no such file or directory"):
        tried(source.name, source.load)


def test_a_file_too_large_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        os.truncate(file.fileno(), 10**12)
    (source,) = named(huge)
    with pytest.raises(Unreadable, match=r"huge\.txt: it is larger than 20 MB"):
        source.load()


def test_standard_input_is_read_and_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Rain.")))
    (source,) = named("-")
    assert (source.name, source.load()) == ("-", Found(b"Rain."))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(bytes(MOST_BYTES + 1))))
    (source,) = named("-")
    with pytest.raises(Unreadable, match="larger than"):
        source.load()


def test_an_error_that_nobody_foresaw_costs_one_document_one_line() -> None:
    def work() -> None:
        raise ZeroDivisionError("division by zero")

    with pytest.raises(Unreadable, match=r"dam\.txt: sayso itself failed on it: ZeroDivisionError: division by zero"):
        tried("dam.txt", work)


@pytest.mark.parametrize("address", ["ftp://orsa.example/dam", "file:///etc/hostname", "GOPHER://orsa.example/"])
def test_of_the_web_only_http_is_fetched(address: str) -> None:
    (source,) = named(address)
    with pytest.raises(Unreadable, match="only http and https are fetched, not"):
        source.load()
