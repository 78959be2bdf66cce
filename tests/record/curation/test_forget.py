"""What is forgotten leaves nothing of its words behind, and does not come back by accident."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from sayso.data.analysis import Reading
from sayso.data.record_errors import Forgotten
from sayso.record import NoSuchArticle, Record, Search
from tests.record.conftest import Places, sql
from tests.record.printed import person, printed

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
URL = "https://post.example/2024/quagmire-of-brandl"
SECRETS = ("Quagmire", "quagmir", "Zebulon", "zebulon", "zanzibarite", "Xylograph", "ombudsperson")
"""Words that stand in one article alone: in its text, its title, its outlet, in names and roles."""


def secret(name: str = "secret.txt", words: str = "the Quagmire zanzibarite stays") -> Reading:
    zebulon = person("Zebulon Ruiz", roles=("ombudsperson of Orsa",))
    said = f"<Zebulon Ruiz> {{said}} [{words} {name}]."
    return printed(said, title="Quagmire", outlet="The Xylograph", actors=(zebulon,), name=name)


def at(reading: Reading, url: str) -> Reading:
    return replace(reading, article=replace(reading.article, document=replace(reading.article.document, url=url)))


def put(record: Record, reading: Reading) -> str:
    content = reading.article.text.encode()
    digest = sha256(content).hexdigest()
    document = replace(reading.article.document, sha256=digest)
    return record.add(replace(reading, article=replace(reading.article, document=document)), content=content).article


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with Record(place, clock=lambda: NOON) as record:
        put(record, printed("<Ana Ruiz> {said} [the dam stays].", on="2024-03-04"))
        yield record


def files_of(place: str) -> list[Path]:
    """All that the database keeps but a server's own log: of SQLite the log too."""
    if "://" not in place:
        return [path for path in Path(place).parent.iterdir() if path.name.startswith(Path(place).name)]
    ((folder,),) = sql(place, "SELECT current_setting('data_directory')")
    return [path for path in Path(str(folder), "base").rglob("*") if path.is_file()]


def words_in(place: str) -> set[str]:
    found = [path.read_bytes().lower() for path in files_of(place)]
    return {word for word in SECRETS if any(word.lower().encode() in content for content in found)}


def test_no_word_of_it_is_left_in_the_files(record: Record, place: str) -> None:
    key = put(record, at(secret(), URL))
    sql(place, "CHECKPOINT" if "://" in place else "PRAGMA wal_checkpoint(TRUNCATE)")
    assert words_in(place) >= {"Quagmire", "Zebulon", "zanzibarite", "Xylograph", "ombudsperson"}
    record.reject(f"{key}.0", who="ana", why="it is none")
    record.forget(key, who="ana", why="a court says so")
    sql(place, "CHECKPOINT" if "://" in place else "PRAGMA wal_checkpoint(TRUNCATE)")
    assert words_in(place) == set()
    assert [row.statement.attribution.content[0].text for row in record.said()] == ["the dam stays"]
    assert record.facets(Search()).total == 1


def test_that_it_was_forgotten_is_on_the_list_with_who_and_why_and_a_digest(record: Record) -> None:
    reading = secret()
    key = put(record, reading)
    (made,) = record.forget(key, who="ana", why="a court says so")
    assert (made.verb, made.who, made.why, made.at) == ("forget", "ana", "a court says so", NOON.isoformat())
    assert made.name == sha256(reading.article.text.encode()).hexdigest()
    assert record.decisions() == (made,)


def test_it_is_not_read_again_until_that_is_undone(record: Record) -> None:
    key = put(record, secret())
    (made,) = record.forget(key, who="ana")
    with pytest.raises(Forgotten, match=rf"it is forgotten; decision {made.id} tells why, and can be undone"):
        put(record, secret())
    record.undo(made.id, who="ben")
    assert put(record, secret()) == key


def test_an_article_that_is_named_goes_alone_and_its_page_stays(record: Record) -> None:
    first, second = (put(record, at(secret(name), URL)) for name in ("monday.txt", "tuesday.txt"))
    record.forget(second, who="ana")
    assert [one.article for one in record.versions(URL)] == [first]
    assert record.held(first).capture.is_current


def test_a_page_that_is_named_goes_with_all_its_captures_and_whatever_it_will_read(record: Record) -> None:
    for name in ("monday.txt", "tuesday.txt"):
        put(record, at(secret(name), URL))
    made = record.forget(URL, who="ana")
    assert len(made) == 3
    assert not any("post.example" in (one.name or "") for one in made)
    with pytest.raises(NoSuchArticle):
        record.versions(URL)
    with pytest.raises(Forgotten):
        put(record, at(secret("wednesday.txt"), URL))


def test_decisions_about_it_go_and_those_on_who_is_who_hold_on_elsewhere(record: Record) -> None:
    put(record, printed("<Zebulon Ruiz> {said} [maybe].", actors=(person("Zebulon Ruiz"),), name="other.txt"))
    key = put(record, secret())
    undone = record.reject(f"{key}.0", who="ana")
    record.undo(undone.id, who="ana")
    record.reject(f"{key}.0", who="ana")
    record.same("Ana Ruiz", f"person:zebulon-ruiz@{key}", who="ana")
    record.forget(key, who="ana")
    assert [one.verb for one in record.decisions()] == ["same", "forget"]
    assert {row.statement.speaker.name for row in record.said() if row.statement.speaker} == {"Ana Ruiz"}


def test_to_forget_it_once_more_decides_nothing(record: Record) -> None:
    key = put(record, secret())
    record.forget(key, who="ana")
    assert record.forget(key, who="ana") == ()


def test_what_never_was_there_cannot_be_forgotten(record: Record) -> None:
    for what in ("0123456789abcdef", "https://post.example/never"):
        with pytest.raises(NoSuchArticle):
            record.forget(what, who="ana")


def test_another_record_that_takes_the_decisions_over_forgets_it_too(record: Record, places: Places) -> None:
    for name in ("monday.txt", "tuesday.txt"):
        put(record, at(secret(name), URL))
    record.forget(URL, who="ana")
    place = places()
    with Record(place) as other:
        put(other, at(secret("thursday.txt"), URL))
        put(other, secret("monday.txt"))
        assert other.take_over(record.decisions()) == 3
        assert other.count() == (0, 0)
        assert words_in(place) == set()
