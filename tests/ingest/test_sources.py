"""What the user names becomes documents, bounded in size and time, one failure a line."""

import io
import os
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from sayso.data.errors import Unreadable
from sayso.data.limits import MOST_BYTES
from sayso.ingest.found import Found
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
    assert (source.load(), notes) == (Found(b"Rain."), [])


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
    assert (source.name, source.load()) == ("-", Found(b"Rain."))
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(bytes(MOST_BYTES + 1))))
    (source,), _ = named("-")
    with pytest.raises(Unreadable, match="larger than"):
        source.load()


def test_an_error_that_nobody_foresaw_costs_one_document_one_line() -> None:
    def work() -> None:
        raise ZeroDivisionError("division by zero")

    with pytest.raises(Unreadable, match=r"dam\.txt: sayso itself failed on it: ZeroDivisionError: division by zero"):
        tried("dam.txt", work)


@pytest.mark.parametrize("address", ["ftp://orsa.example/dam", "file:///etc/hostname", "GOPHER://orsa.example/"])
def test_of_the_web_only_http_is_fetched(address: str) -> None:
    (source,), _ = named(address)
    with pytest.raises(Unreadable, match="only http and https are fetched, not"):
        source.load()
