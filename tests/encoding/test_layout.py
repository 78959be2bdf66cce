import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encoding.layout import FEATURES, features


def of_words(text: str, name: str) -> dict[str, int]:
    """The feature's value for each word of `text`."""
    starts, ends, at = [], [], 0
    for word in text.split():
        starts.append(text.index(word, at))
        at = starts[-1] + len(word)
        ends.append(at)
    values = features(text, np.array(starts), np.array(ends))[name]
    return dict(zip(text.split(), values.tolist(), strict=True))


def test_case_tells_lower_title_upper_and_mixed() -> None:
    assert of_words("the Senator of NATO and McKay met", "case") == {
        "the": 0, "Senator": 1, "of": 0, "NATO": 2, "and": 0, "McKay": 3, "met": 0,
    }  # fmt: skip


def test_gap_tells_spaces_line_breaks_and_blank_lines() -> None:
    assert of_words("Dam\nwater rises\n\nfast", "gap") == {"Dam": 3, "water": 2, "rises": 1, "fast": 3}


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He “went home” early", ["“went", "home”"]),
        ('He "went home" early', ['"went', 'home"']),
        ("He “never closed it\nand left", ["“never", "closed", "it"]),
        ("No marks at all", []),
    ],
)
def test_quoted_tells_what_stands_between_quotation_marks(text: str, inside: list[str]) -> None:
    assert [word for word, value in of_words(text, "quoted").items() if value] == inside


@given(st.text(), st.lists(st.tuples(st.integers(0, 30), st.integers(1, 9))))
def test_every_value_has_an_embedding_whatever_the_text(text: str, stretches: list[tuple[int, int]]) -> None:
    spans = sorted((start, start + size) for start, size in stretches if start + size <= len(text))
    starts, ends = (np.array([span[i] for span in spans], dtype=np.int64) for i in (0, 1))
    for name, values in features(text, starts, ends).items():
        assert values.shape == starts.shape
        assert all(0 <= value < FEATURES[name] for value in values.tolist())
