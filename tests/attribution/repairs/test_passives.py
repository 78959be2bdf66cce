"""Who is told does not speak; who is quoted does."""

from dataclasses import replace

import pytest

from sayso.attribution.repairs.passives import with_passives_turned
from tests.attribution.repairs.tied import shown, tied


@pytest.mark.parametrize(
    ("marked", "source", "content"),
    [
        (
            "[t1 Miller Bo Lane] [c1 was told] by [s1 Lee Coe] [t1 that the wheel would break].",
            "Lee Coe",
            ["that the wheel would break"],
        ),
        ("[t1 Lane] [c1 was warned] by [s1 his neighbours].", "his neighbours", []),
        ("[t1 Coe] [c1 was quoted] by [s1 the Tarn Post] [t1 as saying that he laughed].", "Coe", ["that he laughed"]),
        ("[t1 Coe] [c1 was heard] by [s1 a guard] [t1 calling the miller a fool].", "Coe", ["the miller a fool"]),
        ("[t1 “The wheel is old,”] [s1 Lee Coe] [c1 was told].", None, ["“The wheel is old,”"]),
        ("[s1 Employees] [c1 were told] [t1 that the plant would close].", None, ["that the plant would close"]),
        ("[s1 Coe], [c1 asked] [t1 to respond], said no.", None, ["to respond"]),
        ("[s1 Coe], when [c1 asked] [t1 whether he would go], said no.", None, ["whether he would go"]),
        ("[s1 Coe] [c1 asked] [t1 whether Lane would go], and left.", "Coe", ["whether Lane would go"]),
        ("[s1 Lee Coe] [c1 said] [t1 that Lane was told].", "Lee Coe", ["that Lane was told"]),
    ],
)
def test_the_subject_of_a_passive_cue_is_in_its_place(marked: str, source: str | None, content: list[str]) -> None:
    text, linked = tied(marked)
    ((found_source, _, found_content),) = shown(text, with_passives_turned(text, linked))
    assert (found_source, found_content) == (source, content)


def test_quoted_in_a_paper_and_as_saying_are_one_cue() -> None:
    text, linked = tied("[t1 The owners] [c1 were quoted] in [s1 the Tarn Post] [c2 as saying] [t2 that it was safe].")
    found = shown(text, with_passives_turned(text, [linked[0], replace(linked[1], source=linked[0].source)]))
    assert found == [("The owners", "were quoted", ["that it was safe"])]


def test_who_only_saw_a_letter_says_nothing() -> None:
    text, linked = tied(
        "[t1 “We close,”] [s1 Ruiz] [c1 said] in a letter, which [c2 was seen by] [s2 the Post]. [t2 “We are tired.”]"
    )
    found = shown(text, with_passives_turned(text, linked))
    assert found == [("Ruiz", "said", ["“We close,”"]), (None, None, ["“We are tired.”"])]
