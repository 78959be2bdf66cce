"""What a person corrects stays corrected: names, whose words, what is no statement and what is no mention."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.data.analysis import Reading
from sayso.data.statement import Statement
from sayso.record import Record, Undecidable
from tests.record.printed import HOLT, RUIZ, printed

DAM = printed(
    "<Ana Ruiz> {said that} [the dam must stay].",
    "<Ben Holt> {said that} [Ruiz is wrong].",
    "<He> {said} [it was hot].",
    on="2024-03-04",
)


@pytest.fixture
def record(place: str) -> Iterator[Record]:
    with Record(place) as record:
        record.add(DAM)
        yield record


def id_of(record: Record, words: str) -> str:
    (row,) = record.said(words)
    return row.id


def said(record: Record) -> dict[str, str | None]:
    return {
        row.statement.attribution.content[0].text: row.statement.speaker.name if row.statement.speaker else None
        for row in record.said()
    }


def test_an_actor_is_called_as_was_decided_and_found_by_either_name(record: Record) -> None:
    record.rename("Ana Ruiz", "Ana Ruiz de Orsa", who="ed")
    assert said(record)["the dam must stay"] == "Ana Ruiz de Orsa"
    assert record.who("de Orsa").actor.id == record.who("Ana Ruiz").actor.id == RUIZ.id
    record.undo(who="ed")
    assert said(record)["the dam must stay"] == "Ana Ruiz"


def test_words_are_whose_it_was_decided(record: Record) -> None:
    record.reattribute(id_of(record, "hot"), "Holt", who="ed", why="he stands right before")
    (row,) = record.said("hot", by="Holt")
    assert row.statement.speaker is not None
    assert (row.statement.speaker.via, row.statement.unresolved) == ("decision", None)
    record.undo(who="ed")
    assert said(record)["it was hot"] == "Ana Ruiz"


def test_words_can_be_decided_to_be_nobodys(record: Record) -> None:
    record.reattribute(id_of(record, "hot"), "nobody", who="ed")
    (row,) = record.said("hot")
    assert (row.statement.speaker, row.statement.unresolved) == (None, "it was decided that nobody can be named")


def test_what_is_no_statement_is_not_shown(record: Record) -> None:
    record.reject(id_of(record, "hot"), who="ed")
    assert list(said(record)) == ["the dam must stay", "Ruiz is wrong"]
    assert record.who("Ruiz").actor.statements == 1
    record.undo(who="ed")
    assert "it was hot" in said(record)


def test_what_is_no_mention_makes_nobody_spoken_of(record: Record) -> None:
    start = DAM.article.text.index("Ruiz is wrong")
    article = id_of(record, "wrong").partition(".")[0]
    record.reject(f"{article}:{start}-{start + 4}", who="ed")
    assert list(record.said(about="Ana Ruiz")) == []
    record.undo(who="ed")
    assert len(list(record.said(about="Ana Ruiz"))) == 1


def test_whoever_has_no_mention_left_is_not_on_the_record(record: Record) -> None:
    article = id_of(record, "wrong").partition(".")[0]
    for mention in HOLT.names[:1]:
        start = DAM.article.text.index(mention)
        record.reject(f"{article}:{start}-{start + len(mention)}", who="ed")
    assert record.called("Holt") == ()


def renumbered(reading: Reading) -> Reading:
    """The same article as a later model reads it: a statement more in front, the words of others cut otherwise."""
    first, *others = reading.statements
    earlier = replace(first, attribution=replace(first.attribution, content=first.attribution.source))
    return replace(reading, statements=(earlier, first, *map(_longer(reading), others)))


def _longer(reading: Reading):  # type: ignore[no-untyped-def]
    def longer(statement: Statement) -> Statement:
        (span,) = statement.attribution.content
        text = reading.article.text
        wider = type(span).of(text, span.start, span.end + 1)
        return replace(statement, attribution=replace(statement.attribution, content=(wider,)))

    return longer


def test_it_holds_when_a_later_model_numbers_and_cuts_statements_otherwise(record: Record) -> None:
    record.reject(id_of(record, "wrong"), who="ed")
    record.reattribute(id_of(record, "hot"), "Holt", who="ed")
    record.rename("Ana Ruiz", "Ana R.", who="ed")
    record.add(renumbered(DAM), again=True)
    assert said(record) == {"Ana Ruiz": "Ana R.", "the dam must stay": "Ana R.", "it was hot.": "Ben Holt"}


def test_what_was_decided_of_a_statement_that_is_found_no_more_waits_for_it(record: Record) -> None:
    record.reject(id_of(record, "hot"), who="ed")
    record.add(replace(DAM, statements=DAM.statements[:1]), again=True)
    assert list(said(record)) == ["the dam must stay"]
    record.add(DAM, again=True)
    assert "it was hot" not in said(record)


def test_what_is_not_there_cannot_be_decided(record: Record) -> None:
    for statement in ("nonsense", "0123456789abcdef.0", id_of(record, "hot") + "9"):
        with pytest.raises(Undecidable, match="there is no statement"):
            record.reject(statement, who="ed")
    for mention in ("x:1-2", "x:y", ":"):
        with pytest.raises(Undecidable, match="there is no mention"):
            record.reject(mention, who="ed")
    with pytest.raises(Undecidable, match="no name"):
        record.rename("Ana Ruiz", " ", who="ed")
    assert record.decisions() == ()
