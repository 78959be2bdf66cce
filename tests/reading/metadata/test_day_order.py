"""What 03/05/2021 means by what the text tells besides."""

import pytest

from sayso.reading.metadata.datelines import dateline_of, day_in_heading
from sayso.reading.metadata.day_order import day_first_told


@pytest.mark.parametrize(
    ("line", "text", "told"),
    [
        ("Posted: 03/05/2021. Updated: 14/05/2021", "", True),
        ("Posted: 05/03/2021, Monday", "", False),
        ("03/05/2021", "It closed on May 2.", True),
        ("03/05/2021", "It rained in March.", None),
    ],
)
def test_the_order_is_told_by_another_day_a_weekday_or_a_month(line: str, text: str, told: bool | None) -> None:
    assert day_first_told(line, text) is told


@pytest.mark.parametrize(
    "head", ["(Lorne, 3 May 2021)", "LORNE: May 3, 2021:", "Lorne (3 May 2021) —", "3 May 2021, LORNE –"]
)
def test_a_dateline_may_stand_in_brackets_or_end_with_a_colon(head: str) -> None:
    published = dateline_of(f"{head} The dam held.").published
    assert published is not None
    assert published.value == "2021-05-03"


def test_a_line_of_a_place_and_a_day_is_one() -> None:
    assert day_in_heading("Lorne | 3 May 2021") is not None
    assert day_in_heading("On 3 May 2021") is None
