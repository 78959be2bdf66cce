"""What was said: by words, by whom, about whom, when, where."""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.record import BadQuery, Record, StatementRow
from tests.record.conftest import Databases, Files, Places
from tests.record.printed import HOLT, RUIZ, person, printed

US = person("US")


@pytest.fixture(scope="module")
def record(engine: Files | Databases) -> Iterator[Record]:
    with Record(engine.new()) as record:
        record.add(
            printed(
                "<Ana Ruiz> {said that} [the dams must stay].",
                "[“Holt knows nothing of dams,”] <she> {said}.",
                "<Ben Holt> {told us} [Ruiz would lose the open letter].",
                on="2024-03-04T08:30:00",
                outlet="The Orsa Courier",
            )
        )
        record.add(
            printed(
                "<Ana Ruiz> {said that} [she would write a letter, open or not].",
                "<Ana Ruiz> {said} [the flood came over us].",
                on="2024-05",
                outlet="Évening Post",
                actors=(RUIZ, HOLT, US),
                related=(
                    ("<Ruiz>{:} [Holt must go]", "2024-01-01"),
                    ("<Ruiz>{:} [Carla Vane is right]", None),
                    ("<Ruiz>{:} [the US must pay]", "2024-01-02"),
                ),
                name="b.html",
            )
        )
        yield record


def contents(record: Record, words: str | None = None, **filters: Any) -> list[str]:
    return [content(row) for row in record.said(words, **filters)]


def content(row: StatementRow) -> str:
    return row.statement.attribution.content[0].text


def test_statements_come_in_order_of_time_the_undated_last(record: Record) -> None:
    assert contents(record) == [
        "Holt must go",
        "the US must pay",
        "the dams must stay",
        "“Holt knows nothing of dams,”",
        "Ruiz would lose the open letter",
        "she would write a letter, open or not",
        "the flood came over us",
        "Carla Vane is right",
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dam", ["the dams must stay", "“Holt knows nothing of dams,”"]),
        ("DAMS stay", ["the dams must stay"]),
        ("open letter", ["Ruiz would lose the open letter", "she would write a letter, open or not"]),
        ('"open letter"', ["Ruiz would lose the open letter"]),
        ("flo*", ["the flood came over us"]),
        ('"dams must" OR flood', ["the dams must stay", "the flood came over us"]),
        ("letter NOT open", []),
        ("dams -holt", ["the dams must stay"]),
        ("dam (stay OR knows) -(open letter)", ["the dams must stay", "“Holt knows nothing of dams,”"]),
        ("content:dams", []),
        ("dam — !!!", ["the dams must stay", "“Holt knows nothing of dams,”"]),
        ("“open letter”", ["Ruiz would lose the open letter"]),
        ("LÉTTERS lose", ["Ruiz would lose the open letter"]),
        ("us", ["the US must pay", "Ruiz would lose the open letter", "the flood came over us"]),
        ("US", ["the US must pay"]),
        ("U.S.", ["the US must pay"]),
        ("u OR i OR s", []),
    ],
)
def test_all_the_words_must_be_there_in_any_form_and_order(record: Record, words: str, found: list[str]) -> None:
    assert contents(record, words) == found


@given(words=st.text(max_size=30))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_whatever_is_typed_is_searched_for_or_told_to_be_no_query(record: Record, words: str) -> None:
    with suppress(BadQuery):
        contents(record, words.encode("utf-8", "ignore").decode())


@pytest.mark.parametrize("name", ["Ben Holt", "holt", "HOLT Ben", "person:ben-holt"])
def test_by_takes_a_name_in_any_form(record: Record, name: str) -> None:
    assert contents(record, by=name) == ["Ruiz would lose the open letter"]


def test_by_nobody_known_finds_nothing(record: Record) -> None:
    assert contents(record, by="Zed") == contents(record, by="!") == []


def test_about_finds_what_others_say_of_someone_and_not_what_they_say(record: Record) -> None:
    assert contents(record, about="Holt") == ["Holt must go", "“Holt knows nothing of dams,”"]
    assert contents(record, about="Ruiz") == ["Ruiz would lose the open letter"]


def test_about_finds_a_name_that_only_a_headline_has(record: Record) -> None:
    assert contents(record, about="Carla Vane") == ["Carla Vane is right"]


def test_a_country_is_not_a_pronoun(record: Record) -> None:
    assert contents(record, about="US") == ["the US must pay"]


def test_dates_hold_as_far_as_they_are_known(record: Record) -> None:
    assert contents(record, since="2024-03-04", until="2024-03-04", by="Holt") == ["Ruiz would lose the open letter"]
    assert contents(record, until="2024-01-01") == ["Holt must go"]
    assert len(contents(record, since="2024")) == 7
    assert contents(record, since="2025") == []


def test_what_is_known_to_the_month_may_be_of_any_day_in_it(record: Record) -> None:
    assert len(contents(record, since="2024-05-20", until="2024-05-21")) == 2
    assert contents(record, since="2024-06") == []


def test_kind_outlet_and_limit_narrow(record: Record) -> None:
    assert contents(record, kind="headline") == []
    assert len(contents(record, outlet="orsa courier")) == 3
    assert len(contents(record, outlet="ÉVENING")) == 5
    assert len(contents(record, kind="indirect", limit=2)) == 2


def test_filters_are_all_met_at_once(record: Record) -> None:
    assert contents(record, "dams", by="Ruiz", about="Holt", since="2024-03") == ["“Holt knows nothing of dams,”"]


def test_no_order_hangs_on_which_document_was_added_first(places: Places) -> None:
    readings = [printed("<Ana Ruiz> {said} [no].", on="2024-01-01", name=f"{n}.txt") for n in range(5)]
    orders = []
    for some in (readings, readings[::-1]):
        with Record(places()) as record:
            for reading in some:
                record.add(reading)
            orders.append([row.id for row in record.said()])
    assert orders[0] == orders[1]


def test_a_thousand_statements_come_whole(place: str) -> None:
    with Record(place) as record:
        record.add(printed(*(f"<Ana Ruiz> {{said}} [no {n}]." for n in range(1200))))
        assert contents(record) == [f"no {n}" for n in range(1200)]
