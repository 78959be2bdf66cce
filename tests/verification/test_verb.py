"""`sayso verify` on a record, as it was written and after its file was tampered with."""

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from sayso import terminal
from sayso.cli import app
from sayso.data.analysis import Reading
from sayso.data.found import Found
from sayso.record import Record
from sayso.record.store.packing import pack, teach
from sayso.verification import Verdict
from tests.record.printed import printed
from tests.verification.orsa import BEFORE, MARKED, PLAIN, TITLE

Sayso = Callable[..., Result]
URL = "https://orsa.example/dam"
OF = "AND statement_id IN (SELECT s.id FROM statements s JOIN articles a ON a.id = s.article_id WHERE a.key = ?)"
OTHER = printed("<Ben Holt> {said} [no] and nothing more.", title="Wall at Orsa cracked in many places")


def put(record: Record, reading: Reading, *, url: str | None = None) -> str:
    """Put a reading on the record with a document that has its digest; returns the article's key."""
    content = reading.article.text.encode()
    document = replace(reading.article.document, url=url, sha256=sha256(content).hexdigest())
    return record.add(replace(reading, article=replace(reading.article, document=document)), content=content).article


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "sayso.db") as record:
        yield record


@pytest.fixture
def dam(record: Record) -> str:
    return put(record, BEFORE, url=URL)


@pytest.fixture
def wall(record: Record) -> str:
    return put(record, OTHER)


@pytest.fixture
def sayso(dam: str, wall: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """Run a command beside new.txt: the dam's article with one word changed and the last statement left out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)
    paragraphs = [PLAIN[0].replace("will stay", "may stay"), *PLAIN[1:-1]]
    (tmp_path / "new.txt").write_text("\n\n".join([TITLE, *paragraphs]), "utf-8")
    return lambda *words: CliRunner().invoke(app, ["verify", *words])


@pytest.fixture
def tamper(tmp_path: Path) -> Callable[..., None]:
    """Change the file behind the record's back."""

    def change(command: str, *values: object) -> None:
        with closing(sqlite3.connect(tmp_path / "sayso.db")) as connection:
            teach(connection)
            assert connection.execute(command, values).rowcount == 1
            connection.commit()

    return change


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_record_that_holds(sayso: Sayso) -> None:
    result = sayso()
    assert (result.exit_code, result.stdout) == (0, "8 statements in 2 articles verified\n")
    assert lines(sayso("--json")) == [{"articles": 2, "statements": 8, "digests": 0, "faults": 0}]


def test_a_document_that_was_not_kept_is_no_fault(sayso: Sayso, dam: str, tamper: Callable[..., None]) -> None:
    tamper("UPDATE documents SET content = NULL WHERE sha256 LIKE ?", f"{dam}%")
    assert sayso().exit_code == 0


def test_a_span_that_is_not_the_text_is_a_fault(sayso: Sayso, wall: str, tamper: Callable[..., None]) -> None:
    tamper("UPDATE spans SET text = 'yes' WHERE part = 'content' " + OF, wall)
    result = sayso()
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        f"{wall}.0: its content at 51:53 should read “yes”, not “no”",
        "8 statements in 2 articles verified, 1 fault",
    ]
    fault, summary = lines(sayso("--json"))
    assert (fault["article"], fault["statement"]) == (wall, f"{wall}.0")
    assert summary["faults"] == 1


def test_an_article_whose_text_was_changed_is_found_out(sayso: Sayso, wall: str, tamper: Callable[..., None]) -> None:
    tamper("UPDATE articles SET text = ? WHERE key = ?", pack(OTHER.article.text.replace("said no", "said so")), wall)
    assert f"\n{wall}.0: its content at 51:53 should read “no”, not “so”\n" in sayso().stdout


def test_a_document_with_another_digest_is_a_fault(sayso: Sayso, dam: str, tamper: Callable[..., None]) -> None:
    tamper("UPDATE documents SET content = ? WHERE sha256 LIKE ?", zlib.compress(b"tampered with"), f"{dam}%")
    result = sayso()
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{dam}: the document that was kept has the digest ")


def test_a_document_that_cannot_be_unpacked_is_a_fault(sayso: Sayso, dam: str, tamper: Callable[..., None]) -> None:
    tamper("UPDATE documents SET content = ? WHERE sha256 LIKE ?", b"no longer compressed", f"{dam}%")
    result = sayso()
    assert (result.exit_code, result.stdout.count("\n")) == (1, 2)
    assert result.stdout.startswith(f"{dam}: the document that was kept cannot be unpacked: ")
    assert result.stdout.endswith("8 statements in 2 articles verified, 1 fault\n")


