"""Those who speak together all speak: each is found by what they said, and shown beside the others."""

from dataclasses import replace

from sayso.data.analysis import Reading
from sayso.data.search import Search
from sayso.data.statement import Speaker
from sayso.record import Record
from tests.record.printed import printed


def joint() -> Reading:
    """ "Ana Ruiz and Ben Holt said no", as it is read."""
    reading = printed("<Ana Ruiz> {said} [no].", "<Ben Holt> {said} [yes].")
    first, second = reading.statements
    assert second.speaker is not None
    return replace(reading, statements=(replace(first, also=(second.speaker,)), second))


def names(speakers: tuple[Speaker, ...]) -> list[str]:
    return [who.name for who in speakers]


def test_they_come_back_together(place: str) -> None:
    with Record(place) as record:
        record.add(joint())
        first, second = record.said()
        (as_read, _) = record.as_read(first.article.id).statements
    assert names(first.statement.speakers) == names(as_read.speakers) == ["Ana Ruiz", "Ben Holt"]
    assert names(second.statement.speakers) == ["Ben Holt"]


def test_each_is_found_by_what_they_said_together(place: str) -> None:
    with Record(place) as record:
        record.add(joint())
        found = {name: len(list(record.said(by=name))) for name in ("Ana Ruiz", "Ben Holt")}
        dossier = record.who("Ben Holt")
    assert found == {"Ana Ruiz": 1, "Ben Holt": 2}
    assert len(dossier.statements) == 2


def test_whose_words_they_are_can_be_decided(place: str) -> None:
    with Record(place) as record:
        record.add(joint())
        first, _ = record.said()
        record.reattribute(first.id, "Ben Holt", who="ana")
        first, _ = record.said()
    assert names(first.statement.speakers) == ["Ben Holt"]


def test_each_is_counted_once_for_what_they_said_together(place: str) -> None:
    with Record(place) as record:
        record.add(joint())
        everything, some = record.facets(Search()), record.facets(Search(kind="indirect"))
        found = {name: len(list(record.said(by=name))) for name in ("person:ana-ruiz", "person:ben-holt")}
        candidates = {one.id: one.statements for one in (*record.called("Ruiz"), *record.called("Holt"))}
    for facets in (everything, some):
        assert {one.value: one.count for one in facets.speakers} == found == candidates
        assert facets.total == 2


def test_two_of_whom_it_is_told_that_they_are_one_are_counted_once(place: str) -> None:
    with Record(place) as record:
        record.add(joint())
        record.same("Ana Ruiz", "Ben Holt", who="ana")
        facets = record.facets(Search())
        ((one,), (same,)) = (record.called(name) for name in ("Ruiz", "Holt"))
    assert [one.count for one in facets.speakers] == [2]
    assert (one.statements, one) == (2, same)


def test_whose_words_it_was_decided_to_be_has_nobody_beside_him(place: str) -> None:
    with Record(place) as record:
        record.add(joint())
        first, _ = record.said()
        record.reattribute(first.id, "Ana Ruiz", who="ana")
        facets = record.facets(Search())
    assert {one.label: one.count for one in facets.speakers} == {"Ana Ruiz": 1, "Ben Holt": 1}
