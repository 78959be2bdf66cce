"""The first page and search."""

import csv
import io
import json
import re
from typing import NoReturn

import pytest
from starlette.testclient import TestClient

from sayso.data.entry import Known
from sayso.data.record_errors import Unaskable
from sayso.record import Record
from sayso.serving.web.base.query_params import Question
from sayso.serving.web.base.rendering import template
from tests.export.conftest import saying
from tests.serving.web.conftest import assert_harmless, client_of, links


def test_the_first_page_shows_what_came_in_and_who_speaks_most(client: TestClient) -> None:
    page = client.get("/").text
    assert "8 statements" in page
    assert page.index("Ana Ruiz") < page.index("Ben Holt")
    assert "The dam at Orsa" in page


def test_an_empty_record_says_what_to_do(tmp_path: object) -> None:
    with Record(f"{tmp_path}/new.db") as record:
        assert "Nothing is on the record yet" in client_of(record.make()).get("/").text


def test_words_are_found(client: TestClient) -> None:
    page = client.get("/search", params={"q": "fools"}).text
    assert "1 statement<" in page
    assert "the geologists <mark>fools</mark>" in page


def test_the_words_that_were_looked_for_are_marked(record: Record) -> None:
    row = saying(next(record.said("stay")), "the <dams> must")
    words = template("_statement.html").module.words  # type: ignore[attr-defined]
    assert words(row, ((4, 10),)).endswith("</em> the <mark>&lt;dams&gt;</mark> must")
    assert words(row, ((0, 3), (11, 15), (11, 15))).endswith("<mark>the</mark> &lt;dams&gt; <mark>must</mark>")


def test_every_facet_leads_to_as_many_as_it_counts(client: TestClient) -> None:
    page = client.get("/search").text
    counted = re.findall(r'<a href="(/search\?[^"]*)">[^<]*</a> <span class="count">(\d+)</span>', page)
    assert counted
    for path, count in counted:
        assert f">{count} statement" in client.get(path.replace("&amp;", "&")).text, path


def test_what_is_asked_for_is_in_the_form_and_in_every_link(client: TestClient) -> None:
    page = client.get("/search?q=dam&by=Ruiz&since=2024&order=time").text
    assert 'value="Ruiz"' in page
    assert '<option value="time" selected>' in page
    assert "/search.csv?q=dam&by=Ruiz&since=2024&order=time" in links(page)


def test_pages_follow_each_other_without_a_gap(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.serving.web.views.search.ON_A_PAGE", 3)
    path: str | None = "/search?order=time"
    seen = []
    while path:
        page = client.get(path).text
        seen += [link for link in links(page) if link.startswith("/article/")]
        path = next((link for link in links(page) if "after=" in link), None)
    assert len(seen) == len(set(seen)) == 8


def test_a_name_that_means_nobody_is_told(client: TestClient) -> None:
    assert "No one on the record is called “Nemo”" in client.get("/search?by=Nemo").text


@pytest.mark.parametrize("asked", ["since=soon", "kind=loud", "order=up", "q=" + "x" * 2400])
def test_what_makes_no_sense_is_wrong_use(client: TestClient, asked: str) -> None:
    assert client.get(f"/search?{asked}").status_code == 422


def test_what_was_found_can_be_taken_along(client: TestClient) -> None:
    answer = client.get("/search.csv?by=Ruiz")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert {row["speaker"] for row in rows} == {"Ana Ruiz"}
    lines = client.get("/search.jsonl?by=Ruiz").text.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [row["id"] for row in rows]


def test_a_table_has_the_columns_of_ones_own_list(record: Record, client: TestClient) -> None:
    record.refer([Known("a", "Ana Ruiz", "person", columns=(("party", "Reeds"),))])
    rows = csv.DictReader(io.StringIO(client.get("/search.csv?by=Ruiz").content.decode("utf-8-sig")))
    assert {row["party"] for row in rows} == {"Reeds"}


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG")])
def test_the_chart_is_a_picture(client: TestClient, ending: str, begins: bytes) -> None:
    for more in ("", "dark=1", "small=1", "by=Ruiz&of=1", "q=nothing-at-all"):
        assert client.get(f"/chart.{ending}?{more}").content.startswith(begins)


def test_hostile_words_are_words(hostile: TestClient) -> None:
    for path in ("/", "/search", "/search?q=<script>alert(3)</script>"):
        page = hostile.get(path).text
        assert_harmless(page)
        assert "49" not in re.sub(r"\d{3,}", "", page)
        assert len(page) < 150_000


def test_a_question_keeps_its_url_when_some_of_it_changes() -> None:
    asked = Question(q="dam & survey", by="person:ana-ruiz")
    assert asked.at("/search", by="", after="2") == "/search?q=dam+%26+survey&after=2"
    assert Question().at("/search") == "/search"


def test_words_that_cannot_be_read_are_told_beside_the_form(client: TestClient) -> None:
    answer = client.get("/search", params={"q": "dam AND ("})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert client.get("/api/search", params={"q": "dam AND ("}).status_code == 422


def test_a_cursor_that_is_none_is_told_beside_the_form(client: TestClient) -> None:
    answer = client.get("/search?q=dam&order=rank&after=x")
    assert answer.status_code == 422
    assert 'value="dam"' in answer.text
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ("marked=negated", 1),
        ("marked=plain", 7),
        ("marked=hypothetical", 0),
        ("act=said", 8),
        ("sure=0.9", 7),
        ("topic=x", 0),
    ],
)
def test_more_filters_narrow(client: TestClient, asked: str, number: int) -> None:
    assert len(client.get(f"/api/search?{asked}").json()["statements"]) == number
    assert f">{number} statement" in client.get(f"/search?{asked}").text


def test_a_file_that_cannot_be_asked_for_is_told_so_and_leaves_room_for_others(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """PostgreSQL says so of NUL, which is not to break off an answer that has begun."""

    def unaskable(*_: object, **__: object) -> NoReturn:
        raise Unaskable("NUL")

    with monkeypatch.context() as patched:
        patched.setattr(Record, "search", unaskable)
        assert {client.get("/search.csv?topic=%00").status_code for _ in range(3)} == {422}
    assert client.get("/search.csv").status_code == 200
