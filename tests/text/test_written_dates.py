"""Days as people write them become days that can be searched for, and what is none is left alone."""

from datetime import date

import pytest

from sayso.text.written_dates import Ambiguous, day_told, period_told

TODAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2015", "2015"),
        ("2015-10", "2015-10"),
        ("May 2024", "2024-05"),
        ("may, 2024", "2024-05"),
        ("last May", "2026-05"),
        ("December", "2025-12"),
        ("November", "2026-11"),
        ("last November", "2025-11"),
        ("4 March", "2026-03-04"),
        ("March 4, 2024", "2024-03-04"),
        ("21st of May 2024", "2024-05-21"),
        ("25/3/2024", "2024-03-25"),
        ("yesterday", "2026-11-26"),
        ("3 weeks ago", "2026-11-06"),
        ("last year", "2025"),
        ("30 Feb 2024", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_as_people_write_it(written: str, day: str | None) -> None:
    assert day_told(written, TODAY) == day


def test_a_date_that_is_two_is_refused_with_both() -> None:
    with pytest.raises(Ambiguous, match="2024-03-04 or 2024-04-03"):
        day_told("4/3/2024", TODAY)


@pytest.mark.parametrize(
    ("text", "since", "until", "words"),
    [
        ("Valtari May 2024", "2024-05", "2024-05", "May 2024"),
        ("Holt since last May", "2026-05", None, "since last May"),
        ("dam until 2015", None, "2015", "until 2015"),
        ("what was said between March 2024 and May 2024", "2024-03", "2024-05", "between March 2024 and May 2024"),
        ("Holt last week", "2026-11-20", None, "last week"),
    ],
)
def test_a_period_within_words(text: str, since: str | None, until: str | None, words: str) -> None:
    found = period_told(text, TODAY)
    assert found
    assert (found.since, found.until, text[found.start : found.end]) == (since, until, words)


@pytest.mark.parametrize("text", ["they may go", "march on", "40,000 people", "2.1 billion crowns", "the dam"])
def test_what_tells_no_day(text: str) -> None:
    assert period_told(text, TODAY) is None
