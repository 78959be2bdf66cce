"""Which names are countries', and which are the capitals that news uses in their stead."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.text.normalise import fold


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of countries and of their capitals, folded, each with the country's short name."""

    countries: dict[str, str]
    capitals: dict[str, str]


def country_of(name: str) -> str | None:
    """The short name of the country that is called so, or None: "the U.S." → "United States".

    >>> country_of("Islamic Republic of Iran"), country_of("the U.S."), country_of("Porto Lindo")
    ('Iran', 'United States', None)
    """
    key = _key(name)
    countries = _gazetteer().countries
    return countries.get(key) or countries.get(_without_form_of_state(key))


def is_country(name: str) -> bool:
    """Whether `name` is the name of a country or territory, in short or in full."""
    return country_of(name) is not None


def is_capital(name: str) -> bool:
    """Whether `name` is the seat of a country's government, and so no person's name when it stands alone."""
    return country_of_capital(name) is not None


def country_of_capital(name: str) -> str | None:
    """The short name of the country whose government news calls by its seat: "Moscow" → "Russia"."""
    return _gazetteer().capitals.get(_key(name))


def country_meant(name: str) -> str | None:
    """The short name of the country that a name of a country, or of its capital, stands for."""
    return country_of(name) or country_of_capital(name)


@cache
def _gazetteer() -> Gazetteer:
    text = resources.files("sayso.lexicon").joinpath("countries.txt").read_text(encoding="utf-8")
    countries: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for line in text.splitlines():
        if not line.startswith("#"):
            short, others, seats = (part.strip() for part in line.split(";"))
            countries.update({_key(name): short for name in [short, *others.split(", ")] if name})
            capitals.update({_key(name): short for name in seats.split(", ") if name})
    return Gazetteer(countries, capitals)


def _key(name: str) -> str:
    words = fold(name).replace(".", "").replace("'", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _without_form_of_state(key: str) -> str:
    """Cut "islamic republic of iran" to "iran"; what does not read "… republic of X" comes back as it is."""
    form, of, rest = key.partition(" of ")
    is_form = form.split()[-1:] and form.split()[-1] in {"republic", "kingdom", "state", "commonwealth", "sultanate"}
    return rest if of and is_form else key
