"""What sites of all kinds put between paragraphs, into sentences, and in place of what they could not render."""

import pytest

from tests.reading.pages import FIRST, PARAGRAPHS, SECOND, THIRD, TITLE, blocks, page, read, stories

FERRY = "Ferry to Morrow Island Will Close"
LINK = f'<a href="/ferry">{FERRY}</a>'
NO_READING_MATTER = """
    <p>Listen to this article</p><p>4 min</p><p>This audio is auto-generated. Please let us know what you think.</p>
    <p>ADVERTISEMENT - CONTINUE READING BELOW</p><p>Anzeige</p><p>Skip advertisement</p>
    <p>Add Elna Post as a preferred source on Google</p><p>Open in the Elna app for a better reading experience</p>
    <p>Copy link</p><p>Link copied</p><p>Give this article</p><p>Save for later</p><p>Swipe for more photos</p>
    <p>Read this article in Spanish</p><ul><li>Facebook</li><li>X</li><li>Email</li></ul>
    <p>Our journalism depends on readers. Please consider supporting us with a monthly donation.</p>
    <p>Become a member of the Elna Post today and support local reporting.</p>
    <p>By signing up, you agree to our Privacy Policy and European users agree to the data transfer policy.</p>
    <div><p>An dieser Stelle befindet sich ein externer Inhalt von Instagram, der den Artikel ergänzt.</p></div>
    <div class="poll"><p>Should the wall be raised?</p><ul><li>Yes</li><li>No</li></ul></div>
    <ul class="reactions"><li>👍 12</li><li>😂 3</li></ul><p>[object Object]</p><p>undefined</p><p>NaN min read</p>
    <p>Subscribe to continue reading</p><p>Already a subscriber? Log in</p><p>You have 2 free articles remaining.</p>
    <p>This content is for premium members only.</p><p>Start your free trial today for just 1 crown a week.</p>
    <p>To read the full story, subscribe or sign in.</p>
    <p>Media contact: Tom Kerr, tom@wall.example</p><p>#harbour #floods</p><p>ENDS</p><p>-30-</p><p>Load more</p>
    <p>Spotted an error? Let us know at corrections@elna.example</p><p>Rate this article</p><p>4.5/5 (12 votes)</p>
    <p>Was this article helpful?</p><p>Yes</p><p>No</p><p class="sr-only">End of photo gallery</p>
    <p hidden>Loading the next story</p><template><p>The mayor said that it would not.</p></template>
"""


def test_controls_offers_and_labels_are_no_reading_matter() -> None:
    assert blocks(read(page(NO_READING_MATTER, after="<p>First published on 3 May 2031 / 10:12</p>"))) == PARAGRAPHS


@pytest.mark.parametrize(
    "sentence",
    [
        "To continue the work, the town must create a fund, said Ines Okafor.",
        "Pay for nurses went up to keep them in the town, the ministry said.",
        "Become a nurse and stay, the council tells the young of the town.",
        "Updated figures show that 1,204 houses stood in water in 2031.",
        "Found dead on the quay, the seal was an error of the current, she said.",
        "Join the council and see: so went a saying of the town, Okafor said.",
    ],
)
def test_sentences_that_begin_as_offers_do_stay(sentence: str) -> None:
    assert ("paragraph", sentence) in blocks(read(page(f"<p>{sentence}</p>")))


@pytest.mark.parametrize(
    "line",
    [
        f"<p>(Also read: {LINK})</p>",
        f"<p>[READ: {LINK}]</p>",
        f"<p>&gt;&gt; {LINK}</p>",
        f"<blockquote><p><strong>READ |</strong> {LINK}</p></blockquote>",
        f"<p>Explained: {LINK}</p>",
        f"<p>Читайте также: {LINK}</p>",
        f"<p>Olvassa el ezt is: {LINK}</p>",
        f'<a class="card" href="/ferry"><div>Transport</div><h4>{FERRY}</h4><p>The last boat leaves in June.</p></a>',
    ],
)
def test_a_label_in_any_language_with_a_title_behind_it_names_a_story(line: str) -> None:
    article = read(page(line))
    assert blocks(article) == PARAGRAPHS
    assert stories(article) == [(FERRY, "/ferry")]


