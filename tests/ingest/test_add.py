"""A page that is captured again: `sayso add` tells what became of the statements of the capture before."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from errno import ENOMEM
from functools import partial
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.data.analysis import Reading
from sayso.data.errors import Exhausted
from sayso.data.found import Found
from sayso.data.outcome import Outcome
from sayso.ingest.add import add_all
from sayso.ingest.sources import Source
from sayso.record import Record
from tests.record.printed import printed

URL = "https://orsa.example/dam"
STAYS = "<Ana Ruiz> {said} [the old dam stays where it is]."
GOES = "<Ana Ruiz> {said} [the old dam goes where it is]."
NO = "<Ben Holt>, who keeps sheep in the valley, {said} [no]."
WATER = "Farmers came at noon. <Ben Holt> {told} them [that the water had never been so low]."


def captured(*paragraphs: str, name: str, url: str | None = URL) -> Reading:
    """The reading of a document whose bytes are its name."""
    reading = printed(*paragraphs, name=name)
    document = replace(reading.article.document, url=url, sha256=sha256(name.encode()).hexdigest())
    return replace(reading, article=replace(reading.article, document=document))


FIRST, SECOND, THIRD = (
    captured(STAYS, NO, name="first.html"),
    captured(GOES, WATER, name="second.html"),
    captured("It rained.", GOES, WATER, name="third.html"),
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    days = iter(range(1, 30))
    with Record(tmp_path / "sayso.db", clock=lambda: datetime(2024, 5, next(days), 9, tzinfo=UTC)) as record:
        yield record


def added(record: Record, *readings: Reading, again: bool = False) -> list[Outcome]:
    """What `sayso add` makes of documents in which these readings are found."""
    documents = {reading.article.document.name: reading for reading in readings}

    def read(found: Found, name: str) -> Reading:
        return documents[name]

    sources = [
        Source(name, partial(Found, name.encode(), reading.article.document.url)) for name, reading in documents.items()
    ]
    return list(add_all(sources, record, read, again=again))


def test_a_new_capture_tells_what_changed_since_the_one_before(record: Record) -> None:
    assert [outcome.changed for outcome in added(record, FIRST, SECOND, THIRD)] == [
        None,
        "1 altered, 1 gone, 1 new since 2024-05-01T09:00:00+00:00",
        "2 moved since 2024-05-02T09:00:00+00:00",
    ]


def test_what_is_read_again_is_no_new_capture(record: Record) -> None:
    assert added(record, FIRST, SECOND)[1].changed
    for again in (True, False):
        assert [outcome.changed for outcome in added(record, SECOND, again=again)] == [None]


def test_a_page_that_goes_back_has_changed_though_its_words_are_known(record: Record) -> None:
    added(record, FIRST, SECOND)
    (back,) = added(record, FIRST)
    assert (back.state, back.statements) == ("already there", 0)
    assert back.changed == "1 altered, 1 gone, 1 new since 2024-05-02T09:00:00+00:00"
    assert len(record.versions(URL)) == 3


def test_of_a_document_without_a_url_the_record_is_not_asked(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Record, "versions", lambda *_: pytest.fail("asked"))
    readings = [captured(said, name=name, url=None) for said, name in ((STAYS, "a.txt"), (GOES, "b.txt"))]
    assert [outcome.changed for outcome in added(record, *readings)] == [None, None]


@pytest.mark.parametrize("gone", [MemoryError(), OSError(ENOMEM, "no"), RuntimeError("can't start new thread")])
def test_where_memory_runs_out_the_run_ends_and_what_was_read_is_kept(record: Record, gone: Exception) -> None:
    def read(found: Found, name: str) -> Reading:
        if name == "second.html":
            raise gone
        return FIRST

    sources = [Source(name, partial(Found, name.encode())) for name in ("first.html", "second.html")]
    outcomes: list[Outcome] = []
    with pytest.raises(Exhausted, match="there is too little memory to go on"):
        outcomes.extend(add_all(sources, record, read, jobs=1))
    assert ([one.state for one in outcomes], record.count()[0], list(record.failures())) == (["added"], 1, [])


def test_where_the_capture_before_is_damaged_that_is_told_and_the_run_goes_on(record: Record, tmp_path: Path) -> None:
    key = record.add(FIRST).article
    with closing(sqlite3.connect(tmp_path / "sayso.db")) as connection:
        said = "part = 'content' AND statement_id = (SELECT id FROM statements WHERE content = 'no')"
        connection.execute(f"UPDATE spans SET start_char = 9999, end_char = -5 WHERE {said}")
        connection.commit()
    second, third = added(record, SECOND, THIRD)
    assert (second.state, third.changed) == ("added", "2 moved since 2024-05-02T09:00:00+00:00")
    assert (second.changed or "").startswith(f"{key}.1: its content at 9999:-5 should read “no”, not “”")


PAGE = """Ruiz: Dam Must Stay

Mayor Ana Ruiz said on Monday that the old dam would stay where it is for a hundred years.

“We will not sign,” Ruiz said.
"""


class Site(BaseHTTPRequestHandler):
    """A site of one page, which its editor changes."""

    page = PAGE

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(Site.page.encode())

    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr(Site, "page", PAGE)
    server = HTTPServer(("127.0.0.1", 0), Site)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/dam"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)
    return lambda *words: CliRunner().invoke(app, words)


@pytest.mark.slow
def test_a_page_that_an_editor_changes(sayso: Callable[..., Result], page: str, tmp_path: Path) -> None:
    assert sayso("add", "--allow-private", page).stderr == ""
    Site.page = PAGE.replace("would stay", "may stay")
    changed = sayso("add", "--allow-private", page)
    assert (changed.exit_code, changed.stdout) == (0, "1 added\n")
    with Record(tmp_path / "sayso.db") as record:
        first, second = record.versions(page)
    assert changed.stderr == f"{page}: 1 verbatim, 1 moved, 1 altered since {first.captured_at}\n"
    assert "the old dam [-would-] {+may+} stay where it is" in sayso("versions", page).stdout
    Site.page = PAGE.replace("said on Monday", "says")
    told = sayso("add", "--allow-private", page, "--json")
    assert json.loads(told.stdout)["changed"].endswith(f" since {second.captured_at}")
    assert told.stderr == ""
