"""JSON of three shapes comes to the same gold; what does not fit its text is told, and where."""

import json
from typing import Any

import pytest

from sayso.data.errors import Unreadable
from sayso.evaluation.gold.jsonl import read_row
from tests.evaluation.gold.harbour import SAID, TEXT, WARNED, place, span, words_of

OWN = {
    "document": {"name": "harbour.txt"},
    "text": TEXT,
    "attributions": [{part: [span(w) for w in words] for part, words in one.items()} for one in (SAID, WARNED)],
}
PAIRS = {
    "id": "harbour_1",
    "text": TEXT,
    "attributions": [{part: [place(w) for w in words] for part, words in one.items()} for one in (SAID, WARNED)],
}
CITRON = {
    "text": TEXT,
    "quotes": [
        {
            "cue": span(one["cue"][0]),
            "sources": [span(words) for words in one["source"]],
            "contents": [span(words) for words in one["content"]],
            "coreferences": None,
        }
        for one in (SAID, WARNED)
    ],
    "coreference_groups": [[span("Ana Ruiz")]],
}


def read(row: Any) -> Any:
    return read_row("gold.jsonl line 7", json.dumps(row).encode())


@pytest.mark.parametrize("row", [OWN, PAIRS, CITRON], ids=["own", "pairs", "citron"])
def test_every_shape_gives_the_same_attributions(row: Any) -> None:
    gold = read(row)
    assert (gold.text, words_of(gold)) == (TEXT, [SAID, WARNED])


def test_the_kind_is_judged_by_the_quotation_marks() -> None:
    assert [one.kind for one in read(PAIRS).attributions] == ["direct", "indirect"]


def test_a_byte_order_mark_is_no_part_of_the_json() -> None:
    assert read_row("gold.json", b"\xef\xbb\xbf" + json.dumps(OWN).encode()).text == TEXT


def with_source(*source: Any) -> dict[str, Any]:
    return {"text": TEXT, "attributions": [OWN["attributions"][0], {"source": source, "cue": [], "content": []}]}  # type: ignore[index]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ([], "a list where an object should be"),
        ({"attributions": []}, "no “text” in it"),
        ({"text": 5, "attributions": []}, "“text” should be text, not a number"),
        ({"text": TEXT}, "no “attributions” in it"),
        ({"text": TEXT, "attributions": [{"sources": []}]}, "attribution 1: no “source” in it"),
        ({"text": TEXT, "quotes": [{"sources": [], "contents": []}]}, "quote 1: null where an object should be"),
        (with_source([0, True]), "attribution 2: true or false where an offset should be"),
        (with_source([5, 900]), f"attribution 2: no span 5:900 in a text of {len(TEXT)} characters"),
        (with_source([9, 5]), f"attribution 2: no span 9:5 in a text of {len(TEXT)} characters"),
        (with_source([0, 5], [4, 8]), "attribution 2: two pieces of its source overlap"),
        (
            with_source({**span("Ana Ruiz"), "text": "Ana Ruiz,"}),
            "attribution 2: from 20 to 28 the text reads “Ana Ruiz”, not “Ana Ruiz,”",
        ),
    ],
)
def test_what_does_not_fit_is_told_with_its_place(row: Any, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        read(row)
    assert str(error.value) == f"gold.jsonl line 7: {why}"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (b'{"text": }', "it is no JSON: expecting value at character 10"),
        (b'{"text": "a",\n "quotes": ]}', "it is no JSON: expecting value at line 2, character 12"),
        (b'{"text": "caf\xe9"}', "it is not UTF-8: invalid continuation byte at byte 13"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(row: bytes, why: str) -> None:
    with pytest.raises(Unreadable) as error:
        read_row("gold.json", row)
    assert str(error.value) == f"gold.json: {why}"
