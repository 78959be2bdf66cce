"""sayso in a spaCy pipeline: attributions and spans on the Doc, which survive being written."""

from json import dumps
from typing import Any

import pytest

spacy = pytest.importorskip("spacy")
pytestmark = [pytest.mark.model, pytest.mark.filterwarnings("ignore")]

TEXT = "Ms Ana Ruiz, the mayor, said that the harbour would stay open. “Never,” she added."


@pytest.fixture(scope="module")
def nlp() -> Any:
    made = spacy.blank("en")
    made.add_pipe("sayso")
    return made


def test_the_doc_has_attributions_with_offsets_into_its_own_text(nlp: Any) -> None:
    doc = nlp("\n  " + TEXT)
    first = doc._.attributions[0]
    assert first["speaker"]["name"] == "Ana Ruiz"
    for one in doc._.attributions:
        for part in ("source", "cue", "content"):
            assert all(doc.text[span["start"] : span["end"]] == span["text"] for span in one[part])


def test_spans_know_their_part_and_their_speaker(nlp: Any) -> None:
    doc = nlp(TEXT)
    spans = doc.spans["sayso"]
    assert {span.label_ for span in spans} == {"SOURCE", "CUE", "CONTENT"}
    assert {span._.speaker for span in spans} == {"Ana Ruiz"}
    assert {span.kb_id_ for span in spans} == {"person:ana-ruiz"}
    assert spans[0]._.attribution["act"] == "said"


def test_it_survives_being_written(nlp: Any) -> None:
    from spacy.tokens import Doc, DocBin

    doc = nlp(TEXT)
    for read in (
        Doc(nlp.vocab).from_bytes(doc.to_bytes()),
        *DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab),
    ):
        assert dumps(read._.attributions) == dumps(doc._.attributions)
        assert [str(span) for span in read.spans["sayso"]] == [str(span) for span in doc.spans["sayso"]]
        assert read.spans["sayso"][0]._.speaker == "Ana Ruiz"


def test_many_come_out_in_their_order_as_each_alone(nlp: Any) -> None:
    texts = [TEXT, "", "Ben Holt denied it.", "Nothing is said here."]
    docs = list(nlp.pipe(texts, batch_size=2))
    assert [doc.text for doc in docs] == texts
    assert [doc._.attributions for doc in docs] == [nlp(text)._.attributions for text in texts]


def test_displacy_draws_it(nlp: Any) -> None:
    drawn = spacy.displacy.render(nlp(TEXT), style="span", options={"spans_key": "sayso"}, jupyter=False)
    assert "SOURCE" in drawn
    assert "person:ana-ruiz" in drawn


def test_a_pipeline_with_it_is_saved_and_loaded(nlp: Any, tmp_path: Any) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    assert spacy.load(tmp_path / "pipeline")(TEXT)._.attributions
