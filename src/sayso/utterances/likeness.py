"""Whether two sayings print the same: by their words in order, else by what these mean; never across a change of sense.

Weights and thresholds were chosen on the tuned part of `benchmarks/printings/`.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from rapidfuzz.distance import Indel

from sayso.data.statement import Kind
from sayso.lexicon.meanings import vector_of, weight_of
from sayso.utterances.guards import Differing, contradict, gaps, turned
from sayso.utterances.printing import Printing, same_time
from sayso.utterances.tokens import Token, tokens_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BEGUN: Final = 0.2
BEGINNING: Final = 3
IN_COMMON: Final = 0.3
"""Sayings that share less than this of the shorter's weight, word by word, are not looked at any further."""
IN_ORDER: Final = 0.66
"""Such a share of the shorter's weight, in the same order, makes them the same words."""
MEANT: Final = 0.74
"""Such a share of the shorter's weight, found anywhere by meaning, makes them the same saying."""
LEAST: Final = 1.0
"""The least weight that must be shared: one word makes no saying."""
WHOLE: Final = 0.95
A_CLAUSE: Final = 5
"""So many words that stand there whole make a saying too, however common they are."""
NEAR: Final = 0.55
"""Words less near than this are strangers."""

_WORD: Final = re.compile(r"\w{4,}|\d+")
_ANY_WORD: Final = re.compile(r"\w+")

How = Literal["same", "altered", "apart", "unlike"]


class Relation(NamedTuple):
    """How two printings stand to each other, how sure that is, and the words that differ where one is altered.

    "apart" must not be joined by way of others either; "unlike" tells nothing.
    """

    how: How
    score: float = 0.0
    change: tuple[str, str] = ("", "")


UNLIKE: Final = Relation("unlike")
APART: Final = Relation("apart")


class Said(NamedTuple):
    """A printing without when and where: what it says."""

    words: str
    kind: Kind
    negated: bool
    denied: bool


class _Found(NamedTuple):
    """How two sayings stand to each other whenever they were said, and how much they share."""

    relation: Relation
    shared: float = 0.0


def compare(one: Printing, other: Printing) -> Relation:
    """How two printings of one speaker stand to each other; `change` has the words of `one`, then of `other`."""
    if not _may_share(one.words, other.words) or not _heavy(one.words).shares(_heavy(other.words)):
        return UNLIKE
    if not same_time(one, other) or one.hypothetical != other.hypothetical:
        return APART
    if one.act != other.act and "asked" in (one.act, other.act):
        return APART
    if one.article == other.article and not _headed(one, other) and _within(one.words, other.words):
        return UNLIKE
    relation, shared = _compared(_said(one), _said(other))
    if relation.how == "altered":
        return relation if _one_act(one, other, shared) else APART
    by_meaning = relation.how == "same" and relation.score <= 1
    return UNLIKE if by_meaning and one.article == other.article and not _headed(one, other) else relation


def _within(one: str, other: str) -> bool:
    """Whether a saying stands inside another, as what somebody says that he had said: that is another time's."""
    shorter, longer = sorted((" ".join(_ANY_WORD.findall(words.casefold())) for words in (one, other)), key=len)
    return shorter != longer and shorter in longer


def _may_share(one: str, other: str) -> bool:
    """Whether two sayings have words that begin alike, as those of one stem do: most have not, and this is fast."""
    some, others = _beginnings(one), _beginnings(other)
    return len(some & others) >= BEGUN * min(len(some), len(others))


@lru_cache(maxsize=20_000)
def _beginnings(words: str) -> frozenset[str]:
    return frozenset(word[:BEGINNING] for word in _WORD.findall(words.casefold()))


def _said(one: Printing) -> Said:
    return Said(one.words, one.kind, one.negated, one.denied)


def _headed(one: Printing, other: Printing) -> bool:
    return "headline" in (one.kind, other.kind)


@lru_cache(maxsize=100_000)
def _compared(one: Said, other: Said) -> _Found:
    """Copies say a thing again and again: it is worked out once."""
    return _by_words(one, other) or _Found(_by_meaning(one, other))


def _by_words(one: Said, other: Said) -> _Found | None:
    """Told by the words that stand in both in the same order; None where these are too few."""
    some, others = tokens_of(one.words), tokens_of(other.words)
    matched = _matched(some, others)
    weight = sum(_weight(some[at]) for at, _ in matched)
    share = weight / (min(_heavy(one.words).weight, _heavy(other.words).weight) or 1)
    heavy = sum(some[at].heavy for at, _ in matched)
    whole = share >= WHOLE and len(matched) >= A_CLAUSE
    if share < IN_ORDER or not (whole or _makes_a_saying(heavy, weight, share)):
        return None
    pair = Differing(one, other, some, others, matched)
    turn = turned(pair)
    if turn is None:
        return None if _of_other_things(pair) else _Found(Relation("same", 1 + share), weight)
    return _Found(Relation("altered", share, turn.words) if turn.only else APART, weight)


