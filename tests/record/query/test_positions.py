"""Who stands where on the whole record: asked by holder and target, with what turned."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Moment, Span
from sayso.data.position import Party, Polarity, Position
from sayso.record import Record, Undecidable
from sayso.serialise.gold import lines
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


def test_what_was_decided_of_a_position_holds_after_it_is_read_again(record: Record) -> None:
    reading = stands("2024-03-04", "positive")
    record.add(reading)
    (row,) = record.stances()
    record.judge(row.id, "other side", who="ed")
    other = replace(reading.positions[0], evidence=(Span(25, 32, "rejects"),))
    record.add(replace(reading, model="another", positions=(other, reading.positions[0])), again=True)
    told = [(one.position.polarity, one.position.evidence[0].text, one.decided) for one in record.stances()]
    assert told == [("positive", "rejects", None), ("negative", "defends", "other side")]


def test_a_wrong_position_is_shown_no_more_until_that_is_undone(record: Record) -> None:
    record.add(stands("2024-03-04", "positive"))
    (row,) = record.stances()
    decision = record.judge(row.id, "wrong", who="ed")
    assert list(record.stances()) == list(record.stances("Valtari", limit=1)) == []
    record.undo(decision.id, who="ed")
    assert [one.decided for one in record.stances()] == [None]


def test_a_position_that_is_turned_round_is_asked_for_by_its_holder(record: Record) -> None:
    record.add(stands("2024-03-04", "positive"))
    (row,) = record.stances()
    record.judge(row.id, "turned", who="ed")
    (turned,) = record.stances(target="Valtari")
    assert (turned.position.holder.name, turned.position.target.actor) == ("the Orsa dam", VALTARI.id)
    assert list(record.stances("Valtari")) == []


def test_only_a_position_that_is_there_can_be_decided_on(record: Record) -> None:
    record.add(stands("2024-03-04", "positive"))
    (row,) = record.stances()
    with pytest.raises(Undecidable, match="no position"):
        record.judge("nothing.p1", "right", who="ed")
    with pytest.raises(Undecidable, match="none of"):
        record.judge(row.id, "perhaps", who="ed")


def test_what_was_decided_of_positions_is_exported_as_gold(record: Record) -> None:
    reading = stands("2024-03-04", "positive")
    record.add(reading)
    (row,) = record.stances()
    record.judge(row.id, "right", who="ed", why="read it")
    ((told,),) = (line["positions"] for line in lines(record))
    assert (told["polarity"], told["decided"], told["who"], told["why"]) == ("positive", "right", "ed", "read it")
