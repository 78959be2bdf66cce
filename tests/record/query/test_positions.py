"""Who stands where on the whole record: asked by holder and target, with what turned."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Moment, Span
from sayso.data.position import Party, Polarity, Position
from sayso.record import Record
from tests.record.conftest import Places


@pytest.fixture
def record(places: Places) -> Iterator[Record]:
    with Record(places()) as record:
        yield record


VALTARI = Actor("person:irena-valtari", "Irena Valtari", "person", ("Irena Valtari",))
TEXT = "Irena Valtari defends or rejects the Orsa dam."
AT = Span(0, 13, "Irena Valtari")


def stands(day: str, polarity: Polarity, target: str = "the Orsa dam") -> Reading:
    """An article of a day in which she takes a side."""
    text = f"{TEXT} {day}"
    article = Article(
        document=Document(f"{day}.txt", None, "text/plain", f"{day:0<64}".replace("-", "a")),
        text=text,
        blocks=(Block("paragraph", 0, len(text)),),
        published=Moment(day, "day", "header", day),
    )
    issue = Party(Span(33, 45, text[33:45]), target)
    holder = Party(AT, VALTARI.name, VALTARI.id)
    one = Position(holder, issue, polarity, "support", (Span(14, 21, "defends"),))
    return Reading(article, (), (replace(VALTARI, mentions=(AT,)),), None, (one,))


def test_a_holder_is_found_by_name_and_a_target_by_its_words(record: Record) -> None:
    record.add(stands("2024-03-04", "positive"))
    (row,) = record.stances("Valtari", "dam")
    assert (row.position.holder.actor, row.position.polarity, row.dated) == (VALTARI.id, "positive", "2024-03-04")
    assert list(record.stances("Valtari", "ferry")) == list(record.stances("Brandl")) == []


def test_a_change_of_side_on_one_matter_shows_what_it_contradicts(record: Record) -> None:
    for reading in (
        stands("2024-09-12", "negative", "Orsa Dam timetable"),
        stands("2024-03-04", "positive", "the dam"),
    ):
        record.add(reading)
    first, second = record.stances()
    assert (first.reverses, second.reverses) == (None, first.id)


def test_another_matter_the_same_side_or_a_position_that_was_denied_is_no_change(record: Record) -> None:
    record.add(stands("2024-03-04", "positive"))
    record.add(stands("2024-04-05", "positive"))
    record.add(stands("2024-05-06", "negative", "the Mellin ferry"))
    denied = stands("2024-06-07", "negative")
    record.add(replace(denied, positions=(replace(denied.positions[0], negated=True),)))
    assert [row.reverses for row in record.stances()] == [None] * 4


def test_positions_are_carried_with_the_article_as_it_was_read(record: Record) -> None:
    reading = stands("2024-03-04", "positive")
    record.add(reading)
    assert record.as_read(reading.article.document.key).positions == reading.positions
