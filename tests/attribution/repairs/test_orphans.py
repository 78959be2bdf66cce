"""A source and its cue that the model leaves without words."""

import pytest

from sayso.attribution.repairs.orphans import with_clauses_beside
from sayso.text.doc import Doc
from tests.attribution.repairs.tied import tied


@pytest.mark.parametrize(
    ("marked", "content"),
    [
        (
            "Machines were replaced in two booths, [s1 the officer] [c1 tells] the Post.",
            "Machines were replaced in two booths",
        ),
        ("[s1 Holt] [c1 told] the Post that nobody was hurt in Tarn.", "that nobody was hurt in Tarn"),
        ("After the gate was shut, [s1 Holt] [c1 said] no more.", None),
        ("[s1 Holt] [c1 met] the mayor that week.", None),
    ],
)
def test_the_clause_beside_them_is_what_they_say(marked: str, content: str | None) -> None:
    text, linked = tied(marked)
    (found,) = with_clauses_beside(Doc(text), linked)
    assert [text[piece.start : piece.end] for piece in found.contents] == ([content] if content else [])
