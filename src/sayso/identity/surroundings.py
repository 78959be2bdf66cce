"""What the words around a mention tell of someone whom no role describes: a walk of life, and the names beside him."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sayso.actors.names import POSSESSIVE, fold
from sayso.actors.vocabulary import STOP, TITLES, words
from sayso.identity.fields import FIELDS

_MORE: Final[dict[str, frozenset[str]]] = {
    "politics": words(
        """
        election vote votes voters bill budget treaty legislation lawmakers caucus coalition campaign ballot summit
        policy reform sanctions diplomats governor motion constituency manifesto referendum cabinet talks
        """
    ),
    "law": words(
        """
        trial verdict jury sentence sentenced charges appeal lawsuit ruling pleaded guilty hearing indictment plaintiff
        defendant bail custody testimony injunction tribunal prosecutors acquitted
        """
    ),
    "force": words(
        """
        squad arrested investigation patrol brigade troops battalion ceasefire missile detectives stabbing burglary
        crime suspect barracks regiment manhunt firefighters blaze
        """
    ),
    "sport": words(
        """
        match goal goals season league cup final semi-final tournament scored penalty innings wicket stadium
        teammate squad medal race lap fixture kick-off play-offs championship relegation transfer pitch podium
        peloton cycling archery swimming athletics freestyle butterfly backstroke rider riders climbs
        runs half-time injury title qualifier semi-finals games playoff track sprint marathon wickets
        """
    ),
    "arts": words(
        """
        concert concerto album novel exhibition premiere orchestra philharmonic opera gallery canvas audience
        film festival poems sonata recital symphony screenplay sculpture curator applause memoir soloist choir
        """
    ),
    "business": words(
        """
        shares profit revenue merger acquisition investors quarter earnings stake market startup factory sales
        shareholders dividend turnover takeover supplier customers plant bank lender loans fraud stores chain brand
        """
    ),
    "learning": words(
        """
        study research researchers laboratory telescope species journal findings galaxy experiment thesis lecture
        fossil climate data genome faculty campus astronomers lab sample samples excavation
        """
    ),
    "medicine": words(
        """
        patients hospital clinic surgery ward vaccine disease patient operation epidemic treatment doctors nurses
        infection cancer outbreak symptoms transplant
        """
    ),
    "school": words("pupils school classroom headteacher exam exams parents lessons teachers"),
    "media": words("newsroom newsrooms broadcast interview column listeners viewers podcast newspaper editors"),
    "faith": words("church parish mosque diocese sermon congregation pilgrims cathedral synod prayer worship"),
    "trades": words("farm harvest crop catch trawler bakery workshop kitchen restaurant recipe menu vineyard herd"),
}
_FIELDS_OF: Final[dict[str, frozenset[str]]] = {
    word: frozenset(field for field in FIELDS if word in FIELDS[field] | _MORE.get(field, frozenset()))
    for word in frozenset().union(*FIELDS.values(), *_MORE.values())
}
_WORD: Final = re.compile(r"[^\W\d_](?:\w|[’'-](?=\w))*")
_OPENING: Final = re.compile(r"(?:^|[.!?:”\"]\s*)[“‘\"']?$")
_FEWEST, _SHARE = 2, 0.34
_MOST_NAMES: Final = 24


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Fields in which the words around someone lie, and the words with a capital among them, folded."""

    fields: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


def surroundings(passages: Sequence[str], own: Iterable[str]) -> Surroundings:
    """What these passages tell of the person whose names, as folded words, are `own`.

    >>> surroundings(["The match was lost when Doe missed a penalty for Orsa."], ["doe"])
    Surroundings(fields=('sport',), names=('orsa',))
    """
    found = [word for passage in passages for word in _WORD.finditer(passage)]
    tokens = [POSSESSIVE.sub("", word.group()) for word in found]
    fields = Counter(field for token in tokens for field in _FIELDS_OF.get(token.casefold(), ()))
    total = sum(fields.values())
    told = sorted(field for field, count in fields.items() if count >= max(_FEWEST, _SHARE * total))
    inside = {fold(POSSESSIVE.sub("", w.group())) for w in found if not _OPENING.search(w.string[: w.start()][-4:])}
    plain = {token for token in tokens if token[0].islower()}
    names = Counter(fold(token) for token in tokens if fold(token) in inside and _is_name(token, plain, {*own}))
    kept = sorted(names.items(), key=lambda found: (-found[1], found[0]))[:_MOST_NAMES]
    return Surroundings(tuple(told), tuple(sorted(name for name, _ in kept)))


def _is_name(token: str, plain: set[str], own: set[str]) -> bool:
    folded = fold(token)
    common = plain | STOP | TITLES.keys() | _FIELDS_OF.keys()
    return token[0].isupper() and len(token) > 1 and folded not in common and own.isdisjoint(folded.split("-"))
