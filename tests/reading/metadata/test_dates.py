"""Dates are read as far as they are written, and no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.metadata.dates import find_date, moment
from sayso.reading.metadata.url_dates import date_in_picture, date_in_url


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2015-10-10T17:31:28+02:00", "2015-10-10T17:31:28+02:00"),
        ("2015-10-10T17:31:28.123Z", "2015-10-10T17:31:28+00:00"),
        ("20151010T173128Z", "2015-10-10T17:31:28+00:00"),
        ("Sat, 10 Oct 2015 17:31:28 +0000", "2015-10-10T17:31:28+00:00"),
        ("Sat Oct 10 17:31:28 UTC 2015", "2015-10-10T17:31:28+00:00"),
        ("5:31 PM EDT, Sat October 10, 2015", "2015-10-10T17:31-04:00"),
        ("May 5, 2015 at 12:05 am", "2015-05-05T00:05"),
        ("10.3.2015, 17.31 Uhr", "2015-03-10T17:31"),
        ("10 octobre 2015 à 17h31", "2015-10-10T17:31"),
        ("25/04/2015", "2015-04-25"),
        ("04/25/2015", "2015-04-25"),
        ("October 2015", "2015-10"),
        ("2015-05", "2015-05"),
        ("2015", "2015"),
        ("1444498288", "2015-10-10T17:31:28+00:00"),
    ],
)
def test_a_date_is_read_to_the_precision_that_is_written(words: str, value: str) -> None:
    found = moment(words, "meta")
    assert found is not None
    assert (found.value, found.evidence) == (value, words)


def test_a_number_that_could_be_day_or_month_leaves_only_the_year_sure() -> None:
    found = moment("03/04/2015", "meta")
    assert found is not None
    assert (found.value, found.precision) == ("2015", "year")


@pytest.mark.parametrize("words", ["31 February 2015", "2015-13-01", "10 October 9999", "10 October 1066", "soon", ""])
def test_what_no_calendar_has_is_no_date(words: str) -> None:
    assert moment(words, "meta") is None


def test_an_impossible_time_leaves_the_day() -> None:
    found = moment("2015-10-10 99:31", "meta")
    assert found is not None
    assert (found.value, found.precision) == ("2015-10-10", "day")


def test_a_zone_that_several_places_share_gives_no_offset() -> None:
    found = moment("10 October 2015 17:31 IST", "meta")
    assert found is not None
    assert found.value == "2015-10-10T17:31"


@pytest.mark.parametrize(
    ("url", "value"),
    [
        ("https://post.example/2015/05/19/dam-opens", "2015-05-19"),
        ("https://post.example/news/2015/may/19/dam-opens", "2015-05-19"),
        ("https://post.example/2015/05/dam-opens", "2015-05"),
        ("https://post.example/dam-opens-20150519.html", "2015-05-19"),
    ],
)
def test_an_address_shows_its_date(url: str, value: str) -> None:
    found = date_in_url(url)
    assert found is not None
    assert (found.value, found.found_in) == (value, "url")


@pytest.mark.parametrize("url", ["https://post.example/id/1234567", "https://2015-05-19.example/dam", "/2015/99/19/"])
def test_a_number_in_an_address_need_be_no_date(url: str) -> None:
    assert date_in_url(url) is None


def test_ticks_in_a_pictures_name_give_the_second() -> None:
    path = "/2015/05/19/alalam_635676431137421445_25f_4x3.jpg"
    found = date_in_picture(path)
    assert found is not None
    assert (found.value, found.precision, found.evidence) == ("2015-05-19T14:38:33", "second", path)


def test_ticks_that_contradict_the_folder_are_not_believed() -> None:
    found = date_in_picture("/2014/01/02/alalam_635676431137421445.jpg")
    assert found is not None
    assert found.value == "2014-01-02"


@given(st.text(alphabet="0123456789-/:.,TZ +octobermayAPM|", max_size=60))
def test_any_words_give_a_date_within_them_or_none(words: str) -> None:
    found = find_date(words)
    if found:
        assert 0 <= found.start < found.end <= len(words)
        assert found.value[:4] in words
