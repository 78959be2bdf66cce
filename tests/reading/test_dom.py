"""Pages that were made to take long are read in a time that grows as they do, and no words of theirs are lost."""

import time

import pytest

from sayso.data.errors import Unreadable
from sayso.reading.dom import parse, visible_text

SENTENCE = "Ada Venn said so."


def words_of(body: str) -> str:
    tree = parse(f"<html><body><article>{body}</article></body></html>", "a")
    return " ".join(visible_text(tree).text.split())


@pytest.mark.parametrize("value", ["", "=1", '="1"', "='>'", ' = "<p>"'])
def test_attributes_by_the_thousand_are_left_out(value: str) -> None:
    started = time.perf_counter()
    attributes = " ".join(f"a{number}{value}" for number in range(40_000))
    assert words_of(f"<p {attributes}>{SENTENCE}</p>") == SENTENCE
    assert time.perf_counter() - started < 5


def test_a_long_attribute_stays() -> None:
    tree = parse(f"<p data-x='{'a b ' * 5_000}'>{SENTENCE}</p>", "a")
    assert len(str(next(tree.iter("p")).get("data-x"))) == 20_000


@pytest.mark.parametrize(
    "script",
    [
        "<script>if (a <b && c != 'it) { x }</script>",
        "<!-- <p it's -->",
        "<style>a <b 'c</style>",
        "<p it's>",
        "1 <b 2",
    ],
)
def test_what_only_looks_like_a_tag_takes_no_words_along(script: str) -> None:
    assert SENTENCE in words_of(f"{script}{'<p>Ben Holt denied it. ' * 400}{SENTENCE}")


def test_formatting_by_the_thousand_is_left_out_and_its_words_stay() -> None:
    started = time.perf_counter()
    assert words_of("<p>" + "<b>a</b> and <i>b</i> " * 15_000 + SENTENCE + "</p>") == "a and b " * 15_000 + SENTENCE
    assert time.perf_counter() - started < 5


def test_too_deep_and_too_many_are_refused_in_one_line() -> None:
    with pytest.raises(Unreadable, match=r"^a: nested too deeply"):
        words_of("<div>" * 300 + SENTENCE)
    with pytest.raises(Unreadable, match=r"^a: too many elements"):
        words_of("<p>x</p>" * 100_001)
