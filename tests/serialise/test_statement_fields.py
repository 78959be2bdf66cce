"""No door lacks a field: whatever is known of a statement changes what each of them tells."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from sayso.data.article import Document, Moment, Span, StoryStub
from sayso.data.results import Altered, ArticleRef, StatementRow
from sayso.data.statement import PLAIN_OF_ATTRIBUTION, Attribution, Principal, Speaker, Statement
from sayso.export.formats.columns import cells
from sayso.record import Record
from sayso.serialise.core import reading_form, row_form, statement_form
from sayso.serialise.load import reading_from
from sayso.serialise.statement_fields import FIELDS, OF_STATEMENT
from tests.record.printed import printed

ANA = Speaker("person:ana-ruiz", "Ana Ruiz", "person", "role")
DAY = Moment("2024-01-02", "day", "meta", "2 January")
SAID = Attribution(
    (Span(0, 3, "Ana"),),
    (Span(4, 8, "said"),),
    (Span(9, 11, "no"),),
    kind="direct",
    act="wanted",
    negated=True,
    denied=True,
    hypothetical=True,
    confidence=0.5,
    shown=False,
    digest="f0",
)
STATEMENT = Statement(
    *(
        SAID,
        "related",
        0,
        ANA,
        "nobody knows",
        "minister",
        "Dams",
        "Orsa",
        "2024-01-01",
        1,
        (replace(ANA, name="Ben"),),
    ),
    gender="woman",
    gender_told=(Span(0, 3, "Ana"),),
    office=True,
    on_behalf_of=Principal("organisation:krellis", "Krellis", "organisation"),
    time_code=2.5,
)
ROW = StatementRow(
    "0.1",
    Document("a.html", "https://a.example/", "text/html", "00"),
    ArticleRef("0", "Dam", "The Post", DAY),
    STATEMENT,
    "2024-01-01",
    StoryStub("Ana said no", "7", "https://b.example/", 2, DAY, "p.jpg"),
    "before",
    "after",
    "2024-02-01",
    "sayso",
    utterance="u1",
    altered=Altered("u2", "no", "not"),
)
UNTOLD = {"in_time", "within", "printings", "sources"}
"""What rows are put in order by, what the outer statement tells of itself, and how many others there are just now."""
NOT_IN_TABLES = {
    "statement.story",  # told by the story's title
    *("related.id", "related.order", "related.picture", "statement.also.via", "statement.also.type"),
    *("statement.also.named", "statement.also.anonymous", "statement.also.confidence", "statement.on_behalf_of.type"),
    *(f"{of}.published.{part}" for of in ("article", "related") for part in ("precision", "found_in", "evidence")),
}


def other(value: Any) -> Any:
    """Another value of the same type."""
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int | float) else f"{value}?"


def changed(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """The value with each thing in it changed, one after another, by the path to that."""
    if isinstance(value, tuple):
        for n, one in enumerate(value):
            yield from ((where, (*value[:n], new, *value[n + 1 :])) for where, new in changed(one, path))
    elif is_dataclass(value):
        for field in fields(value):
            where = f"{path}.{field.name}".lstrip(".")
            for deeper, new in changed(getattr(value, field.name), where):
                yield deeper, replace(value, **{field.name: new})
    elif path not in UNTOLD:
        yield path, other(value)


CHANGED = list(changed(ROW))


def test_everything_that_can_be_known_is_known_here() -> None:
    for value, defaults in ((SAID, Attribution((), (), ())), (STATEMENT, Statement(SAID))):
        for field in fields(value):
            if field.name != "attribution":
                assert getattr(value, field.name) != getattr(defaults, field.name), field.name


@pytest.mark.parametrize(("path", "row"), CHANGED, ids=[path for path, _ in CHANGED])
def test_json_and_tables_tell_of_it(path: str, row: StatementRow) -> None:
    assert row_form(row) != row_form(ROW)
    assert (cells(row) != cells(ROW)) == (path not in NOT_IN_TABLES)


def test_each_key_is_told_once() -> None:
    names = [column.name for field in FIELDS for column in field.columns]
    assert len(names) == len(set(names))
    assert list(statement_form(STATEMENT)) == [*(field.key for field in OF_STATEMENT), "sentence"]
    assert list(row_form(ROW)) == [field.key for field in FIELDS]


def test_it_comes_back_from_the_record_and_from_json_as_it_was(tmp_path: Path) -> None:
    reading = printed("<Ana Ruiz> {said} [no].", "<Ben Holt> {said} [yes].", on="2024-03-04")
    (ana, ben) = (one.speaker for one in reading.statements)
    assert ana
    assert ben
    marks = {name: getattr(SAID, name) for name in PLAIN_OF_ATTRIBUTION}
    told = replace(reading.statements[0].attribution, **marks)
    first = replace(
        replace(STATEMENT, attribution=told, where="body", story=None, gender_told=told.source),
        speaker=replace(ana, via="role"),
        also=(ben,),
    )
    reading = replace(reading, statements=(first, reading.statements[1]))
    assert reading_from(reading_form(reading)).statements == reading.statements
    with Record(tmp_path / "sayso.db") as record:
        key = record.add(reading).article
        assert record.as_read(key).statements == reading.statements
        assert next(iter(record.said())).statement == first
