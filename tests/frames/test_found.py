"""Answers that become tables, and what a notebook shows of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import sayso
from sayso.data.entry import Known
from sayso.data.reading_html import reading_html
from tests.record.printed import printed

pytest.importorskip("pyarrow")


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sayso.Record]:
    with sayso.Record(tmp_path / "sayso.db") as record:
        record.add(printed("<Ana Ruiz> {said} [it <rained>].", "<Ben Holt> {said} [no]."))
        yield record


def test_statements_are_given_one_by_one_or_in_a_table(record: sayso.Record) -> None:
    found = record.said()
    assert next(found).statement.speaker
    assert found.to_arrow()["speaker"].to_pylist() == ["Ben Holt"]
    assert record.said(by="nobody").to_arrow().num_rows == 0


def test_the_columns_of_ones_own_list_are_in_the_table_too(record: sayso.Record) -> None:
    record.refer([Known("a", "Ana Ruiz", "person", columns=(("party", "Reeds"),))])
    assert record.said().to_arrow()["party"].to_pylist() == ["Reeds", "not on the list"]


def test_a_field_that_there_is_not_is_refused(record: sayso.Record) -> None:
    with pytest.raises(TypeError):
        record.said(mood="good")


def test_a_tally_is_a_table_and_shows_itself(record: sayso.Record) -> None:
    tally = record.tally(["speaker"])
    assert tally.to_arrow()["speaker"].to_pylist() == ["Ana Ruiz", "Ben Holt"]
    assert "<td>Ana Ruiz</td><td>1</td><td>50.0</td>" in tally._repr_html_()
    assert "tally(['speaker']" in tally.made.query


def test_a_reading_shows_itself_with_its_texts_escaped() -> None:
    shown = reading_html(printed("<Ana Ruiz> {said} [no & <b>]."))
    assert 'title="source: Ana Ruiz">Ana Ruiz</span>' in shown
    assert "no &amp; &lt;b&gt;" in shown
    assert "<b>]" not in shown
