"""A card cannot be misread: the cue in its place, what is denied flagged, the speaker as the article has him."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from starlette.testclient import TestClient

from sayso.record import Record
from tests.record.printed import denied, described, printed
from tests.serving.web.conftest import TOKEN, client_of

DAM = (
    "<Ben Holt> {denied} [asking the minister to wait].",
    "<She> {denied} [that “no survey” was ever made].",
    "[“We will not sign,”] <Ana Ruiz> {said}, [“and no survey helps.”]",
    "<Police> {said} [the road was shut].",
)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "sayso.db") as record:
        record.add(described(denied(printed(*DAM, on="2024-03-04"))))
        yield record


@pytest.fixture
def client(record: Record) -> TestClient:
    return client_of(record)


def quoted(page: str) -> list[str]:
    return re.findall(r"<blockquote>(.*?)</blockquote>", page, re.DOTALL)


def seen(quote: str) -> str:
    """What a reader sees of it."""
    return re.sub(r"<[^>]*>", "", quote).strip()


def test_a_denial_shows_its_cue_and_is_flagged(client: TestClient) -> None:
    page = client.get("/search?q=asking").text
    assert [seen(one) for one in quoted(page)] == ["Ben Holt denied asking the minister to wait"]
    assert '<em class="says flag">denied</em>' in page
    assert '<strong class="flag">denied</strong>' in page


def test_what_stands_in_a_denial_is_flagged_as_that(tmp_path: Path) -> None:
    reading = denied(printed("<Ben Holt> {denied} [that he had asked].", "<He> {had asked} [the minister to wait]."))
    reported = replace(reading.statements[1], reported_by=0)
    with Record(tmp_path / "nested.db") as record:
        record.add(replace(reading, statements=(reading.statements[0], reported)))
        (row,) = record.said("minister")
        page = client_of(record).get("/search?q=minister").text
    assert row.within == "denied"
    assert '<strong class="flag">reported in a denial by Ben Holt</strong>' in page
    assert '<em class="says flag">had asked</em>' in page


def test_a_name_is_put_beside_a_pronoun_and_words_looked_for_are_marked_in_every_piece(client: TestClient) -> None:
    page = client.get("/search", params={"q": '"no survey" OR sign', "order": "time"}).text
    first, second = quoted(page)
    assert seen(first) == "She [Ana Ruiz] denied that “no survey” was ever made"
    assert "that “<mark>no survey</mark>” was" in first
    assert "not <mark>sign</mark>,”" in second
    assert "“and <mark>no survey</mark> helps.”" in second


def test_one_who_is_only_described_is_no_link_and_not_unknown(client: TestClient) -> None:
    page = client.get("/search?q=road").text
    assert '<span class="speaker described">Police</span> (not named)' in page
    assert "speaker unknown" not in page
    article = client.get(re.findall(r'href="(/article/[^"?]*)', page)[0]).text
    assert "<strong>Police</strong> (not named)" in article


def test_denials_are_counted_and_found(client: TestClient) -> None:
    page = client.get("/search?q=survey").text
    path, count = re.findall(r'<a href="([^"]*marked=denied[^"]*)">denied</a> <span class="count">(\d+)', page)[0]
    narrowed = client.get(path.replace("&amp;", "&")).text
    assert (count, len(quoted(narrowed))) == ("1", 1)
    assert '<option value="denied" selected>' in narrowed
    assert client.get("/api/facets?q=survey").json()["denied"] == 1
    assert len(client.get("/api/search?marked=denied").json()["statements"]) == 2
    assert len(client.get("/api/search?marked=plain").json()["statements"]) == 2


def test_a_feed_tells_who_denied_what(client: TestClient) -> None:
    feed = fromstring(client.get("/feed.atom?q=asking+OR+road").content)
    titles = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}title")][1:]
    assert sorted(titles) == ["Ben Holt denied asking the minister to wait", "Police said the road was shut"]


def test_the_person_and_the_comparison_show_the_same(client: TestClient) -> None:
    for path in ("/actor/person:ben-holt", "/compare?a=Holt&b=Ruiz"):
        assert "Ben Holt denied asking the minister to wait" in map(seen, quoted(client.get(path).text))


def test_to_accept_one_who_is_only_described_names_nobody(record: Record) -> None:
    writing = client_of(record)
    writing.post("/enter", data={"token": TOKEN, "name": "Léna"})
    (row,) = record.said("road")
    page = writing.get(f"/review?s={row.id}").text
    assert "Nobody can be named" in page
    (key,) = set(re.findall(r'name="form_key" value="([^"]*)"', page))
    writing.post("/decide", data={"form_key": key, "verb": "accept", "statement": row.id})
    (again,) = record.said("road")
    assert (again.statement.speaker, again.statement.unresolved) == (None, "it was decided that nobody can be named")
