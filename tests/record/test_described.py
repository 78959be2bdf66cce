"""A speaker whom the article does not name is kept as it describes them, and is never anybody."""

import pytest

from sayso.record import NobodyNamed, Record, Search
from tests.record.conftest import sql
from tests.record.printed import denied, described, printed

POLICE = described(printed("<Police> {said} [the road to Ruiz was shut]."))


def test_they_come_back_as_they_were_described(place: str) -> None:
    with Record(place) as record:
        record.add(POLICE)
        (row,) = record.said()
        (as_read,) = record.as_read(row.article.id).statements
    assert row.statement == as_read == POLICE.statements[0]


def test_they_are_nobody_who_can_be_asked_for_counted_or_joined(place: str) -> None:
    with Record(place) as record:
        for name in ("a.txt", "b.txt"):
            record.add(described(printed("<Police> {said} [no].", "<Ana Ruiz> {said} [Police lie].", name=name)))
        assert record.called("Police") == ()
        assert [one.label for one in record.facets(Search()).speakers] == ["Ana Ruiz"]
        with pytest.raises(NobodyNamed):
            record.who("police")
        assert record.who("Ana Ruiz").speakers == ()
    assert sql(place, "SELECT id FROM actors WHERE lower(name) = 'police'") == []
    assert sql(place, "SELECT local FROM appearances WHERE lower(name) = 'police'") == []
    assert len(sql(place, "SELECT described FROM said WHERE speaker IS NULL AND described = 'Police'")) == 2


def test_whom_they_speak_of_is_told_as_of_anybody(place: str) -> None:
    with Record(place) as record:
        record.add(POLICE)
        (row,) = record.who("Ana Ruiz").spoken_of
    assert row.statement.speaker == POLICE.statements[0].speaker


def test_what_people_decide_overrides_them_until_it_is_undone(place: str) -> None:
    with Record(place) as record:
        record.add(POLICE)
        (id_,) = (row.id for row in record.said())

        def now() -> tuple[str | None, str | None]:
            (row,) = record.said()
            return row.statement.speaker and row.statement.speaker.name, row.statement.unresolved

        record.reattribute(id_, "Ana Ruiz", who="ana")
        assert now() == ("Ana Ruiz", None)
        record.add(POLICE, again=True)
        assert now() == ("Ana Ruiz", None)
        record.undo(who="ana")
        assert now() == ("Police", None)
        record.reattribute(id_, "nobody", who="ana")
        assert now() == (None, "it was decided that nobody can be named")
    assert sql(place, "SELECT described FROM said") == [(None,)]


def test_a_denial_comes_back_as_one_is_found_and_counted(place: str) -> None:
    with Record(place) as record:
        record.add(denied(printed("<Ben Holt> {denied} [that he had asked].", "<Ana Ruiz> {said} [he asked].")))
        found = {
            wanted: [row.statement.attribution.cue[0].text for row in record.said(denied=wanted)]
            for wanted in (True, False)
        }
        counted = [record.facets(search).denied for search in (Search(), Search("asked"), Search(by="Ruiz"))]
    assert found == {True: ["denied"], False: ["said"]}
    assert counted == [1, 1, 0]
    assert len(sql(place, "SELECT id FROM said WHERE denied")) == 1
