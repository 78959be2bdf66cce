"""Texts that were copied from paper: what belongs to the page is left out, what the page cut is whole again."""

import pytest

from sayso.reading import read_text

HEAD = "The Council of Dunmar Sits\n\n"
SAID = "The treasurer said on Monday evening that the bridge had cost twice as much as planned."


def paragraphs(text: str) -> list[str]:
    article = read_text(HEAD + text, "minutes.txt")
    return [article.text[block.start : block.end] for block in article.blocks if block.kind != "title"]


@pytest.mark.parametrize(
    "line",
    [
        "Page 3 of 7                         Council of Dunmar",
        "PAGE 12",
        "p. 4",
        "- 12 -",
        "[12]",
        "3/7",
        "12 of 40",
        "pg. iv",
    ],
)
def test_a_line_that_numbers_a_page_is_none_of_the_text(line: str) -> None:
    assert paragraphs(f"{SAID}\n\n{line}\n\nNobody answered him.") == [SAID, "Nobody answered him."]


def test_a_sentence_goes_on_on_the_next_page() -> None:
    above, below = "“If we do not borrow,” he said, “we cannot", "pay the teachers in May.”"
    assert paragraphs(f"{SAID}\n\n{above}\n\nPage 4 of 7\n\n{below}") == [SAID, f"{above} {below}"]


def test_a_name_that_is_cut_there_is_one_name() -> None:
    assert paragraphs("The council heard on Monday from Mrs Olive Grant-\n\n- 5 -\n\nham, who had questions.") == [
        "The council heard on Monday from Mrs Olive Grantham, who had questions."
    ]


def test_running_heads_go_with_the_numbers() -> None:
    pages = [f"{SAID[:-1]}, part {n}.\n\nCouncil of Dunmar, 3 May\n\n{n}/9" for n in range(1, 5)]
    assert paragraphs("\n\n".join(pages)) == [f"{SAID[:-1]}, part {n}." for n in range(1, 5)]


def test_a_word_cut_at_the_end_of_a_line_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    (found,) = paragraphs(
        "She said that the coun-\ncil was full of self-\nmade men, and that its sur\u00ad\nvey was none."
    )
    assert found == "She said that the council was full of self-made men, and that its survey was none."


@pytest.mark.parametrize("line", ["12 men were hurt.", "Page Three is a bar.", "2019", "Chapter 4"])
def test_other_lines_with_numbers_stay(line: str) -> None:
    assert line in paragraphs(f"{SAID}\n\n{line}\n\nNobody answered him.")


def test_a_heading_above_a_small_letter_is_no_broken_sentence() -> None:
    assert paragraphs(f"{SAID}\n\nWho pays\n\niron prices have doubled since May.")[1:] == [
        "Who pays",
        "iron prices have doubled since May.",
    ]
