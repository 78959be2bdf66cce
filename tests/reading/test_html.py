"""Pages as sites publish them: what they tell of title, outlet, byline and date, and where they tell it."""

import pytest

from sayso.data.article import Article
from sayso.data.errors import Unreadable
from sayso.reading import read_document

LEAD = "The mayor of Port Elna, Ines Okafor, said on Monday that the harbour wall would be raised by a metre."
BODY = f"""
<p>{LEAD}</p>
<p>“We will not wait for another flood,” she told the town council, which had met in the old ferry terminal.</p>
<h2>Who pays for it</h2>
<p>The state will pay half of the eleven million crowns that the work costs, Okafor said; the town pays the rest.</p>
<blockquote>We have waited for eleven years and buried two of our neighbours.</blockquote>
<ul><li>Work begins in May.</li><li>The ferry keeps running.</li></ul>
"""
DUMP = '[{"id":"7","title":"Mayor Opens Dam","pic":"/2031/02/03/d.jpg"},{"id":"8","title":"Ferry & Bus to Close"}]'


def page(head: str = "", body: str = BODY, heading: str = "<h1>Harbour Wall to Be Raised</h1>") -> bytes:
    menu = '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{menu}<article>{heading}{body}</article></body></html>"
    return html.encode()


def read(data: bytes, url: str | None = None) -> Article:
    return read_document(data, "page.html", url)


