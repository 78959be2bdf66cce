"""XLSX, opened by another library than the one that wrote it."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from sayso import export
from sayso.data.article import Moment
from sayso.export.formats import xlsx
from sayso.export.formats.columns import COLUMNS
from sayso.record import StatementRow
from tests.export.conftest import FORMULA, saying

NAMES = [column.name for column in COLUMNS]


def sheets(path: Path) -> list[Any]:
    book = openpyxl.load_workbook(path)
    return list(book.worksheets)


def column(sheet: Any, name: str) -> list[Any]:
    cells: list[Any] = [cell for (cell,) in sheet.iter_rows(2, None, NAMES.index(name) + 1, NAMES.index(name) + 1)]
    return cells


def test_every_statement_is_a_row_under_a_header_that_stays(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.xlsx")
    (sheet,) = sheets(tmp_path / "all.xlsx")
    assert [cell.value for cell in sheet[1]] == NAMES
    assert sheet.freeze_panes == "A2"
    assert [cell.value for cell in column(sheet, "id")] == [row.id for row in rows]
    assert {cell.value for cell in column(sheet, "negated")} == {True, False}
    assert 0.5 in [cell.value for cell in column(sheet, "confidence")]
    assert sheet.column_dimensions["N"].width > 70


def test_a_date_is_one_where_the_day_is_known_and_text_where_not(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.xlsx")
    (sheet,) = sheets(tmp_path / "all.xlsx")
    found = {cell.value for cell in column(sheet, "dated")}
    assert found == {"2024-05", datetime(2024, 1, 1), datetime(2024, 3, 4, 8, 30)}


@pytest.mark.parametrize("value", ["1899-12-31", "2024-02-30", "2024", "2024-03-04T99:30"])
def test_a_date_that_excel_does_not_know_is_text(tmp_path: Path, row: StatementRow, value: str) -> None:
    moment = Moment(value, "day", "meta", value)
    export.write([replace(row, article=replace(row.article, published=moment))], tmp_path / "all.xlsx")
    (sheet,) = sheets(tmp_path / "all.xlsx")
    assert [cell.value for cell in column(sheet, "published")] == [value]


@pytest.mark.parametrize("zone", ["", "+02:00", "-11:00", "Z"])
@pytest.mark.parametrize(("time", "shown"), [("08:30", "yyyy-mm-dd hh:mm"), ("08:30:00", "yyyy-mm-dd hh:mm:ss")])
def test_a_time_is_that_of_the_clock_where_it_was_published(
    tmp_path: Path, row: StatementRow, time: str, shown: str, zone: str
) -> None:
    moment = Moment(f"2024-03-04T{time}{zone}", "second", "meta", "")
    export.write([replace(row, article=replace(row.article, published=moment))], tmp_path / "all.xlsx")
    (sheet,) = sheets(tmp_path / "all.xlsx")
    (cell,) = column(sheet, "published")
    assert (cell.value, cell.number_format) == (datetime(2024, 3, 4, 8, 30), shown)


@pytest.mark.parametrize("content", [FORMULA, "=1+1", "{=1}", "https://evil.example", "mailto:a@b.example", "12"])
def test_text_is_text_and_never_a_formula_a_link_or_a_number(tmp_path: Path, row: StatementRow, content: str) -> None:
    export.write([saying(row, content)], tmp_path / "all.xlsx")
    (sheet,) = sheets(tmp_path / "all.xlsx")
    (cell,) = column(sheet, "content")
    assert (cell.value, cell.hyperlink) == (content, None)
    with ZipFile(tmp_path / "all.xlsx") as file:
        written = file.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in written
    assert "hyperlink" not in written.replace("HYPERLINK", "")


def test_what_xml_cannot_hold_is_shown_as_lost(tmp_path: Path, row: StatementRow) -> None:
    export.write([saying(row, "a\0b\x0bc\ufffed\ud800e\tf\ng")], tmp_path / "all.xlsx")
    (sheet,) = sheets(tmp_path / "all.xlsx")
    assert [cell.value for cell in column(sheet, "content")] == ["a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng"]


@pytest.mark.parametrize("letter", ["a", "😀"])
def test_what_is_too_long_for_a_cell_is_cut_and_says_so(tmp_path: Path, row: StatementRow, letter: str) -> None:
    export.write([saying(row, letter * 40_000), saying(row, "b" * 32_767)], tmp_path / "all.xlsx")
    (sheet,) = sheets(tmp_path / "all.xlsx")
    cut, whole = (cell.value for cell in column(sheet, "content"))
    assert cut == letter * (len(cut) - 1) + "…"
    assert 32_766 <= len(cut.encode("utf-16-le")) / 2 <= 32_767
    assert whole == "b" * 32_767


def test_a_full_sheet_is_followed_by_another(
    tmp_path: Path, rows: list[StatementRow], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "ROWS", 4)
    export.write(rows, tmp_path / "all.xlsx")
    found = sheets(tmp_path / "all.xlsx")
    assert [sheet.title for sheet in found] == ["Statements 1", "Statements 2", "Statements 3"]
    assert [sheet.max_row for sheet in found] == [4, 4, 3]
    assert all(sheet["A1"].value == "id" for sheet in found)
    ids = [cell.value for sheet in found for cell in column(sheet, "id")]
    assert ids == [row.id for row in rows]
