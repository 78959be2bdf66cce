"""Parquet: typed columns, opened with pyarrow."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from sayso import export
from sayso.export.formats import parquet
from sayso.export.formats.columns import COLUMNS
from sayso.record import StatementRow
from sayso.serialise.core import words_form


def test_every_column_is_typed_and_spans_are_lists_of_structures(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.parquet")
    table = pq.read_table(tmp_path / "all.parquet")
    assert table.column_names == [column.name for column in COLUMNS]
    types = {name: str(table.schema.field(name).type) for name in ("negated", "start", "confidence", "dated")}
    assert types == {"negated": "bool", "start": "int32", "confidence": "double", "dated": "string"}
    for name in ("source", "cue", "content"):
        spans = [words_form(row.statement.attribution)[name] for row in rows]
        assert table.column(f"{name}_spans").to_pylist() == spans


def test_what_is_not_known_is_null(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.parquet")
    table = pq.read_table(tmp_path / "all.parquet").to_pylist()
    assert [line["speaker"] for line in table].count(None) == 1
    assert all((line["speaker"] is None) == (line["unresolved"] is not None) for line in table)


def test_so_many_rows_are_a_group(tmp_path: Path, rows: list[StatementRow], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "GROUP", 3)
    export.write(iter(rows), tmp_path / "all.parquet")
    file = pq.ParquetFile(tmp_path / "all.parquet")
    assert [file.metadata.row_group(n).num_rows for n in range(file.num_row_groups)] == [3, 3, 2]
