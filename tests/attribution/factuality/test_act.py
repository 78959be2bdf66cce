"""What act a cue reports: words, a question, a thought, a wish, or no words at all."""

import pytest

from corpora.marked import in_doc
from sayso.attribution.factuality.act import ACTS, FEATURES, shipped
from sayso.attribution.factuality.classify import modality


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("<Ruiz> {said} [that the dam would hold].", "said"),
        ("<A study by the institute> {shows} [that the fish are dying].", "said"),
        ("<Ruiz> {asked} [whether the dam would hold].", "asked"),
        ("<Ruiz> {asked about} [the dam].", "asked"),
        ("<Ruiz> {asked for} [two more years].", "said"),
        ("[“Will it hold?”] <Ruiz> {asked}.", "asked"),
        ("<Ruiz> {believes} [that the dam will hold].", "thought"),
        ("<Ruiz> {wants} [to see the dam].", "wanted"),
        ("[The dam] {seemed} [to hold].", "other"),
        ("<The footage> {shows} [two men with a ladder].", "other"),
        ("<Ruiz> {declined to comment} [on the dam].", "did not comment"),
    ],
)
def test_the_act_is_told(sentence: str, act: str) -> None:
    assert modality(*in_doc(sentence)).act == act


def test_there_is_a_weight_for_every_feature_of_every_act() -> None:
    assert [len(row) for row in shipped()] == [len(FEATURES)] * len(ACTS)
