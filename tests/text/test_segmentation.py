"""Where sentences, paragraphs and lines end."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.text.segmentation import is_ended, lines, paragraphs, sentences


@pytest.mark.parametrize(
    "marked",
    [
        "It rained.| She left.",
        "“It rained.” |She left.",
        "“Why?” |“Because.” |He left… |They stayed!",
        "Gen. Lee and Dr. Ana Ruiz met Sen. Doe (R-Ky.) on Monday.",
        "It came on Nov. 3. |No. 4 followed in Jan. 2017.",
        "He said no. |She went in May. |It was 5. |Nobody came.",
        "J. R. R. Tolkien and T. Quade agreed.",
        "They left the U.S. |The end came.",
        "The U.S. Senate met.",
        "Apple Inc. |It paid Brown & Co. Ltd. for nothing.",
        "It began at 7 p.m. Monday and ended at 9 p.m. |Police came.",
        "It cost 3.5 million.| 12 people came.",
        "He asked “Really?” and left.",
        "Der Preis stieg. |Ölpreise auch. |Über alles.",
        "It is so… but not quite.",
        "He left. |(She stayed.) |[Laughter.] |«Oui.» |Bon.",
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[slice(*found)].strip() for found in sentences(text)] == [one.strip() for one in marked.split("|")]


@given(st.text(alphabet="aAäÄ.!?…”\"’')]»“( \n9", max_size=60))
def test_sentences_are_all_of_a_text_and_none_is_empty(text: str) -> None:
    found = list(sentences(text))
    assert "".join(text[slice(*place)] for place in found) == text
    assert all(start < end for start, end in found)


def test_paragraphs_end_at_blank_lines_and_lines_at_each() -> None:
    text = "\n\none\ntwo \n \n\n three\n"
    assert [text[slice(*place)].strip() for place in paragraphs(text)] == ["one\ntwo", "three"]
    assert [text[slice(*place)] for place in lines(text)] == ["one", "two", "three"]


def test_a_question_goes_on_with_who_asks_it() -> None:
    text = "“Why?” Mayor Ruiz asked. “No!” Van den Berg, 40, said. “So?” The door closed."
    found = [text[slice(*place)].strip() for place in sentences(text)]
    assert found == ["“Why?” Mayor Ruiz asked.", "“No!” Van den Berg, 40, said.", "“So?”", "The door closed."]


def test_words_are_ended_as_a_sentence_is() -> None:
    assert is_ended("It rained.”) ")
    assert not is_ended("It rained, ")
    assert not is_ended("")


@pytest.mark.parametrize("piece", [". ", "A.", ".\"'", ". “", "\n", " \n", ".    ", "Mr. ", "”", "…) "])
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    started = time.perf_counter()
    for cut in (sentences(text), paragraphs(text), lines(text)):
        for _ in cut:
            pass
    assert time.perf_counter() - started < 10
