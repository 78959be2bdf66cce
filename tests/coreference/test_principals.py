"""On whose behalf somebody speaks: spokesmen, lawyers, campaigns, offices; nobody else does."""

import pytest

import sayso
from sayso.data.statement import Statement

pytestmark = pytest.mark.model


def said(text: str) -> Statement:
    return sayso.read(f"Port news\n\n{text}".encode()).statements[0]


def for_whom(text: str) -> str | None:
    behalf = said(text).on_behalf_of
    return behalf and behalf.name


@pytest.mark.parametrize(
    "text",
    [
        "Cranes stand still at the port. A spokesman for the Harbour Board said on Monday that work would go on.",
        "Cranes stand still at the port. The Harbour Board’s spokeswoman said on Monday that work would go on.",
        "Harbour Board spokeswoman Ana Lee said on Monday that work would go on.",
        "Ana Lee, a spokeswoman for the Harbour Board, said on Monday that work would go on.",
        "Ana Lee, a lawyer for the Harbour Board, said on Monday that work would go on.",
    ],
)
def test_a_spokesman_and_a_lawyer_speak_for_another(text: str) -> None:
    assert for_whom(text) == "Harbour Board"


def test_so_does_a_campaign_for_its_candidate() -> None:
    assert (
        for_whom("Senator Ruth Pell left Orsa. The Pell campaign said on Monday that she would return.") == "Ruth Pell"
    )


def test_a_spokesman_goes_on_speaking_for_the_same() -> None:
    text = "Ana Lee, a spokeswoman for the Harbour Board, said work would go on. “It must,” Lee said."
    both = sayso.read(f"Port news\n\n{text}".encode()).statements
    assert [one.on_behalf_of and one.on_behalf_of.name for one in both] == ["Harbour Board", "Harbour Board"]


@pytest.mark.parametrize(
    "text",
    [
        "A report by the Ministry of Transport said on Monday that work would go on.",
        "Ana Lee, a member of the Harbour Board, said on Monday that work would go on.",
        "Attorney General Ana Lee said on Monday that work would go on in Orsa.",
    ],
)
def test_who_only_belongs_to_a_body_speaks_for_himself(text: str) -> None:
    assert for_whom(text) is None


@pytest.mark.parametrize(
    "how",
    [
        "who spoke on condition of anonymity,",
        "who declined to be named,",
        "who was not authorized to speak to the press,",
        "whose name is being withheld,",
    ],
)
def test_a_source_whose_name_is_withheld_is_anonymous(how: str) -> None:
    text = f"Port news\n\nThe talks went on in Orsa. A senior official, {how} said the talks had failed."
    speaker = sayso.read(text.encode()).statements[-1].speaker
    assert speaker is not None
    assert (speaker.named, speaker.anonymous) == (False, True)


def test_one_who_is_only_described_is_not() -> None:
    speaker = said("The talks went on in Orsa. A senior official said the talks had failed.").speaker
    assert speaker is not None
    assert not speaker.anonymous
