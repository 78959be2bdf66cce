"""Which sentences of two texts could be the same one, and how much they are alike."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sayso.verification.sentences import Sentence

LEAST = 0.45
"""Less alike than this, a sentence is another."""
CLOSE = 0.75
"""From here on it is the same with a word or two changed, and its place decides; below, its very words elsewhere do."""

_COMMON = 64
"""A word, or a whole sentence, that more sentences have does not lead to any of them: this bounds the work."""
_TRIED = 6


class Pair(NamedTuple):
    """An old and a new sentence by their numbers, and how alike they are: 1 for the same but for typography."""

    old: int
    new: int
    alike: float


def pairs_of(olds: Sequence[Sentence], news: Sequence[Sentence]) -> list[Pair]:
    """Every pair worth a thought, in the order of the texts."""
    same = set(_same(olds, news))
    near = [pair for pair in _near(olds, news, same) if (pair.old, pair.new) not in same]
    settled_olds, settled_news = _only_once(olds, news, same)
    kept = [
        pair for pair in near if pair.alike >= CLOSE or (pair.old not in settled_olds and pair.new not in settled_news)
    ]
    return sorted([*kept, *(Pair(old, new, 1.0) for old, new in same)])


def fit(old: Sentence, new: Sentence) -> bool:
    """Whether one can stand for the other where it stands: a caption is no prose."""
    return old.setting == new.setting or not old.setting or not new.setting


def _same(olds: Sequence[Sentence], news: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Pairs that read the same: by their words where few do so, else where their neighbours do, or both texts end."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, new in enumerate(news):
        places[new.exact].append(n)
    often = Counter(old.exact for old in olds)
    found = set()
    for o, old in enumerate(olds):
        if often[old.exact] * len(places.get(old.exact, ())) <= _COMMON:
            found |= {(o, n) for n in places.get(old.exact, ()) if fit(old, news[n])}
    yield from found
    seeds = [(o, n) for o, n in found if often[olds[o].exact] == len(places[olds[o].exact]) == 1]
    for step, edge in ((1, (-1, -1)), (-1, (len(olds), len(news)))):
        for seed in [*sorted(seeds), edge]:
            yield from _beside(olds, news, seed, step, found)


def _beside(
    olds: Sequence[Sentence], news: Sequence[Sentence], seed: tuple[int, int], step: int, found: set[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The pairs that read the same next to a pair, as far as they do; those already found end it."""
    o, n = seed[0] + step, seed[1] + step
    while 0 <= o < len(olds) and 0 <= n < len(news) and (o, n) not in found:
        if olds[o].exact != news[n].exact or not fit(olds[o], news[n]):
            return
        found.add((o, n))
        yield o, n
        o, n = o + step, n + step


def _near(olds: Sequence[Sentence], news: Sequence[Sentence], same: set[tuple[int, int]]) -> Iterator[Pair]:
    """For each old sentence the few new ones that share most words with it, unless it plainly stands where it did."""
    having: dict[str, list[int]] = defaultdict(list)
    for n, new in enumerate(news):
        for word in frozenset(new.plain):
            having[word].append(n)
    in_place = {o for o, n in same if (o - 1, n - 1) in same and (o + 1, n + 1) in same}
    for o, old in enumerate(olds):
        if o in in_place:
            continue
        shared: Counter[int] = Counter()
        for word in sorted(frozenset(old.plain)):
            if len(having.get(word, ())) <= _COMMON:
                shared.update(having.get(word, ()))
        for n in sorted(shared, key=lambda n: (-shared[n], abs(n * len(olds) - o * len(news)), n))[:_TRIED]:
            how = alike(old, news[n])
            if how >= LEAST and fit(old, news[n]):
                yield Pair(o, n, how)


def alike(old: Sentence, new: Sentence) -> float:
    """Half by all words in their order, half by those that tell something: "said that the" makes no likeness."""
    in_order: float = Indel.normalized_similarity(old.plain, new.plain)
    telling = len(old.telling) + len(new.telling)
    if not telling:
        return min(in_order, 0.99)
    return min((in_order + 2 * len(old.telling & new.telling) / telling) / 2, 0.99)


def _only_once(
    olds: Sequence[Sentence], news: Sequence[Sentence], same: set[tuple[int, int]]
) -> tuple[set[int], set[int]]:
    """The sentences whose very words stand once in each text."""
    old_times, new_times = Counter(o for o, _ in same), Counter(n for _, n in same)
    once = [(o, n) for o, n in same if old_times[o] == new_times[n] == 1 and len(olds[o].plain) > 3]
    return {o for o, _ in once}, {n for _, n in once}
