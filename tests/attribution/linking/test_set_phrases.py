"""“…,” as Ana Ruiz put it; in the words of Ana Ruiz, “…”."""

import pytest

from sayso.attribution.linking.linker import Piece
from sayso.attribution.linking.set_phrases import with_set_phrases
from sayso.text.doc import Doc


def told(text: str, pieces: tuple[Piece, ...] = ()) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for piece in with_set_phrases(Doc(text), pieces):
        found.setdefault(piece.label, []).append(text[piece.start : piece.end])
    return found


@pytest.mark.parametrize(
    "text",
    [
        "“We have bread for a week,” as Ana Ruiz put it.",
        "As Ana Ruiz put it, “We have bread for a week.”",
        "As Ana Ruiz once put it in a letter: “We have bread for a week.”",
        "In the words of Ana Ruiz, “We have bread for a week.”",
        "To quote Ana Ruiz: “We have bread for a week.”",
        "It rained. Added Ana Ruiz: “We have bread for a week.”",
    ],
)
def test_the_quotation_beside_it_is_hers(text: str) -> None:
    found = told(text)
    assert found["source"] == ["Ana Ruiz"]
    assert found["cue"][0].lower() in {"put it", "once put it", "in the words of", "to quote", "added"}
    assert found["content"][0].startswith("“We have bread for a week")


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("“In May,” was his answer.", "his", "answer"),
        ("“In May,” was Ruiz’s curt reply.", "Ruiz’s", "curt reply"),
        ("“In May,” came the minister’s response.", "the minister’s", "response"),
    ],
)
def test_a_noun_of_answering_says_whose_it_is(text: str, source: str, cue: str) -> None:
    assert told(text) == {"content": ["“In May,”"], "source": [source], "cue": [cue]}


def test_what_the_model_found_there_gives_way() -> None:
    text = "“We have bread,” as Ana Ruiz put it."
    doubtful = Piece(text.index("put"), text.index("put") + 3, "cue", 0.2)
    assert told(text, (doubtful,))["cue"] == ["put it"]


@pytest.mark.parametrize(
    "text", ["As Ana Ruiz put it on the table, it fell.", "“No,” said Bo Doe. It went as he put it."]
)
def test_without_a_quotation_beside_it_it_tells_nothing(text: str) -> None:
    assert told(text) == {}
