"""docs/export.md tells the truth: its examples run, and it knows every format and every column."""

import re
from pathlib import Path

import pytest

from sayso import export
from sayso.export.formats.columns import COLUMNS
from tests.test_readme import BLOCK, ROOT, run

PAGE = (ROOT / "docs" / "export.md").read_text("utf-8")
SCRIPTS = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def first_cells(heading: str) -> list[str]:
    """What stands in code in the first column of the table under a header."""
    table = PAGE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return [name for line in table.splitlines()[2:] for name in re.findall(r"`([^`]+)`", line.split("|")[1])]


def test_every_format_and_every_column_is_told_and_no_other() -> None:
    assert first_cells("the name ends in") == list(export.FORMATS)
    assert sorted(first_cells("column")) == sorted(column.name for column in COLUMNS)


@pytest.mark.model
def test_its_commands_and_scripts_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    run("sayso add examples", tmp_path)
    for block in BLOCK.finditer(PAGE):
        assert run(block["command"], tmp_path) == block["shown"]
    for script in SCRIPTS:
        exec(script, {})
    assert {path.name for path in tmp_path.iterdir()} >= {"survey.csv", "survey.parquet", "landslide.ann"}
