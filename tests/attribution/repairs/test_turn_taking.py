"""Two quotations with nothing between them are two people's, and a question is his who asked before."""

import pytest

from sayso.attribution.repairs.turn_taking import with_turns_taken
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import shown, tied

ASKED = "[t1 “Will you go?”] [s1 Pike] [c1 asked]. "


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            ASKED + "[t2 “I will not,”] [s2 she] [c2 replied]. [t2 “When, then?”] [t3 “In May,”] [s3 Pell] [c3 said].",
            {"Pike": ["“Will you go?”", "“When, then?”"], "she": ["“I will not,”"], "Pell": ["“In May,”"]},
        ),
        (
            "[t1 “Do you regret it?”] [t1 “No,”] [s1 Pell] [c1 said].",
            {"Pell": ["“No,”"], "": ["“Do you regret it?”"]},
        ),
        (
            ASKED + "\n\n[t2 “I will not,”] [s2 Pell] [c2 said]."
            "\n\n[t3 “When, then?”]\n\n[t4 “In May,”] [s4 Pell] [c4 said].",
            {"Pike": ["“Will you go?”", "“When, then?”"], "Pell": ["“I will not,”", "“In May,”"]},
        ),
        (
            "[t1 “We go,”] [s1 Pell] [c1 said]. [t1 “Who stays?”]",
            {"Pell": ["“We go,”", "“Who stays?”"]},
        ),
        (
            "[t1 “We go,”] [s1 Pike] [c1 said]. [t1 “It is late.”] [t2 “It is early,”] [s2 Pell] [c2 said].",
            {"Pike": ["“We go,”", "“It is late.”"], "Pell": ["“It is early,”"]},
        ),
    ],
)
def test_each_has_his_own_words(marked: str, expected: dict[str, list[str]]) -> None:
    text, linked = tied(marked)
    found: dict[str, list[str]] = {}
    for source, _, content in shown(text, with_turns_taken(Doc(text), linked)):
        found.setdefault(source or "", []).extend(content)
    assert found == expected
