"""What is counted over the whole record is right whatever happens to a statement."""

from collections import Counter

from sayso.record import Record, Search
from sayso.record.store.tally_triggers import PARTS
from tests.record.conftest import sql
from tests.record.printed import printed


def counted(place: str) -> Counter[tuple[str, bool, str]]:
    rows = sql(place, "SELECT part, shown, value, number FROM tallies WHERE number <> 0")
    return Counter({(part, bool(shown), value): number for part, shown, value, number in rows})


def recounted(place: str) -> Counter[tuple[str, bool, str]]:
    found: Counter[tuple[str, bool, str]] = Counter()
    for part, of in PARTS.items():
        rows = sql(place, f"SELECT shown, {of.format(row='statements')} FROM statements WHERE is_shown")
        found.update((part, bool(shown), value) for shown, value in rows if value is not None)
    return found


def test_it_is_the_same_as_counting_all_anew(place: str) -> None:
    with Record(place) as record:
        dam = printed("<Ana Ruiz> {said} [yes].", "<Ben Holt> {denied} [no].", on="2024-03-01", outlet="Post")
        record.add(dam)
        assert counted(place) == recounted(place) != Counter()
        record.add(printed("<Ruiz> {said} [later].", on="2024-04-01", outlet="Mira", name="b"))
        assert counted(place) == recounted(place)
        (row,) = record.said("later")
        record.reject(row.id, who="ben")
        assert counted(place) == recounted(place)
        record.undo(who="ben")
        record.reattribute(row.id, "Holt", who="ben")
        assert counted(place) == recounted(place)
        record.add(dam, again=True)
        assert counted(place) == recounted(place)
        assert record.facets(Search()).total == 3


def test_every_transaction_that_writes_counts_as_a_change(place: str) -> None:
    with Record(place) as record:
        before = record.changes()
        record.facets(Search())
        assert record.changes() == before
        record.add(printed("<Ana Ruiz> {said} [yes]."))
        assert record.changes() != before
