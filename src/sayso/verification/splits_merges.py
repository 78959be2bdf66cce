"""Sentences that were split or run together: a group of old ones that became a group of new ones."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from sayso.verification.alignment import Aligned
from sayso.verification.sentence_similarity import Pair, fit
from sayso.verification.sentences import Sentence

_MOST = 4
_SHORT = 5
_MUST_BE_FOUND = 0.6
"""So much of a sentence must be in the others for it to be part of them; all of it, if it is short."""


@dataclass(slots=True)
class Group:
    """Old sentences and the new ones that they became, by number; `pair` is the two that are most of it."""

    pair: Pair
    olds: range
    news: range


def groups_of(aligned: Aligned) -> dict[int, Group]:
    """The group of each old sentence that is in one; each new sentence is in one at most."""
    groups = [
        Group(pair, range(pair.old, pair.old + 1), range(pair.new, pair.new + 1)) for pair in aligned.became.values()
    ]
    free_olds = set(range(len(aligned.olds))) - aligned.became.keys()
    free_news = set(range(len(aligned.news))) - {pair.new for pair in aligned.became.values()}
    for group in sorted(groups, key=lambda group: group.pair):
        if group.pair.alike < 1:
            _grow(group, aligned, free_olds, free_news)
    return {old: group for group in groups for old in group.olds}


def _grow(group: Group, aligned: Aligned, free_olds: set[int], free_news: set[int]) -> None:
    """Take in the sentences next to a pair that were a part of it, or are now."""
    for at in _next_to(group.news):
        if at in free_news and _is_part(aligned.news, at, group.news, aligned.olds, group.olds):
            group.news = _with(group.news, at)
            free_news.remove(at)
    for at in _next_to(group.olds):
        if at in free_olds and _is_part(aligned.olds, at, group.olds, aligned.news, group.news):
            group.olds = _with(group.olds, at)
            free_olds.remove(at)


def _next_to(numbers: range) -> Iterator[int]:
    """Those after, then those before; what does not touch the group when its turn comes is refused by `_is_part`."""
    yield from range(numbers.stop, numbers.stop + _MOST)
    yield from range(numbers.start - 1, numbers.start - 1 - _MOST, -1)


def _with(numbers: range, at: int) -> range:
    return range(min(numbers.start, at), max(numbers.stop, at + 1))


def _is_part(
    own: Sequence[Sentence], at: int, numbers: range, others: Sequence[Sentence], other_numbers: range
) -> bool:
    if at not in (numbers.start - 1, numbers.stop) or not fit(own[at], others[other_numbers.start]):
        return False
    other = _plain(others, other_numbers)
    gain = LCSseq.similarity(_plain(own, _with(numbers, at)), other) - LCSseq.similarity(_plain(own, numbers), other)
    words = len(own[at].plain)
    return words > 0 and gain >= (words if words < _SHORT else words * _MUST_BE_FOUND)


def _plain(sentences: Sequence[Sentence], numbers: range) -> list[str]:
    return [word for at in numbers for word in sentences[at].plain]
