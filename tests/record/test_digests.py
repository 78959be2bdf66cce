"""`--keep digests` on both databases: nowhere a word, and every door says so; the page given again proves them."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from sayso.cli import app
from sayso.data.analysis import Reading
from sayso.export import lines
from sayso.record import Record
from sayso.serialise import archive
from sayso.serving.web.app import make_app
from sayso.text.digests import in_digests
from tests.record.conftest import Places
from tests.record.printed import printed

PAGE = (
    "Rain fell on Orsa.",
    "<Ana Ruiz> {said that} [the quarry poisons Ben Holt].",
    "<She> {called it} [a vile quarry].",
)
WORDS = ("quarry", "poison", "vile", "rain", "quarries")


def page(*paragraphs: str) -> Reading:
    """A reading whose document is its text."""
    reading = printed(*paragraphs, title="Quarries of Orsa", on="2024-05-01", outlet="The Post")
    digest = sha256(reading.article.text.encode()).hexdigest()
    return replace(reading, article=replace(reading.article, document=replace(reading.article.document, sha256=digest)))


@pytest.fixture
def kept(place: str) -> Iterator[Record]:
    with Record(place) as record:
        record.add(in_digests(page(*PAGE)))
        yield record


@pytest.fixture
def verify(place: str) -> Callable[..., str]:
    def said(*words: str) -> str:
        return CliRunner().invoke(app, ["verify", "--record", place, *words]).stdout.rstrip()

    return said


def words_in(record: Record) -> list[str]:
    """The words of the page that are still on a record."""
    told = json.dumps([*archive.lines(record), str(record.since("2000"))]).lower()
    return [word for word in WORDS if word in told]


def test_no_word_is_kept_and_who_speaks_of_whom_is(kept: Record) -> None:
    assert words_in(kept) == []
    assert list(kept.said("quarry")) == []
    assert [row.statement.speaker and row.statement.speaker.via for row in kept.said(by="Ruiz")] == ["name", "pronoun"]
    assert len(list(kept.said(about="Ben Holt"))) == 1
    assert kept.state().digests == 2


def test_pages_tables_and_the_terminal_say_why_no_words_are_there(kept: Record, place: str) -> None:
    (first, _) = kept.said(by="Ruiz")
    client = TestClient(make_app(kept, "token"), base_url="http://127.0.0.1")
    article = client.get(f"/article/{first.article.id}?s={first.id.rpartition('.')[2]}").text
    assert "no words were kept" in article
    assert str(first.statement.attribution.digest) in article
    assert "[words not kept]" in client.get("/search?by=Ruiz").text
    assert "[words not kept]" in client.get(f"/s/{first.id}").text
    assert "Ana Ruiz: [words not kept]" in "".join(lines([first], "csv"))
    shown = CliRunner().invoke(app, ["said", "--by", "Ruiz", "--record", place])
    assert ("[words not kept]" in shown.stdout, "░" in shown.stdout) == (True, False)


def test_alike_is_not_the_same(kept: Record) -> None:
    """Marks of one length are no words in common: they are neither printings nor copies."""
    kept.add(in_digests(page(*(one.replace("quarry", "chapel") for one in PAGE))))
    assert [row.printings for row in kept.said(by="Ruiz")] == [1, 1, 1, 1]


def test_the_page_given_again_proves_each_statement(kept: Record, tmp_path: Path, verify: Callable[..., str]) -> None:
    text, key = page(*PAGE).article.text, next(kept.captures()).article
    (tmp_path / "same.txt").write_text(text, "utf-8")
    (tmp_path / "other.txt").write_text(text.replace("Rain", "Much rain").replace("a vile", "the vile"), "utf-8")
    assert verify("--against", str(tmp_path / "same.txt")).splitlines()[-1] == f"{key}: 2 verbatim"
    told = verify("--against", str(tmp_path / "other.txt"), "--article", key)
    assert told.splitlines()[-1] == f"{key}: 1 moved, 1 gone"
    assert verify().splitlines() == [
        "0 statements in 1 article verified",
        "of 2 statements only the digest was kept: verify --against the page",
    ]


def test_a_record_taken_along_keeps_the_digests(kept: Record, places: Places, tmp_path: Path) -> None:
    carried = tmp_path / "all.sayso.jsonl"
    carried.write_text("".join(f"{json.dumps(one)}\n" for one in archive.lines(kept)), "utf-8")
    with Record(places()) as other:
        assert [one.state for one in archive.take_in(carried, other)] == ["added"]
        assert [row.statement for row in other.said()] == [row.statement for row in kept.said()]


def test_what_was_kept_whole_and_is_read_again_in_digests_keeps_no_words(place: str) -> None:
    whole = page(*PAGE)
    content = whole.article.text.encode()
    with Record(place) as record:
        key = record.add(whole, content=content).article
        record.add(replace(whole, statements=whole.statements[:1]), content=content, again=True)
        assert words_in(record) == [*WORDS]
        record.add(in_digests(whole), again=True)
        assert (record.original(key), words_in(record)) == (None, [])
