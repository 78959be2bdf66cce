"""The pages in docs/ tell the truth: their example is run and prints what they show.

`python -m tests.test_docs` writes what it prints now into them.
"""

import re
import tempfile
from pathlib import Path

import pytest

from sayso.data.search_fields import FIELDS, Field
from tests.test_readme import BLOCK, ROOT, run

EVAL = ROOT / "docs" / "evaluation.md"
SEARCH = ROOT / "docs" / "search.md"
TABLE = re.compile(r"(?<=<!-- fields: python -m tests.test_docs -->\n).*(?=<!-- end -->)", re.DOTALL)
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


def line(field: Field) -> str:
    """A field as a row: its name, the option, the parameter, what it asks for."""
    option = f"`--{field.name}`" + (f", `--{field.no}`" if field.no else "")
    choices = f" ({', '.join(field.choices)})" if field.choices else ""
    shown = "arguments" if field.name == "words" else option
    return f"| `{field.name}` | {shown} | `{field.in_url}=` | {field.help.rstrip('.')}{choices} |\n"


def with_fields(page: str) -> str:
    """The page with the fields of a search as they are declared."""
    head = "| field | on the command line | in a URL | asks for |\n|---|---|---|---|\n"
    return TABLE.sub(lambda _: head + "".join(map(line, FIELDS)), page)


def test_the_page_on_searching_has_every_field() -> None:
    page = SEARCH.read_text("utf-8")
    assert TABLE.search(page)
    assert with_fields(page) == page


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        EVAL.write_text(renewed(EVAL.read_text("utf-8"), Path(scratch)), "utf-8")
    SEARCH.write_text(with_fields(SEARCH.read_text("utf-8")), "utf-8")
