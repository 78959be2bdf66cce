"""What a newsroom relies on, tried on both databases as its people would: docs/serving.md, docs/record.md, docs/api.md.

Forgetting, keeping less and copies have tests of their own: `curation/test_forget.py`, `test_digests.py`,
`curation/test_trim.py`, `test_copies.py`. What hangs on no database, as wheels and logs do, is tested where it lies.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from starlette.testclient import TestClient
from typer.testing import CliRunner

from sayso.cli import app
from sayso.data.analysis import Reading
from sayso.data.found import Found
from sayso.ingest import again
from sayso.record import Record
from sayso.serving.web import make_app
from sayso.serving.web.base.access import Access
from sayso.serving.web.base.token import Token
from sayso.serving.web.base.users import User, Users, token_digest, write
from sayso.serving.web.base.watched import Watched
from tests.record.printed import printed
from tests.serving.web.conftest import TOKEN, form_key

JON = User("jon", "reader", token=token_digest("jons token"))
MIRA = User("mira", "editor", token=token_digest("miras token"))
OLD = ("2024-05-01T09:00:00+00:00", "sayso 0.0, model 1")
NUMBERS = ("one", "two", "three")
Coming = Callable[..., TestClient]


def reading(content: bytes, *marked: str) -> Reading:
    """What is found in a document of these bytes."""
    found = printed(*marked, title=f"Dam {content.decode()}", on="2024-05-01", name=f"{content.decode()}.txt")
    document = replace(found.article.document, sha256=sha256(content).hexdigest())
    return replace(found, article=replace(found.article, document=document))


def read_anew(found: Found, _: str) -> Reading:
    """The new model finds one statement more and takes another for somebody else's."""
    words = f"Ana Ruiz {{said}} [dam {found.content.decode()} stays].", "<Holt> {said} [no]."
    return replace(reading(found.content, *words), model="2")


def until_the_third(found: Found, name: str) -> Reading:
    if found.content == b"three":
        raise KeyboardInterrupt
    return read_anew(found, name)


@pytest.fixture
def record(place: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Record]:
    """Three articles as an older model read them."""
    monkeypatch.setattr(again, "reader_here", lambda: "sayso 0.1.0, model 2")
    with Record(place) as record:
        for word in NUMBERS:
            content = word.encode()
            record.add(
                reading(content, f"<Ana Ruiz> {{said}} [dam {word} stays].", "Holt said no."),
                content=content,
                captured=OLD,
                settled=False,
            )
        record.settle()
        yield record


@pytest.fixture
def coming(record: Record, tmp_path: Path) -> Coming:
    """Somebody who comes to the pages from another machine: by his own token, or a stranger."""
    write(tmp_path / "users.json", [JON, MIRA])

    def come(name: str = "") -> TestClient:
        access = Access(Token(TOKEN), Users(tmp_path / "users.json"), None, "excerpts")
        headers = {"Authorization": f"Bearer {name}s token"} if name else {}
        pages = Watched(make_app(record, access))
        return TestClient(pages, base_url="http://127.0.0.1:8000", headers=headers, client=("10.0.0.9", 5000))

    return come


def test_a_page_is_forgotten_from_the_command_line(record: Record, place: str) -> None:
    key = next(record.said("one")).article.id
    done = CliRunner().invoke(app, ["forget", key, "--why", "a court says so", "--record", place])
    assert (done.exit_code, record.count()[0], list(record.said("one"))) == (0, 2, [])
    assert [(one.verb, one.why) for one in record.decisions()] == [("forget", "a court says so")]


def test_each_sees_and_does_what_his_name_allows(coming: Coming, record: Record) -> None:
    row = next(record.said("one"))
    assert "Only the sentences that statements stand in" in coming().get(f"/article/{row.article.id}").text
    assert coming().get(f"/article/{row.article.id}/original").status_code == 403
    assert coming("jon").get(f"/article/{row.article.id}/original").content == b"one"
    mira, wanted = coming("mira"), {"verb": "reject", "statement": row.id, "seen": str(record.last_decision())}
    key = Token(TOKEN).key("form", "jon")
    assert coming("jon").post("/decide", data={"form_key": key, **wanted}).status_code == 403
    record.reattribute(row.id, "nobody", who="ada")
    assert "ada has decided on this statement" in mira.post("/decide", data={"form_key": form_key(mira), **wanted}).text
    mira.post("/decide", data={"form_key": form_key(mira), **wanted, "seen": "1"})
    assert [(one.verb, one.who) for one in record.decisions()] == [("reattribute", "ada"), ("reject", "mira")]
    for name in ("jon", "mira"):
        client = coming(name)
        client.post("/saved?q=dam", data={"form_key": Token(TOKEN).key("form", name), "name": f"of {name}"})
    assert {one.name for one in record.saved()} == {"jon/of jon", "mira/of mira"}


def test_another_model_reads_again_what_was_kept_and_all_that_differs_is_told(coming: Coming, record: Record) -> None:
    first = next(record.said("one"))
    record.reattribute(first.id, "Ben Holt", who="mira")
    with pytest.raises(KeyboardInterrupt):
        list(again.read_again(record, until_the_third, jobs=1))
    assert "Several models or versions read this record" in coming("jon").get("/tally?columns=speaker").text
    assert [one.name for one in again.read_again(record, read_anew, jobs=1)] == ["three.txt"]
    assert list(again.read_again(record, read_anew, jobs=1)) == []
    told = record.since("2024-05-02").reread
    assert len(told) == len(NUMBERS)
    assert {tuple(one.became for one in reread.differences) for reread in told} == {("other speaker", "new")}
    assert next(record.said("one")).statement.speakers[0].name == "Ben Holt"  # as Mira decided
    page = coming("jon").get("/changes?since=2024-05-02").text
    assert page.count("<b>other speaker</b>") == page.count("<b>new</b>") == len(NUMBERS)
    assert "Several models" not in coming("jon").get("/tally?columns=speaker").text


def test_at_night_one_can_ask_whether_it_is_up_and_how_it_does(coming: Coming) -> None:
    assert coming().get("/healthz").text == "well\n"
    metrics = coming("mira").get("/metrics")
    assert (metrics.status_code, "sayso_" in metrics.text) == (200, True)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("search?by=Ruiz", "search"),
        ("facets", "facets"),
        ("actor/Ruiz", "actor"),
        ("tally?columns=speaker", "tally"),
        ("search?limit=0", "error"),
    ],
)
def test_the_api_sends_what_its_schema_promises(coming: Coming, path: str, name: str) -> None:
    client = coming("jon")
    schema = client.get("/api/v1/schema.json").json()
    Draft202012Validator({**schema, "$ref": f"#/$defs/{name}"}).validate(client.get(f"/api/v1/{path}").json())
