"""What two printings of one saying may not differ in: polarity, number, name, quantity, condition and modality."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple, Protocol

from sayso.data.statement import Kind
from sayso.lexicon.senses import DIRECTIVES, OPPOSITES, REVERSALS
from sayso.utterances.tokens import Sense, Token, stem


class Saying(Protocol):
    """What is asked of each of two sayings."""

    @property
    def kind(self) -> Kind: ...
    @property
    def negated(self) -> bool: ...
    @property
    def denied(self) -> bool: ...


class Differing(NamedTuple):
    """Two sayings, their words, and which word of the one is which of the other, by their places, in order."""

    one: Saying
    other: Saying
    some: Sequence[Token]
    others: Sequence[Token]
    matched: Sequence[tuple[int, int]]


LOSSES: Final = frozenset(("most", "some", "few", "many", "only", "almost"))
"""Quantities that cannot be left out of a saying."""


class Turn(NamedTuple):
    """The words of each of two sayings by which they differ in sense; `only` where in nothing else."""

    words: tuple[str, str]
    only: bool


def turned(pair: Differing) -> Turn | None:
    """By which words the sense of one saying is not the other's; None where nothing tells so."""
    left, right = _own(pair)
    reworded = any(t.sense == "" for t in left) and any(t.sense == "" for t in right)
    if found := _opposites(left, right) or _one_for_another(left, right, "number"):
        return Turn(found, only=True)
    if found := _one_for_another(left, right, "name"):
        return Turn(found, only=True)
    found = _polarity(pair, left, right) or _quantity(pair, left, right) or _modality(pair, left, right)
    if found := found or _condition(pair):
        return Turn(found, only=not reworded)
    verbatim = pair.one.kind == pair.other.kind == "direct"
    found = _replaced(pair) if verbatim else None
    return Turn(found, only=True) if found else None


def contradict(some: Sequence[Token], others: Sequence[Token], *, odd: bool) -> bool:
    """Whether sayings with few words in common cannot mean the same; `odd` tells that one of them is denied."""
    negations = sum(_negates(t) for t in some)
    beside = sum(_negates(t) for t in others)
    if (negations + beside + odd) % 2:
        return True
    one, other = _only_in(some, others), _only_in(others, some)
    if _opposites(one, other) or _one_for_another(one, other, "number") or _one_for_another(one, other, "name"):
        return True
    if bool(_of(some, "condition")) != bool(_of(others, "condition")):
        return True
    return any(_differ(some, others, sense) for sense in ("modal", "quantity"))


def _differ(some: Sequence[Token], others: Sequence[Token], sense: Sense) -> bool:
    one, other = ({t.key for t in _of(tokens, sense)} for tokens in (some, others))
    return bool(one and other and not one & other)


def _own(pair: Differing) -> tuple[list[Token], list[Token]]:
    """The words that each has alone among those that both print.

    These are the words between the first and the last heavy one that both have. What stands before and after in the
    same clause counts where both sides have something there; else it was cut off, and only what turns the rest counts.
    """
    heavy = _core(pair)
    taken = ({a for a, _ in pair.matched}, {b for _, b in pair.matched})
    ends = [(tokens, row[0], row[-1]) for tokens, row in zip(pair[2:4], zip(*heavy, strict=True), strict=True)]
    heads, tails = [_before(*end[:2]) for end in ends], [_after(*end[::2]) for end in ends]
    left, right = (
        [
            *_turning(heads[n], tokens, taken[n], whole=bool(heads[1 - n])),
            *(t for at, t in enumerate(tokens) if first <= at <= last and at not in taken[n]),
            *(tokens[at] for at in tails[n] if tails[1 - n] and at not in taken[n]),
        ]
        for n, (tokens, first, last) in enumerate(ends)
    )
    return left, right


def _core(pair: Differing) -> list[tuple[int, int]]:
    """The heavy words that both have, less one at an end that stands in another sentence in one of them alone."""
    heavy = [(a, b) for a, b in pair.matched if pair.some[a].heavy]
    while len(heavy) > 1 and _parts(pair, heavy[0], heavy[1]):
        heavy = heavy[1:]
    while len(heavy) > 1 and _parts(pair, heavy[-2], heavy[-1]):
        heavy = heavy[:-1]
    return heavy


def _parts(pair: Differing, first: tuple[int, int], then: tuple[int, int]) -> bool:
    """Whether a sentence ends between two words in one saying and not in the other."""
    one = pair.some[first[0]].sentence != pair.some[then[0]].sentence
    return one != (pair.others[first[1]].sentence != pair.others[then[1]].sentence)


def _before(tokens: Sequence[Token], first: int) -> list[int]:
    """The places before a word in its clause."""
    return [at for at in range(first) if tokens[at].clause == tokens[first].clause]


def _after(tokens: Sequence[Token], last: int) -> list[int]:
    return [at for at in range(last + 1, len(tokens)) if tokens[at].clause == tokens[last].clause]


def _turning(places: list[int], tokens: Sequence[Token], taken: set[int], *, whole: bool) -> list[Token]:
    own = [tokens[at] for at in places if at not in taken]
    return own if whole else [t for t in own if _negates(t) or (t.key in LOSSES and t.sense == "quantity")]


def _polarity(pair: Differing, left: list[Token], right: list[Token]) -> tuple[str, str] | None:
    odd = (pair.one.denied != pair.other.denied) + (pair.one.negated != pair.other.negated)
    one, other = ([t for t in own if _negates(t)] for own in (left, right))
    if len(one) + len(other) == odd or (len(one) == len(other) and not odd):
        return None
    return _shown(one), _shown(other)


