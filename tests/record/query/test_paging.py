"""Results come a page at a time and can be narrowed by what they are counted by."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest

from sayso.data.record_errors import BadQuery, Busy, Unaskable
from sayso.data.results import StatementRow
from sayso.record import BadCursor, Record, Search, engine
from tests.record.conftest import Databases, Files
from tests.record.printed import printed

DATES = ("2024-03-01", "2023-01-09", None, "2024-01-05", "2023-11-30", None, "2024-03-01")


@pytest.fixture(scope="module")
def record(engine: Files | Databases) -> Iterator[Record]:
    """One for all tests that do not change it."""
    with filled(engine.new()) as record:
        yield record


@contextmanager
def filled(place: str) -> Iterator[Record]:
    with Record(place) as record:
        for n, date in enumerate(DATES):
            paragraphs = f"<Ana Ruiz> {{said}} [dam {n} stays].", f"<Ben Holt> {{said}} [no {n}]."
            outlet = "The Post" if n % 2 else "Radio Mira"
            record.add(printed(*paragraphs, on=date, outlet=outlet, name=f"{n}.txt"))
        yield record


def walked(record: Record, search: Search, order: str, limit: int) -> list[str]:
    ids, after = [], None
    while True:
        page = record.search(search, limit=limit, after=after, order=order)  # type: ignore[arg-type]
        assert len(page.rows) == len(page.marks) <= limit
        ids += [row.id for row in page.rows]
        if (after := page.next) is None:
            return ids


@pytest.mark.parametrize("limit", [1, 3, 5, 14, 50])
@pytest.mark.parametrize("order", ["time", "newest", "rank"])
def test_pages_together_are_all_that_is_found_in_one_order(record: Record, order: str, limit: int) -> None:
    whole = walked(record, Search(words="dam stays"), order, 100)
    assert sorted(whole) == sorted(row.id for row in record.said("dam stays"))
    assert walked(record, Search(words="dam stays"), order, limit) == whole


def test_in_order_of_time_the_undated_come_last(record: Record) -> None:
    dates = [row.dated for row in record.search(Search(by="Ruiz")).rows]
    assert dates == ["2023-01-09", "2023-11-30", "2024-01-05", "2024-03-01", "2024-03-01", None, None]


def test_the_newest_first_has_the_undated_last_too(record: Record) -> None:
    dates = [row.dated for row in record.search(Search(by="Ruiz"), order="newest").rows]
    assert dates == ["2024-03-01", "2024-03-01", "2024-01-05", "2023-11-30", "2023-01-09", None, None]


def test_what_comes_in_meanwhile_neither_repeats_nor_skips(place: str) -> None:
    with filled(place) as record:
        first = record.search(Search(by="Ruiz"), limit=2)
        record.add(printed("<Ana Ruiz> {said} [earlier].", on="2020-01-01", name="earlier.txt"))
        rest = record.search(Search(by="Ruiz"), after=first.next)
    assert [row.dated for row in (*first.rows, *rest.rows)][:5] == [
        "2023-01-09",
        "2023-11-30",
        "2024-01-05",
        "2024-03-01",
        "2024-03-01",
    ]


@pytest.mark.parametrize("cursor", ["nonsense", "²", "-1", "9" * 23, ""])
def test_a_cursor_of_nothing_is_refused(record: Record, cursor: str) -> None:
    with pytest.raises(BadCursor, match="continues no page"):
        record.search(Search(words="dam"), after=cursor, order="rank")
    with pytest.raises(BadCursor, match="continues no page"):
        record.doubtful(after=cursor)


@pytest.mark.parametrize("field", ["by", "about", "outlet", "topic"])
def test_what_no_text_can_hold_finds_nothing_or_cannot_be_asked(record: Record, field: str) -> None:
    """PostgreSQL takes no NUL; its complaint, which names the database, is not passed on."""
    found: list[StatementRow] = []
    with suppress(Unaskable, BadQuery):
        found.extend(record.search(Search(**{field: "dam\0"})).rows)
    assert not found


def test_a_question_that_takes_too_long_is_told_so(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_STEPS", 1)
    Record(place).close()
    with Record(place, patience=0.000_001) as impatient, pytest.raises(Busy, match="ask for less at once"):
        impatient.facets(Search(words="dam"))


def test_what_is_found_is_counted_by_speaker_outlet_month_and_kind(record: Record) -> None:
    found = record.facets(Search())
    assert found.total == 14
    assert [(one.label, one.count) for one in found.speakers] == [("Ana Ruiz", 7), ("Ben Holt", 7)]
    assert [(one.label, one.count) for one in found.outlets] == [("Radio Mira", 8), ("The Post", 6)]
    assert [(one.value, one.count) for one in found.months] == [
        ("2023-01", 2),
        ("2023-11", 2),
        ("2024-01", 2),
        ("2024-03", 4),
    ]
    assert [(one.value, one.count) for one in found.kinds] == [("indirect", 14)]


def test_counting_follows_the_search(record: Record) -> None:
    found = record.facets(Search(words="dam", since="2024"))
    assert (found.total, [one.label for one in found.speakers]) == (3, ["Ana Ruiz"])


@pytest.mark.parametrize(
    ("search", "number"),
    [
        (Search(act="said"), 14),
        (Search(act="wanted"), 0),
        (Search(negated=True), 0),
        (Search(negated=False, hypothetical=False), 14),
        (Search(confidence=0.9), 14),
        (Search(topic="dam"), 0),
        (Search(outlet="mira", kind="indirect"), 8),
    ],
)
def test_every_filter_narrows(record: Record, search: Search, number: int) -> None:
    assert len(record.search(search, limit=100).rows) == record.facets(search).total == number
