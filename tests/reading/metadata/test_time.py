"""No pattern of this room takes more than its share of time, whatever it is given."""

import time
from collections.abc import Callable

import pytest

from sayso.reading import read_document
from sayso.reading.metadata.datelines import dateline, dateline_of, published_in
from sayso.reading.metadata.dates import day_comes_first, find_date, moment
from sayso.reading.metadata.names import byline, dated_byline, names_told, wire_in
from sayso.reading.metadata.url_dates import date_in_picture, date_in_url

pytestmark = pytest.mark.slow

LENGTH, MOST = 100_000, 2.0  # seconds: what is quadratic takes minutes
LIKED = (
    *(
        "A",
        "A ",
        "1",
        "10/",
        "10/10/",
        "2015-",
        "May ",
        "12:",
        "12h1",
        "(",
        "- ",
        " ",
        "\u00a0",
        "by ",
        "By A ",
        "van ",
    ),
    *(
        "post",
        "post-",
        "story-",
        "/2015/05",
        "http://",
        "a@",
        "www.",
        "T12",
        "·",
        "|",
        "–",
        "10. ",
        "Jan 1 ",
        "6356",
        "é",
    ),
    *(
        '"published_at":  ',
        "web.archive.org/web/2",
        "A, ",
        "and ",
        "comment",
        "january ",
        "de ",
        "0.0.",
        "'created_at'",
    ),
)


@pytest.mark.parametrize(
    "read",
    [
        *(byline, dated_byline, names_told, wire_in, dateline, dateline_of, published_in, find_date, day_comes_first),
        *(date_in_url, date_in_picture, lambda words: moment(words, "meta")),
    ],
)
def test_a_reader_is_linear_in_what_it_likes(read: Callable[[str], object]) -> None:
    for liked in LIKED:
        started = time.process_time()
        read((liked * (LENGTH // len(liked) + 1))[:LENGTH] + "!")
        assert time.process_time() - started < MOST, liked


@pytest.mark.parametrize(
    "byline", ["<meta name=author content='{}!'>", "<span class=byline>{}!</span>", "<p>By {}!</p>", "<h1>{}!</h1>"]
)
def test_a_run_of_capitals_hangs_no_page(byline: str) -> None:
    said = "<p>The minister said the dam stays. “We will not sell it,” Ana Ruiz said on Monday in Port Elna.</p>"
    page = f"<!doctype html><html><body><article><h1>T</h1>{byline.format('A' * LENGTH)}{said}{said}</article>"
    started = time.process_time()
    assert read_document(page.encode(), "page.html").byline == ()
    assert time.process_time() - started < 3 * MOST
