"""The pages in docs/ tell the truth: their example is run and prints what they show.

`python -m tests.test_docs` writes what it prints now into them.
"""

import re
import tempfile
from pathlib import Path

import pytest

from tests.test_readme import BLOCK, ROOT, run

EVAL = ROOT / "docs" / "evaluation.md"
GOLD = re.compile(r"^```json\n(.*\n)```$", re.MULTILINE)


def renewed(page: str, folder: Path) -> str:
    """The page with what its command prints now, beside the gold file that it shows."""
    gold = GOLD.search(page)
    assert gold
    (folder / "harbour.jsonl").write_text(gold[1], "utf-8")
    return BLOCK.sub(lambda block: f"```console\n$ {block['command']}\n{run(block['command'], folder)}```", page)


@pytest.mark.model
def test_the_evaluation_prints_what_its_page_shows(tmp_path: Path) -> None:
    page = EVAL.read_text("utf-8")
    assert BLOCK.search(page)
    assert renewed(page, tmp_path) == page


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        EVAL.write_text(renewed(EVAL.read_text("utf-8"), Path(scratch)), "utf-8")