@cache
def _stems_of(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


def _negates(token: Token) -> bool:
    return token.sense == "negation" or (token.sense == "" and token.key in _stems_of(REVERSALS))


@cache
def _opposite() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in OPPOSITES:
        found[stem(one)].add(stem(other))
        found[stem(other)].add(stem(one))
    return {word: frozenset(others) for word, others in found.items()}


def _opposites(left: Iterable[Token], right: Sequence[Token]) -> tuple[str, str] | None:
    for one in left:
        for other in right:
            if stem(other.plain) in _opposite().get(stem(one.plain), ()) or _negated_by_prefix(one.plain, other.plain):
                return one.shown, other.shown
    return None


_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "mis")


def _negated_by_prefix(one: str, other: str) -> bool:
    """
    >>> _negated_by_prefix("safe", "unsafe"), _negated_by_prefix("proper", "improper"), _negated_by_prefix("to", "into")
    (True, True, False)
    """
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) > 3 and longer.endswith(shorter) and longer.removesuffix(shorter).rstrip("-") in _PREFIXES


def _one_for_another(left: Sequence[Token], right: Sequence[Token], sense: Sense) -> tuple[str, str] | None:
    """A number or name of one, and another of the other in its place; one that is only left out changes nothing."""
    one, other = _of(left, sense), _of(right, sense)
    return (_shown(one), _shown(other)) if one and other and not _keys(one) & _keys(other) else None


def _quantity(pair: Differing, left: Sequence[Token], right: Sequence[Token]) -> tuple[str, str] | None:
    one, other = _alone(pair, left, right, "quantity")
    if _keys(one) == _keys(other) or not ((one and other) or _keys([*one, *other]) & LOSSES):
        return None
    return _shown(one or _of(left, "number")), _shown(other or _of(right, "number"))


def _modality(pair: Differing, left: Sequence[Token], right: Sequence[Token]) -> tuple[str, str] | None:
    """Another modal, or none; what will happen may be told as what happens, save where it is to be something."""
    one, other = _alone(pair, left, right, "modal")
    if _keys(one) == _keys(other):
        return None
    alone = _keys(one) ^ _keys(other)
    if alone == {"should"} and _keys(right if one else left) & _stems_of(DIRECTIVES):
        return None
    if (one and other) or alone != {"will"}:
        return _shown(one), _shown(other)
    if "headline" in (pair.one.kind, pair.other.kind):
        return None
    side, tokens = (one, pair.some) if one else (other, pair.others)
    return (_shown(one), _shown(other)) if _is_state(tokens, side[0]) else None


def _alone(
    pair: Differing, left: Sequence[Token], right: Sequence[Token], sense: Sense
) -> tuple[list[Token], list[Token]]:
    """The words of a sense that one side has more than the other: "can be measured and can be stopped" has no more."""
    one, other = _of(left, sense), _of(right, sense)
    if one and other:
        return one, other
    elsewhere = _keys(_of(pair.others if one else pair.some, sense))
    return [t for t in one if t.key not in elsewhere], [t for t in other if t.key not in elsewhere]


def _is_state(tokens: Sequence[Token], modal: Token) -> bool:
    """Whether something will be so: "will be safe", and not "will be closed"."""
    after = [t for at, t in enumerate(tokens) if at and any(tokens[n] is modal for n in range(max(0, at - 2), at))]
    return bool(after) and after[0].key == "be" and not (after[1:] and after[1].plain.endswith(("ed", "en")))


def _condition(pair: Differing) -> tuple[str, str] | None:
    """An "if" in the sentences that both have, which one of them has not."""
    heavy = _core(pair)
    one = _conditions(pair.some, heavy[0][0], heavy[-1][0])
    other = _conditions(pair.others, heavy[0][1], heavy[-1][1])
    if bool(one) == bool(other) or all("may" in _keys(_of(tokens, "modal")) for tokens in (pair.some, pair.others)):
        return None  # what may be is not asserted, with an "if" or without
    return _shown(one), _shown(other)


def _conditions(tokens: Sequence[Token], first: int, last: int) -> list[Token]:
    begins, ends = tokens[first].sentence, tokens[last].sentence
    return [t for t in tokens if begins <= t.sentence <= ends and t.sense == "condition"]


def _replaced(pair: Differing) -> tuple[str, str] | None:
    """Inside quotation marks the words are the speaker's: none stands there for another."""
    for one, other in gaps(pair):
        if any(t.heavy for t in one) and any(t.heavy for t in other):
            return _shown(one), _shown(other)
    return None


def gaps(pair: Differing) -> Iterator[tuple[list[Token], list[Token]]]:
    """What stands in each between two words that follow upon each other among those that both have."""
    for (a, b), (next_a, next_b) in zip(pair.matched, pair.matched[1:], strict=False):
        yield list(pair.some[a + 1 : next_a]), list(pair.others[b + 1 : next_b])


def _only_in(some: Sequence[Token], others: Sequence[Token]) -> list[Token]:
    return [t for t in some if t.key not in {o.key for o in others}]


def _of(tokens: Iterable[Token], sense: Sense) -> list[Token]:
    return [t for t in tokens if t.sense == sense]


def _keys(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(Counter(t.key for t in tokens))


def _shown(tokens: Iterable[Token]) -> str:
    return " ".join(dict.fromkeys(t.shown for t in tokens))
