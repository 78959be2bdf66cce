"""`sayso versions`: the captures of a page, and what became of its statements from each to the next."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.data.analysis import Reading
from sayso.data.version import __version__
from sayso.record import Record
from sayso.verification.versions import changes
from tests.record.printed import printed, unmarked

READ_BY = f"sayso {__version__}, model 0123"
URL = "https://orsa.example/dam"
STAYS = "<Ana Ruiz> {said} [the old dam stays where it is]."
GOES = "<Ana Ruiz> {said} [the old dam goes where it is]."
NO = "<Ben Holt>, who keeps sheep in the valley, {said} [no]."
WATER = "Farmers came at noon. <Ben Holt> {told} them [that the water had never been so low]."


def captured(*paragraphs: str, name: str, url: str | None = URL) -> Reading:
    reading = printed(*paragraphs, name=name)
    document = replace(reading.article.document, url=url)
    return replace(reading, article=replace(reading.article, document=document), model="0123")


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


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SAYSO_RECORD", raising=False)
    return lambda *words: CliRunner().invoke(app, words)


@pytest.fixture
def keys(record: Record) -> list[str]:
    """The articles of three captures of one page."""
    return [record.add(reading).article for reading in (FIRST, SECOND, THIRD)]


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_the_captures_of_a_page_with_what_changed_between_them(sayso: Callable[..., Result], keys: list[str]) -> None:
    result = sayso("versions", URL)
    assert (result.exit_code, result.stdout) == (
        0,
        f"""\
2024-05-01 09:00:00+00:00 · {keys[0]} · first.html · {READ_BY}
  since then: 1 altered, 1 gone, 1 new

altered · Ana Ruiz
  Ana Ruiz said the old dam [-stays-] {{+goes+}} where it is
  body 17–60 → body 17–59 · {keys[0]}.0

gone · Ben Holt
  [Ben Holt] … (said) «no»
  body 63–111 · {keys[0]}.1

2024-05-02 09:00:00+00:00 · {keys[1]} · second.html · {READ_BY}
  since then: 2 moved

2024-05-03 09:00:00+00:00 · {keys[2]} · third.html · {READ_BY} · current
""",
    )
    assert all(sayso("versions", key).stdout == result.stdout for key in keys)


def test_a_capture_is_a_line_of_json(sayso: Callable[..., Result], keys: list[str]) -> None:
    first, second, third = lines(sayso("versions", keys[1], "--json"))
    assert [one["article"] for one in (first, second, third)] == keys
    assert [one["is_current"] for one in (first, second, third)] == [False, False, True]
    assert (first["changes"], first["new"]) == (None, None)
    assert [(one["id"], one["standing"]) for one in second["changes"]] == [
        (f"{keys[0]}.0", "altered"),
        (f"{keys[0]}.1", "gone"),
    ]
    assert second["new"] == [f"{keys[1]}.1"]
    assert ([one["standing"] for one in third["changes"]], third["new"]) == (["moved", "moved"], [])
    assert {key: value for key, value in third.items() if key not in ("changes", "new", "is_current")} == {
        "article": keys[2],
        "title": "The dam at Orsa",
        "document": {
            "name": "third.html",
            "url": URL,
            "media_type": "text/plain",
            "sha256": THIRD.article.document.sha256,
            "asked_url": None,
        },
        "captured_at": "2024-05-03T09:00:00+00:00",
        "read_by": READ_BY,
    }


def test_a_document_without_a_url_is_the_only_one_of_its_page(sayso: Callable[..., Result], record: Record) -> None:
    key = record.add(captured(STAYS, name="dam.txt", url=None)).article
    record.add(captured(GOES, name="dam.txt", url=None))
    (line,) = sayso("versions", key).stdout.splitlines()
    assert line == f"2024-05-01 09:00:00+00:00 · {key} · dam.txt · {READ_BY} · current"


@pytest.mark.parametrize("page", ["0123456789abcdef", "https://orsa.example/road"])
def test_a_page_that_is_not_on_the_record_is_wrong_use(
    sayso: Callable[..., Result], keys: list[str], page: str
) -> None:
    result = sayso("versions", page)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"no article on the record is {page}\n"


def test_what_only_another_model_finds_in_the_same_words_is_not_new(record: Record) -> None:
    few, many = captured(STAYS, unmarked(NO), name="few"), captured(STAYS, NO, name="many")
    before, after = (record.held(record.add(reading).article) for reading in (few, many))
    assert before.article.text == after.article.text
    assert (str(changes(before, after)), str(changes(after, before))) == ("1 verbatim", "2 verbatim")


def test_a_page_of_which_nothing_is_said(record: Record) -> None:
    silent, spoken = captured("It rained.", name="silent"), captured(STAYS, name="spoken")
    before, after = (record.held(record.add(reading).article) for reading in (silent, spoken))
    assert [str(changes(*two)) for two in ((before, after), (after, before), (before, before))] == [
        *("1 new", "1 gone", "no statements"),
    ]


def test_a_statement_that_lost_its_words_is_compared_with_nothing(
    sayso: Callable[..., Result], keys: list[str], tmp_path: Path
) -> None:
    with closing(sqlite3.connect(tmp_path / "sayso.db")) as connection:
        said = "part = 'content' AND statement_id = (SELECT id FROM statements WHERE content = 'no')"
        connection.execute(f"UPDATE spans SET start_char = 9999, end_char = -5 WHERE {said}")
        connection.commit()
    (tmp_path / "new.txt").write_text(FIRST.article.text, "utf-8")
    for words in (("versions", URL), ("verify", "--against", "new.txt", "--article", keys[0])):
        result = sayso(*words)
        assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
        assert result.stderr.startswith(f"{keys[0]}.1: its content at 9999:-5 should read “no”, not “”")
