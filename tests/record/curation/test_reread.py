"""What another model reads otherwise is told, and goes when its article is forgotten."""

from dataclasses import replace
from datetime import UTC, datetime

from sayso.data.analysis import Reading
from sayso.data.changes import Difference
from sayso.data.made import differing, reader
from sayso.data.version import __version__
from sayso.record import Record
from sayso.record.curation.reread import differences
from tests.record.printed import printed

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def read(*marked: str, model: str | None, name: str = "dam.txt") -> Reading:
    return replace(printed(*marked, name=name), model=model)


BEFORE = read("<Ana Ruiz> {said} [the dam stays].", "<Ben Holt> {said} [no to] it.", "It is [dry], he said.", model="1")
AFTER = read("Ana Ruiz {said} [the dam stays].", "<Ben Holt> {said} [no to it].", "<Ana Ruiz> {came} [too].", model="2")


def test_new_gone_other_speaker_and_other_words_are_told_apart() -> None:
    assert differences(BEFORE.statements, BEFORE.statements) == ()
    assert differences(BEFORE.statements, AFTER.statements) == (
        Difference("other speaker", "the dam stays", None, spoke="Ana Ruiz"),
        Difference("other words", "no to it", "Ben Holt", were="no to"),
        Difference("new", "too", "Ana Ruiz"),
        Difference("gone", "dry", None),
    )


def test_they_are_kept_with_both_models_and_decisions_hold(place: str) -> None:
    with Record(place, clock=lambda: NOON) as record:
        key = record.add(BEFORE, content=b"as it came").article
        record.reject(next(record.said("stays")).id, who="ana")
        assert record.read_otherwise("sayso 0") == ((key, "dam.txt", None, None),)
        later = replace(AFTER, article=replace(AFTER.article, document=BEFORE.article.document))
        record.add(later, again=True)
        (reread,) = record.since("2024-05-01").reread
        assert (reread.article, reread.before[-7:], reread.after[-7:]) == (key, "model 1", "model 2")
        assert {one.became for one in reread.differences} == {"new", "gone", "other speaker", "other words"}
        assert record.since("2024-05-02").reread == ()
        assert "the dam stays" not in [row.statement.attribution.content[0].text for row in record.said()]
        record.forget(key, who="ana")
        assert record.since("2024-05-01").reread == ()


def test_what_is_read_without_a_model_is_neither_old_nor_a_second_reader_beside_the_model(place: str) -> None:
    with Record(place) as record:
        record.add(BEFORE, content=b"as it came")
        record.add(read("Ana Ruiz fala.", name="pt.txt", model=None), content=b"como veio")
        here = reader(__version__, "1")
        assert record.read_otherwise(here) == ()
        assert [name for _, name, _, _ in record.read_otherwise(reader(__version__, "2"))] == ["dam.txt"]
    assert differing((here, reader(__version__, None))) == ()
    assert differing((here, reader(__version__, "2"))) == (here, reader(__version__, "2"))
