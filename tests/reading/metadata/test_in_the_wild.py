"""Where sites of all kinds tell title, day and writer: one layout a line."""

import pytest
from lxml.html import fromstring

from sayso.data.article import Article
from sayso.reading import read_document
from sayso.reading.metadata.dates import find_date
from sayso.reading.metadata.headings import headline_of
from sayso.reading.metadata.marked_bylines import byline_in_lines, marked_byline
from sayso.reading.metadata.meta_tags import told_in_meta_tags
from sayso.reading.metadata.times import told_in_boxes, told_in_time_elements
from tests.reading.metadata.test_page import BODY, LEAD, TITLE

DAY = "2031-05-03"


def headline(title: str, body: str) -> str | None:
    tree = fromstring(f"<html><head><title>{title}</title></head><body>{body}</body></html>")
    return headline_of(tree, (None, None), None, (), [])


@pytest.mark.parametrize(
    ("title", "body"),
    [
        (f"Elna Diary: {TITLE}", f"<h1>Elna Diary</h1><h3 class='post-title entry-title'>{TITLE}</h3>"),
        (f"{TITLE} « Elna Diary", f"<h1><a href='/'>Elna Diary</a></h1><h2>{TITLE}</h2>"),
        (f"Elna Diary » Archive » {TITLE}", f"<h1><a href='/'>Elna Diary</a></h1><h2>{TITLE}</h2>"),
        (f"{TITLE} :: Elna Diary", ""),
        (f"{TITLE} | elnapost.example", ""),
        (f"{TITLE} | Elna Post", f"<h1>News</h1><h2>{TITLE}</h2>"),
        ("Elna Post", f"<p class='article-headline headline'>{TITLE}</p>"),
        (f"Flood: {TITLE}", f"<h1><span class='kicker'>Flood</span><span class='title'>{TITLE}</span></h1>"),
    ],
)
def test_the_headline_is_found_beside_sections_and_names_of_sites(title: str, body: str) -> None:
    assert headline(title, body) == TITLE


@pytest.mark.parametrize(
    "words",
    [
        *(
            "zaterdag 3 mei 2031",
            "3 de maio de 2031 às 10h12",
            "3 maja 2031",
            "3. května 2031",
            "Publicerad 3 maj 2031",
        ),
        *("3 мая 2031", "3 Mayıs 2031", "2031年5月3日", "2031년 5월 3일"),
    ],
)
def test_a_day_is_read_in_the_languages_of_news(words: str) -> None:
    found = find_date(words)
    assert found is not None
    assert found.value.startswith(DAY)


@pytest.mark.parametrize(
    "shown",
    [
        "<abbr class='published' title='2031-05-03'>last week</abbr>",
        "<span class='date' data-date='2031-05-03'>3 days ago</span>",
        "<span class='timestamp' data-timestamp='1935568800'>3 days ago</span>",
        "<div class='date'><span>03</span><span>May</span><span>2031</span></div>",
    ],
)
def test_a_day_is_read_from_attributes_and_boxes(shown: str) -> None:
    tree = fromstring(f"<article>{shown}</article>")
    found = told_in_time_elements(tree, marked=False).published or told_in_boxes(tree)
    assert found is not None
    assert found.value.startswith(DAY)


@pytest.mark.parametrize(
    ("name", "is_published"),
    [
        ("vr:published_time", True),
        ("displaydate", True),
        ("OriginalPublicationDate", True),
        ("lastmodifieddate", False),
    ],
)
def test_a_tag_of_any_name_that_says_so_tells_the_day(name: str, is_published: bool) -> None:
    tree = fromstring(f"<html><head><meta name='{name}' content='2031-05-03'></head></html>")
    assert (told_in_meta_tags(tree).published is not None) is is_published


@pytest.mark.parametrize(
    "shown",
    [
        *("Scritto da Abby Farn", "Av Abby Farn", "Guest post by Abby Farn", "Analysis: Abby Farn"),
        *("Abby Farn, Staff Writer", "Abby Farn", "By Abby Farn 3 min read", "By ABBY FARN Associated Press"),
    ],
)
def test_a_line_below_the_headline_names_who_wrote_it(shown: str) -> None:
    tree = fromstring("<div></div>")
    assert byline_in_lines(tree, [TITLE, shown, LEAD], TITLE) == ("Abby Farn",)


def test_of_whom_the_text_tells_did_not_write_it() -> None:
    lines = [TITLE, "Ines Okafor", LEAD]
    assert byline_in_lines(fromstring("<div></div>"), lines, TITLE) == ()


@pytest.mark.parametrize(
    "shown",
    [
        "<a href='/staff/abby-farn'>Abby Farn</a>",
        "<span class='article__writer'>Abby Farn</span>",
        "<span itemprop='author'><meta itemprop='name' content='Abby Farn'></span>",
    ],
)
def test_an_element_says_whose_name_it_holds(shown: str) -> None:
    assert marked_byline(fromstring(f"<article><p>{shown}</p></article>")) == ("Abby Farn",)


def test_who_signs_a_page_below_its_last_sentence_wrote_it_and_his_line_above_is_no_paragraph() -> None:
    assert _page("", "<p>— Abby Farn</p>").byline == ("Abby Farn",)
    above = _page("<a rel='author'>Abby Farn</a> · 5 min read")
    assert (above.byline, above.text.count("Abby")) == (("Abby Farn",), 0)


def _page(above: str, below: str = "") -> Article:
    article = f"<article><h1>{TITLE}</h1><p>{above}</p>{BODY}{below}</article>"
    return read_document(
        f"<html><head><title>{TITLE}</title></head><body>{article}</body></html>".encode(), "page.html"
    )
