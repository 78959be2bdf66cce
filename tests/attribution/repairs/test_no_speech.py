"""Where nobody says anything."""

import pytest

from sayso.attribution.repairs.no_speech import is_hearsay, without_names_and_stories
from tests.attribution.repairs.tied import tied


@pytest.mark.parametrize("cue", ["was called", "was once named", "known as", "is also dubbed", "was renamed"])
def test_what_a_thing_is_called_is_nobodys_word(cue: str) -> None:
    text, linked = tied(f'[t1 The street] [c1 {cue}] [t1 "Traitors\' Lane"].')
    assert without_names_and_stories(text, linked) == []


@pytest.mark.parametrize(
    "content", ["its story in his book “They Said No”", "the truth", "the same old tale of the sea"]
)
def test_that_a_story_is_told_tells_no_words(content: str) -> None:
    text, linked = tied(f"[s1 The author] [c1 tells] [t1 {content}].")
    assert without_names_and_stories(text, linked) == []


@pytest.mark.parametrize("content", ["the story of how it burned", "the court that it burned", "“the whole truth”"])
def test_what_is_told_in_it_does(content: str) -> None:
    text, linked = tied(f"[s1 The author] [c1 told] [t1 {content}].")
    assert without_names_and_stories(text, linked) == linked


@pytest.mark.parametrize(("cue", "heard"), [("allegedly", True), ("reportedly", True), ("allegedly said", False)])
def test_of_hearsay_nobody_is_told_who_says_so(cue: str, heard: bool) -> None:
    text, linked = tied(f"[s1 He] [c1 {cue}] [t1 fled from the mill].")
    assert is_hearsay(text, linked[0]) is heard
