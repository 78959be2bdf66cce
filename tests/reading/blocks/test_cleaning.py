"""What lines are by their words and the way they are set: headings in bold, questions, corrections, the lead."""

import pytest

from tests.reading.pages import FIRST, SECOND, THIRD, blocks, page, read

PROSE = "Work begins in May, and the ferry keeps running all the while."


@pytest.mark.parametrize("line", ["Who pays for it", "LOOK WHAT YOU MADE ME DO", "Tern-App – what it can do"])
def test_a_short_line_in_bold_is_the_heading_of_the_paragraph_below(line: str) -> None:
    assert ("heading", line) in blocks(read(page(f"<p><strong>{line}</strong></p><p>{PROSE}</p>")))


@pytest.mark.parametrize(
    "between",
    [
        f"<p><b>Nobody will be moved against their will.</b></p><p>{PROSE}</p>",
        "<p><b>Piet Verhaal, engineer</b></p><p>“I have read every page of it.”</p>",
        f"<p>Who <b>pays</b> for it</p><p>{PROSE}</p>",
    ],
    ids=["a sentence", "a name over a quotation", "one word in bold"],
)
def test_other_lines_in_bold_are_paragraphs(between: str) -> None:
    assert "heading" not in [kind for kind, _ in blocks(read(page(between)))]


@pytest.mark.parametrize("line", ["PORT ELNA, ELNA", "Tested by: Ada Venn Price: 24 crowns", "Harbour 61, Ferry 21"])
def test_a_line_above_the_first_sentence_is_not_the_lead(line: str) -> None:
    article = read(page(before=f"<p>{line}</p>"))
    assert article.lead == FIRST
    assert [words for _, words in blocks(article)][-3:] == [FIRST, SECOND, THIRD]


def test_a_correction_may_tell_when_it_was_added() -> None:
    note = "Correction added Nov. 18, 2031: The caption said that the wall was of wood."
    assert blocks(read(page(after=f"<p>{note}</p>")))[-1] == ("correction", note)
