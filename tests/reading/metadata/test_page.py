"""Pages that tell the same thing in several places, and not the same."""

import pytest

from sayso.data.article import Article
from sayso.reading import read_document

LEAD = "The mayor of Port Elna, Ines Okafor, said on Monday that the harbour wall would be raised by a metre."
BODY = f"<p>{LEAD}</p><p>“We will not wait for another flood,” she told the town council in the old ferry terminal.</p>"
TITLE = "Harbour Wall to Be Raised"


def read(
    head: str = "", before: str = "", heading: str = f"<h1>{TITLE}</h1>", lang: str = "", after: str = ""
) -> Article:
    page = f"<!DOCTYPE html><html lang='{lang}'><head>{head}</head><body>"
    page += f"<article>{heading}{before}{BODY}</article>{after}</body></html>"
    return read_document(page.encode(), "page.html")


def value(article: Article) -> str | None:
    return article.published.value if article.published else None


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1 class='site-title'>The Elna Post</h1><h1>{TITLE}</h1>",
        f"<h1>Politics | {TITLE}</h1>",
        f"<h1>{TITLE.upper()}</h1>",
        f"<h1 class='sr-only'>Navigation</h1><h1 class='entry-title'>{TITLE}</h1><h1>Partners</h1>",
        f"<h1><span class='kicker'>The wall and its price:</span> <span class='headline'>{TITLE}</span></h1>",
        f"<div class='newsletter'><h1>Harbour News to Be Raised Daily</h1></div><h1>{TITLE}</h1>",
    ],
)
def test_the_headline_is_the_heading_that_the_data_agree_with(heading: str) -> None:
    assert read(f"<meta property='og:title' content='{TITLE}'>", heading=heading).title == TITLE


def test_the_heading_is_the_headline_where_search_engines_are_told_more() -> None:
    head = "<meta property='og:title' content='Harbour Wall to Be Raised: All You Need | The Elna Post | News'>"
    assert read(head).title == TITLE


def test_a_title_loses_the_site_behind_it_where_a_lesser_heading_has_it_alone() -> None:
    head = "<title>Harbour Wall to Be Raised - The Very Long Name of the Elna Post and Its Forum</title>"
    assert read(head, heading=f"<h2>{TITLE}</h2>").title == TITLE


def test_the_headline_is_what_readers_see_of_a_title_with_the_name_of_a_site() -> None:
    head = f"<title>Elna Ferry Club - {TITLE} - Press - News</title>"
    assert read(head, heading=f"<div>{TITLE}</div>").title == TITLE
    themed = f"<title>{TITLE} - Politics</title><meta property='og:site_name' content='Politics'>"
    assert read(themed, heading="").title == TITLE


def test_a_lesser_heading_that_is_marked_is_the_headline_where_no_data_tell_one() -> None:
    assert read("<title>Pumps</title>", heading=f"<h2 itemprop='headline'>{TITLE}</h2>").title == TITLE


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("<p>---- by Abby Farn</p>", ("Abby Farn",)),
        ("<p>Auteur : Abby Farn</p>", ("Abby Farn",)),
        ("<p>Text by Abby Farn   Photos by Olga Fenn</p>", ("Abby Farn",)),
        ("<p class='author'>Abby Farn 1</p>", ("Abby Farn",)),
        ("<p>11.12.2031 - Abby Farn</p>", ("Abby Farn",)),
        ("<p>11.12.2031 - Port Elna</p>", ()),
        ("<footer><address class='author'>Abby Farn</address></footer>", ("Abby Farn",)),
        ("<figure><span class='author-name'>Olga Fenn</span></figure>", ()),
        (
            "<p class='byline'>By ABBY FARN, Senior Reporter, and <a href='/t'>TOBY HALL</a></p>",
            ("Abby Farn", "Toby Hall"),
        ),
        ("<span class='author vcard'>by <a rel='author' href='/o'>olga</a></span>", ("olga",)),
        ("<div>By <a href='/a'>Abby Farn</a>, Elna</div>", ("Abby Farn",)),
        ("<div class='meta'>6 May 2031 by Olga</div>", ("Olga",)),
        (
            "<ul><li class='author-name'>Abby Farn</li><li class='author-name'>Toby Hall</li></ul>",
            ("Abby Farn", "Toby Hall"),
        ),
    ],
)
def test_a_byline_is_read_wherever_the_page_shows_it(before: str, names: tuple[str, ...]) -> None:
    assert read(before=before).byline == names


def test_a_name_that_readers_see_goes_before_a_login_and_the_sites_own() -> None:
    head = "<meta property='og:site_name' content='The Elna Post'><meta name='author' content='{}'>"
    for told in ("abbyfarn", "The Elna Post"):
        assert read(head.format(told), "<p class='byline'>By Abby Farn</p>").byline == ("Abby Farn",)


def test_a_commenter_and_the_authors_of_other_stories_are_no_authors() -> None:
    comments = "<span class='author'>Kay Fox</span><p>Comment by Olga Fenn — 11.12.2031</p>"
    others = "<aside><p class='byline'>By Lo Bar</p></aside>"
    assert read(after=f"<div class='comments'>{comments}</div>{others}").byline == ()


def test_eight_digits_of_an_address_that_a_dateline_belies_number_a_story() -> None:
    link = "<link rel='canonical' href='https://elna.example/news/20190417/wall'>"
    line = "<p>PORT ELNA, Dec. 3, 2024 – The wall of the harbour at Port Elna fell into the sea on Monday night.</p>"
    assert value(read(link)) == "2019-04-17"
    assert value(read(link, line)) == "2024-12-03"


