"""Who asks is known by a password, by a token or by a server before this one, and is let do what an admin said."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.data.errors import SaysoError
from sayso.record import Record
from sayso.serving.web import make_app
from sayso.serving.web.base.access import DAYS_INSIDE, Access, Strangers
from sayso.serving.web.base.token import Token
from sayso.serving.web.base.users import User, Users, new_user, token_digest, with_password, write
from tests.serving.web.conftest import TOKEN, form_key

PASSWORD = "a long password"
MIRA = with_password(new_user("Mira Aas", "editor"), PASSWORD)
JON = User("jon", "reader", token=token_digest("jons token"))
ADA = User("ada", "admin", token=token_digest("adas token"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    write(tmp_path / "users.json", [MIRA, JON, ADA])
    return tmp_path / "users.json"


Coming = Callable[..., TestClient]


@pytest.fixture
def coming(record: Record, file: Path) -> Coming:
    """Somebody who comes to pages with users: with a token of his own, or from a machine."""

    def come(token: str = "", *, strangers: Strangers = "excerpts", machine: str = "10.0.0.9", days: float = 0):
        access = Access(Token(TOKEN), Users(file), "X-User", strangers, clock=lambda: time.time() + days * 86400)
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        app = make_app(record, access)
        return TestClient(app, base_url="http://127.0.0.1:8000", headers=headers, client=(machine, 5000))

    return come


def key_of(name: str) -> str:
    """What the forms of a user hold."""
    return Token(TOKEN).key("form", name)


def entered(client: TestClient, password: str = PASSWORD) -> int:
    data = {"name": "Mira Aas", "token": password}
    return client.post("/enter", data=data, follow_redirects=False).status_code


def test_an_editor_enters_by_password_and_signs_by_the_name_of_the_file(coming: Coming, record: Record) -> None:
    client = coming()
    assert entered(client, "another password") == 403
    assert entered(client) == 303
    assert PASSWORD not in client.cookies["sayso"]
    assert "Mira Aas, editor" in client.get("/").text
    client.cookies.set("sayso-name", "somebody else")
    row = next(record.said())
    client.post("/decide", data={"form_key": form_key(client), "verb": "reject", "statement": row.id})
    assert [one.who for one in record.decisions()] == ["Mira Aas"]


def test_the_token_that_signs_sessions_lets_nobody_in(coming: Coming) -> None:
    client = coming()
    assert client.post("/enter", data={"name": "ada", "token": TOKEN}, follow_redirects=False).status_code == 403
    client.cookies.set("sayso", Token(TOKEN).cookie)
    assert "ada, admin" not in client.get("/").text


def test_a_session_ends_with_its_days_its_password_and_its_user(coming: Coming, file: Path) -> None:
    client = coming()
    entered(client)
    late = coming(days=DAYS_INSIDE + 0.01)
    late.cookies = client.cookies
    assert "Mira Aas, editor" not in late.get("/").text
    forged = coming()
    forged.cookies.set("sayso", client.cookies["sayso"].replace("Mira", "ada"))
    assert ", " not in forged.get("/").text.partition("API</a> · ")[2][:10]
    for users in ([with_password(MIRA, "another long password"), JON, ADA], [JON, ADA]):
        write(file, users)
        assert "Mira Aas, editor" not in client.get("/").text


def test_a_reader_reads_whole_articles_and_changes_nothing(coming: Coming, record: Record) -> None:
    jon, row = coming("jons token"), next(record.said())
    assert "jon, reader" in jon.get("/").text
    assert jon.get(f"/article/{row.article.id}/original").status_code == 404  # it was not kept
    key = key_of("jon")
    assert jon.post("/decide", data={"form_key": key, "verb": "reject", "statement": row.id}).status_code == 403
    assert jon.post("/upload", data={"form_key": key, "text": "Ana Ruiz said no."}).status_code == 403
    assert jon.post("/users", data={"form_key": key, "name": "jon", "role": "admin"}).status_code == 403
    assert record.decisions() == ()


def test_each_keeps_searches_of_his_own(coming: Coming, record: Record) -> None:
    for name, token in (("jon", "jons token"), ("ada", "adas token")):
        client = coming(token)
        client.post("/saved?q=dam", data={"form_key": key_of(name), "name": f"of {name}"})
        assert f"of {name}" in client.get("/saved").text
    assert {one.name for one in record.saved()} == {"jon/of jon", "ada/of ada"}
    assert "of ada" not in coming("jons token").get("/saved").text
    assert coming("jons token").get("/saved?name=of%20ada").status_code == 404


def test_a_server_before_this_one_is_believed_on_this_machine_alone(coming: Coming) -> None:
    told = {"X-User": "ada"}
    assert "ada, admin" in coming(machine="127.0.0.1").get("/", headers=told).text
    assert "ada, admin" not in coming(machine="10.0.0.9").get("/", headers=told).text
    assert "users" not in coming(machine="127.0.0.1").get("/", headers={"X-User": "nemo"}).text.partition("API<")[2]


def test_strangers_read_the_sentences_of_statements_and_no_more(coming: Coming, record: Record) -> None:
    row = next(record.said("dams must stay"))
    page = coming().get(f"/article/{row.article.id}?s=0").text
    assert "Only the sentences that statements stand in" in page
    assert "and so must we" in page
    assert "░" not in page
    assert coming().get(f"/article/{row.article.id}/original").status_code == 403
    assert coming("jons token").get(f"/api/v1/article/{row.article.id}").json()["article"]["text"]


def test_where_strangers_see_nothing_they_are_led_to_the_door(coming: Coming) -> None:
    client = coming(strangers="nothing")
    assert client.get("/search?q=dam", follow_redirects=False).headers["location"] == "/enter"
    assert client.get("/enter").status_code == 200
    assert client.get("/healthz").status_code == 200
    assert client.get("/api/v1/search").status_code == 401
    assert client.get("/api/v1/search", headers={"Authorization": "Bearer jons token"}).status_code == 200


def test_a_page_that_one_reader_has_is_not_taken_for_anothers(coming: Coming) -> None:
    tags = {coming(token).get("/").headers["etag"] for token in ("", "jons token", "adas token")}
    assert len(tags) == 3


def test_an_admin_lets_people_in_and_stays_one(coming: Coming, file: Path) -> None:
    ada = coming("adas token")
    key = {"form_key": key_of("ada")}
    assert "Mira Aas" in ada.get("/users").text
    assert coming("jons token").get("/users").status_code == 403
    ada.post("/users", data={**key, "name": "jon", "role": "editor"})
    assert "jon, editor" in coming("jons token").get("/").text
    assert ada.post("/users", data={**key, "name": "new", "role": "reader", "password": "short"}).status_code == 422
    assert ada.post("/users/remove", data={**key, "name": "ada"}).status_code == 409
    ada.post("/users/remove", data={**key, "name": "jon"})
    assert "jon" not in json.loads(file.read_text())["users"][0].values()


def test_the_file_of_users_is_its_owners_alone_and_holds_no_secret(file: Path) -> None:
    assert os.stat(file).st_mode & 0o077 == 0
    assert PASSWORD not in file.read_text()
    assert "jons token" not in file.read_text()


@pytest.mark.parametrize("name", ["", "a/b", "<b>", "\N{RIGHT-TO-LEFT OVERRIDE}ada", "x" * 61, "."])
def test_a_name_that_would_be_mistaken_is_refused(name: str) -> None:
    with pytest.raises(SaysoError):
        new_user(name, "reader")


def test_a_file_that_is_none_of_users_is_refused(tmp_path: Path) -> None:
    (tmp_path / "users.json").write_text('{"users": [{"name": "ada", "role": "owner"}]}')
    with pytest.raises(SaysoError, match="role owner"):
        Users(tmp_path / "users.json")
