"""Only who has entered the token may write."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from starlette.testclient import TestClient

from sayso.record import Record
from sayso.serving.web import make_app
from tests.serving.web.conftest import TOKEN, form_key


def test_the_token_lets_one_write_and_leaving_ends_it(client: TestClient) -> None:
    assert "enter to write" in client.get("/").text
    answer = client.post("/enter", data={"token": TOKEN, "name": "Léna; x=1"}, follow_redirects=False)
    assert answer.status_code == 303
    for cookie in answer.headers.get_list("set-cookie"):
        assert "HttpOnly" in cookie
        assert "samesite=strict" in cookie.lower()
        assert TOKEN not in cookie
    assert "as Léna; x=1." in client.get("/enter").text
    client.post("/enter", data={"leave": "1"})
    assert "enter to write" in client.get("/").text


@pytest.mark.parametrize("token", ["", "wrong", "é", "\udcff"])
def test_another_token_does_not(client: TestClient, token: str) -> None:
    answer = client.post("/enter", data={"token": token.encode("utf-8", "replace")}, follow_redirects=False)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_who_tries_tokens_waits_and_is_not_heard_meanwhile(client: TestClient) -> None:
    def tried(token: str) -> int:
        return client.post("/enter", data={"token": token}, follow_redirects=False).status_code

    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(tried, ["wrong"] * 8))
    assert set(told) == {403, 429}


def test_blanks_around_a_token_are_not_of_it(record: Record) -> None:
    client = TestClient(make_app(record, "  two words "), base_url="http://127.0.0.1:8000")
    assert client.post("/enter", data={"token": "two words"}, follow_redirects=False).status_code == 303


@pytest.mark.parametrize("path", ["/decide", "/upload"])
def test_a_form_needs_the_cookie_and_the_key(
    client: TestClient, writing: TestClient, record: Record, path: str
) -> None:
    key = form_key(writing)
    said = {"verb": "reject", "statement": next(record.said()).id, "text": "Ana Ruiz said no."}
    assert client.post(path, data={**said, "form_key": key}).status_code == 403
    assert writing.post(path, data=said).status_code == 403
    assert writing.post(path, data={**said, "form_key": "0" * 64}).status_code == 403
    assert not record.decisions()
