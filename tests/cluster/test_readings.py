"""What workers write comes onto a record as if it had been read there."""

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from sayso.data.analysis import Reading
from sayso.data.found import Found
from sayso.record import Record
from tests.record.printed import printed

parquet = pytest.importorskip("pyarrow.parquet")
arrow = pytest.importorskip("pyarrow")
readings = pytest.importorskip("sayso.cluster.readings")


def read(name: str, *paragraphs: str) -> tuple[Found, Reading]:
    content = name.encode()
    reading = printed(*paragraphs, name=name)
    document = replace(reading.article.document, sha256=sha256(content).hexdigest())
    return Found(content), replace(reading, article=replace(reading.article, document=document), model="7")


FIRST = read("a.html", "<Ana Ruiz> {said} [the dam must stay].")
SECOND = read("b.html", "<Ben Holt> {said} [it goes].", "<Ana Ruiz> {denied} [it].")


@pytest.fixture
def written(tmp_path: Path) -> Path:
    rows = [readings.row_of(found.content.decode(), found, reading) for found, reading in (FIRST, SECOND)]
    rows.append(readings.row_of("c.html", Found(b"c"), None, "it took more than 20 s to read"))
    path = tmp_path / "part.parquet"
    parquet.write_table(arrow.Table.from_pylist(rows, readings.SCHEMA), path)
    return path


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record(tmp_path / "sayso.db") as record:
        yield record


def told(record: Record) -> list[object]:
    return [(row.id, row.document, row.statement) for row in record.said()]


def test_it_is_the_same_record_as_of_one_who_read_by_himself(written: Path, record: Record, tmp_path: Path) -> None:
    states = [outcome.state for outcome in readings.load(written, record)]
    record.settle()
    with Record(tmp_path / "other.db") as other:
        for found, reading in (FIRST, SECOND):
            other.add(reading, content=found.content)
        assert told(record) == told(other)
    assert states == ["added", "added", "failed"]
    assert [failure.why for failure in record.failures()] == ["it took more than 20 s to read"]
    assert record.original(FIRST[1].article.document.key) == b"a.html"


def test_what_is_there_already_is_passed_by(written: Path, record: Record) -> None:
    list(readings.load(written, record))
    assert [outcome.state for outcome in readings.load(written, record)] == ["already there"] * 2 + ["failed"]
    assert record.count()[0] == 2
