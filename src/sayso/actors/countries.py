"""Which names are countries', and which are the capitals that news uses in their stead."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

from sayso.actors.names import fold


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Country names, folded, each with the country's short name; and the folded names of their capitals."""

    countries: dict[str, str]
    capitals: frozenset[str]


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
    return _key(name) in _gazetteer().capitals


@cache
def _gazetteer() -> Gazetteer:
    text = resources.files("sayso.actors").joinpath("countries.txt").read_text(encoding="utf-8")
    countries: dict[str, str] = {}
    capitals: set[str] = set()
    for line in text.splitlines():
        if not line.startswith("#"):
            short, others, seats = (part.strip() for part in line.split(";"))
            countries.update({_key(name): short for name in [short, *others.split(", ")] if name})
            capitals.update(_key(name) for name in seats.split(", ") if name)
    return Gazetteer(countries, frozenset(capitals))


def _key(name: str) -> str:
    words = fold(name).replace(".", "").replace("'", "").split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


def _without_form_of_state(key: str) -> str:
    """Cut "islamic republic of iran" to "iran"; what does not read "… republic of X" comes back as it is."""
    form, of, rest = key.partition(" of ")
    is_form = form.split()[-1:] and form.split()[-1] in {"republic", "kingdom", "state", "commonwealth", "sultanate"}
    return rest if of and is_form else key
