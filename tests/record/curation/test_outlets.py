"""Outlets are renamed and joined by decisions that hold for what comes later and can be taken back."""

from collections.abc import Iterator

import pytest

from sayso.data.record_errors import Undecidable
from sayso.data.search import Search
from sayso.record import Record
from tests.record.printed import printed


def put(record: Record, name: str, outlet: str, *, again: bool = False) -> None:
    said = printed(f"<Ana Ruiz> {{said}} [the {name} stays].", name=name, title=f"The {name}", outlet=outlet)
    record.add(said, again=again)


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with Record(place) as record:
        put(record, "dam", "https://www.elnapost.example")
        put(record, "weir", "The Elna Post")
        yield record


def counted(record: Record) -> dict[str, int]:
    return {one.value: one.count for one in record.facets(Search()).outlets}


def test_an_outlet_gets_a_name_and_by_that_of_another_it_is_that_one(record: Record) -> None:
    record.outlet("https://www.elnapost.example", "The Elna Post", who="mira")
    assert counted(record) == {"The Elna Post": 2}
    record.outlet("The Elna Post", "Elna Post", who="mira", why="as it prints itself")
    assert counted(record) == {"Elna Post": 2}
    assert {row.article.outlet for row in record.said(outlet="elna")} == {"Elna Post"}


def test_it_holds_for_articles_that_come_later_and_are_read_again(record: Record) -> None:
    record.outlet("https://www.elnapost.example", "The Elna Post", who="mira")
    put(record, "lock", "https://www.elnapost.example")
    assert counted(record) == {"The Elna Post": 3}
    put(record, "dam", "https://www.elnapost.example", again=True)
    assert counted(record) == {"The Elna Post": 3}


def test_it_is_taken_back_link_by_link(record: Record) -> None:
    record.outlet("https://www.elnapost.example", "The Elna Post", who="mira")
    record.outlet("The Elna Post", "Elna Post", who="mira")
    record.undo(who="mira")
    assert counted(record) == {"The Elna Post": 2}
    record.undo(who="mira")
    assert counted(record) == {"https://www.elnapost.example": 1, "The Elna Post": 1}
    assert [one.stands for one in record.decisions()] == [False, False, False, False]


def test_what_publishes_nothing_here_is_no_outlet(record: Record) -> None:
    with pytest.raises(Undecidable, match="nothing on the record is published by “Elna”"):
        record.outlet("Elna", "The Elna Post", who="mira")
    with pytest.raises(Undecidable, match="an empty name"):
        record.outlet("The Elna Post", " ", who="mira")
