"""Content ends where the reporter goes on in his own voice."""

import pytest

from sayso.attribution.repairs.content_ends import with_ends
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import shown, tied


@pytest.mark.parametrize(
    ("content", "goes_on"),
    [
        ("the pool was safe", ", although no engineer has looked at it since 1998"),
        ("the pool was safe", ", though the town’s own report says the opposite"),
        ("the water was clean", ", but three swimmers fell ill last week"),
        ("it was “a shame”", " before leaving the room without taking questions"),
        ("it was “a shame”", " after a meeting of nine hours"),
        ("it was “a shame”", ", and took her hat"),
        ("the roof would be mended", ", ending years of rumours"),
        ("the price had fallen", ", a claim that the records refute"),
        ("the canal smelled", ". It does not"),
    ],
)
def test_the_reporters_own_words_are_cut(content: str, goes_on: str) -> None:
    text, linked = tied(f"[s1 Lind] [c1 said] [t1 {content}{goes_on}].")
    ((_, _, found),) = shown(text, with_ends(Doc(text), linked))
    assert found == [content]


@pytest.mark.parametrize(
    "content",
    [
        "the pool was safe, although it would have to be looked at",
        "the water was clean, but the pipes were old",
        "she would call the owners before the match",
        "it was “a shame, although nobody has seen it”",
        "that Mr. Holt was ill",
        "that nobody came from 10:30 p.m. Aug. 9 to noon",
        "that the ID. Space may be built",
    ],
)
def test_what_may_be_the_speakers_stays(content: str) -> None:
    text, linked = tied(f"[s1 Lind] [c1 said] [t1 {content}].")
    ((_, _, found),) = shown(text, with_ends(Doc(text), linked))
    assert found == [content]


def test_a_sentence_behind_a_quotation_and_its_cue_is_the_reporters() -> None:
    text, linked = tied("[t1 “I am proud of them,”] [s1 Lind] [c1 told] Nord. [t1 Her captain was less kind].")
    ((_, _, found),) = shown(text, with_ends(Doc(text), linked))
    assert found == ["“I am proud of them,”"]


@pytest.mark.parametrize(("between", "kept"), [("\n\n", 1), (" ", 2)])
def test_the_next_paragraph_behind_a_cue_is_the_reporters(between: str, kept: int) -> None:
    text, linked = tied(f"[t1 The pool was safe], [s1 Lind] [c1 said].{between}[t1 The mayor swam there on Sunday].")
    ((_, _, found),) = shown(text, with_ends(Doc(text), linked))
    assert len(found) == kept
