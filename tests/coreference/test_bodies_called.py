"""By what the text calls a body beside its name it is spoken of again."""

import pytest

from tests.coreference.tale import tell

FRONT = "[Tarn Front|organisation]"


@pytest.mark.parametrize(
    "called",
    [
        f"{FRONT}, the main opposition party, marched.",
        f"The {FRONT} (TF) opposition party marched.",
        f"The opposition party {FRONT} marched.",
    ],
)
def test_the_opposition_party_is_the_one_called_so(called: str) -> None:
    tell(f"[Orlo|organisation] paid. {called} Rain fell. {{The opposition party => Tarn Front}} said «no».")


def test_a_body_that_is_called_otherwise_is_not_meant() -> None:
    tell(f"{FRONT}, a party, marched. [Orlo|organisation] paid. {{The party => ~ the party}} said «no».")


def test_a_body_beside_its_board_is_not_the_board() -> None:
    tell("The [Orlo|organisation] board met. [Ana Ruiz] left. {The board => ~ the board} said «no».")


def test_a_unit_with_a_number_is_a_body_of_its_own() -> None:
    unit = "Tarn Police Department’s 4th Precinct"
    tell(
        "An officer of the [Tarn Police Department|organisation]’s 4th Precinct left."
        f" {{The precinct => {unit}}} said «no»."
    )
