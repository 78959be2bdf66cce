"""A statement as it is compared with others: who says what, when, how it is printed and where."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sayso.data.statement import Act, Kind

DAYS_APART: Final = 4
"""So many days after a saying papers still print it as news, where they do not tell the day."""

_DAY: Final = 10


@dataclass(frozen=True, slots=True)
class Printing:
    """One statement of one article.

    `key` puts printings in order, the earliest first, the same on every record. `own` is the id of the utterance that
    it would make alone; `story` what the article is a copy of, its own key where of nothing, and `is_original` whether
    it is that. `day` is when it was said as far as is known, `told` whether the words tell that. `utterance` is the id
    of the group in which it was; `given` the one into which people put it, `kept_from` those into which they let it
    not go.
    """

    key: str
    own: str
    article: str
    story: str
    words: str
    is_original: bool = True
    kind: Kind = "indirect"
    act: Act = "said"
    negated: bool = False
    denied: bool = False
    hypothetical: bool = False
    day: str | None = None
    told: bool = False
    utterance: str = ""
    given: str | None = None
    kept_from: frozenset[str] = frozenset()


def same_time(one: Printing, other: Printing) -> bool:
    """Whether two can print what was said at one time, as far as their days tell.

    Two told days must be the same, as coarse as the coarser is; of others the days of publication are near.
    """
    if one.story == other.story:
        return not (one.told and other.told) or _agree(one.day, other.day)
    if one.day is None or other.day is None:
        return False
    if _agree(one.day, other.day):
        return True
    if (one.told and other.told) or len(one.day) < _DAY or len(other.day) < _DAY:
        return False
    apart = date.fromisoformat(one.day[:_DAY]) - date.fromisoformat(other.day[:_DAY])
    return abs(apart.days) <= DAYS_APART


def _agree(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return True
    shorter = min(len(one), len(other), _DAY)
    return one[:shorter] == other[:shorter]
