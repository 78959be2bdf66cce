"""What a page's program keeps in it tells where the page that people see does not."""

import html
import json
import time

import pytest

from sayso.data.article import Article
from sayso.reading import read_document

FIRST = "The mayor of Elna said on Monday that the harbour wall would be raised by a metre before the winter."
SECOND = "Work begins in May, Ada Venn added, and the ferry to Lorne will run as before from the old pier."
STORY = {
    "id": 7,
    "headline": "Wall to Rise",
    "publishedAt": "2031-02-03T10:00:00Z",
    "authors": [{"name": "Wilma Tarrow"}, {"name": "Boris Elling"}],
    "body": f"<p>{FIRST}</p><p>{SECOND}</p>",
}
OTHERS = [
    {"id": 8, "headline": "Ferry to Close", "url": "/8", "publishedAt": "2031-02-01"},
    {"id": 9, "headline": "Mayor Opens Dam", "url": "/9", "publishedAt": "2031-01-30"},
]
STATE = json.dumps({"page": {"article": STORY, "related": OTHERS, "menu": [{"title": "All News", "url": "/news"}]}})
KEPT = {
    "next": f'<script id="__NEXT_DATA__" type="application/json">{STATE}</script>',
    "assigned": f"<script>window.__INITIAL_STATE__ = {STATE};\nwindow.x = 1;</script>",
    "apollo": f"<script>window.__APOLLO_STATE__={STATE}</script>",
    "nuxt": f"<script>window.__NUXT__={STATE};</script>",
    "bracket": f'<script>window["__STATE__"] = {STATE};</script>',
    "parsed": f"<script>window.__STATE__ = JSON.parse({json.dumps(STATE)});</script>",
    "attribute": f'<div id="app" data-page="{html.escape(STATE)}"></div>',
    "single quotes": "<script>window.__STATE__ = JSON.parse('" + STATE.replace("'", "\\'") + "');</script>",
    "second": f'<script>var a = {{}}; window.b = ["x"]; window.__STATE__ = {STATE};</script>',
    "variable": f"<script>var state = {STATE};</script>",
}


def article(kept: str, head: str = "") -> Article:
    page = f"<html><head>{head}</head><body>{kept}<article><h1>Wall to Rise</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    return read_document(f"{page}</body></html>".encode(), "a.html")


@pytest.mark.parametrize("form", KEPT)
def test_date_byline_and_other_stories_come_from_the_state_where_the_page_shows_none(form: str) -> None:
    found = article(KEPT[form])
    assert found.published is not None
    assert (found.published.value, found.published.found_in) == ("2031-02-03T10:00:00+00:00", "page state")
    assert found.published.evidence == "2031-02-03T10:00:00Z"
    assert found.byline == ("Wilma Tarrow", "Boris Elling")
    assert [(story.title, story.url) for story in found.related] == [
        ("Ferry to Close", "/8"),
        ("Mayor Opens Dam", "/9"),
    ]
    assert found.text == f"Wall to Rise\n\n{FIRST}\n\n{SECOND}"


def test_what_the_page_shows_goes_before_its_state() -> None:
    meta = '<meta property="article:published_time" content="2031-02-04"><meta name="author" content="Ada Venn">'
    found = article(KEPT["next"], meta)
    assert found.published is not None
    assert (found.published.value, found.published.found_in) == ("2031-02-04", "meta")
    assert found.byline == ("Ada Venn",)


def test_another_storys_date_is_not_this_ones() -> None:
    state = json.dumps({"teasers": [{**STORY, "headline": "Ferry to Close"}, OTHERS[1]]})
    assert article(f"<script>window.__STATE__ = {state}</script>").published is None


@pytest.mark.parametrize(
    "kept",
    [
        '<script>window.__S__ = {"title": "Wall to Rise", "publishedAt": "2031-02-03", "body": "cut o',
        '<script>window.__S__ = {"title": "Wall to Rise", "date": {"x": 1}, "authors": [3, {"name": 4}]}</script>',
        '<script>window.__S__ = {"title": ' + "[" * 100_000 + "</script>",
        "<script>" + "a=" * 200_000 + '"title</script>',
        "<script>" + 'x = "title" ' * 50_000 + "</script>",
        f"<div data-x='{'[' * 50_000}\"title'></div>",
    ],
)
def test_a_broken_state_is_no_harm(kept: str) -> None:
    started = time.perf_counter()
    read_document(
        f"<html><body><h1>Wall to Rise</h1><p>{FIRST}</p><p>{SECOND}</p>{kept}</body></html>".encode(), "a.html"
    )
    assert time.perf_counter() - started < 5
