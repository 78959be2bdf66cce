"""What came in is kept as it came, with where, when and what read it; a page captured again keeps both captures."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.data.analysis import Reading
from sayso.data.article import Moment
from sayso.record import NoSuchArticle, Record, Search
from tests.record.printed import printed

URL = "https://example.org/dam"


def captured(*paragraphs: str, name: str, url: str | None = URL) -> Reading:
    reading = printed(
        *paragraphs, on="2024-03-04", outlet="Post", related=(("<Ruiz>{:} [no]", "2023-01-01"),), name=name
    )
    article = replace(reading.article, document=replace(reading.article.document, url=url))
    return replace(reading, article=article, model="0123")


FIRST = captured("<Ana Ruiz> {said} [the dam stays].", "<Ben Holt> {said} [no].", name="first.html")
_, POST, REST = FIRST.article.blocks
POSTED = Moment("2024-03-04T20:55:00Z", "second", "time", "20.55")
LIVE = replace(
    FIRST,
    article=replace(
        FIRST.article,
        blocks=(replace(POST, posted=POSTED), REST),
        updated=Moment("2024-03-05", "day", "meta", "2024-03-05"),
        wire="Wire One",
    ),
    statements=FIRST.statements[:2],
)
SECOND = captured("<Ana Ruiz> {said} [the dam goes].", name="second.html")


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    hours = iter(range(1, 20))
    with Record(place, clock=lambda: datetime(2024, 5, 1, next(hours), tzinfo=UTC)) as record:
        yield record


def test_a_document_is_kept_as_it_came(record: Record) -> None:
    key = record.add(FIRST, content=b"<p>\x00 as it came").article
    assert record.original(key) == b"<p>\x00 as it came"
    (capture,) = record.captures()
    assert (capture.article, capture.name, capture.url) == (key, "first.html", URL)
    assert capture.title == "The dam at Orsa"
    assert (capture.captured_at, capture.is_current) == ("2024-05-01T01:00:00+00:00", True)
    assert capture.read_by.endswith(", model 0123")


def test_with_it_comes_when_it_was_changed_who_wrote_it_and_when_its_posts_were_made(record: Record) -> None:
    held = record.held(record.add(LIVE).article)
    assert held.article == LIVE.article
    assert [row.dated for row in held.statements] == ["2024-03-04T20:55:00Z", "2024-03-04"]


def test_an_article_comes_back_whole(record: Record) -> None:
    held = record.held(record.add(FIRST).article)
    assert held.article == FIRST.article
    assert [row.statement for row in held.statements] == list(FIRST.statements)
    assert {actor.id: (actor.names, actor.roles, actor.mentions) for actor in held.actors} == {
        actor.id: (actor.names, actor.roles, actor.mentions) for actor in FIRST.actors
    }


def test_a_statement_has_the_words_around_it(record: Record) -> None:
    record.add(FIRST)
    (row,) = record.said("stays")
    assert (row.before, row.after) == ("The dam at Orsa\n\n", ".\n\nBen Holt said no.")


def test_of_two_captures_of_a_page_both_are_kept_and_the_last_is_searched(record: Record) -> None:
    first, second = record.add(FIRST).article, record.add(SECOND).article
    assert [(one.article, one.is_current) for one in record.versions(first)] == [(first, False), (second, True)]
    assert [row.article.id for row in record.said("dam")] == [second]
    assert record.who("Ruiz").actor.articles == 1
    assert record.facets(Search()).total == 2
    assert next(row.statement.attribution.content[0].text for row in record.held(first).statements) == "the dam stays"
    assert [ref.id for ref in record.lately()] == [second]


def test_reading_the_earlier_capture_again_leaves_the_last_current(record: Record) -> None:
    first, second = record.add(FIRST).article, record.add(SECOND).article
    record.add(FIRST, again=True)
    assert [(one.article, one.is_current) for one in record.versions(second)] == [(first, False), (second, True)]


def test_the_versions_of_a_page_are_found_by_its_url_too(record: Record) -> None:
    first = record.add(FIRST).article
    record.add(captured("<Ana Ruiz> {said} [no].", name="a", url=f"{URL}/more"))
    record.add(SECOND)
    assert record.versions(URL) == record.versions(first)
    assert len(record.versions(URL)) == 2


@pytest.mark.parametrize("readings", [(FIRST, SECOND), (SECOND, FIRST)])
def test_of_two_captures_within_a_second_the_later_comes_last_and_is_current(
    place: str, readings: tuple[Reading, ...]
) -> None:
    with Record(place, clock=lambda: datetime(2024, 5, 1, tzinfo=UTC)) as record:
        first, second = (record.add(reading).article for reading in readings)
        assert [(one.article, one.is_current) for one in record.versions(URL)] == [(first, False), (second, True)]


def test_documents_without_a_url_are_no_versions_of_each_other(record: Record) -> None:
    keys = [record.add(captured("<Ana Ruiz> {said} [no].", name=name, url=None)).article for name in ("a", "b")]
    assert [capture.is_current for capture in record.captures()] == [True, True]
    assert [one.article for one in record.versions(keys[0])] == keys[:1]


def test_an_article_that_is_not_there_is_said_to_be_missing(record: Record) -> None:
    for ask in (record.held, record.original, record.versions):
        with pytest.raises(NoSuchArticle, match="no article on the record is 0123"):
            ask("0123")


def test_a_page_that_goes_back_reads_as_it_did_and_was_captured_three_times(record: Record) -> None:
    first, second = record.add(FIRST).article, record.add(SECOND).article
    assert record.capture_again(FIRST.article.document.sha256) == first
    seen = record.versions(URL)
    assert [one.article for one in seen] == [first, second, first]
    assert [one.is_current for one in seen] == [False, False, True]
    assert len({one.captured_at for one in seen}) == 3
    assert [row.article.id for row in record.said("dam")] == [first]
    assert record.count() == (2, 5)
    assert record.capture_again(FIRST.article.document.sha256) is None
    assert len(record.versions(URL)) == 3


MOVED = "https://www.example.org/2024/dam.html"


@pytest.mark.parametrize(("to", "captures"), [(MOVED, 2), ("https://example.org/", 1)])
def test_a_page_that_has_moved_is_one_page_and_one_that_leads_to_the_front_page_is_not(
    record: Record, to: str, captures: int
) -> None:
    record.add(FIRST)
    document = replace(SECOND.article.document, url=to, asked_url=URL)
    later = replace(SECOND, article=replace(SECOND.article, document=document))
    key = record.add(later).article
    assert record.held(key).article.document == document
    assert len(record.versions(key)) == captures
    assert next(record.said("goes")).document.asked_url == URL
