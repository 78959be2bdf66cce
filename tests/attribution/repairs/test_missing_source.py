import pytest

from sayso.attribution.linking.linker import Linked, Piece
from sayso.attribution.repairs.missing_source import with_subjects_before


def source_of(text: str, cue: str) -> str | None:
    """The source that a cue of `text` is given which has none."""
    at = text.index(cue)
    content = Piece(at + len(cue) + 1, len(text) - 1, "content", 0.9)
    (found,) = with_subjects_before(text, [Linked(Piece(at, at + len(cue), "cue", 0.9), None, (content,))])
    return text[found.source.start : found.source.end] if found.source else None


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("About talks with the Gulf Council Ruiz said the door is open.", "said", "Ruiz"),
        ("About the dam she said that it holds.", "said that", "she"),
        (
            "According to a survey of 1,000 readers in Tarn, the dam holds.",
            "According to",
            "a survey of 1,000 readers in Tarn",
        ),
        ("About the dam Ruiz told reporters that it holds.", "told reporters", "Ruiz"),
    ],
)
def test_a_cue_without_source_takes_the_name_right_before_it(text: str, cue: str, source: str) -> None:
    assert source_of(text, cue) == source


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Ruiz was accused of hiding a survey.", "was accused"),
        ("The dam holds, it said on Friday.", "said"),
        ("On Monday said nobody a word.", "said"),
    ],
)
def test_a_passive_or_a_common_word_gives_no_source(text: str, cue: str) -> None:
    assert source_of(text, cue) is None
