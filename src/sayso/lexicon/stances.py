"""The words that take a stance, as data: each with the relation that it shows, and on which side it is.

`stances.txt` has a line for each relation of PLOVER's vocabulary where one fits: whether it is for (+), against (-) or
neither (0), whether both hold it (=), and its verbs with what must follow them: "vote against". Of a noun the
preposition is told before which the target stands: "criticism of".
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal, NamedTuple

from sayso.data.position import Polarity
from sayso.lexicon.reporting_verbs import gerund, participle, past, third_person

Form = Literal["base", "third", "past", "participle", "gerund", "noun", "judgement"]

_SIDES: Final[Mapping[str, Polarity]] = {"+": "positive", "-": "negative", "0": "neutral"}


class Stance(NamedTuple):
    """What a word shows: relation and side; `mutual` where both hold it, `rest` the words that must follow."""

    relation: str
    polarity: Polarity
    mutual: bool
    rest: tuple[str, ...]
    form: Form


@cache
def stances() -> Mapping[str, tuple[Stance, ...]]:
    """Each folded first word of a stance with what it can show, the longest phrase first.

    >>> [one.relation for one in stances()["condemns"]]
    ['disapprove']
    """
    found: defaultdict[str, list[Stance]] = defaultdict(list)
    text = resources.files("sayso.lexicon").joinpath("stances.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        head, colon, phrases = line.partition(":")
        if colon and not line.startswith("#"):
            kind, relation, side = head.split()
            for phrase in phrases.split(","):
                first, *rest = phrase.split()
                for form, word in _forms(first, kind):
                    stance = Stance(relation, _SIDES[side[0]], side.endswith("="), tuple(rest), form)
                    found[word].append(stance)
    return {word: tuple(sorted(some, key=lambda one: (-len(one.rest), one))) for word, some in found.items()}


def _forms(word: str, kind: str) -> list[tuple[Form, str]]:
    if kind == "verb":
        known: list[tuple[Form, str]] = [("base", word), ("third", third_person(word)), ("past", past(word))]
        return [*known, ("participle", participle(word)), ("gerund", gerund(word))]
    return [("noun" if kind == "noun" else "judgement", word)]
