"""A search is kept from its page by one who may write; a quotation is copied, and its link stays."""

from pathlib import Path

from starlette.testclient import TestClient

from sayso.record import Record
from tests.serving.web.conftest import TOKEN, client_of, form_key, links


def test_a_search_is_kept_seen_and_dropped(writing: TestClient, record: Record) -> None:
    assert "/saved?q=dam" in links(writing.get("/search?q=dam").text)
    key = {"form_key": form_key(writing)}
    writing.post("/saved?q=dam", data={**key, "name": "dams"})
    assert [(one.name, one.search.words) for one in record.saved()] == [("dams", "dam")]
    page = writing.get("/saved").text
    assert "0 new statements" in page
    assert "/feed.json?q=dam" in links(page)
    assert "Nothing new since" in writing.get("/saved?name=dams").text
    writing.post("/saved/seen", data={**key, "name": "dams"})
    writing.post("/saved/drop", data={**key, "name": "dams"})
    assert record.saved() == ()
    assert writing.get("/saved?name=dams").status_code == 404


def test_who_may_not_write_keeps_nothing(client: TestClient, record: Record) -> None:
    assert client.post("/saved?q=dam", data={"name": "dams"}).status_code == 403
    assert record.saved() == ()


def test_a_link_that_stays_opens_the_article_at_the_words(client: TestClient, record: Record) -> None:
    row = next(record.said("dams"))
    answer = client.get(f"/s/{row.id}", follow_redirects=False)
    assert answer.headers["location"].startswith(f"/article/{row.article.id}?s=")
    assert client.get(f"/s/{row.article.id}.999").status_code == 404
    assert f"http://127.0.0.1:8000/s/{row.id}" in client.get(f"/quote/{row.id}").text


def test_a_json_feed_tells_each_in_a_sentence(client: TestClient) -> None:
    found = client.get("/feed.json?q=dams").json()
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert " — " in found["items"][0]["content_text"]


def test_the_owners_link_holds_once_and_on_this_machine_alone(record: Record, tmp_path: Path) -> None:
    from sayso.serving.web import owner_path

    near = TestClient(
        client_of(record, shared=str(tmp_path)).app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5000)
    )
    far = TestClient(near.app, base_url="http://127.0.0.1:8000", client=("10.0.0.9", 5000))
    path = owner_path(TOKEN)
    assert "enter the token" in far.get(path).text or "Enter to write" in far.get(path).text
    near.get(path)
    assert "you may write" in near.get("/").text
    for process in (near, client_of(record, shared=str(tmp_path))):
        other = TestClient(process.app, base_url="http://127.0.0.1:8000", client=("127.0.0.1", 5001))
        other.get(path)
        assert "you may write" not in other.get("/").text