def test_a_document_that_unpacks_to_gigabytes_is_a_fault(sayso: Sayso, dam: str, tamper: Callable[..., None]) -> None:
    """Somebody else's record may hold a bomb; no more is unpacked than a document may have."""
    packer = zlib.compressobj(9)
    bomb = b"".join([*(packer.compress(bytes(1_000_000)) for _ in range(100)), packer.flush()])
    tamper("UPDATE documents SET content = ? WHERE sha256 LIKE ?", bomb, f"{dam}%")
    told = "the document that was kept cannot be unpacked: it has more than 20 MB"
    assert sayso().stdout.startswith(f"{dam}: {told}\n")


def test_a_new_capture_is_judged_statement_by_statement(sayso: Sayso, dam: str) -> None:
    result = sayso("--against", "new.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("altered · speaker unknown ← Mayor Ana Ruiz · ")
    assert "\n  Mayor Ana Ruiz said on Monday that the old dam [-will-] {+may+} stay where it" in result.stdout
    assert result.stdout.endswith(f"\n\n{dam}: 5 moved, 1 altered, 1 gone\n")


def test_a_verdict_is_a_line_of_json(sayso: Sayso, dam: str) -> None:
    found = lines(sayso("--against", "new.txt", "--json"))
    assert [one["standing"] for one in found] == ["altered", *["moved"] * 5, "gone"]
    assert [one["id"] for one in found] == [f"{dam}.{n}" for n in range(7)]
    assert found[0]["diff"] == [
        {"change": "equal", "text": "Mayor Ana Ruiz said on Monday that the old dam"},
        {"change": "delete", "text": " will"},
        {"change": "insert", "text": " may"},
        {"change": "equal", "text": " stay where it is for a hundred years"},
    ]
    assert all(one["now"] is None for one in (found[0], found[6]))


def test_the_same_page_again_is_all_well(sayso: Sayso, dam: str, tmp_path: Path) -> None:
    (tmp_path / "same.txt").write_text("\n\n".join([TITLE, *PLAIN]), "utf-8")
    result = sayso("--against", "same.txt")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, f"{dam}: 7 verbatim")


def test_the_url_tells_the_article_whatever_its_title(sayso: Sayso, dam: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "\n\n".join([OTHER.article.title or "", *PLAIN]).encode()
    monkeypatch.setattr("sayso.ingest.web.fetch", lambda url, most, **_: Found(page, url))
    assert sayso("--against", URL).stdout.splitlines()[-1] == f"{dam}: 7 moved"


def test_of_several_captures_of_a_page_the_current_one_is_meant(
    sayso: Sayso, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = put(record, printed(*MARKED[:2], title=TITLE), url=URL)
    page = "\n\n".join([TITLE, *PLAIN]).encode()
    monkeypatch.setattr("sayso.ingest.web.fetch", lambda url, most, **_: Found(page, url))
    assert sayso("--against", URL).stdout.splitlines()[-1] == f"{newer}: 2 verbatim"


def test_a_like_title_tells_the_article(sayso: Sayso, dam: str, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("\n\n".join(["Orsa dam may stay, mayor says", *PLAIN]), "utf-8")
    assert sayso("--against", "new.txt").stdout.splitlines()[-1] == f"{dam}: 7 moved"


def test_it_does_not_guess_between_two(sayso: Sayso, record: Record, dam: str) -> None:
    twin = put(record, printed("<Ben Holt> {said} [no].", title=TITLE))
    result = sayso("--against", "new.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"new.txt: it could be {', '.join(sorted((dam, twin)))}; say which with --article ID\n"
    assert sayso("--against", "new.txt", "--article", twin).stdout.splitlines()[-1] == f"{twin}: 1 gone"


def test_what_is_like_nothing_on_the_record_is_wrong_use(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Harbour to close\n\nThe harbour will close in May, it was announced.", "utf-8")
    result = sayso("--against", "new.txt")
    assert result.exit_code == 2
    assert result.stderr == "new.txt: no article on the record is like it; say which with --article ID\n"
    result = sayso("--against", "new.txt", "--article", "nowhere")
    assert result.exit_code == 2
    assert "no article on the record has the id nowhere" in result.stderr


def test_wrong_use_is_told(sayso: Sayso, dam: str, tmp_path: Path) -> None:
    assert sayso("--article", dam).exit_code == 2
    (tmp_path / "old.txt").write_text("a", "utf-8")
    assert sayso("--against", ".").exit_code == 2


def test_on_a_terminal_changes_are_coloured_and_carry_no_signs(record: Record, dam: str) -> None:
    console = Console(force_terminal=True, width=100, color_system="standard", record=True)
    diff = (("equal", "the dam"), ("delete", " will"), ("insert", " may"), ("equal", " stay"))
    row = record.held(dam).statements[0]
    with console.capture() as captured:
        terminal.show_verdict(console, row, Verdict(0, "altered", 5, 30, diff=diff))  # type: ignore[arg-type]
    assert "[-" not in captured.get()
    assert "\x1b[9;31mwill\x1b[0m" in captured.get()