def test_published_and_updated_are_both_kept() -> None:
    head = "<meta property='article:modified_time' content='2031-03-05T09:00:00Z'>"
    article = read(
        head, "<time class='updated' datetime='2031-03-05'>5 March</time><time datetime='2031-03-04'>4 March</time>"
    )
    assert article.updated is not None
    assert (value(article), article.updated.value) == ("2031-03-04", "2031-03-05T09:00:00+00:00")


@pytest.mark.parametrize(
    ("told", "shown", "day"),
    [
        ("2031-03-05T05:30:59Z", "Published: March 4, 2031 at 11:30 p.m.", "2031-03-04T23:30"),
        ("2031-03-04T23:11:59Z", "March 5, 2031", "2031-03-05"),
        ("2031-03-04T15:11:59Z", "March 3, 2031", "2031-03-04T15:11:59+00:00"),
        ("2031-03-04T23:11:59-05:00", "March 5, 2031", "2031-03-04T23:11:59-05:00"),
    ],
)
def test_data_in_utc_give_way_to_the_day_that_readers_see(told: str, shown: str, day: str) -> None:
    head = f"<meta property='article:published_time' content='{told}'>"
    assert value(read(head, f"<p>{shown}</p>")) == day


@pytest.mark.parametrize(
    ("before", "lang", "told"),
    [
        ("<p>03/04/2031</p>", "es", "2031-04-03"),
        ("<p>03/04/2031</p>", "en-US", "2031-03-04"),
        ("<p>03/04/2031</p>", "en-GB", "2031-04-03"),
        ("<p>03/04/2031</p>", "en", None),
        ("<p>03/04/2031</p><p>Next meeting of the council: 25/04/2031</p>", "en", "2031-04-03"),
        ("<p>24 April 2031 | <a href='/n'>News of the harbour</a></p>", "", "2031-04-24"),
    ],
)
def test_the_line_by_the_headline_is_the_date_as_far_as_the_page_tells(
    before: str, lang: str, told: str | None
) -> None:
    assert value(read(before=before, lang=lang)) == told


def test_the_date_by_the_headline_goes_before_todays_date_above_the_menu() -> None:
    above, below = "<div>16 March 2031</div><div>Menu</div>", "<p>14 March 2031</p>"
    page = f"<html><body>{above}<p>{LEAD}</p><h1>{TITLE}</h1>{below}{BODY}</body></html>"
    assert value(read_document(page.encode(), "page.html")) == "2031-03-14"


def test_the_day_of_an_archives_copy_is_not_the_articles() -> None:
    page = f"<html><body><article><h1>{TITLE}</h1>{BODY}</article></body></html>".encode()
    archived = "https://web.archive.org/web/20310216182711/https://post.example/"
    assert value(read_document(page, "page.html", archived + "harbour-wall")) is None
    assert value(read_document(page, "page.html", archived + "2031/02/14/harbour-wall")) == "2031-02-14"


def test_a_pages_state_tells_its_date_unless_it_tells_several() -> None:
    script = '<script>window.__STATE__ = {{\'a\': {{"publishedDate":"2031-03-04T08:00:00Z"}}{}}}</script>'
    article = read(after=script.format(""))
    assert article.published is not None
    assert (article.published.value, article.published.found_in) == ("2031-03-04T08:00:00+00:00", "page state")
    assert article.published.evidence == '"publishedDate":"2031-03-04T08:00:00Z"'
    assert read(after=script.format(', "b": {"publishedDate":"2031-03-05"}')).published is None


LINKED = """<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Harbour Wall to Be Raised",
"publisher": {{"name": "{}"}}, "author": {{"name": "{}"}}, "dateModified": "2031-03-05"}}</script>"""


@pytest.mark.parametrize(
    ("publisher", "author", "site", "outlet", "wire"),
    [
        ("Reuters", "Abby Farn", "The Elna Post", "The Elna Post", "Reuters"),
        ("The Elna Post", "Associated Press", TITLE, "The Elna Post", "AP"),
        ("The Elna Post", "Abby Farn", "https://post.example", "The Elna Post", None),
        ("Associated Press", "Abby Farn", "Hosted", "Associated Press", None),
        ("Reuters", "Abby Farn", "U.S.", "Reuters", None),
    ],
)
def test_the_outlet_is_who_prints_it_and_the_wire_who_wrote_it(
    publisher: str, author: str, site: str, outlet: str, wire: str | None
) -> None:
    article = read(LINKED.format(publisher, author) + f"<meta property='og:site_name' content='{site}'>")
    assert (article.outlet, article.wire) == (outlet, wire)


@pytest.mark.parametrize(
    ("head", "url"),
    [
        ("<link rel='canonical' href='https://post.example/wall'>", "https://post.example/wall"),
        ("<meta property='og:url' content='https://post.example/wall'>", "https://post.example/wall"),
        (
            "<link rel='canonical' href='/wall'><meta property='og:url' content='http://post.example/?id=7'>",
            "http://post.example/?id=7",
        ),
        (
            "<link rel='canonical' href='https://post.example/wall?ref=front&amp;utm_medium=x'>",
            "https://post.example/wall",
        ),
        ("<link rel='canonical' href='javascript:alert(1)'>", None),
        ("<link rel='canonical' href='http://localhost/wall'>", None),
        ("<link rel='canonical' href='https://post.example/'>", None),
        ("<link rel='canonical' href='http://[bad/wall'>", None),
    ],
)
def test_the_address_that_a_page_gives_is_its_url_where_none_was_given(head: str, url: str | None) -> None:
    assert read(head).document.url == url


def test_the_address_that_was_given_stays() -> None:
    page = f"<html><head><link rel=canonical href='https://post.example/wall'></head><body><article>{BODY}</article></body></html>"
    assert (
        read_document(page.encode(), "page.html", "https://other.example/a").document.url == "https://other.example/a"
    )