def blocks(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_a_page_is_read_into_its_blocks() -> None:
    kinds = [kind for kind, _ in blocks(read(page()))]
    assert kinds == ["title", "lead", "paragraph", "heading", "paragraph", "quote", "list", "list"]
    assert blocks(read(page()))[:2] == [("title", "Harbour Wall to Be Raised"), ("lead", LEAD)]
    assert read(page()).lead == LEAD


def test_the_menu_is_no_article_text() -> None:
    assert "Sport" not in read(page()).text


LINKED = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
  {"@type": "Organization", "@id": "#org", "name": "The Elna Post"},
  {"@type": ["NewsArticle"], "headline": "Wall to Be Raised", "datePublished": "2031-03-03T08:15:00+01:00",
   "author": [{"@type": "Person", "name": "Jane Doe"}, {"@id": "#tomas"}], "publisher": {"@id": "#org"}},
  {"@type": "Person", "@id": "#tomas", "name": "Tomas Brandt"}]}</script>"""
META = """<meta property="og:title" content="Harbour Wall to Be Raised | The Elna Post">
<meta property="og:site_name" content="The Elna Post"><meta name="author" content="By Jane Doe and Tomas Brandt">
<meta property="article:published_time" content="2031-03-04T09:00:00Z">"""
TIME = '<time class="published" datetime="2031-03-05T10:00">5 March</time>'


def test_linked_data_tells_it_all_also_in_a_graph() -> None:
    article = read(page(LINKED))
    assert (article.title, article.outlet, article.byline) == (
        "Wall to Be Raised",
        "The Elna Post",
        ("Jane Doe", "Tomas Brandt"),
    )
    assert article.published is not None
    assert (article.published.value, article.published.precision) == ("2031-03-03T08:15:00+01:00", "second")
    assert article.published.found_in == "json-ld"


def test_meta_tags_tell_it_all_and_the_title_loses_its_outlet() -> None:
    article = read(page(META))
    assert (article.title, article.outlet) == ("Harbour Wall to Be Raised", "The Elna Post")
    assert article.byline == ("Jane Doe", "Tomas Brandt")
    assert article.published is not None
    assert (article.published.found_in, article.published.evidence) == ("meta", "2031-03-04T09:00:00Z")


@pytest.mark.parametrize(
    ("head", "before", "url", "found_in", "value"),
    [
        (LINKED + META, TIME, "https://post.example/2031/03/06/wall", "json-ld", "2031-03-03T08:15:00+01:00"),
        (META, TIME, "https://post.example/2031/03/06/wall", "meta", "2031-03-04T09:00:00+00:00"),
        ("", TIME, "https://post.example/2031/03/06/wall", "time", "2031-03-05T10:00"),
        ("", "<p>7 March 2031</p>", "https://post.example/2031/03/06/wall", "url", "2031-03-06"),
        ("", "<p>7 March 2031</p>", None, "dateline", "2031-03-07"),
        ("", "<p>7 March 2031, 17:31</p>", "https://post.example/2031/03/wall", "dateline", "2031-03-07T17:31"),
    ],
)
def test_the_surest_place_tells_the_date(head: str, before: str, url: str | None, found_in: str, value: str) -> None:
    article = read(page(head, before + BODY), url)
    assert article.published is not None
    assert (article.published.found_in, article.published.value) == (found_in, value)


def test_a_page_without_a_date_has_none() -> None:
    assert read(page()).published is None


def test_linked_data_with_a_comma_too_many_is_read() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "The "new" Wall",}</script>'
    assert read(page(broken)).title == 'The "new" Wall'


def test_other_stories_in_linked_data_are_not_this_one() -> None:
    teasers = """<script type="application/ld+json">{"@type": "ItemList", "itemListElement": [
      {"@type": "NewsArticle", "headline": "Something Else", "datePublished": "2030-01-01"}]}</script>"""
    article = read(page(teasers))
    assert (article.title, article.published) == ("Harbour Wall to Be Raised", None)


@pytest.mark.parametrize(
    "leak",
    [
        f'</p>string({len(DUMP.replace("&", "&amp;"))}) "{DUMP.replace("&", "&amp;")}"<p>',
        f"</p><div>string({len(DUMP)}) &quot;{DUMP.replace('&', '&amp;').replace(chr(34), '&quot;')}&quot;</div><p>",
    ],
)
def test_a_dump_that_leaked_into_a_page_is_lifted_and_verified(leak: str) -> None:
    article = read(page(body=f"{BODY}<p>Work begins in May, she added, and the ferry keeps running.{leak}</p>"))
    (dump,) = article.residue
    assert (dump.kind, dump.verified) == ("var_dump", True)
    assert [story.title for story in article.related] == ["Mayor Opens Dam", "Ferry & Bus to Close"]
    assert "string(" not in article.text
    assert "Mayor Opens Dam" not in article.text


def test_phps_messages_are_lifted_though_they_are_marked_up() -> None:
    warning = "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/var/www/a.php</b> on line <b>12</b><br />\n"
    article = read(page(body=warning + BODY))
    assert [(residue.kind, residue.text) for residue in article.residue] == [
        ("php message", "Warning:  Undefined variable $x in /var/www/a.php on line 12")
    ]
    assert article.lead == LEAD


def test_code_that_a_page_sets_as_code_stays() -> None:
    code = '<p>This is what a server of the harbour office answers to anyone who asks it.</p><pre>{"level": 3}</pre>'
    article = read(page(body=BODY + code))
    assert article.residue == ()
    assert '{"level": 3}' in article.text


def test_scripts_and_handlers_never_appear() -> None:
    body = f"<script>alert('x')</script><p onclick=\"steal('y')\">{LEAD}</p><style>p {{color: red}}</style>"
    article = read(page(body=body))
    assert article.text == f"Harbour Wall to Be Raised\n\n{LEAD}"


@pytest.mark.parametrize("depth", [300, 100_000])
def test_a_page_nested_too_deeply_is_refused_at_once(depth: int) -> None:
    data = b"<html><body>" + b"<div>" * depth + LEAD.encode() + b"</div>" * depth + b"</body></html>"
    with pytest.raises(Unreadable, match=r"^page\.html: nested too deeply"):
        read(data)


def test_a_page_of_too_many_elements_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^page\.html: too many elements"):
        read(b"<html><body>" + b"<p>x" * 100_001)


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<ul><li><a href="/">Home</a><li><a href="/sport">Sport</a><li><a href="/help">Can we help you?</a></ul>',
        '<div><a href="/a">Mayor Says Wall Will Rise</a><a href="/b">Ferry to Close</a></div><p>© The Elna Post.</p>',
    ],
)
def test_a_page_of_navigation_only_is_refused(body: str) -> None:
    with pytest.raises(Unreadable, match=r"^page\.html: no article text, only navigation$"):
        read(page(body=body, heading=""))


def test_a_page_cut_off_in_the_middle_of_a_tag_is_read() -> None:
    data = page(LINKED)
    article = read(data[: data.index(b"<blockquote>") + 5])
    assert article.lead == LEAD
    assert article.title == "Wall to Be Raised"


def test_a_short_page_is_an_article_too() -> None:
    assert (
        read(b"<html><body><h1>Mayor Resigns</h1><p>The mayor resigned.</p></body></html>").lead
        == "The mayor resigned."
    )
