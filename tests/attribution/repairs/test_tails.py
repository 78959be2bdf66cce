"""A quotation whose own sentence goes on with who speaks it is never the words of whoever spoke before."""

import pytest

from sayso.attribution.repairs.tails import with_tails
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import shown, tied

ASKED = "[t1 “Why is it closed?”] [s1 Loos] [c1 asked]. "


@pytest.mark.parametrize(
    ("after", "source", "cue"),
    [
        ("[t1 “Nobody paid,”] she shot back.", "she", "shot back"),
        ("[t1 “Nobody paid,”] Ida Torval chimed in.", "Ida Torval", "chimed in"),
        ("[t1 “Nobody paid,”] Mrs Torval deadpanned.", "Mrs Torval", "deadpanned"),
        ("[t1 “Nobody paid!”] she thundered.", "she", "thundered"),
        ("[t2 “Nobody paid,”] they chorused.", "they", "chorused"),
    ],
)
def test_its_own_sentence_tells_who_speaks(after: str, source: str, cue: str) -> None:
    text, linked = tied(ASKED + after)
    found = shown(text, with_tails(Doc(text), linked))
    assert ("Loos", "asked", ["“Why is it closed?”"]) in found
    assert [one for one in found if one[:2] == (source, cue)] == [(source, cue, [after[4 : after.index("]")]])]


@pytest.mark.parametrize(
    "after",
    [
        "[t1 “Nobody paid.”] She shook her head.",
        "[t1 “Nobody paid!”] Torval laughed.",
        "[t1 “Nobody paid,”] she was told.",
        "[t2 “Nobody paid,”] [s2 she] [c2 said].",
    ],
)
def test_the_next_sentence_and_another_cue_take_nothing(after: str) -> None:
    text, linked = tied(ASKED + after)
    assert shown(text, with_tails(Doc(text), linked)) == shown(text, linked)


@pytest.mark.parametrize("marks", ["<<{}>>,", "“{}”,", "«{}»,", "„{}“,", "‘{},’"])
def test_source_and_cue_without_words_have_the_quotation_before_them(marks: str) -> None:
    quotation = marks.format("The road is open")
    text, linked = tied(f"It rained in Kessel.\n\n{quotation} [s1 Lena Puck] [c1 said].")
    assert shown(text, with_tails(Doc(text), linked)) == [("Lena Puck", "said", [quotation.removesuffix(",")])]


def test_but_none_of_another_sentence() -> None:
    text, linked = tied("It was a plea for “appropriate assistance.” [s1 Puck] [c1 laughed at].")
    assert shown(text, with_tails(Doc(text), linked)) == shown(text, linked)
