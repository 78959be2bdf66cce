"""The page on Python tells the truth: its examples are run."""

import doctest
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[2] / "docs" / "python.md"


@pytest.mark.model
def test_the_examples_give_what_the_page_shows(tmp_path: Path) -> None:
    for library in ("pyarrow", "polars", "pandas"):
        pytest.importorskip(library)
    text = PAGE.read_text("utf-8").replace("```", "")
    examples = doctest.DocTestParser().get_doctest(text, {"folder": tmp_path}, "python.md", str(PAGE), 0)
    assert len(examples.examples) > 10
    assert doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(examples).failed == 0
