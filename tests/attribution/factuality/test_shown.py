"""What people are shown is said, thought or wanted; deeds and slips stay on the record."""

from dataclasses import replace

import pytest

from corpora.marked import in_doc
from sayso.attribution import SHOWN
from sayso.attribution.factuality.shown import FEATURES, likelihood, values
from sayso.attribution.linking.span_decoder import learned


def is_shown(sentence: str, confidence: float) -> bool:
    doc, attribution = in_doc(sentence)
    return likelihood(doc, replace(attribution, confidence=confidence), learned()["shown"]) >= SHOWN


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ruiz> {said} [that the dam was safe].",
        "<The mayor> {warned of} [a flood].",
        "<She> {hopes} [to be chosen].",
        "[The dam is safe], {according to} <Police>.",
        "<Doe> {denied} [any part in the raid].",
    ],
)
def test_words_thoughts_and_wishes_are_shown(sentence: str) -> None:
    assert is_shown(sentence, 0.6)


@pytest.mark.parametrize(
    "sentence",
    [
        "<Neumann> {bought} [properties].",
        "<The phone> {features} [a larger screen].",
        "<You> {know} [the feeling].",
        "<It> {seemed} [a good idea].",
        "<The court> {has adopted} [the charter].",
    ],
)
def test_deeds_seemings_and_readers_are_not(sentence: str) -> None:
    assert not is_shown(sentence, 0.4)


def test_every_feature_has_its_weight_and_a_value_for_what_is_bare() -> None:
    doc, attribution = in_doc("[“Never.”]")
    assert len(values(doc, attribution)) == len(FEATURES) == len(learned()["shown"])
