"""What stands in blocks that are no paragraphs: section headings, corrections, posts of a live blog."""

from sayso.data.statement import Statement
from sayso.pipeline import read
from tests.reading.pages import page


def said(html: str) -> list[tuple[str | None, str]]:
    return [(_speaker(one), " ".join(span.text for span in one.attribution.content)) for one in statements(html)]


def statements(html: str) -> list[Statement]:
    return [*read(html.encode()).statements]


def _speaker(statement: Statement) -> str | None:
    return statement.speaker.name if statement.speaker else None


def test_section_headings_are_read_as_headlines_are() -> None:
    headings = (
        "<h2>Thieves came through the shaft, police say</h2><p>It rained.</p><h2>‘We were lucky’: headmistress</h2>"
    )
    found = [one for one in statements(page(headings)) if one.attribution.kind == "headline"]
    assert [(one.where, one.attribution.content[0].text) for one in found] == [
        ("body", "Thieves came through the shaft"),
        ("body", "‘We were lucky’"),
    ]
    assert [one.attribution.source[0].text for one in found] == ["police", "headmistress"]


def test_headings_that_name_a_matter_say_nothing() -> None:
    html = page("<h2>Who pays for it</h2><p>It rained.</p><h2>The plan: a wall</h2>")
    assert [one for one in statements(html) if one.attribution.kind == "headline"] == []


def test_a_correction_says_nothing_today() -> None:
    note = "<p>Correction: An earlier version said that Tomas Brandt had called the wall a disgrace.</p>"
    assert "disgrace" not in str(said(page(after=note)))


LIVE = """<html><head><title>Storm at sea</title></head><body><main><h1>Storm at sea</h1>
<article class="liveblog-post"><time datetime="2031-02-03T20:55:00Z">20.55</time><h2>Bridge closed</h2>
<p>The Lesk bridge will stay closed all night, police chief Ana Torval said.</p></article>
<article class="liveblog-post"><time datetime="2031-02-02T06:00:00Z">06.00</time>
<p>Forecaster Ivo Rask said yesterday that it would be bad.</p></article></main></body></html>"""


def test_a_post_is_dated_by_its_own_time_and_headed_by_its_own_heading() -> None:
    found = {_speaker(one): (one.topic, one.said_on) for one in statements(LIVE) if one.where == "body"}
    assert found == {"Ana Torval": ("Bridge closed", None), "Ivo Rask": (None, "2031-02-01")}


TWO_POSTS = (
    '<article class="liveblog-post"><time datetime="2031-02-03T20:55:00Z">20.55</time><h2>Bridge closed</h2><p>“Nobody '
    'drives tonight,” mayor Ana Torval said. The bridge is closed.</p></article><article class="liveblog-post">'
    '<time datetime="2031-02-03T18:10:00Z">18.10</time><h2>Letters</h2><p>“My boat is gone,” she said.</p></article>'
)


def test_a_pronoun_does_not_reach_over_into_another_post() -> None:
    found = said(f"<html><head><title>Flood</title></head><body><h1>Flood</h1>{TWO_POSTS}</body></html>")
    assert [who for who, words in found if "boat" in words] == [None]


def test_a_live_blog_was_published_with_its_first_post() -> None:
    html = f"<html><head><title>Flood</title></head><body><h1>Flood</h1>{TWO_POSTS}</body></html>"
    published = read(html.encode()).article.published
    assert published is not None
    assert published.value == "2031-02-03T18:10:00+00:00"


POST = (
    '<blockquote class="twitter-tweet"><p>The wall was paid twice. <a href="https://t.example/a">pic.example/a1</a></p>'
    '&mdash; Sten Okoro (@stenokoro) <a href="https://t.example/1">March 3, 2024</a></blockquote>'
)


def test_a_post_that_is_quoted_is_said_by_who_signs_it_on_the_day_that_it_tells() -> None:
    (found,) = [one for one in statements(page(POST)) if "paid twice" in str(one.attribution.content)]
    assert (_speaker(found), found.attribution.kind, found.said_on) == ("Sten Okoro", "direct", "2024-03-03")
    assert [span.text for span in found.attribution.content] == ["The wall was paid twice."]


def test_a_block_quotation_is_said_by_who_signs_it() -> None:
    quoted = "I have read every page of it, and nothing in it should frighten anybody."
    for signed in ("<footer>— Piet Verhaal, engineer</footer>", "<cite>Piet Verhaal</cite>", "<p>– Piet Verhaal</p>"):
        assert ("Piet Verhaal", quoted) in said(page(f"<blockquote><p>{quoted}</p>{signed}</blockquote>"))


def test_a_quotation_that_ends_a_line_is_said_by_the_name_before_the_dash() -> None:
    items = "<ul><li><b>Greta Lund:</b> “Ask me in May.”</li><li><b>Hal Oakes</b> – “Yes, if it is blue.”</li></ul>"
    assert ("Hal Oakes", "“Yes, if it is blue.”") in said(page(items))


def test_bold_questions_are_answered_by_who_was_asked() -> None:
    talk = (
        "<p>We spoke to Otto Frei about ovens.</p><p><strong>When do you get up?</strong></p><p>I get up at two.</p>"
        "<p><b>Will you ever stop?</b></p><p>I have promised it to my wife.</p>"
    )
    assert {("Otto Frei", "I get up at two."), ("Otto Frei", "I have promised it to my wife.")} <= set(said(page(talk)))
