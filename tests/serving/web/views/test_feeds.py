"""Feeds are Atom, whatever the articles hold."""

from xml.etree.ElementTree import fromstring

from starlette.testclient import TestClient

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def test_a_search_can_be_watched(client: TestClient) -> None:
    answer = client.get("/feed.atom?by=Ruiz")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    feed = fromstring(answer.content)
    entries = feed.findall("a:entry", ATOM)
    assert len(entries) == 4
    assert feed.findtext("a:updated", "", ATOM) == "2024-03-04T08:30:00Z"
    for entry in entries:
        link = entry.find("a:link", ATOM)
        assert link is not None
        assert client.get(link.attrib["href"]).status_code == 200
        assert entry.findtext("a:id", "", ATOM).startswith("urn:")


def test_a_date_known_in_part_is_filled_up(client: TestClient) -> None:
    feed = fromstring(client.get("/feed.atom?by=Holt&outlet=Post").content)
    assert [one.text for one in feed.findall("a:entry/a:updated", ATOM)] == ["2024-05-01T00:00:00Z"]


def test_hostile_words_stay_words(hostile: TestClient) -> None:
    feed = fromstring(hostile.get("/feed.atom").content)
    assert {child.tag for entry in feed.iter(f"{{{ATOM['a']}}}entry") for child in entry} == {
        f"{{{ATOM['a']}}}{name}" for name in ("id", "title", "updated", "author", "link", "summary")
    }
