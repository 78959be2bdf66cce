"""The verb of a main clause has the sentence's own subject."""

import pytest

from sayso.attribution.repairs.main_subject import with_main_subjects
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import tied


@pytest.mark.parametrize(
    ("marked", "sources"),
    [
        (
            "Farmer Jon Ask, told by Eva Blom, [s1 who] [c1 said] [t1 she saw it], [c2 said] [t2 his dog was in Lund].",
            ["who", "Farmer Jon Ask"],
        ),
        (
            "The head of the union, Ana Ole, in a speech to men of a town of [s1 Bo Pell,] [c1 said] [t1 it rained].",
            ["The head of the union, Ana Ole"],
        ),
        ("On a visit to [s1 Tarn] [c1 said] [t1 it rained].", ["Tarn"]),
        ("Ana Ole, [s1 who] [c1 said] [t1 it rained] and [c2 added] [t2 that it froze], left.", ["who", "who"]),
    ],
)
def test_a_verb_behind_a_comma_is_the_subjects(marked: str, sources: list[str]) -> None:
    text, linked = tied(marked)
    if "c2" in marked:  # the clause's "who" is the source of both verbs, as the model has it
        who = next(each.source for each in linked if each.source)
        linked = [each if each.source else type(each)(each.cue, who, each.contents) for each in linked]
    found = with_main_subjects(Doc(text), linked)
    assert [text[each.source.start : each.source.end] for each in found if each.source] == sources
