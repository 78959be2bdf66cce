"""Two statements of one day stand in the order of their instants, whatever clock each was told by."""

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
    }
    for outlet, on in times.items():
        record.add(printed(f"<Ana Ruiz> {{said}} [{outlet} is late].", on=on, outlet=outlet, name=outlet))
    rows = record.search(Search(), limit=5, order="time").rows
    assert [row.article.outlet for row in rows] == ["East", "Greenwich", "West"]
    assert {month.value for month in record.facets(Search()).months} == {"2024-03"}
