"""What is written in several ways is found however it is asked for; scripts without blanks are searched too."""

import pytest

from sayso.data.record_errors import BadQuery
from sayso.record import Record
from tests.record.printed import printed


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("an e-mail came", "email"),
        ("an email came", "e-mail"),
        ("they re-open it", "reopen"),
        ("they reopen it", "re-open"),
        ("at 5 p.m.", "pm"),
        ("until 5 p.m", "pm"),
        ("at 5 pm", "p.m."),
        ("the U.S. left", "US"),
        ("the US left", "U.S."),
        ("大坝必须停止", "必须"),
        ("大坝必须停止", '"大坝必须"'),
        ("เขื่อนต้องหยุด", "ต้อง"),
        ("ទំនប់ត្រូវតែបញ្ឈប់", "ត្រូវ"),
        ("an open letter", '"open lett*"'),
    ],
)
def test_both_ways_of_writing_are_one(place: str, said: str, asked: str) -> None:
    with Record(place) as record:
        record.add(printed(f"<Ana Ruiz> {{said}} [{said}]."))
        found = len(list(record.said(asked)))
        assert found == 1


def test_the_us_is_not_us(place: str) -> None:
    with Record(place) as record:
        record.add(printed("<Ana Ruiz> {said} [it belongs to us]."))
        assert list(record.said("US")) == []
        assert len(list(record.said("us"))) == 1


@pytest.mark.parametrize("asked", ["h*rb", "*mail", "*", '"open * letter"'])
def test_a_star_that_can_mean_nothing_is_refused_with_a_word(place: str, asked: str) -> None:
    with Record(place) as record, pytest.raises(BadQuery, match=r"\* stands at the end"):
        list(record.said(asked))
