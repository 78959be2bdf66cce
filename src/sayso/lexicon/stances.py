"""The words that take a stance, as data: each with the relation that it shows, and on which side it is.

`stances.txt` has a line for each relation of PLOVER's vocabulary where one fits: what kind of words, the relation,
whether it is for (+), against (-) or neither (0), whether both hold it (=), and the words with what must follow them:
"vote against". Of a noun or adjective the preposition is told before which the target stands: "criticism of".
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Final, Literal, NamedTuple, cast

from sayso.data.position import Polarity
from sayso.lexicon.english import words
from sayso.lexicon.reporting_verbs import gerund, participle, past, third_person

Kind = Literal["verb", "parted", "noun", "drawn", "agent", "adjective", "judgement", "effect", "worth"]
Form = Literal["base", "third", "past", "participle", "gerund", "plain"]

_SIDES: Final[Mapping[str, Polarity]] = {"+": "positive", "-": "negative", "0": "neutral"}
_IRREGULAR: Final = MappingProxyType(
    {
        "break": ("broke", "broken"), "bring": ("brought", "brought"), "cut": ("cut", "cut"),
        "fight": ("fought", "fought"), "forgive": ("forgave", "forgiven"), "hit": ("hit", "hit"),
        "hurt": ("hurt", "hurt"), "overthrow": ("overthrew", "overthrown"), "pay": ("paid", "paid"),
        "sell": ("sold", "sold"), "shoot": ("shot", "shot"),
        "speak": ("spoke", "spoken"), "stand": ("stood", "stood"), "strike": ("struck", "struck"),
        "tear": ("tore", "torn"), "throw": ("threw", "thrown"), "uphold": ("upheld", "upheld"),
        "withdraw": ("withdrew", "withdrawn"), "withhold": ("withheld", "withheld"), "come": ("came", "come"),
        "buy": ("bought", "bought"), "draw": ("drew", "drawn"), "win": ("won", "won"), "meet": ("met", "met"),
        "lead": ("led", "led"), "send": ("sent", "sent"), "lose": ("lost", "lost"), "stick": ("stuck", "stuck"),
        "shut": ("shut", "shut"), "fall": ("fell", "fallen"), "beat": ("beat", "beaten"), "blow": ("blew", "blown"),
        "cast": ("cast", "cast"), "drive": ("drove", "driven"), "forbid": ("forbade", "forbidden"),
        "forswear": ("forswore", "forsworn"), "freeze": ("froze", "frozen"), "lay": ("laid", "laid"),
        "leap": ("leapt", "leapt"), "lend": ("lent", "lent"), "put": ("put", "put"), "rise": ("rose", "risen"),
        "set": ("set", "set"), "sing": ("sang", "sung"), "split": ("split", "split"), "spring": ("sprang", "sprung"),
        "steal": ("stole", "stolen"), "swing": ("swung", "swung"), "undo": ("undid", "undone"), "run": ("ran", "run"),
        "get": ("got", "got"),
    }
)  # fmt: skip
IRREGULAR_PAST: Final = frozenset(was for verb, (was, _) in _IRREGULAR.items() if was != verb)
_DOUBLING: Final = words(
    """abhor ban bar bat beg cut drag drop dub expel extol forbid gag get gun gut hit lob pan pin plan prod prop put rap
    rebel rebut rip rob run scrap set ship shrug shun shut slam slap snap snub spar split stab stop tip"""
)
_DOUBLING_IN_BRITAIN: Final = frozenset(("counsel", "imperil", "level", "quarrel", "signal"))


class Stance(NamedTuple):
    """What a word shows: relation and side; `mutual` where both hold it, `rest` the words that must follow.

    Kinds by where holder and target stand: a "verb" between them, a "parted" one around its target ("took the Post to
    court"); a "noun" with the target behind and the holder
    before ("his criticism of the dam"); "drawn" with the holder behind ("drew criticism from"); an "agent" who is
    himself the holder ("a critic of"); an "adjective" said of the holder ("critical of"). A "judgement" is said of the
    target ("a disgrace"), an "effect" is what it does ("hurts workers"): whoever speaks holds these. "Worth" is what
    the target is to its holder ("a red line for").
    """

    relation: str
    polarity: Polarity
    mutual: bool
    rest: tuple[str, ...]
    kind: Kind
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
            kind, relation, side = cast("tuple[Kind, str, str]", head.split())
            for phrase in phrases.split(","):
                first, *rest = phrase.split()
                for form, word in _forms(first, kind):
                    stance = Stance(relation, _SIDES[side[0]], side.endswith("="), tuple(rest), kind, form)
                    found[word].append(stance)
    return {word: tuple(sorted(some, key=lambda one: (-len(one.rest), one))) for word, some in found.items()}


def _forms(word: str, kind: Kind) -> list[tuple[Form, str]]:
    if kind in ("verb", "parted", "effect"):
        return verb_forms(word)
    return [("plain", word), ("plain", third_person(word))] if kind == "agent" else [("plain", word)]


def verb_forms(verb: str) -> list[tuple[Form, str]]:
    """Every form of a verb, with what it is: "slam" → "slams", "slammed", "slamming"."""
    doubled = verb + verb[-1] if verb in _DOUBLING else None
    was, been = _IRREGULAR.get(verb) or ((f"{doubled}ed",) * 2 if doubled else (past(verb), participle(verb)))
    forms: list[tuple[Form, str]] = [
        ("base", verb),
        ("third", third_person(verb)),
        ("past", was),
        ("participle", been),
        ("gerund", f"{doubled}ing" if doubled else gerund(verb)),
    ]
    if verb in _DOUBLING_IN_BRITAIN:
        forms += [("past", f"{verb}led"), ("participle", f"{verb}led"), ("gerund", f"{verb}ling")]
    return forms
