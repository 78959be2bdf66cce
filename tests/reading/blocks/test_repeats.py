"""What the page says several times is read once; what people say twice is not."""

import pytest

from sayso.reading import read_text
from tests.reading.pages import FIRST, PARAGRAPHS, SECOND, THIRD, TITLE, blocks, page, read

BODY = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"


@pytest.mark.parametrize("copies", [2, 4])
@pytest.mark.parametrize("tag", ["article", "div", "section"])
def test_a_body_that_the_page_holds_several_times_is_read_once(copies: int, tag: str) -> None:
    bodies = "".join(f'<{tag} class="v{number}">{BODY}</{tag}>' for number in range(copies))
    assert blocks(read(f"<html><body><h1>{TITLE}</h1>{bodies}</body></html>")) == PARAGRAPHS


def test_a_teaser_that_breaks_off_is_not_read_beside_its_paragraph() -> None:
    assert blocks(read(page(before=f"<p>{FIRST[:60]}…</p>"))) == PARAGRAPHS


@pytest.mark.parametrize(
    "quotation",
    [
        '<blockquote class="pullquote"><p>“We will not wait for another flood”</p></blockquote>',
        '<aside class="pull-quote">We will not wait for another flood</aside>',
        "<blockquote>“We will not wait for another flood”</blockquote>",
        '<blockquote class="pull-quote"><p>We will not wait for another flood</p><cite>Ines Okafor</cite></blockquote>',
    ],
)
def test_a_pull_quote_is_read_in_its_sentence_alone(quotation: str) -> None:
    assert blocks(read(page(quotation))) == PARAGRAPHS


def test_a_pull_quote_that_repeats_nothing_is_a_quotation() -> None:
    quotation = '<blockquote class="pullquote"><p>“The sea has more patience than a council.”</p></blockquote>'
    assert ("quote", "“The sea has more patience than a council.”") in blocks(read(page(quotation)))


def test_a_caption_that_comes_again_is_read_once() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>Ines Okafor on the wall</figcaption></figure>"
    captions = [words for kind, words in blocks(read(page(figure + figure))) if kind == "caption"]
    assert captions == ["Ines Okafor on the wall"]


def test_short_answers_may_come_again() -> None:
    text = "\n\n".join([TITLE, FIRST, "“No,” she said.", SECOND, "“No,” she said.", THIRD])
    assert [words for _, words in blocks(read_text(text, "a.txt"))].count("“No,” she said.") == 2


def test_items_of_lists_may_come_again() -> None:
    menu = "<ul><li>Bread and a soup of harbour fish.</li><li>Water</li></ul>"
    article = read(page(f"<h2>Noon</h2>{menu}<h2>Evening</h2>{menu}"))
    assert article.text.count("Bread and a soup of harbour fish.") == 2
