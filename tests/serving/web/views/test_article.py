"""An article's page, and what hostile articles do to it: nothing."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from sayso.record import Record
from sayso.serving.web.views import article
from tests.serving.web.conftest import EVIL, LONG_TITLE, assert_harmless, links


def path_of(record: Record, words: str) -> str:
    (row,) = record.said(words)
    return f"/article/{row.article.id}?s={row.id.rpartition('.')[2]}"


def text_of(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page))


def test_source_cue_and_content_are_marked_in_the_text(client: TestClient, record: Record) -> None:
    page = client.get(path_of(record, "fall")).text
    assert re.search(r'<span class="source v\d lit" data-s="2">Ben Holt</span>', page)
    assert re.search(r'<span class="cue v\d lit" data-s="2">did not say</span>', page)
    assert re.search(r'<span class="content v\d lit" data-s="2">the dam would fall</span>', page)
    assert "not said" in page


def test_it_is_told_who_and_why(client: TestClient, record: Record) -> None:
    page = client.get(path_of(record, "knows")).text
    (tip,) = re.findall(r'id="t-1"><strong>(.*?)</span>\s*<span class="content', page, re.DOTALL)
    assert "Ana Ruiz" in tip
    assert "“she” (pronoun)" in tip


def test_a_statement_in_a_related_story_is_marked_there(client: TestClient, record: Record) -> None:
    page = client.get(path_of(record, "go")).text
    assert re.search(r'<span class="content v\d lit" data-s="\d+">Holt must go</span>', page)


def test_the_words_stand_beside_the_document_as_it_came(
    client: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = b"<p>Ben&nbsp;Holt <b>did not</b> say the dam would <i>fall</i>.</p><script>alert(1)</script>"
    monkeypatch.setattr(Record, "original", lambda record, key: document)
    path = path_of(record, "fall")
    page = client.get(path).text
    assert "<mark>the dam would &lt;i&gt;fall</mark>" in page
    assert "<script>alert" not in page
    saved = client.get(path.split("?")[0] + "/original")
    assert saved.content == document
    assert saved.headers["content-type"].startswith("text/plain")
    assert saved.headers["content-disposition"].startswith("attachment")


@pytest.mark.parametrize("key", ["0000000000000000", "..%2f..", "%2e%2e%2fetc%2fpasswd", "x' OR 1=1 --", "%00", "é"])
def test_what_is_not_on_the_record_is_not_found(client: TestClient, key: str) -> None:
    assert client.get(f"/article/{key}").status_code == 404
    assert client.get(f"/article/{key}/original").status_code == 404


def test_a_long_text_comes_in_parts(client: TestClient, record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "IN_A_PART", 60)
    path = path_of(record, "stay")
    first = client.get(path.split("?")[0]).text
    assert "part 1 of" in first
    assert (
        "part 2 of" in client.get(path_of(record, "fall")).text
        or "part 3 of" in client.get(path_of(record, "fall")).text
    )
    assert client.get(path.split("?")[0] + "?part=99").status_code == 200


def test_hostile_articles_are_shown_as_text(hostile: TestClient) -> None:
    paths = {path.split("#")[0] for path in links(hostile.get("/search").text)}
    for path in sorted(path for path in paths if path.startswith(("/article", "/actor"))):
        page = hostile.get(path).text
        assert_harmless(page)
        assert "{{ 7*7 }}" in text_of(page) or "Dam Dam" in page or "Ana Ruiz" in page


def test_all_of_a_title_of_100_kb_is_there_in_parts(hostile: TestClient) -> None:
    path = next(path for path in links(hostile.get("/search?by=Ruiz").text) if "?s=" in path).split("?")[0]
    parts = [hostile.get(f"{path}?part={n}").text for n in (1, 2, 3)]
    assert all(len(part) < 150_000 for part in parts)
    assert sum(part.count("Dam ") for part in parts) >= LONG_TITLE.count("Dam ") - 3
    assert EVIL not in "".join(parts)
