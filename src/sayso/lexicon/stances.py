"""The words that take a stance, as data: each with the relation that it shows, and on which side it is.

`stances.txt` has a line for each relation of PLOVER's vocabulary where one fits: what kind of words, the relation,
whether it is for (+), against (-) or neither (0), whether both hold it (=), and the words with what must follow them:
"vote against". Of a noun or adjective the preposition is told before which the target stands: "criticism of".
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Final, Literal, NamedTuple, cast

from sayso.data.position import Polarity
from sayso.lexicon.inflection import Form as VerbForm
from sayso.lexicon.inflection import inflections, third_person

Kind = Literal[
    "verb", "parted", "noun", "drawn", "agent", "adjective", "judgement", "effect", "worth", "joint", "between", "trait"
]
Form = VerbForm | Literal["plain"]

_SIDES: Final[Mapping[str, Polarity]] = {"+": "positive", "-": "negative", "0": "neutral"}


class Stance(NamedTuple):
    """What a word shows: relation and side; `mutual` where both hold it, `rest` the words that must follow.

    Kinds by where holder and target stand: a "verb" between them, a "parted" one around its target ("took the Post to
    court"); a "noun" with the target behind and the holder
    before ("his criticism of the dam"); "drawn" with the holder behind ("drew criticism from"); an "agent" who is
    himself the holder ("a critic of"); an "adjective" said of the holder ("critical of"). A "judgement" is said of the
    target ("a disgrace"), an "effect" is what it does ("hurts workers"), a "trait" is found in it ("her hypocrisy"):
    whoever speaks holds these. "Worth" is what the target is to its holder ("a red line for"). Both are holder and
    target of a "joint" verb ("signed a pact") and of what is "between" them ("the feud between").
    """

    relation: str
    polarity: Polarity
    mutual: bool
    rest: tuple[str, ...]
    kind: Kind
    form: Form
    lemma: str = ""


@cache
def mild() -> frozenset[str]:
    """Phrases that are said of anybody and anything ("love"): only towards an actor do they take a side."""
    return frozenset(phrase for head, phrases in _lines() if head[0] == "mild" for phrase in phrases)


def _lines() -> Iterator[tuple[list[str], list[str]]]:
    """Each line of the list: kind, relation and side, and the phrases."""
    text = resources.files("sayso.lexicon").joinpath("stances.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        head, colon, phrases = line.partition(":")
        if colon and not line.startswith("#"):
            yield head.split(), [phrase.strip() for phrase in phrases.split(",")]


@cache
def stances() -> Mapping[str, tuple[Stance, ...]]:
    """Each folded first word of a stance with what it can show, the longest phrase first.

    >>> [one.relation for one in stances()["condemns"]]
    ['disapprove']
    """
    found: defaultdict[str, list[Stance]] = defaultdict(list)
    for head, phrases in _lines():
        kind, relation, side = cast("tuple[Kind, str, str]", head)
        for phrase in phrases if head[0] != "mild" else ():
            first, *rest = phrase.split()
            for form, word in _forms(first, kind):
                stance = Stance(relation, _SIDES[side[0]], side.endswith("="), tuple(rest), kind, form, first)
                found[word].append(stance)
    return {word: tuple(sorted(some, key=lambda one: (-len(one.rest), one))) for word, some in found.items()}


def _forms(word: str, kind: Kind) -> list[tuple[Form, str]]:
    if kind in ("verb", "parted", "effect", "joint"):
        return [*inflections(word)]
    return [("plain", word), ("plain", third_person(word))] if kind == "agent" else [("plain", word)]
