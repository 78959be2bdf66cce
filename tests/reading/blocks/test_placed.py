"""What is reading matter, though it is set in another way than paragraphs are."""

import pytest

from sayso.reading import read_document, read_text
from tests.reading.pages import FIRST, PARAGRAPHS, SECOND, THIRD, TITLE, blocks, page, read

FIGURE = "Ines Okafor on the old wall. Photo: Lars Emery/Plain Wire"


@pytest.mark.parametrize(
    "figure",
    [
        f"<figure><img src='a.jpg'><figcaption>{FIGURE}</figcaption></figure>",
        "<figure><img src='a.jpg'><figcaption>Ines Okafor on the old wall. <span class='credit'>Photo: Lars "
        "Emery/Plain Wire</span></figcaption></figure>",
        f"<div class='image'><img data-src='a.jpg'><span class='caption'>{FIGURE}</span></div>",
        f"<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>{FIGURE}</p></div>",
        "<div class='image'><img src='a.jpg'><div class='caption'>Ines Okafor on the old wall.</div>"
        "<div class='credit'>Photo: Lars Emery/Plain Wire</div></div>",
    ],
)
@pytest.mark.parametrize("place", ["before", "between"])
def test_a_caption_and_its_credit_are_one_block(figure: str, place: str) -> None:
    article = read(page(before=figure) if place == "before" else page(figure))
    assert [block for block in blocks(article) if block not in PARAGRAPHS] == [("caption", FIGURE)]
    assert article.lead == FIRST


@pytest.mark.parametrize(
    ("signature", "words"),
    [
        ("<footer>— Piet Verhaal, engineer</footer>", "— Piet Verhaal, engineer"),
        ("<cite>Piet Verhaal, engineer</cite>", "— Piet Verhaal, engineer"),
        ("<p>— Piet Verhaal, engineer</p>", "— Piet Verhaal, engineer"),
        ("<footer>– <cite>Piet Verhaal</cite></footer>", "– Piet Verhaal"),
        ("<p class='author'>Piet Verhaal, engineer</p>", "— Piet Verhaal, engineer"),
    ],
)
def test_a_block_quotation_keeps_who_signed_it(signature: str, words: str) -> None:
    said = "I have read every page of the survey, and nothing in it should frighten anybody."
    found = blocks(read(page(f"<blockquote><p>{said}</p>{signature}</blockquote>")))
    assert found[2:4] == [("quote", said), ("quote", words)]


def test_an_embedded_post_keeps_its_words_its_author_and_its_day() -> None:
    post = (
        '<div class="social-embed"><blockquote class="twitter-tweet"><p>We paid in January.</p>&mdash; Fleur Danby '
        '(@mayordanby) <a href="https://t.example/2">March 3, 2031</a></blockquote></div>'
    )
    found = blocks(read(page(post)))
    assert found[2:4] == [("quote", "We paid in January."), ("quote", "— Fleur Danby (@mayordanby) March 3, 2031")]


@pytest.mark.parametrize(
    "post",
    [
        "<blockquote class='twitter-tweet'><p>We stay.</p>&mdash; Ida Holm (@ida) <a>May 3, 2031</a></blockquote>",
        "<div class='social-embed'><p>We stay.</p><p><a href='#'>Ida Holm (@ida) May 3, 2031</a></p></div>",
        "<figure><blockquote>We stay.</blockquote><figcaption>Ida Holm (@ida) May 3, 2031</figcaption></figure>",
    ],
)
def test_a_quotation_that_ends_an_article_is_signed_too(post: str) -> None:
    ending = [("quote", "We stay."), ("quote", "— Ida Holm (@ida) May 3, 2031")]
    assert blocks(read(page(after=f"<p>She wrote on Sunday night:</p>{post}")))[-2:] == ending


def test_a_row_of_a_table_says_who_said_what() -> None:
    rows = "<tr><th>Candidate</th><th>On the wall</th></tr><tr><td>Viktor Halm</td><td>“Build it now.”</td></tr>"
    found = [words for _, words in blocks(read(page(f"<table>{rows}</table>")))]
    assert "Viktor Halm: “Build it now.”" in found
    assert "Candidate | On the wall" in found


def test_a_page_laid_out_by_a_table_is_read_by_paragraphs() -> None:
    cell = f"<h1>{TITLE}</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
    html = f"<html><body><table><tr><td><a href='/'>Home</a></td><td>{cell}</td></tr></table></body></html>"
    assert [words for _, words in blocks(read(html))][-3:] == [FIRST, SECOND, THIRD]


def test_items_of_a_list_are_blocks_and_their_headings_are_not_glued_to_them() -> None:
    height = "<li><h3>Height</h3><p>It will be three metres high.</p></li>"
    cost = "<li><h3>Cost</h3><p>Eleven million.</p></li>"
    words = [words for _, words in blocks(read(page(f"<ul>{height}{cost}</ul>")))]
    assert words[2:6] == ["Height", "It will be three metres high.", "Cost", "Eleven million."]


@pytest.mark.parametrize(
    "note",
    [
        "Correction: An earlier version of this article said that the wall would be raised by two metres.",
        "This article was amended on 4 March 2031. An earlier version said the state would pay all of it.",
        "Editor’s note: Tomas Brandt, who is quoted, has since left the council.",
        "CLARIFICATION (March 4): The mayor spoke for herself.",
    ],
)
def test_a_correction_is_a_block_of_its_own_kind(note: str) -> None:
    assert blocks(read(page(after=f"<p><em>{note}</em></p>")))[-1] == ("correction", note)
    text = "\n\n".join([TITLE, FIRST, SECOND, THIRD, note])
    assert blocks(read_text(text, "a.txt"))[-1] == ("correction", note)


def test_a_body_in_several_boxes_of_one_name_is_read_whole() -> None:
    box = "<div class='grid body__container article__body'>{}</div><div class='ad'>Advertisement</div>"
    boxes = box.format(f"<p>{FIRST}</p><p>{SECOND}</p>") + box.format(f"<p>{THIRD}</p><p>{SECOND[:-1]}, at last.</p>")
    article = read(f"<html><body><article><h1>{TITLE}</h1>{boxes}</article></body></html>")
    assert [words for _, words in blocks(article)] == [FIRST, SECOND, THIRD, f"{SECOND[:-1]}, at last."]


def test_questions_and_answers_of_an_interview_are_blocks_in_turn() -> None:
    turns = "<p><strong>Why a metre?</strong></p><p>Because two would cost a harbour.</p>"
    words = [words for _, words in blocks(read(page(turns)))]
    assert words[2:4] == ["Why a metre?", "Because two would cost a harbour."]


LIVE = """<html><head><title>Storm: live</title></head><body><main><h1>Storm: live</h1>
<article class="liveblog-post"><time datetime="2031-02-03T20:55:00Z">20.55</time><h2>Bridge closed</h2>
<p>The Lesk bridge is closed and will stay closed all night, police chief Ana Torval says.</p></article>
<article class="liveblog-post"><time datetime="2031-02-02T06:00:00Z">06.00</time>
<p>Good morning. Forecaster Ivo Rask told us that it would be bad, and it was bad.</p></article></main></body></html>"""


def test_each_post_of_a_live_blog_has_its_own_time() -> None:
    article = read_document(LIVE.encode(), "live.html")
    times = [(block.kind, block.posted.value if block.posted else None) for block in article.blocks]
    evening, morning = "2031-02-03T20:55:00+00:00", "2031-02-02T06:00:00+00:00"
    assert times == [("title", None), ("heading", evening), ("lead", evening), ("paragraph", morning)]
