"""What the model reads in place of rarer quotation marks."""

import pytest

from sayso.text.quotations import in_usual_marks, quotations


@pytest.mark.parametrize("text", ["«We go»", "„We go“", "»We go«", "”We go”", "❝We go❞", "<<We go>>", "``We go''"])
def test_rarer_marks_are_the_usual_ones_at_the_same_places(text: str) -> None:
    read = in_usual_marks(text, quotations(text))
    assert read.strip() == "“We go”"
    assert len(read) == len(text)


def test_marks_that_the_model_knows_stay() -> None:
    text = '“We go,” ‘she’ said. "No."'
    assert in_usual_marks(text, quotations(text)) == text