def _of_other_things(pair: Differing) -> bool:
    """Whether, between two words that both have, one has words that are strangers to those of the other."""
    for some, others in gaps(pair):
        one, other = (_heavy(" ".join(t.plain for t in own)) for own in (some, others))
        if one.tokens and other.tokens and float(_nearness(one, other).max()) < NEAR:
            return True
    return False


def _makes_a_saying(heavy: int, weight: float, share: float) -> bool:
    """Whether so many words are enough: three, or two that are all there is, and not the commonest."""
    return weight >= LEAST and (heavy > 2 or (heavy > 1 and share >= WHOLE))


def _one_act(one: Printing, other: Printing, weight: float) -> bool:
    """Whether words that differ in sense are still one saying: in copies of one story, or else long in common.

    Nobody is altered by himself: what one article prints twice outside its headline is two sayings.
    """
    if one.article == other.article:
        return _headed(one, other)
    return one.story == other.story or weight >= 2 * LEAST


def _by_meaning(one: Said, other: Said) -> Relation:
    """Told by words that mean the same, wherever they stand."""
    shorter, longer = sorted((_heavy(one.words), _heavy(other.words)), key=lambda said: said.weight)
    if not shorter.weight:
        return UNLIKE
    near = _nearness(shorter, longer)
    best = near.max(axis=1)
    found = best >= NEAR
    weight = float((shorter.weights * best)[found].sum())
    if weight < LEAST or weight / shorter.weight < MEANT:
        return UNLIKE
    clauses = {longer.tokens[to].clause for to in near.argmax(axis=1)[found]}
    some, others = (tokens_of(said.words) for said in (shorter, longer))
    odd = one.denied != other.denied or one.negated != other.negated
    spoken = [token for token in others if token.clause in clauses]
    return APART if contradict(some, spoken, odd=odd) else Relation("same", weight / shorter.weight)


class _Heavy(NamedTuple):
    """The words of a saying that tell something: what each weighs, in order and by their keys, and all together."""

    words: str
    tokens: tuple[Token, ...]
    weights: "NDArray[np.float64]"
    weighing: dict[str, float]
    weight: float

    def shares(self, other: "_Heavy") -> bool:
        """Whether enough of the words themselves are the same for a closer look; this is fast."""
        shared = self.weighing.keys() & other.weighing.keys()
        least = IN_COMMON * min(self.weight, other.weight)
        return bool(shared) and sum(self.weighing[key] for key in shared) >= least


@lru_cache(maxsize=20_000)
def _heavy(words: str) -> _Heavy:
    import numpy as np  # by who only asks a record it is not needed

    tokens = tuple(token for token in tokens_of(words) if token.heavy)
    weights = np.array([_weight(token) for token in tokens])
    weighing = {token.key: _weight(token) for token in tokens}
    return _Heavy(words, tokens, weights, weighing, float(weights.sum()))


def _nearness(one: _Heavy, other: _Heavy) -> "NDArray[np.float32]":
    """(words of the one, words of the other): 1 for the same word, else how near they are in meaning."""
    import numpy as np

    keys, beside = (np.array([hash(token.key) for token in said.tokens]) for said in (one, other))
    return np.where(np.equal(keys[:, None], beside[None, :]), 1.0, _vectors(one.words) @ _vectors(other.words).T)


@lru_cache(maxsize=5_000)
def _vectors(words: str) -> "NDArray[np.float32]":
    """(words, dimensions): of numbers and names, which are near to nothing, none."""
    import numpy as np

    return np.stack([vector_of(token.plain) * (not token.sense) for token in _heavy(words).tokens])


def _matched(some: Sequence[Token], others: Sequence[Token]) -> list[tuple[int, int]]:
    """Which word of one saying is which of the other, in order, as many as can be."""
    blocks = Indel.opcodes([t.key for t in some], [t.key for t in others]).as_matching_blocks()
    return [(block.a + by, block.b + by) for block in blocks for by in range(block.size)]


def _weight(token: Token) -> float:
    """What a word counts; light words count nothing."""
    if not token.heavy:
        return 0.0
    return 0.8 if token.sense == "number" else min(weight_of(token.plain), weight_of(token.key))
