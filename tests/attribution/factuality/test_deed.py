"""A deed is no statement whose act is said."""

import pytest

from corpora.marked import in_doc
from sayso.attribution.factuality.classify import modality


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ruiz> {taught} [the children of Tollen to swim].",
        "<The club> {hired} [a new coach].",
        "<The court> {sentenced} [Ruiz to four years in prison].",
        "<Prosecutors> {charged} [Ruiz with theft].",
        "[Ruiz] {was charged with} [theft].",
        "<The minister> {ordered} [investigations into the girl’s death].",
    ],
)
def test_what_somebody_did_is_other(sentence: str) -> None:
    assert modality(*in_doc(sentence)).act == "other"


@pytest.mark.parametrize(
    "sentence",
    [
        "<The minister> {ordered} [the army to leave].",
        "<Ruiz> {charged} [that the council had lied].",
        "<Ruiz> {praised} [the children of Tollen].",
    ],
)
def test_what_somebody_said_is_said(sentence: str) -> None:
    assert modality(*in_doc(sentence)).act == "said"
