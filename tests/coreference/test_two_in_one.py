"""Sources that tell of two people and name one, and sources that mean two at once."""

import pytest

from tests.coreference.tale import tell


@pytest.mark.parametrize(
    "tale",
    [
        "{A spokesman for the minister, Gen. [Kofi Brem] => ~ a spokesman for the minister} said «all was well».",
        "{The wife of the injured driver, [Tom Hale] => ~ the wife of the injured driver} said «he slept».",
        "Mayor [Ana Dole] was out. {A spokesman for the mayor, [Erik Pip] => Erik Pip} said «it was sound».",
        "{A spokesman for the archdiocese, [Leo Munk] => Leo Munk} said «it would take a year».",
        "{Captain [Leo Brand] and his sister, [Nina Brand] => Leo Brand + Nina Brand} said «the ship was lucky».",
        "[Leo Brand] and [Nina Brand] came. {Both Brands => Leo Brand + Nina Brand} said «no».",
    ],
)
def test_who_stands_behind_whom(tale: str) -> None:
    tell(tale)


@pytest.mark.parametrize(
    "tale",
    [
        "Mrs. [Otto Brand] came. [Otto Brand] left. {Mrs. [Brand] => Mrs. Otto Brand} said «no».",
        "Senator and Mrs. [Paul Dray] came. {Senator [Dray] => Paul Dray} said «no».",
    ],
)
def test_husband_and_wife_are_two(tale: str) -> None:
    tell(tale)


def test_a_byname_in_marks_is_whoever_bears_it() -> None:
    tell(
        "“No fish,” said {a vendor who wanted to be known as => Boyet} “Boyet.”\n\n"
        "“Boyet” said he was sixty. {He => Boyet} said «it was late»."
    )
