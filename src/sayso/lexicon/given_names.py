"""Given names that 95 in 100 of their bearers share with their sex."""

from functools import cache
from importlib import resources

from sayso.lexicon.english import Gender


@cache
def given_names() -> dict[str, Gender]:
    text = resources.files("sayso.lexicon").joinpath("given_names.txt").read_text(encoding="utf-8")
    men, _, women = text.partition("[man]")[2].partition("[woman]")
    by_name: dict[str, Gender] = dict.fromkeys(men.split(), "man")
    return by_name | dict.fromkeys(women.split(), "woman")
