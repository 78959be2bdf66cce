"""What is no reading matter is left out, wherever it stands; the stories that it names become stubs."""

import pytest

from sayso.reading import read_text
from tests.reading.pages import FIRST, PARAGRAPHS, SECOND, THIRD, blocks, page, read, stories

FERRY = "Ferry to Morrow Island Will Close"
LINK = f'<a href="/ferry">{FERRY}</a>'


@pytest.mark.parametrize(
    "line",
    [
        f"<p>ALSO READ: {LINK}</p>",
        f"<p><strong>Read more:</strong> {LINK}</p>",
        f"<p>Related: {LINK}</p>",
        f"<p>SEE MORE | {LINK}</p>",
        f"<p>Also on post.com {LINK}</p>",
        f"<p>Leggi anche: {LINK}</p>",
        f"<p>Lesen Sie auch: {LINK}</p>",
        f"<p><strong>{LINK}</strong></p>",
        f"<h3>You may also like…</h3><ul><li>{LINK}</li></ul>",
        f'<div class="related-links"><p>{LINK}</p><p>{LINK.replace("Close", "Open Again")}</p></div>',
        f"<ul><li>{LINK}</li><li>{LINK.replace('Close', 'Open Again')}</li></ul>",
    ],
)
def test_lines_that_name_another_story_are_stubs_of_it(line: str) -> None:
    article = read(page(line))
    assert blocks(article) == PARAGRAPHS
    assert stories(article)[0] == (FERRY, "/ferry")


@pytest.mark.parametrize(
    "line",
    [
        "<p>Follow us on Facebook and Instagram</p>",
        '<p>Follow <a href="/x">@elnapost</a> on Twitter for the latest.</p>',
        "<p>Sign up for our daily newsletter.</p>",
        "<p>Get the latest from Port Elna delivered to your inbox</p>",
        '<div class="newsletter-box"><p>Good mornings begin with the Elna Letter.</p></div>',
        "<p>1.2k shares</p>",
        '<div class="share-tools"><p>Twitter</p><p>Facebook</p></div>',
        "<p>Share this article</p>",
        "<p>14 comments</p>",
        '<div class="comments"><p>What a waste of money, the wall was fine!</p></div>',
        '<div class="tag-cloud"><a href="/t/a">harbour</a> <a href="/t/b">floods</a> <a href="/t/c">walls</a></div>',
        "<p>Tags: harbour, floods, walls</p>",
        "<p>Advertisement</p>",
        "<p>Story continues below</p>",
        "<p>Have a tip? The newsroom may be reached at tips@post.example.</p>",
        "<p>© 2031 The Elna Post. All rights reserved.</p>",
        "<p>If you buy something through this post, the Elna Post may get a share of the sale.</p>",
        "<p>An error has occurred, please try again later.</p>",
    ],
)
@pytest.mark.parametrize("place", ["between", "after"])
def test_the_sites_own_voice_is_no_article(line: str, place: str) -> None:
    assert blocks(read(page(line) if place == "between" else page(after=line))) == PARAGRAPHS


@pytest.mark.parametrize(
    "line",
    [
        "Follow the money, she said.",
        "Share prices of the builder fell by a tenth on Tuesday, a day after the vote was taken.",
        "More than half of the town was under water in the flood of last March.",
        "Related costs will be paid by the state, a spokesman for the ministry of works said.",
        "Watch the tide, fishermen on the quay told the councillors: it never forgets.",
        "Advertisements for the work will be put out in May, the council's engineer said.",
    ],
)
def test_sentences_that_begin_as_furniture_does_stay(line: str) -> None:
    assert ("paragraph", line) in blocks(read(page(f"<p>{line}</p>")))


def test_a_link_in_a_sentence_stays_and_names_nothing() -> None:
    sentence = f"The council also voted on the ferry, and {LINK} is what it came to."
    article = read(page(f"<p>{sentence}</p>"))
    assert f"ferry, and {FERRY} is what" in article.text
    assert stories(article) == []


def test_a_body_that_is_called_like_furniture_is_the_body() -> None:
    html = page().replace("<article>", '<article class="share-page">')
    assert blocks(read(html)) == PARAGRAPHS


def test_related_lists_beside_the_article_are_stubs_and_popular_ones_are_not() -> None:
    popular = '<h2>Most read</h2><ul><li><a href="/cat">Cat Found on Bell Tower Again</a></li></ul>'
    related = f"<h2>Related stories</h2><ul><li>{LINK}</li></ul>"
    article = read(page(around=f"<aside>{related}{popular}</aside>"))
    assert stories(article) == [(FERRY, "/ferry")]


def test_the_page_itself_is_no_other_story_and_each_is_named_once() -> None:
    own = '<p>Read more: <a href="/wall">Harbour Wall to Be Raised</a></p>'
    article = read(page(f"{own}<p>Read more: {LINK}</p><p>See also: {LINK}</p>"))
    assert [(story.title, story.order) for story in article.related] == [(FERRY, 0)]


def test_plain_text_is_cleaned_by_the_same_lines() -> None:
    text = "\n\n".join(["Harbour Wall", FIRST, f"ALSO READ: {FERRY}", "Follow us on Facebook", SECOND, THIRD])
    article = read_text(text, "harbour.txt")
    assert blocks(article) == PARAGRAPHS
    assert stories(article) == [(FERRY, None)]


def test_the_age_of_a_story_is_no_part_of_its_title() -> None:
    titles = ("Ferry and Bus to Close Oct 29, 2031", "Old Wall Is to Go 21 hours ago", "Ferry and Bus to Close")
    links = "".join(f'<li><a href="/{title[:5]}">{title}</a></li>' for title in titles)
    found = stories(read(page(around=f'<div class="related-stories"><ul>{links}</ul></div>')))
    assert found == [("Ferry and Bus to Close", "/Ferry"), ("Old Wall Is to Go", "/Old W")]
