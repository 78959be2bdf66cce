"""Statements stand in the order of their instants, whatever clock each was told by."""

from collections.abc import Iterator

import pytest

from sayso.record import Record, Search
from tests.record.conftest import Places
from tests.record.printed import printed


@pytest.fixture
def record(places: Places) -> Iterator[Record]:
    with Record(places()) as record:
        yield record


def test_a_time_with_an_offset_stands_by_its_instant(record: Record) -> None:
    times = {
        "West": "2024-03-04T09:00:00-08:00",
        "East": "2024-03-04T11:00:00+09:00",
        "Greenwich": "2024-03-04T12:00:00Z",
        "Night": "2024-03-04T23:30:00-05:00",
        "Noon": "2024-03-05T11:00:00+11:00",
        "Late in March": "2024-03-31T23:30:00-05:00",
        "Early in April": "2024-04-01T09:00:00+11:00",
    }
    for outlet, on in times.items():
        record.add(printed(f"<Ana Ruiz> {{said}} [{outlet} is late].", on=on, outlet=outlet, name=outlet))
    rows = record.search(Search(), limit=9, order="time").rows
    assert [row.article.outlet for row in rows] == [
        *("East", "Greenwich", "West", "Noon", "Night", "Early in April", "Late in March")
    ]
    of_the_fourth = record.search(Search(until="2024-03-04"), limit=5, order="time").rows
    assert [row.article.outlet for row in of_the_fourth] == ["East", "Greenwich", "West", "Night"]
    of_march = record.search(Search(until="2024-03"), limit=9, order="time").rows
    assert len(of_march) == 6
    assert {month.value: month.count for month in record.facets(Search()).months} == {"2024-03": 6, "2024-04": 1}
