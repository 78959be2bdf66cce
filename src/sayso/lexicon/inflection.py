"""How English verbs are inflected: by rule, with the irregular ones in `irregular_verbs.txt`.

A library would bring megabytes for a few rules (lemminflect, the best kept, was last released in 2022).
"""

import re
from collections.abc import Iterator
from importlib import resources
from types import MappingProxyType
from typing import Final, Literal

from sayso.lexicon.english import words

Form = Literal["base", "third", "past", "participle", "gerund"]

_DOUBLES: Final = re.compile(r"[^aeiou]*(?:qu)?[aeiouy][bdfgklmnprstvz]")
"""One syllable with one short vowel before one consonant, which is doubled: "ban", "hug", "quip"; not "vow", "fix"."""

_STRESSED_LAST: Final = words(
    """
    abet abhor acquit admit allot beget begin beset commit compel concur confer control defer demur deter dispel
    distil emit enrol equip excel expel extol forbid forget impel incur infer inter occur omit patrol permit
    prefer propel rebel rebut recur refer regret remit repel submit transfer transmit babysit handicap kidnap
    outbid outfit tear-gas teargas tut-tut worship
    """
)
"""Verbs of more syllables that double it too: "admit" → "admitted"; "visit" does not."""

_DOUBLED_IN_BRITAIN: Final = words(
    """cancel channel counsel dial duel equal fuel funnel imperil label level libel marshal model panel pedal quarrel
    rival shovel signal snorkel swivel total travel tunnel unravel
    """
)


def _irregular() -> Iterator[tuple[str, tuple[tuple[str, ...], tuple[str, ...]]]]:
    text = resources.files("sayso.lexicon").joinpath("irregular_verbs.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            verb, past, *participle = line.split()
            yield verb, (tuple(past.split("/")), tuple((participle or [past])[0].split("/")))


IRREGULAR: Final = MappingProxyType(dict(_irregular()))
"""Past and past participle, each with its variants, of the verbs that do not make them with -ed."""


PASTS_LIKE_NOUNS: Final = words(
    "bore bound cost cut felt fell found ground lay led left lit mown rent rose saw shot spun wound"
)
IRREGULAR_PASTS: Final = (
    frozenset(form for verb, (pasts, _) in IRREGULAR.items() for form in pasts if form != verb) - PASTS_LIKE_NOUNS
)
"""Past forms that show a verb wherever they stand; "left" and "ground" do so behind a name."""

PARTICIPLES: Final = (
    frozenset(form for _, (_, participles) in IRREGULAR.items() for form in participles) - PASTS_LIKE_NOUNS
)


def third_person(verb: str) -> str:
    """ "vow" → "vows", "deny" → "denies", "stress" → "stresses"; nouns have their plural by the same rule."""
    irregular = {"have": "has", "be": "is"}.get(verb)
    if irregular is not None:
        return irregular
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) and not verb.endswith("oo") else "s")


def past(verb: str) -> str:
    """ "vow" → "vowed", "deny" → "denied", "admit" → "admitted", "say" → "said"."""
    return _pasts(verb)[0][0]


def participle(verb: str) -> str:
    """ "write" → "written", "vow" → "vowed"."""
    return _pasts(verb)[1][0]


def gerund(verb: str) -> str:
    """ "say" → "saying", "write" → "writing", "lie" → "lying", "admit" → "admitting"."""
    return _gerunds(verb)[0]


def inflections(verb: str) -> list[tuple[Form, str]]:
    """Every form of a verb with what it is: "slam" → "slams", "slammed", "slamming"; variants behind the usual one.

    >>> inflections("level")[2:4]
    [('past', 'leveled'), ('past', 'levelled')]
    """
    pasts, participles = _pasts(verb)
    return [
        ("base", verb),
        ("third", third_person(verb)),
        *(("past", form) for form in pasts),
        *(("participle", form) for form in participles),
        *(("gerund", form) for form in _gerunds(verb)),
    ]


def _pasts(verb: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The pasts and the past participles of a verb."""
    if verb in IRREGULAR:
        return IRREGULAR[verb]
    if verb.endswith("e"):
        regular: tuple[str, ...] = (verb + "d",)
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        regular = (verb[:-1] + "ied",)
    else:
        regular = tuple(stem + "ed" for stem in _stems(verb))
    return regular, regular


def _gerunds(verb: str) -> tuple[str, ...]:
    if verb.endswith("ie") and verb != "stymie":
        return (verb[:-2] + "ying",)
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return (verb[:-1] + "ing",)
    return tuple(stem + "ing" for stem in _stems(verb))


def _stems(verb: str) -> tuple[str, ...]:
    """What -ed and -ing are put to."""
    if verb in _STRESSED_LAST or _DOUBLES.fullmatch(verb):
        return (verb + verb[-1],)
    return (verb, verb + verb[-1]) if verb in _DOUBLED_IN_BRITAIN else (verb,)
