"""Which names are countries'."""

import pytest

from sayso.lexicon.countries import country_of, is_capital, is_country


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("Iran", "Iran"),
        ("the Islamic Republic of Iran", "Iran"),
        ("U.S.", "United States"),
        ("UK", "United Kingdom"),
        ("Ivory Coast", "Côte d’Ivoire"),
        ("Cote d'Ivoire", "Côte d’Ivoire"),
        ("Kingdom of Norway", "Norway"),
        ("TURKEY", "Türkiye"),
    ],
)
def test_a_country_is_known_by_its_names(written: str, short: str) -> None:
    assert country_of(written) == short


@pytest.mark.parametrize("written", ["Porto Lindo", "Paris", "Texas", "Bank of England", "", "the"])
def test_other_places_are_no_countries(written: str) -> None:
    assert not is_country(written)


def test_a_capital_is_no_country_and_no_person() -> None:
    assert is_capital("Tehran")
    assert not is_country("Tehran")
