"""Review: what is decided is on the record, signed, and can be undone."""

from starlette.testclient import TestClient

from sayso.record import Record
from tests.serving.web.conftest import form_key


def decide(client: TestClient, **wanted: str) -> str:
    return client.post("/decide", data={"form_key": form_key(client), **wanted}).text


def test_the_least_certain_comes_first(client: TestClient) -> None:
    page = client.get("/review").text
    assert page.index("“Holt knows nothing,”") < page.index("the dams must stay")


def test_who_may_not_write_sees_no_buttons(client: TestClient) -> None:
    assert "data-key" not in client.get("/review").text


def test_a_rejected_statement_is_gone_until_it_is_undone(writing: TestClient, record: Record) -> None:
    (row,) = record.said("knows")
    page = decide(writing, verb="reject", statement=row.id, why="a headline")
    assert "is no statement" in page
    assert list(record.said("knows")) == []
    (made,) = record.decisions()
    assert (made.who, made.why) == ("Léna", "a headline")
    decide(writing, verb="undo", number="1")
    assert [again.id for again in record.said("knows")] == [row.id]
    assert "undone since" in writing.get("/review").text


def test_what_is_accepted_is_decided_and_leaves_the_queue(writing: TestClient, record: Record) -> None:
    (row,) = record.said("knows")
    page = decide(writing, verb="accept", statement=row.id)
    (again,) = record.said("knows")
    assert again.statement.speaker
    assert (again.statement.speaker.actor, again.statement.speaker.via) == ("person:ana-ruiz", "decision")
    assert page.count("Statement " + row.id) == 0


def test_a_statement_of_nobody_can_be_accepted_as_such(writing: TestClient, record: Record) -> None:
    (row,) = record.said("evil")
    assert "Statement " + row.id not in decide(writing, verb="accept", statement=row.id)


def test_a_statement_is_given_to_another(writing: TestClient, record: Record) -> None:
    (row,) = record.said("knows")
    decide(writing, verb="reattribute", statement=row.id, other="Ben Holt")
    (again,) = record.said("knows")
    assert again.statement.speaker
    assert again.statement.speaker.actor == "person:ben-holt"


def test_people_are_merged_and_parted(writing: TestClient, record: Record) -> None:
    decide(writing, verb="same", one="person:ana-ruiz", other="person:ben-holt")
    assert len(record.called("Holt")) == len(record.called("Ruiz")) == 1
    assert record.called("Holt")[0].id == record.called("Ruiz")[0].id
    decide(writing, verb="undo", number="1")
    assert record.called("Holt")[0].id != record.called("Ruiz")[0].id


def test_one_of_a_name_is_parted_in_his_article(writing: TestClient, record: Record) -> None:
    (row,) = record.said(by="Holt", outlet="Post")
    page = writing.get(f"/article/{row.article.id}").text
    assert f'value="person:ben-holt@{row.article.id}"' in page
    answer = decide(
        writing, verb="different", one=f"person:ben-holt@{row.article.id}", other="person:ben-holt", back="article"
    )
    assert len(record.called("Ben Holt")) == 2
    assert "Holt must go" in answer


def test_what_cannot_be_decided_is_told(writing: TestClient) -> None:
    assert "no decision to undo" in decide(writing, verb="undo")
    assert "no article" in decide(writing, verb="accept", statement="00.1")
    assert "no one on the record" in decide(writing, verb="same", one="Nemo", other="Ruiz")
    assert writing.post("/decide", data={"form_key": form_key(writing), "verb": "burn"}).status_code == 422


def test_two_who_correct_the_same_statement_are_told(writing: TestClient, record: Record) -> None:
    row = next(record.said())
    seen = {"verb": "reject", "statement": row.id, "seen": str(record.last_decision())}
    record.reattribute(row.id, "nobody", who="Mira")
    told = decide(writing, **seen)
    assert "Mira has decided on this statement since you saw it (reattribute nobody, number 1)" in told
    assert [one.who for one in record.decisions()] == ["Mira"]
    decide(writing, **{**seen, "seen": "1"})
    assert [one.verb for one in record.decisions()] == ["reattribute", "reject"]
