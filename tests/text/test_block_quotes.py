"""Block quotations without marks: those that somebody signs, or that the sentence above announces."""

import pytest

from sayso.data.article import BlockKind, Span
from sayso.reading.blocks.draft import Passage, laid_out
from sayso.text.doc import Doc
from sayso.text.quotations import kind_of

Line = tuple[BlockKind, str]
ABOVE: Line = ("paragraph", "The council put off the vote.")
READ: Line = ("quote", "I have read every page of the survey.")
SLEPT: Line = ("quote", "I have not slept since.")
SIGNED: Line = ("quote", "— Piet Verhaal, engineer")
BELOW: Line = ("paragraph", "The vote is in June.")


def quoted(*lines: Line) -> list[list[str]]:
    """The pieces of each quotation of an article of these blocks."""
    text, blocks = laid_out(Passage(kind, words) for kind, words in lines)
    return [[text[start:end] for start, end in one.pieces] for one in Doc(text, blocks).quotations]


def test_what_is_signed_is_one_quotation_over_all_its_paragraphs() -> None:
    assert quoted(ABOVE, READ, SLEPT, SIGNED, BELOW) == [[READ[1], SLEPT[1]]]


def test_two_that_are_signed_one_after_the_other_are_two() -> None:
    other: Line = ("quote", "– Ana Ruiz")
    assert quoted(READ, SIGNED, SLEPT, other) == [[READ[1]], [SLEPT[1]]]


def test_a_colon_announces_one() -> None:
    assert quoted(("paragraph", "This is what she wrote:"), READ, SLEPT, BELOW) == [[READ[1], SLEPT[1]]]


def test_without_signature_and_colon_it_may_be_anything() -> None:
    assert quoted(ABOVE, READ, BELOW) == []


@pytest.mark.parametrize("lines", [(("quote", "“I slept,” she said."), SIGNED), (("quote", "“I slept.”"), SIGNED)])
def test_where_it_has_marks_of_its_own_these_tell(lines: tuple[Line, ...]) -> None:
    assert len(quoted(ABOVE, *lines)) == 1
    assert quoted(ABOVE, *lines)[0][0].startswith("“I slept")


def test_a_word_in_marks_inside_of_what_is_signed_is_a_part_of_it() -> None:
    ironic: Line = ("quote", "They call it a “survey” here.")
    assert quoted(ABOVE, ironic, SIGNED) == [[ironic[1]]]
    assert quoted(("paragraph", "She wrote:"), ironic) == [["“survey”"]]


def test_its_words_are_direct() -> None:
    text, blocks = laid_out(Passage(kind, words) for kind, words in (READ, SIGNED))
    content = Span.of(text, 0, len(READ[1]))
    assert kind_of(text, [content], Doc(text, blocks).quotations) == "direct"