@pytest.mark.parametrize(
    "glued",
    [
        f" ALSO READ: {LINK}",
        f" <strong>Read more: {LINK}</strong>",
        f" (Read more: {LINK})",
        LINK,
    ],
)
def test_a_title_behind_the_last_sentence_of_a_paragraph_is_cut_off(glued: str) -> None:
    article = read(page().replace(SECOND, SECOND + glued))
    assert blocks(article) == PARAGRAPHS
    assert stories(article) == [(FERRY, "/ferry")]


def test_a_link_that_ends_a_sentence_belongs_to_it() -> None:
    linked = SECOND.replace("the old ferry terminal", '<a href="/t">the old ferry terminal</a>')
    assert blocks(read(page().replace(SECOND, linked))) == PARAGRAPHS


@pytest.mark.parametrize(
    ("words", "widget"),
    [
        ("Okafor", '<span class="hovercard"><b>Ines Okafor</b><span>Mayor since 2027</span></span>'),
        ("harbour wall", '<span class="sr-only"> (opens in a new tab)</span>'),
        ("harbour wall", '<sup><a href="#fn1">[1]</a></sup>'),
        ("crowns", '<span class="ticker-widget">CRN 12.30 ▲0.4%</span>'),
    ],
)
def test_what_is_glued_to_a_word_is_none_of_the_sentence(words: str, widget: str) -> None:
    assert blocks(read(page().replace(words, words + widget))) == PARAGRAPHS


def test_powers_and_ordinals_are_no_notes() -> None:
    words = f"{FIRST} 12 m<sup>2</sup> will be lost on the 3<sup>rd</sup> quay."
    assert "12 m2 will be lost on the 3rd quay." in read(page().replace(FIRST, words)).text


@pytest.mark.parametrize(
    "body",
    [
        "".join(f'<span style="display: block">{words}</span>' for _, words in PARAGRAPHS),
        f"<table><tr><td><font>{FIRST}<p>{SECOND}<p>{THIRD}</font></td></tr></table>",
        f'<p><span class="dropcap">T</span> {FIRST[1:]}</p><p>{SECOND}</p><p>{THIRD}</p>',
        page().partition("</h1>")[2].replace("“", "&amp;ldquo;").replace("”", "&amp;rdquo;"),
    ],
)
def test_paragraphs_are_what_readers_see_as_such(body: str) -> None:
    assert blocks(read(f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{body}</body></html>")) == (
        PARAGRAPHS
    )


@pytest.mark.parametrize(
    ("kind", "leak"),
    [
        ("template error", "<p>Liquid error (sections/related line 12): Could not find asset snippets/r.liquid</p>"),
        ("template error", "<p>template: single.html:41:12: executing “main” at .Params.related: no such field</p>"),
        (
            "template error",
            "<pre>ActionView::Template::Error (undefined method `title' for nil:NilClass):\n"
            "    12: @related.title\n  app/views/stories/_related.html.erb:12:in `_app'</pre>",
        ),
        (
            "stack trace",
            "<pre>TypeError: Cannot read properties of undefined (reading 'title')\n"
            "    at renderRelated (/srv/app/views/related.js:18:22)</pre>",
        ),
        ("var_dump", '<table class="cfdump_struct"><tr><td>TITLE</td><td>Ferry to Close</td></tr></table>'),
        ("javascript", '<p>/* &lt;![CDATA[ */ var elna = {"url":"ajax","nonce":"ab12"}; /* ]]&gt; */</p>'),
        ("php message", "<p>Notice: Undefined index: und in theme_field() (line 128 of /var/www/field.module).</p>"),
    ],
)
def test_what_a_site_prints_when_it_fails_is_lifted(kind: str, leak: str) -> None:
    article = read(page(leak))
    assert blocks(article) == PARAGRAPHS
    assert [residue.kind for residue in article.residue] == [kind]
