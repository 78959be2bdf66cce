"""Two or three people in one sentence: each verb keeps its own subject."""

import pytest

from sayso.attribution.repairs.whose import with_clauses_apart
from tests.attribution.repairs.tied import shown, tied


def told(marked: str) -> list[tuple[str | None, str | None, list[str]]]:
    text, linked = tied(marked)
    return shown(text, with_clauses_apart(text, linked))


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        (
            "[s1 Marsk, whose partner Sal Brandt] [c1 said] [t1 the firm was broke].",
            [("partner Sal Brandt", "said", ["the firm was broke"])],
        ),
        (
            "[s1 Lund, whose lawyer Piet Moor] [c1 said] [t1 the claim was baseless, refused to pay].",
            [("lawyer Piet Moor", "said", ["the claim was baseless"])],
        ),
        (
            "[s1 Krall, whose agent] [c1 claims] [t1 he is underpaid].",
            [("agent", "claims", ["he is underpaid"])],
        ),
        (
            "[t1 “We go,”] [c1 said] [s1 Ana Ruiz, whose sister left].",
            [("Ana Ruiz, whose sister left", "said", ["“We go,”"])],
        ),
        (
            "[s1 Sanders, whose candidacy] [c1 said] [t1 that we go].",
            [("Sanders, whose candidacy", "said", ["that we go"])],
        ),
    ],
)
def test_the_verb_behind_the_clause_is_the_clauses(marked: str, expected: list[object]) -> None:
    assert told(marked) == expected


@pytest.mark.parametrize("deed", ["thanked", "greeted", "congratulated", "embraced", "introduced"])
def test_who_is_greeted_is_not_what_is_said(deed: str) -> None:
    assert told(f"[s1 Rook] [c1 {deed}] [t1 owner Aldo Marsk], who said the talks had gone well.") == []
