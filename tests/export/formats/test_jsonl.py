"""JSON Lines: what `sayso said --json` prints."""

import json
from pathlib import Path

from sayso import export
from sayso.record import StatementRow
from sayso.serialise.core import row_form
from tests.export.conftest import saying


def test_every_line_is_the_form_of_a_statement(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [row_form(row) for row in rows]


def test_half_a_character_and_odd_line_breaks_stay_within_their_line(tmp_path: Path, row: StatementRow) -> None:
    said = saying(row, "a\ud800b\u2028c\nd")
    export.write([said, row], tmp_path / "all.jsonl")
    first, _ = (tmp_path / "all.jsonl").read_bytes().split(b"\n")[:2]
    assert json.loads(first)["content"][0]["text"] == "a\ud800b\u2028c\nd"
