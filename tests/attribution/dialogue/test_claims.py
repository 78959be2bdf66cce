"""The claim of a fact check is its claimant's."""

import pytest

from sayso.attribution.dialogue.claims import as_claimed, claims
from sayso.text.doc import Doc


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Claim: The dam cracked in 2019.\n\nClaimed by: Ana Ruiz, radio host\n\nVerdict: False", "indirect"),
        ("Claimant: Ana Ruiz, radio host\n\nClaim: “The dam cracked in 2019.”\n\nRating: False", "direct"),
        ("What was claimed: The dam cracked in 2019.\n\nWho said it: Ana Ruiz, radio host.", "indirect"),
    ],
)
def test_a_line_beside_it_tells_whose(text: str, kind: str) -> None:
    doc = Doc(text)
    (found,) = (as_claimed(doc, claim) for claim in claims(doc))
    assert (found.source[0].text, found.kind) == ("Ana Ruiz, radio host", kind)
    assert found.content[0].text.strip("“”.") == "The dam cracked in 2019"


@pytest.mark.parametrize("text", ["Claim: The dam cracked.\n\nVerdict: False", "Speaker: Ana Ruiz\n\nThe dam cracked."])
def test_half_of_it_tells_nothing(text: str) -> None:
    assert claims(Doc(text)) == []
