"""Who gets quoted, as a page whose cells lead to their statements, and as the API gives it."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from sayso.record import Record


def test_each_cell_leads_to_its_statements(client: TestClient) -> None:
    page = client.get("/tally?columns=outlet,kind").text
    cells = re.findall(r'<a href="(/search\?having=[^"]+)">([\d,]+)</a>', page)
    assert cells
    for url, count in cells:
        found = client.get(unescape(url)).text
        assert re.search(rf">{count} statements?\b", found), url


def test_a_column_that_there_is_not_is_told_above_the_form(client: TestClient) -> None:
    answer = client.get("/tally?columns=mood")
    assert answer.status_code == 422
    assert "there is no column “mood”" in answer.text
    assert client.get("/tally?columns=").status_code == 422


def test_what_is_asked_for_stays_asked(client: TestClient) -> None:
    page = client.get("/tally?columns=kind&by=Ruiz").text
    assert 'href="/search?by=Ruiz&amp;having=kind%3D' in page


def test_the_api_gives_the_same(client: TestClient, record: Record) -> None:
    found = client.get("/api/tally?columns=speaker&unit=articles").json()
    assert (found["by"], found["unit"]) == (["speaker"], "articles")
    assert client.get("/api/tally?columns=mood").status_code == 422


def test_only_who_may_write_has_a_draft_counted(client: TestClient) -> None:
    assert "In a draft" not in client.get("/tally").text
    assert client.post("/tally", data={"draft": "Ana Ruiz said no."}).status_code == 403


@pytest.mark.model
def test_a_draft_is_counted_and_not_kept(writing: TestClient, record: Record) -> None:
    key = re.search(r'name="form_key" value="([^"]+)"', writing.get("/tally").text)
    assert key
    before = record.count()
    page = writing.post("/tally", data={"form_key": key[1], "draft": "Mrs Ana Ruiz said that it rained."}).text
    assert "Of the draft below. Nothing of it is kept." in page
    assert "Ana Ruiz" in page
    assert record.count() == before
