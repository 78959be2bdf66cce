"""What a person decides of who is who holds for everything that is read, and is taken back only by a decision."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from sayso.record import Record, SeveralNamed, Undecidable
from tests.record.printed import person, printed

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
SPELLINGS = (person("Irena Valtari"), person("Irina Waltari"))


def said_by(record: Record, name: str) -> list[str]:
    return [row.statement.attribution.content[0].text for row in record.said(by=name)]


def add(record: Record, name: str, words: str) -> None:
    record.add(printed(f"<{name}> {{said}} [{words}].", actors=(person(name),), name=f"{name} {words}.txt"))


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with Record(place, clock=lambda: NOON) as record:
        add(record, "Irena Valtari", "the dam stays")
        add(record, "Irina Waltari", "the dam goes")
        yield record


def test_two_decided_the_same_are_one_called_as_the_first(record: Record) -> None:
    record.same("Irena Valtari", "Irina Waltari", who="ed")
    assert sorted(said_by(record, "Waltari")) == ["the dam goes", "the dam stays"]
    found = record.who("Waltari")
    assert (found.actor.name, found.actor.statements, found.actor.articles) == ("Irena Valtari", 2, 2)
    assert {use.words for use in found.names} == {"Irena Valtari", "Irina Waltari"}
    assert {row.statement.speaker and row.statement.speaker.name for row in found.statements} == {"Irena Valtari"}


def test_it_holds_for_articles_that_come_later(record: Record) -> None:
    record.same("Irena Valtari", "Irina Waltari", who="ed")
    add(record, "Irina Waltari", "we shall see")
    assert "we shall see" in said_by(record, "Irena Valtari")


def test_undoing_gives_each_back_what_is_hers(record: Record) -> None:
    record.same("Irena Valtari", "Irina Waltari", who="ed")
    record.undo(who="ed", why="two sisters")
    assert said_by(record, "Waltari") == ["the dam goes"]
    assert said_by(record, "Valtari") == ["the dam stays"]


def test_nothing_decided_is_lost(record: Record) -> None:
    record.same("Irena Valtari", "Irina Waltari", who="ed", why="one passport")
    record.undo(1, who="jo", why="two sisters")
    first, second = record.decisions()
    assert (first.verb, first.one, first.other) == ("same", "person:irena-valtari", "person:irina-waltari")
    assert (first.who, first.why, first.at, first.stands) == ("ed", "one passport", "2024-05-01T12:00:00+00:00", False)
    assert (second.verb, second.undoes, second.who) == ("undo", 1, "jo")


def test_three_spellings_are_one_in_whatever_order_they_are_joined(record: Record) -> None:
    add(record, "I. Valtary", "no comment")
    record.same("I. Valtary", "Irina Waltari", who="ed")
    record.same("Irena Valtari", "I. Valtary", who="ed")
    assert len(said_by(record, "Waltari")) == 3
    assert record.who("Valtary").actor.name == "Irena Valtari"
    record.undo(1, who="ed")
    assert sorted(said_by(record, "Valtary")) == ["no comment", "the dam stays"]


def test_two_decided_different_are_never_made_one(record: Record) -> None:
    add(record, "I. Valtary", "no comment")
    record.different("Irena Valtari", "Irina Waltari", who="ed")
    record.same("I. Valtary", "Irina Waltari", who="ed")
    with pytest.raises(Undecidable, match="were decided different, number 1"):
        record.same("Irena Valtari", "I. Valtary", who="ed")


def test_one_actor_is_not_told_from_himself(record: Record) -> None:
    record.same("Irena Valtari", "Irina Waltari", who="ed")
    with pytest.raises(Undecidable, match="were decided the same; undo that first"):
        record.different("person:irena-valtari", "person:irina-waltari", who="ed")
    with pytest.raises(Undecidable, match="is one actor already"):
        record.same("Valtari", "Waltari", who="ed")


def test_only_what_stands_can_be_undone(record: Record) -> None:
    with pytest.raises(Undecidable, match="no decision to undo"):
        record.undo(who="ed")
    with pytest.raises(Undecidable, match="no decision 7"):
        record.undo(7, who="ed")


def test_a_name_of_several_decides_nothing(record: Record) -> None:
    add(record, "Tom Valtari", "hello")
    with pytest.raises(SeveralNamed):
        record.same("Valtari", "Waltari", who="ed")
    assert record.decisions() == ()


def test_what_is_said_about_one_is_said_about_both_and_never_by_them(record: Record) -> None:
    record.same("Irena Valtari", "Irina Waltari", who="ed")
    record.add(
        printed(
            "<Ben Holt> {said} [Irina Waltari lied].",
            "<Irena Valtari> {said} [Irina Waltari is my name].",
            actors=(person("Ben Holt"), *SPELLINGS),
            name="holt.txt",
        )
    )
    about = [row.statement.attribution.content[0].text for row in record.said(about="Valtari")]
    assert about == ["Irina Waltari lied"]
