"""`sayso verify` on a record that is held in memory."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from sayso import terminal, verify_verb
from sayso.article import Span
from sayso.cli import app
from sayso.verifying import Verdict
from tests.record.printed import printed
from tests.verifying.orsa import BEFORE, MARKED, PLAIN, TITLE
from tests.verifying.shelf import Shelf

Sayso = Callable[..., Result]
URL = "https://orsa.example/dam"
OTHER = printed("<Ben Holt> {said} [no] and nothing more.", title="Wall at Orsa cracked in many places")


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> Shelf:
    shelf = Shelf()
    shelf.put("dam", BEFORE, URL)
    shelf.put("wall", OTHER)
    monkeypatch.setattr(verify_verb, "opened", shelf.opened)
    return shelf


@pytest.fixture
def sayso(shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sayso:
    """Run a command beside new.txt: the dam's article with one word changed and the last statement left out."""
    monkeypatch.chdir(tmp_path)
    paragraphs = [PLAIN[0].replace("will stay", "may stay"), *PLAIN[1:-1]]
    (tmp_path / "new.txt").write_text("\n\n".join([TITLE, *paragraphs]), "utf-8")
    return lambda *words: CliRunner().invoke(app, ["verify", *words])


def lines(result: Result) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_record_that_holds(sayso: Sayso) -> None:
    result = sayso()
    assert (result.exit_code, result.stdout) == (0, "8 statements in 2 articles verified\n")
    assert lines(sayso("--json")) == [{"articles": 2, "statements": 8, "faults": 0}]


def test_a_document_that_was_not_kept_is_no_fault(sayso: Sayso, shelf: Shelf) -> None:
    shelf.originals["dam"] = None
    assert sayso().exit_code == 0


def test_a_span_that_is_not_the_text_is_a_fault(sayso: Sayso, shelf: Shelf) -> None:
    held = shelf.holdings["wall"]
    said = held.statements[0].statement.attribution
    wrong = replace(held.statements[0].statement, attribution=replace(said, content=(Span(0, 3, "yes"),)))
    shelf.holdings["wall"] = replace(held, statements=(replace(held.statements[0], statement=wrong),))
    result = sayso()
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "wall.0: its content at 0:3 should read “yes”, not “Wal”",
        "8 statements in 2 articles verified, 1 fault",
    ]
    fault, summary = lines(sayso("--json"))
    assert (fault["article"], fault["statement"]) == ("wall", "wall.0")
    assert summary["faults"] == 1


def test_a_document_with_another_digest_is_a_fault(sayso: Sayso, shelf: Shelf) -> None:
    shelf.originals["dam"] = b"tampered with"
    result = sayso()
    assert result.exit_code == 1
    assert result.stdout.startswith("dam: the document that was kept has the digest ")


def test_a_new_capture_is_judged_statement_by_statement(sayso: Sayso) -> None:
    result = sayso("--against", "new.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("altered · speaker unknown ← Mayor Ana Ruiz · ")
    assert "\n  Mayor Ana Ruiz said on Monday that the old dam [-will-] {+may+} stay where it" in result.stdout
    assert result.stdout.endswith("\n\ndam: 5 moved, 1 altered, 1 gone\n")


def test_a_verdict_is_a_line_of_json(sayso: Sayso) -> None:
    found = lines(sayso("--against", "new.txt", "--json"))
    assert [one["standing"] for one in found] == ["altered", *["moved"] * 5, "gone"]
    assert [one["id"] for one in found] == [f"dam.{n}" for n in range(7)]
    assert found[0]["diff"] == [
        {"change": "equal", "text": "Mayor Ana Ruiz said on Monday that the old dam"},
        {"change": "delete", "text": " will"},
        {"change": "insert", "text": " may"},
        {"change": "equal", "text": " stay where it is for a hundred years"},
    ]
    assert all(one["now"] is None for one in (found[0], found[6]))


def test_the_same_page_again_is_all_well(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "same.txt").write_text("\n\n".join([TITLE, *PLAIN]), "utf-8")
    result = sayso("--against", "same.txt")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "dam: 7 verbatim")


def test_the_url_tells_the_article_whatever_its_title(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "\n\n".join([OTHER.article.title or "", *PLAIN]).encode()
    monkeypatch.setattr("sayso.sources.fetch", lambda url, most: page)
    assert sayso("--against", URL).stdout.splitlines()[-1] == "dam: 7 moved"


def test_of_several_captures_of_a_page_the_current_one_is_meant(
    sayso: Sayso, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put("older", printed(*MARKED[:2], title=TITLE), URL, is_current=False)
    monkeypatch.setattr("sayso.sources.fetch", lambda url, most: "\n\n".join([TITLE, *PLAIN]).encode())
    assert sayso("--against", URL).stdout.splitlines()[-1] == "dam: 7 verbatim"


def test_a_like_title_tells_the_article(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("\n\n".join(["Orsa dam may stay, mayor says", *PLAIN]), "utf-8")
    assert sayso("--against", "new.txt").stdout.splitlines()[-1] == "dam: 7 moved"


def test_it_does_not_guess_between_two(sayso: Sayso, shelf: Shelf) -> None:
    shelf.put("twin", printed("<Ben Holt> {said} [no].", title=TITLE))
    result = sayso("--against", "new.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "new.txt: it could be dam, twin; say which with --article ID\n"
    assert sayso("--against", "new.txt", "--article", "twin").stdout.splitlines()[-1] == "twin: 1 gone"


def test_what_is_like_nothing_on_the_record_is_wrong_use(sayso: Sayso, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("Harbour to close\n\nThe harbour will close in May, it was announced.", "utf-8")
    result = sayso("--against", "new.txt")
    assert result.exit_code == 2
    assert result.stderr == "new.txt: no article on the record is like it; say which with --article ID\n"
    result = sayso("--against", "new.txt", "--article", "nowhere")
    assert result.exit_code == 2
    assert "no article on the record has the id nowhere" in result.stderr


def test_wrong_use_is_told(sayso: Sayso, tmp_path: Path) -> None:
    assert sayso("--article", "dam").exit_code == 2
    (tmp_path / "old.txt").write_text("a", "utf-8")
    assert sayso("--against", ".").exit_code == 2


def test_on_a_terminal_changes_are_coloured_and_carry_no_signs(shelf: Shelf) -> None:
    console = Console(force_terminal=True, width=100, color_system="standard", record=True)
    diff = (("equal", "the dam"), ("delete", " will"), ("insert", " may"), ("equal", " stay"))
    row = shelf.held("dam").statements[0]
    with console.capture() as captured:
        terminal.show_verdict(console, row, Verdict(0, "altered", 5, 30, diff=diff))  # type: ignore[arg-type]
    assert "[-" not in captured.get()
    assert "\x1b[9;31mwill\x1b[0m" in captured.get()
