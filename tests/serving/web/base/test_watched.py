"""Who keeps the host is told how it goes, and nothing of what people ask."""

import json
import logging
import sys

import pytest
from fastapi.testclient import TestClient

from sayso.record import Record
from sayso.serving.web.app import make_app
from sayso.serving.web.base.watched import JsonLines, Watched


@pytest.fixture
def watched(record: Record) -> TestClient:
    app = Watched(make_app(record, "let me in please"))
    return TestClient(app, base_url="http://127.0.0.1:8000", raise_server_exceptions=False)


def logged(client: TestClient, caplog: pytest.LogCaptureFixture, path: str, **headers: str) -> dict[str, object]:
    with caplog.at_level(logging.INFO, logger="sayso.requests"):
        client.get(path, headers=headers)
    (entry,) = [one for one in caplog.records if one.name == "sayso.requests"]
    line = JsonLines().format(entry)
    assert "\n" not in line
    found: dict[str, object] = json.loads(line)
    return found


def test_a_request_is_told_by_its_route_without_what_was_asked(
    watched: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    found = logged(watched, caplog, "/search?q=whistleblower&by=Ruiz", Cookie="sayso=secret")
    assert (found["method"], found["route"], found["status"]) == ("GET", "/search", 200)
    assert not any(word in json.dumps(found) for word in ("whistleblower", "Ruiz", "secret"))


def test_so_is_one_for_a_page_of_somebody(watched: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    found = logged(watched, caplog, "/actor/person:nobody-there")
    assert (found["route"], found["status"]) == ("/actor/{id:path}", 404)


def test_one_that_leads_nowhere_has_no_route(watched: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    assert logged(watched, caplog, "/no/such/page-of-ruiz")["route"] == "none"


@pytest.mark.parametrize(("given", "kept"), [("0af7651916cd43dd", True), ("x", False), ("a b\tc<script>", False)])
def test_a_plain_id_of_the_server_before_it_is_kept(watched: TestClient, given: str, kept: bool) -> None:
    answer = watched.get("/", headers={"X-Request-Id": given})
    assert (answer.headers["x-request-id"] == given) is kept
    assert len(answer.headers["x-request-id"]) >= 8


def test_what_went_wrong_is_told_by_its_place_and_not_by_its_words() -> None:
    try:
        raise ValueError("Ana Ruiz asked for this")
    except ValueError:
        entry = logging.LogRecord("sayso", logging.ERROR, __file__, 1, "it failed", (), sys.exc_info())
    line = json.loads(JsonLines().format(entry))
    assert (line["error"], "Ruiz" in json.dumps(line)) == ("ValueError", False)
    assert line["where"][0].startswith("test_watched.py:")


def test_requests_are_counted_for_prometheus_by_route(watched: TestClient) -> None:
    watched.get("/search?q=whistleblower")
    answer = watched.get("/metrics")
    assert 'sayso_requests_total{method="GET",route="/search",status="200"}' in answer.text
    assert 'sayso_request_seconds_count{route="/search"}' in answer.text
    assert "whistleblower" not in answer.text
