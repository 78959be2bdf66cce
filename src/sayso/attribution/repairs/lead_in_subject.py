"""The subject of a short sentence that leads into a quotation: "She was blunt.", "Ruiz shook her head:".

Only where it is certain: the sentence begins with "he", "she", "they" or a name ("His wife Ana", "The old baker, Ana
Ruiz,"), a verb in the active follows, and nobody else is named but whom the subject looks at or points to. "Critics
were blunt" has a subject that nobody could find again, "Ruiz met Holt" two people who may speak next, and of "Ruiz was
mocked" the speaker is not Ruiz.
"""

import re
from collections.abc import Set

from sayso.lexicon.callings import CALLINGS, OCCUPATIONS
from sayso.lexicon.english import PARTICLES, words
from sayso.lexicon.reporting_verbs import AUXILIARIES, forms_of

_PRONOUN = re.compile(r"(?:He|She|They)\b")
_CAPITALISED = r"[^\W\d_a-z][\w’'-]*\.?"
PARTICLE = f"(?:{'|'.join(sorted(PARTICLES))})"
_NAME = re.compile(rf"{_CAPITALISED}(?: (?:{PARTICLE} )*{_CAPITALISED}){{0,4}}(?=[\s,])")
_DESCRIBED = re.compile(
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he|[Aa]n?|[Mm]y|[Oo]ur|[^\W\d_a-z][\w-]{1,20}[’']s)"
    r" (?:[a-z][\w’'-]* ){0,3}(?P<noun>[a-z][\w-]*)(?P<comma>,?) "
)
"""What may stand before a name: "His wife", "The old baker,"."""

TURNS = re.compile(
    r"(?:look|glanc|star|point|turn|nod|smil|glar|wink|gestur|wav|grinn?|lean|beckon)\w*"
    r" (?:back |over |round |away |up |down )?(?:at|to|towards?)\b"
)
"""Whoever is named behind it is spoken to."""

_LEADS_IN = re.compile(r"(?:But|And|Then|So|Yet|Still,|Instead,|Later,)\s+")
_VERB = re.compile(
    r"\s+(?:(?:also|then|just|only|simply|never|even|later|\w+ly)\s+)?(?P<verb>[a-z]+)(?P<rest>.*)", re.DOTALL
)
_PASSIVE = re.compile(r"(?:\s+(?:not|n’t|n't|also|\w+ly))?\s+(?P<participle>[a-z]+)")
_NAMED = re.compile(r"(?:(?<=[a-z] )|(?<=[a-z], ))[A-Z][\w’'-]+")
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]*")

OPENERS = words(
    """
    A About According After Again All Although An Another Any Are As Asked At Because Before Being Both But By Can Could
    Despite Did Do Does During Each Earlier Even Every Few For From Given Had Has Have Her Here His How However I If In
    Instead Into Is It Its Just Last Later Like Many Maybe Meanwhile Most My Never Next No Nobody None Nor Not Nothing
    Now Of On Once One Only Or Other Our Over Perhaps Since So Some Somebody Someone Soon Still Such That The Their Then
    There These This Those Though Through To Today Two Under Unless Until Was We Well Were What When Where Whether Which
    While Who Why With Without Would Yes Yesterday Yet You Your
    """
)
"""Words that begin a sentence without being a name."""

DAYS = words(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August
    September October November December
    """
)

LEADING_IN = words(
    """
    shook shakes shrugs nods smiles laughs sighs pauses stood stands sat sits went goes came comes left took takes put
    puts threw throws rose rises grew grows kept keeps held holds lost won made makes got gave gives did met broke
    turned bent drew fell hit let ran sent set shot showed spent stuck struck wept cut laid lay swept strode rang sang
    swung hung flung spun spat shut bit blew caught clung crept drank drove fled froze knelt leapt lit rode slid sank
    swore tore woke wore withdrew slept dropped read found built bought brought fought sold shone
    """
)
"""Finite forms, beside those of the verbs that attribute, that tell what somebody did before speaking."""

FELT = words(
    """
    annoyed appalled ashamed bewildered concerned confused convinced delighted determined devastated disappointed
    disgusted embarrassed excited frustrated horrified impressed overwhelmed pleased puzzled relieved resigned
    satisfied scared shocked stunned surprised thrilled tired touched undaunted unfazed unimpressed unmoved worried
    """
)
"""Participles that tell what the subject feels, not what somebody did to it."""


def names_in(text: str) -> Set[str]:
    """The words that a text capitalises in the middle of its sentences."""
    return {found.group() for found in _NAMED.finditer(text)} - DAYS


def subject_of(text: str, start: int, end: int, names: Set[str]) -> tuple[int, int] | None:
    """Where the subject of the sentence `text[start:end]` stands, None unless it is certain.

    >>> text = "Holt met Ana Ruiz. She was blunt."
    >>> subject_of(text, 19, 33, names_in(text)), subject_of(text, 0, 18, names_in(text))
    ((19, 22), None)
    """
    lead = _LEADS_IN.match(text, start, end)
    begin = lead.end() if lead else start
    found = _PRONOUN.match(text, begin, end) or _described(text, begin, end) or _name(text, begin, end, names)
    if found is None:
        return None
    says = _VERB.match(text, found.end() + (text[found.end()] == ","), end)
    if says is None or not acts(says["verb"], says["rest"]):
        return None
    alone = TURNS.match(says["verb"] + says["rest"]) or not _names_another(says["rest"])
    return (begin, found.end()) if alone else None


def _described(text: str, start: int, end: int) -> re.Match[str] | None:
    """A name behind what its bearer is: "His wife [Ana]", "The old baker, [Ana Ruiz],"."""
    lead = _DESCRIBED.match(text, start, end)
    if lead is None or not (lead["noun"] in CALLINGS or (lead["comma"] and lead["noun"].endswith(OCCUPATIONS))):
        return None
    found = _NAME.match(text, lead.end(), end)
    return found if found and (text[found.end()] == ",") == bool(lead["comma"]) else None


def _name(text: str, start: int, end: int, names: Set[str]) -> re.Match[str] | None:
    """A name at `start`: the text knows its last word as one, since any word is capitalised here."""
    found = _NAME.match(text, start, end)
    if found is None:
        return None
    parts = found.group().split()
    return found if parts[0] not in OPENERS | DAYS and parts[-1] in names else None


def acts(verb: str, rest: str) -> bool:
    """Whether a verb is finite and its subject the one who acts or feels."""
    if verb in AUXILIARIES:
        passive = _PASSIVE.match(rest)
        return passive is None or not _is_participle(passive["participle"])
    return verb in LEADING_IN or verb.endswith("ed") or not forms_of(verb).isdisjoint(("past", "third"))


def _is_participle(word: str) -> bool:
    return word not in FELT and (word.endswith("ed") or "participle" in forms_of(word))


def _names_another(rest: str) -> bool:
    return any(word not in DAYS and word != "I" for word in _CAPITAL.findall(rest))
