"""A record of two articles whose statements are of every sort, and all its rows."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.record import Record, StatementRow
from tests.record.printed import HOLT, RUIZ, printed

FORMULA = '=HYPERLINK("https://evil.example","the dam")'
KESSLAND = Actor("country:kessland", "Kessland", "country", ("Kessland",))


def changed(reading: Reading, number: int, *, reported_by: int | None = None, **marks: Any) -> Reading:
    """The reading with one of its statements marked otherwise."""
    said = list(reading.statements)
    attribution = replace(said[number].attribution, **marks)
    said[number] = replace(said[number], attribution=attribution, reported_by=reported_by)
    return replace(reading, statements=tuple(said))


def at(reading: Reading, url: str) -> Reading:
    article = reading.article
    return replace(reading, article=replace(article, document=replace(article.document, url=url)))


def courier() -> Reading:
    reading = printed(
        "<Ana Ruiz> {said that} [the dams must stay, 😀 and so must we].",
        "[“Holt knows nothing,”] <she> {said}, [“of dams.”]",
        "<Ben Holt> {did not say} [the dam would fall].",
        f"<Officials> {{wrote}} [{FORMULA}].",
        "<Ana Ruiz> {told us Holt had called} [the geologists fools].",
        "Then <Kessland> {declared} [the valley closed].",
        on="2024-03-04T08:30:00",
        outlet="The Orsa Courier",
        actors=(RUIZ, HOLT, KESSLAND),
    )
    reading = changed(reading, 1, kind="direct", confidence=0.5)
    reading = changed(reading, 2, negated=True)
    return at(changed(reading, 4, reported_by=0), "https://courier.example/dam?id=1&now=“today”")


def post() -> Reading:
    return printed(
        "<Ben Holt> {said} [no].",
        on="2024-05",
        outlet="Évening Post",
        related=(("<Ruiz>{:} [Holt must go]", "2024-01-01"),),
        name="b.html",
    )


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the record is."""
    path = tmp_path_factory.mktemp("record") / "sayso.db"
    with Record(path) as record:
        record.add(courier())
        record.add(post())
    return path


@pytest.fixture(scope="session")
def rows(place: Path) -> Iterator[list[StatementRow]]:
    with Record(place) as record:
        yield list(record.said())


@pytest.fixture(scope="session")
def row(rows: list[StatementRow]) -> StatementRow:
    """An ordinary statement."""
    return next(row for row in rows if "dams must stay" in row.statement.attribution.content[0].text)


def saying(row: StatementRow, content: str) -> StatementRow:
    """A row like this one that says something else."""
    span = replace(row.statement.attribution.content[0], text=content)
    attribution = replace(row.statement.attribution, content=(span,))
    return replace(row, statement=replace(row.statement, attribution=attribution))
