"""What stands before every page."""

import pytest
from starlette.testclient import TestClient

from sayso.serving.web.base.security import MOST_ASKED, MOST_ELSE, MOST_UPLOADED


def test_every_answer_tells_the_browser_to_run_nothing_of_an_articles(client: TestClient) -> None:
    for path in ("/", "/search", "/nowhere", "/static/sayso.css", "/openapi.json", "/search.csv"):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost", "LOCALHOST:1", "[::1]:8000", "192.168.0.7"])
def test_our_names_and_any_address_are_ours(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "evil:80:80"]
)
def test_a_foreign_name_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://127.0.0.1:8000"},
        {"Origin": "http://127.0.0.1:8001"},
    ],
)
def test_writing_from_another_site_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/enter", data={"token": "x"}, headers=headers).status_code == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "TRACE", "OPTIONS", "PATCH"])
def test_other_methods_are_not_known(client: TestClient, method: str) -> None:
    assert client.request(method, "/").status_code == 405


def test_bodies_and_questions_have_a_bound(client: TestClient) -> None:
    assert client.post("/enter", content=b"x" * (MOST_ELSE + 1)).status_code == 413
    assert client.post("/upload", content=b"x" * (MOST_UPLOADED + 1)).status_code == 413
    assert client.get("/search?q=" + "x" * MOST_ASKED).status_code == 414


@pytest.mark.parametrize(
    "path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd"]
)
def test_no_path_leads_out_of_the_static_files(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404
