"""A document is on the record whole or not at all, once, and only with the words that prove it."""

import signal
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.data.analysis import Reading
from sayso.data.article import Span
from sayso.record import Record, Refused
from tests.record.conftest import Places, sql
from tests.record.printed import printed, statement

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with Record(place, clock=lambda: NOON) as record:
        yield record


def test_what_was_added_comes_out_as_it_went_in(record: Record) -> None:
    reading = printed("<Ana Ruiz> {said} [the dam must stay].", "[“Never,”] <she> {said}.", on="2024-03-04")
    record.add(reading)
    rows = list(record.said())
    assert tuple(row.statement for row in rows) == reading.statements
    assert [row.document for row in rows] == [reading.article.document] * 2
    assert rows[0].article.published == reading.article.published


def test_a_statement_that_another_reports_comes_out_with_its_number(record: Record) -> None:
    reading = printed("<Ana Ruiz> {said} [that Ben Holt had lied].", "<Ben Holt> {denied} [it].")
    outer, inner = reading.statements
    record.add(replace(reading, statements=(outer, replace(inner, reported_by=0))))
    assert [row.statement.reported_by for row in record.said()] == [None, 0]


def test_adding_twice_changes_nothing_and_says_so(record: Record) -> None:
    reading = printed("<Ana Ruiz> {said} [the dam must stay].")
    assert record.add(reading).new
    before = list(record.said())
    assert not record.add(reading).new
    assert list(record.said()) == before


def test_the_id_of_a_statement_is_the_same_on_every_record(record: Record, places: Places) -> None:
    first, second = printed("<Ana Ruiz> {said} [no]."), printed("<Ben Holt> {said} [yes].", name="b.txt")
    record.add(first)
    with Record(places()) as other:
        other.add(second)
        other.add(first)
        assert {row.id for row in record.said()} < {row.id for row in other.said()}


def move(span: Span) -> Span:
    return Span(span.start + 1, span.end + 1, span.text)


def outside(span: Span) -> Span:
    return Span(span.start + 10_000, span.end + 10_000, span.text)


def negative(span: Span) -> Span:
    return Span(span.start - 10_000, span.end - 10_000, span.text)


@pytest.mark.parametrize("spoil", [move, outside, negative])
def test_a_quote_that_the_text_does_not_have_there_is_refused_whole(
    record: Record, spoil: Callable[[Span], Span]
) -> None:
    good = printed("<Ana Ruiz> {said} [the dam must stay].", "[“Never,”] <she> {said}.")
    said = good.statements[1].attribution
    spoilt = replace(good.statements[1], attribution=replace(said, content=(spoil(said.content[0]),)))
    with pytest.raises(Refused, match=r"dam\.txt: statement 1: its content at .* should read “.*Never"):
        record.add(replace(good, statements=(good.statements[0], spoilt)))
    assert record.count() == (0, 0)
    assert not record.has(good.article.document.sha256)


def test_a_statement_without_words_is_refused(record: Record) -> None:
    with pytest.raises(Refused, match="no words to prove it"):
        record.add(replace(printed("Rain."), statements=(statement("", 0, ()),)))


def test_a_mention_must_be_the_texts_words_too(record: Record) -> None:
    good = printed("<Ana Ruiz> {said} [no].")
    ruiz = replace(good.actors[0], mentions=(Span(0, 3, "Ana"),))
    with pytest.raises(Refused, match="a mention of Ana Ruiz at 0:3"):
        record.add(replace(good, actors=(ruiz,)))


def test_a_statement_in_a_related_story_that_is_not_there_is_refused(record: Record) -> None:
    good = printed("Rain.", related=(("<Ruiz>{:} [no]", None),))
    with pytest.raises(Refused, match="related story 7"):
        record.add(replace(good, statements=(replace(good.statements[0], story=7),)))


def test_half_a_character_is_refused_not_mangled(record: Record) -> None:
    with pytest.raises(Refused, match="half of a character"):
        record.add(printed("Rain \ud83d today."))
    assert record.count() == (0, 0)


def test_offsets_count_characters_whatever_they_are_made_of(record: Record) -> None:
    record.add(printed("🌧️🌧️ <Ana Ruiz> {said} [the 🏞️ dam “stays”]."))
    (row,) = record.said()
    assert row.statement.attribution.content[0].text == "the 🏞️ dam “stays”"


def test_a_document_that_failed_is_a_row_until_it_is_added(record: Record) -> None:
    record.failed({"dam.txt": "it is empty"})
    record.failed({"dam.txt": "it is still empty"})
    assert [(f.name, f.why, f.failed_at) for f in record.failures()] == [
        ("dam.txt", "it is still empty", "2024-05-01T12:00:00+00:00")
    ]
    record.add(printed("Rain."))
    assert record.failures() == ()


def test_what_is_kept_is_plain_tables_for_any_program(record: Record, place: str) -> None:
    record.add(printed("<Ana Ruiz> {said} [the dam] and [the road stay]."))
    assert sql(place, "SELECT content, speaker_id FROM statements") == [("the dam … the road stay", "person:ana-ruiz")]
    ((text,),) = sql(place, "SELECT text FROM articles")
    assert (text if "://" in place else zlib.decompress(text).decode()).endswith("the dam and the road stay.")


def test_readers_go_on_while_one_adds_and_see_one_moment(record: Record) -> None:
    record.add(printed("<Ana Ruiz> {said} [one].", on="2024-01-01"))
    reading = record.said()
    first = next(reading)
    record.add(printed("<Ana Ruiz> {said} [two].", on="2024-01-02", name="b.txt"))
    assert [first, *reading] == [first]
    assert len(list(record.said())) == 2


ADDING = """
import sys
from sayso.record import Record
from tests.record.conftest import Places, sql
from tests.record.printed import printed

with Record(sys.argv[1]) as record:
    for n in range(int(sys.argv[2])):
        added = record.add(printed("<Ana Ruiz> {said} [no].", "<Ben Holt> {said} [yes].", name=f"{n}.txt"))
        print(added.article, flush=True)
"""


def adding(place: str, articles: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", ADDING, place, str(articles)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])


@pytest.mark.slow
@pytest.mark.parametrize("articles_before_the_kill", [0, 1, 7, 40])
def test_killed_at_any_moment_nothing_reported_is_lost_and_nothing_is_there_in_part(
    place: str, articles_before_the_kill: int
) -> None:
    with adding(place, 400) as program:
        assert program.stdout
        reported = [program.stdout.readline().strip() for _ in range(articles_before_the_kill)]
        time.sleep(0.001 * articles_before_the_kill)
        program.send_signal(signal.SIGKILL)
        reported += [line.strip() for line in program.stdout if line.endswith("\n")]
    with Record(place) as record:
        kept = [row.article.id for row in record.said()]
        assert set(reported) <= set(kept)
        assert all(kept.count(article) == 2 for article in kept)
    if "://" not in place:
        assert sql(place, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.slow
def test_two_programs_that_add_the_same_at_once_take_turns(place: str) -> None:
    with adding(place, 20) as one, adding(place, 20) as other:
        outputs = [one.communicate()[0], other.communicate()[0]]
    assert [one.returncode, other.returncode] == [0, 0]
    assert outputs[0] == outputs[1]
    with Record(place) as record:
        assert record.count() == (20, 40)


def test_a_speaker_who_is_not_among_the_actors_is_kept_all_the_same(record: Record) -> None:
    reading: Reading = replace(printed("<Ana Ruiz> {said} [no]."), actors=())
    record.add(reading)
    assert record.who("Ruiz").actor.name == "Ana Ruiz"
