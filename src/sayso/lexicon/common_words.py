"""The common words of English news by how often they are used."""

from functools import cache
from importlib import resources


@cache
def ranks() -> dict[str, int]:
    text = resources.files("sayso.lexicon").joinpath("common_words.txt").read_text(encoding="utf-8")
    return {word: rank for rank, word in enumerate(text.partition("\n")[2].split(), 1)}
