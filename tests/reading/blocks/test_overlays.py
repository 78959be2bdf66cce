"""What lies over a page, or is glued into one of its sentences, is out of it before it is read."""

import pytest

from tests.reading.pages import PARAGRAPHS, THIRD, blocks, page, read, stories

CONSENT = """<p>We and our 812 partners store and read information on your device, such as cookies, and process personal
data, such as unique identifiers, for advertising that fits you, measuring it, research and the making of services.</p>
<p>With your permission we may use precise data on where you are. Your choice holds for this site alone.</p>
<ul><li>Store and read information on a device. Cookies can be read by those who set them.</li>
<li>Choose advertising by limited data. What you read now decides what you are shown.</li></ul>"""


@pytest.mark.parametrize(
    "layer",
    [
        f'<div id="onetrust-consent-sdk"><h2>We value your privacy</h2>{CONSENT}</div>',
        f'<div class="qc-cmp2-container">{CONSENT}</div>',
        f'<section role="dialog" aria-modal="true">{CONSENT}</section>',
        f"<div>{CONSENT}<div><button>Manage options</button><button>Accept all</button></div></div>",
        f"<div>{CONSENT}<p><a href='#'>Alle akzeptieren</a></p></div>",
    ],
)
@pytest.mark.parametrize("place", ["around", "before", "after"])
def test_a_consent_layer_is_not_read_though_it_is_longer_than_the_article(layer: str, place: str) -> None:
    html = {"around": page(around=layer), "before": page(before=layer), "after": page(after=layer)}[place]
    assert blocks(read(html)) == PARAGRAPHS


def test_an_article_about_consent_is_read() -> None:
    about = "<p>Cookies need consent, the regulator said; the wall's own site had asked nobody.</p>"
    html = page(about).replace("<article>", '<article class="cookie-banner-news">')
    assert "the regulator said" in read(html).text


def test_a_box_of_links_that_is_glued_into_a_sentence_is_not_part_of_it() -> None:
    box = (
        '<span class="person"><a href="/p/okafor">Ines Okafor</a><span class="box"><a href="/p/okafor">Ines Okafor</a>'
        '<a href="/vote">Harbour Vote Divides Port Elna Again</a> <a href="/p/okafor">MORE</a></span></span>'
    )
    article = read(page(f"<p>Nobody was against Mayor {box} (Greens) on Monday, her office said in the evening.</p>"))
    assert "against Mayor Ines Okafor (Greens) on Monday" in article.text
    assert stories(article) == [("Harbour Vote Divides Port Elna Again", "/vote")]


def test_links_after_a_space_are_the_sentences_own() -> None:
    names = '<span><a href="/a">Ines Okafor</a>, <a href="/b">Tomas Brandt</a></span>'
    article = read(page(f"<p>Those who voted for it were {names} and nobody else, the minutes say.</p>"))
    assert "were Ines Okafor, Tomas Brandt and nobody" in article.text
    assert THIRD in article.text


def test_a_menu_that_opens_under_a_link_is_no_part_of_any_sentence() -> None:
    inner = "<ul><li><a href=/f>Fixtures of This Season</a></li><li><a href=/t>Tables</a></li></ul>"
    menu = f"<ul><li><a href=/s>Sport</a>{inner}</li></ul>"
    assert stories(read(page(around=f"<div>{menu}</div>"))) == []
