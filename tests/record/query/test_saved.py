"""A search that is kept tells what came in since it was last looked at."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from sayso.data.record_errors import NotSaved
from sayso.data.search import Search
from sayso.record import Record
from tests.record.conftest import Places
from tests.record.printed import printed


def clock() -> Callable[[], datetime]:
    """A minute later each time it is looked at."""
    minutes = iter(range(10_000))
    return lambda: datetime(2026, 11, 27, tzinfo=UTC) + timedelta(minutes=next(minutes))


@pytest.fixture
def record(places: Places) -> Iterator[Record]:
    with Record(places(), clock=clock()) as record:
        record.add(printed("<Ana Ruiz> {said} [the dam holds].", name="a.txt"))
        record.save("dams", record.meant(Search("dam", by="Ruiz")))
        yield record


def test_what_was_there_is_not_new_and_what_comes_in_is(record: Record) -> None:
    assert [(one.name, one.new) for one in record.saved()] == [("dams", 0)]
    record.add(printed("<Ana Ruiz> {said} [the dam fell].", "<Ben Holt> {said} [a dam].", name="b.txt"))
    assert [one.new for one in record.saved()] == [1]
    (row,) = record.new_in("dams")
    assert row.statement.attribution.content[0].text == "the dam fell"
    record.seen("dams")
    assert record.new_in("dams") == ()


def test_what_comes_in_within_the_second_in_which_a_search_is_saved_or_looked_at_is_new(places: Places) -> None:
    with Record(places(), clock=lambda: datetime(2026, 11, 27, tzinfo=UTC)) as record:
        record.add(printed("<Ana Ruiz> {said} [the dam holds].", name="a.txt"))
        record.save("dams", Search("dam"), hook="https://desk.example/hook")
        for name in ("b.txt", "c.txt"):
            record.add(printed("<Ana Ruiz> {said} [the dam fell].", name=name))
            ((found, rows),) = record.unsent(9)
            record.sent("dams", found.last or "")
            assert (found.new, len(rows), [one.new for one in record.saved()]) == (1, 1, [1])
            record.seen("dams")
        assert (record.unsent(9), record.new_in("dams")) == ((), ())


def test_one_of_the_same_name_takes_its_place_and_it_can_be_dropped(record: Record) -> None:
    record.save("dams", Search("road"))
    assert [one.search for one in record.saved()] == [Search("road")]
    record.drop_saved("dams")
    assert record.saved() == ()
    for asked in (record.drop_saved, record.seen, record.new_in):
        with pytest.raises(NotSaved, match="no search is saved as “dams”"):
            asked("dams")


def test_a_record_tells_its_state(record: Record) -> None:
    state = record.state()
    assert (state.articles, state.statements, state.named, state.without_statements) == (1, 1, 1, 0)
    assert [(one.label, one.count) for one in state.languages] == [("en", 1)]
    assert state.size > 0
