"""Who comes back sees what came since, and says that it is seen."""

from pathlib import Path

from starlette.testclient import TestClient

from sayso.record import Record
from sayso.serving.web import make_app
from sayso.serving.web.base.access import Access
from sayso.serving.web.base.token import Token
from sayso.serving.web.base.users import User, Users, token_digest, write
from tests.record.printed import printed
from tests.serving.web.conftest import TOKEN


def test_what_came_in_and_what_was_decided_is_shown_until_it_is_seen(record: Record, tmp_path: Path) -> None:
    write(tmp_path / "users.json", [User("jon", "reader", token=token_digest("jons token"))])
    app = make_app(record, Access(Token(TOKEN), Users(tmp_path / "users.json")))
    jon = TestClient(app, base_url="http://127.0.0.1:8000", headers={"Authorization": "Bearer jons token"})
    record.reject(next(record.said()).id, who="Mira", why="it is none")
    record.failed({"/srv/secret/odd.bin": "it is no text"})
    page = jon.get("/changes").text
    assert "2 articles came in" in page
    assert "Mira" in page
    assert "odd.bin" not in page  # a reader is not told of the host's files
    jon.post("/changes/seen", data={"form_key": Token(TOKEN).key("form", "jon")})
    assert "when you were last here" in jon.get("/changes").text
    assert "saved searches" not in jon.get("/saved").text.lower() or "jon/" not in jon.get("/saved").text
    record.add(
        printed("<Ana Ruiz> {said} [the dam is new].", name="new.txt", title="A new dam"), captured=("2999", "x")
    )
    assert "1 article came in" in jon.get("/changes?since=2998-01-01").text
    assert jon.get("/changes?since=soon").status_code == 422
