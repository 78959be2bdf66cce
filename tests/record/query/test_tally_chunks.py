"""What is counted from column chunks is what the database counts of the rows, whatever happens to them."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.data.entry import Known
from sayso.data.statement import Principal, Speaker
from sayso.data.tally import COLUMNS
from sayso.record import Record, Search
from sayso.record.query import tally_chunks
from sayso.record.store import column_chunks
from tests.record.conftest import Places, sql
from tests.record.printed import HOLT, RUIZ, described, printed

NAMES = [one.name for one in COLUMNS]
BY = [*(NAMES[n : n + 3] for n in range(0, len(NAMES), 3)), ["party"]]
ALL_OF_THE_SAME = Search(confidence=0.0)
"""Finds all, but by a condition, which the database looks at."""


@pytest.fixture
def place(places: Places, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A record whose chunks have two statements."""
    monkeypatch.setattr(column_chunks, "ROWS", 2)
    return places()


def same_counts(record: Record) -> bool:
    for unit, by in (*(("statements", by) for by in BY), ("words", ["outlet", "speaker"])):
        one, other = (record.tally(search, by, unit=unit) for search in (Search(), ALL_OF_THE_SAME))  # type: ignore[arg-type]
        assert (one.cells, one.total, one.open) == (other.cells, other.total, other.open), by
    return True


def article(name: str) -> object:
    """One with Ruiz who speaks with Holt, Holt for her, and police."""
    reading = described(
        printed(
            "<Ana Ruiz> {said that} [the dams must stay].",
            "<Ben Holt> {said} [so].",
            "<police> {said} [the road was shut].",
            "<Nobody we know> {said} [it rained].",
            on="2024-03-04",
            outlet=name,
            name=name,
        )
    )
    ana, ben, *others = reading.statements
    ana = replace(ana, gender="woman", office=name == "a", also=(Speaker(HOLT.id, HOLT.name, HOLT.type, "name"),))
    ben = replace(ben, on_behalf_of=Principal(RUIZ.id, RUIZ.name, RUIZ.type))
    return replace(reading, statements=(ana, ben, *others))


def test_all_that_can_happen_to_a_statement_is_counted(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    monkeypatch.setattr(
        tally_chunks, "summed", lambda *a, _summed=tally_chunks.summed: (counted.append(1), _summed(*a))[1]
    )
    with Record(place) as record:
        record.add(article("a"))
        record.add(article("b"))
        record.refer([Known("a", "Ana Ruiz", "person", columns=(("party", "Reeds"),))])
        (row,) = record.said("shut", outlet="a")
        record.reattribute(row.id, "Holt", who="ben")
        record.reject(next(iter(record.said("rained"))).id, who="ben")
        record.gender("Ben Holt", "man", who="ben")
        assert same_counts(record)
        record.undo(who="ben")
        record.add(article("a"), again=True)
        record.same(HOLT.id, RUIZ.id, who="ben")
        assert same_counts(record)
    assert counted


def test_what_is_forgotten_is_in_no_chunk(place: str) -> None:
    with Record(place) as record:
        record.add(article("a"))
        gone = record.add(article("b"))
        record.forget(gone.article, who="ben")
        assert [len(sql(place, f"SELECT * FROM {table}")) for table in ("stale_statements", "statements")] == [0, 4]
        assert [(cell.keys[0].value, cell.count) for cell in record.tally(Search(), ["outlet"]).cells] == [("a", 4)]


def test_a_question_of_a_few_is_put_to_the_rows(place: str) -> None:
    with Record(place) as record:
        record.add(article("a"))
        assert [cell.count for cell in record.tally(Search(words="shut"), ["outlet"]).cells] == [1]
