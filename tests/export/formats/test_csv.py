"""CSV: read back as it was, and nothing in it that a spreadsheet would run."""

import csv
import doctest
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import export
from sayso.export.formats import csv as comma_separated
from sayso.export.formats.columns import COLUMNS
from sayso.export.formats.csv import disarmed
from sayso.record import StatementRow
from tests.export.conftest import FORMULA, saying

MARK = re.compile(r"\A'(?='*(?:\s*[=+\-@＝＋－＠]|[\t\r\n]))|(?<=[;|\t\r\n])'(?='*(?: |\xa0)*[=+\-@＝＋－＠])")
"""The marks that `disarmed` puts in, as one takes them out."""
ARMED = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_every_statement_is_a_row_under_the_names_of_the_columns(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.csv")
    found = read(tmp_path / "all.csv")
    assert [line["id"] for line in found] == [row.id for row in rows]
    assert list(found[0]) == [column.name for column in COLUMNS]
    line = next(line for line in found if line["content"].startswith("“Holt"))
    assert (line["speaker"], line["via"], line["source"], line["kind"]) == ("Ana Ruiz", "pronoun", "she", "direct")
    assert line["content"] == "“Holt knows nothing,” … “of dams.”"
    assert (line["published"], line["outlet"]) == ("2024-03-04T08:30:00", "The Orsa Courier")
    assert (line["negated"], line["confidence"], line["unresolved"]) == ("false", "0.5", "")


def test_the_offsets_lead_to_the_words(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.csv")
    for line, row in zip(read(tmp_path / "all.csv"), rows, strict=True):
        spans = [f"{span.start} {span.end}" for span in row.statement.attribution.content]
        assert line["content_spans"].split(";") == spans
        assert int(line["start"]) <= int(spans[0].split()[0]) < int(line["end"])


def test_what_is_reported_by_another_names_the_statement_that_reports_it(
    tmp_path: Path, rows: list[StatementRow]
) -> None:
    export.write(rows, tmp_path / "all.csv")
    by_id = {line["id"]: line for line in read(tmp_path / "all.csv")}
    (inner,) = (line for line in by_id.values() if line["reported_by"])
    assert "the dams must stay" in by_id[inner["reported_by"]]["content"]


def test_a_statement_in_the_title_of_a_related_story_comes_with_that_story(
    tmp_path: Path, rows: list[StatementRow]
) -> None:
    export.write(rows, tmp_path / "all.csv")
    (line,) = (line for line in read(tmp_path / "all.csv") if line["place"] == "related")
    assert (line["story_title"], line["story_published"], line["dated"]) == (
        "Ruiz: Holt must go",
        "2024-01-01",
        "2024-01-01",
    )


@pytest.mark.parametrize(
    "content", [FORMULA, "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "''-1", "\xa0@x"]
)
def test_no_cell_begins_like_a_formula(tmp_path: Path, row: StatementRow, content: str) -> None:
    titled = replace(row, article=replace(row.article, title=content, outlet=content))
    export.write([saying(titled, content)], tmp_path / "all.csv")
    (line,) = read(tmp_path / "all.csv")
    for cell in (line["content"], line["title"], line["outlet"]):
        assert cell == (f"'{content}" if content[0] not in "\t\r\n" else f"'{content[0]}'{content[1:]}")
    assert not any(ARMED.match(cell) for cell in line.values())


def test_what_is_no_formula_is_left_alone() -> None:
    for text in ("“=1”", "'Tis so", "a-b", "2024-03", "", "’-1"):
        assert disarmed(text) == text


@given(st.text().filter(lambda text: "\0" not in text))
def test_one_mark_is_all_there_is_to_take_off(text: str) -> None:
    found = disarmed(text)
    assert not ARMED.match(found)
    assert MARK.sub("", found) == text


@pytest.mark.parametrize("mark", [";", "\t", "\n", "|"])
def test_a_spreadsheet_that_splits_at_another_mark_finds_no_formula_either(
    tmp_path: Path, row: StatementRow, mark: str
) -> None:
    """Excel splits at the semicolon in most of Europe, and then sees no quotation marks inside a line."""
    export.write([saying(row, f"x{mark}=1+1{mark} +2{mark}y")], tmp_path / "all.csv")
    line = (tmp_path / "all.csv").read_text("utf-8-sig")
    assert not [cell for cell in re.split(r"[;|\t\r\n]", line) if ARMED.match(cell)]


def test_line_breaks_quotation_marks_and_half_characters_do_not_break_the_table(
    tmp_path: Path, row: StatementRow
) -> None:
    export.write([saying(row, 'a "b",\n\x00c\ud800'), row], tmp_path / "all.csv")
    first, second = read(tmp_path / "all.csv")
    assert first["content"] == 'a "b",\n\ufffdc\\ud800'
    assert second["id"] == row.id


def test_the_docstrings_are_true() -> None:
    assert doctest.testmod(comma_separated).failed == 0
