"""Given names that are one in several languages, and family names that stand first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final

from sayso.lexicon.name_shares import bearers

_NONE: Final = frozenset[str]()


def given_forms(word: str) -> frozenset[str]:
    """The names that a folded given name is in other languages, and itself; one that the list lacks is alone.

    >>> "vladimir" in given_forms("volodymyr")
    True
    """
    return _groups("given").get(word, frozenset({word}))


def family_forms(word: str) -> frozenset[str]:
    """The spellings of a folded family name that stands first: noh → noh, roh, ro, no; of others none."""
    return _groups("family first").get(word, _NONE)


def stands_first(words: tuple[str, ...]) -> bool:
    """Whether the family name of a name in full is its first word: it is such a one, and rather so than the last.

    >>> stands_first(("xi", "jinping")), stands_first(("lee", "smith"))
    (True, False)
    """
    if len(words) < 2 or not family_forms(words[0]):
        return False
    return bearers(words[0], "family") >= bearers(words[-1], "family")


@cache
def _groups(section: str) -> Mapping[str, frozenset[str]]:
    """Each word with all that stand in a line with it, which for some are two lines."""
    found: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for line in _lines(section):
        for word in line:
            found[word] |= line
    return dict(found)


def _lines(section: str) -> Iterator[frozenset[str]]:
    text = resources.files("sayso.lexicon").joinpath("name_forms.txt").read_text(encoding="utf-8")
    given, _, family = text.partition("\n[given]\n")[2].partition("[family first]\n")
    yield from (frozenset(line.split()) for line in (given if section == "given" else family).splitlines())
