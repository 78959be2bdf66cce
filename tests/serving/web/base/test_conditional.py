"""A page that nothing has changed is not made again, nor sent."""

from starlette.testclient import TestClient

from sayso.record import Record
from tests.record.printed import printed


def test_what_a_browser_has_is_not_sent_again_until_the_record_changes(client: TestClient, record: Record) -> None:
    for path in ("/", "/search?q=dam", "/api/search", "/search.csv"):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert "content-security-policy" in again.headers
    record.add(printed("<Ana Ruiz> {said} [the dam is new].", name="new.txt"))
    changed = client.get("/search.csv", headers={"If-None-Match": first.headers["etag"]})
    assert changed.status_code == 200
    assert "the dam is new" in changed.text


def test_another_question_or_another_reader_has_another_tag(client: TestClient, writing: TestClient) -> None:
    tags = {client.get(path).headers["etag"] for path in ("/", "/search", "/search?q=dam", "/search?q=no")}
    tags.add(writing.get("/").headers["etag"])
    assert len(tags) == 5


def test_what_is_wrong_and_what_hangs_on_more_than_the_record_has_none(client: TestClient) -> None:
    for path in ("/nowhere", "/enter", "/upload", "/search?q=(", "/static/sayso.css"):
        assert "etag" not in client.get(path).headers
