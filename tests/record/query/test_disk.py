"""What a record takes on the disk is told table by table."""

from sayso.record import Record
from tests.record.printed import printed


def test_the_tables_are_told_with_their_bytes_the_largest_first(place: str) -> None:
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [the dam must stay]."))
        taken = record.disk()
    assert {"documents", "articles", "statements", "spans"} <= taken.keys()
    assert list(taken.values()) == sorted(taken.values(), reverse=True)
    assert all(size >= 0 for size in taken.values())
