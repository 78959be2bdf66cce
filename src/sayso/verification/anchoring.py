"""Whether a passage is demonstrably the one that stood in the old text, and no look-alike.

Two sentences that read the same are not the same passage for that: "He said no" may be another's answer. What shows it
is what stands around, or, where nothing does, a sentence that names its speaker and that stands once in each text.
"""

from collections import Counter
from collections.abc import Sequence

from sayso.data.article import Span
from sayso.verification.alignment import Aligned
from sayso.verification.sentence_similarity import CLOSE, Pair
from sayso.verification.sentences import Sentence

_AROUND = 3
_ENOUGH_AROUND = 4
"""So many words of the sentences around must have stayed around it."""
_RIVAL = 0.15
"""A pair this much less alike than another still competes with it."""
_NAMED_IN_ORDER, _NAMED_MOVED, _NAMELESS_WORDS, _EDITED = 3, 5, 10, 12
"""How many words make a passage known by itself: with a name, in order or not; without a name; with a word changed."""
_MOST_EDITED = 0.8
_NO_NAMES = (
    "the a an he she they it his her its their this that those these one some many most all both each i we you who "
    "no none others several"
)
_NAMELESS = frozenset(_NO_NAMES.split())


class Standings:
    """Tells for passages of an aligned text whether their place in the new one is sure."""

    def __init__(self, aligned: Aligned) -> None:
        self._aligned = aligned
        self._certain = _without_rival(aligned)
        self._runs = [(run, sum(map(self._words_that_stay, run))) for run in _unmoved(aligned)]

    def sure(self, passage: Sequence[int], source: Sequence[Span]) -> bool:
        """Whether the old sentences of a passage, by number and each with a new one, are the same passage there."""
        if all(self._aligned.olds[at].setting == "title" for at in passage):
            return True  # a page has one
        source = [span for span in source if any(_within(span, self._aligned.olds[at]) for at in passage)]
        around = self._around(passage) >= _ENOUGH_AROUND and (is_name(source) or self._touches(passage))
        return around or self._unmoved(passage) or self._by_itself(passage, source)

    def _unmoved(self, passage: Sequence[int]) -> bool:
        """Whether it stands where it did, counted from an edge of the text, among others that do."""
        own = sum(self._words_that_stay(at) for at in passage)
        for run, words in self._runs:
            whole = len(run) == len(self._aligned.olds)
            if all(at in run for at in passage) and (whole or words - own >= _ENOUGH_AROUND):
                return True
        return False

    def _words_that_stay(self, at: int) -> int:
        pair = self._aligned.became.get(at)
        return round(len(self._aligned.olds[at].plain) * pair.alike) if pair else 0

    def _around(self, passage: Sequence[int]) -> int:
        """How many words of sentences close by are certain to be the same, and still close by."""
        became = self._aligned.became
        words = {}
        for at in passage:
            for by in (*range(-_AROUND, 0), *range(1, _AROUND + 1)):
                other = became.get(at + by)
                if other and other.old not in passage and other in self._certain:
                    distance = (other.new - became[at].new) * (1 if by > 0 else -1)
                    if 0 < distance <= _AROUND:
                        words[other.old] = self._words_that_stay(other.old)
        return sum(words.values())

    def _touches(self, passage: Sequence[int]) -> bool:
        """Whether the sentence before, or the one after, is still the next: "he" must mean whom it meant."""
        first, last = self._aligned.became[min(passage)], self._aligned.became[max(passage)]
        return self._new_at(first.old - 1) == first.new - 1 or self._new_at(last.old + 1) == last.new + 1

    def _new_at(self, old: int) -> int | None:
        """Where an old sentence stands now; before and after all of them there are the edges of the text."""
        if old in (-1, len(self._aligned.olds)):
            return -1 if old < 0 else len(self._aligned.news)
        return self._aligned.became[old].new if old in self._aligned.became else None

    def _by_itself(self, passage: Sequence[int], source: Sequence[Span]) -> bool:
        olds, news = self._aligned.olds, self._aligned.news
        pairs = [self._aligned.became[at] for at in passage]
        if not any(pair in self._certain for pair in pairs):
            return False
        words = sum(len(olds[at].plain) for at in passage)
        whole = _whole(olds, passage) and _whole(news, [pair.new for pair in pairs])
        if min(pair.alike for pair in pairs) < 1:
            known = is_name(source) or whole
            return known and words >= _EDITED and all(_still_like(pair, olds, news, source) for pair in pairs)
        in_order = all(pair in self._aligned.in_order for pair in pairs)
        if is_name(source):
            return words >= (_NAMED_IN_ORDER if in_order else _NAMED_MOVED)
        return words >= _NAMELESS_WORDS and (in_order or whole)


def _within(span: Span, sentence: Sentence) -> bool:
    return sentence.start <= span.start < sentence.end


def is_name(source: Sequence[Span]) -> bool:
    """Whether a source's words have a name in them, so that they mean the same person wherever they stand."""
    words = [word.strip("“”\"'‘’,.:;()") for span in source for word in span.text.split()]
    return any(word[:1].isupper() and word.lower() not in _NAMELESS for word in words)


def _without_rival(aligned: Aligned) -> set[Pair]:
    """The pairs settled on that no other pair with a sentence of theirs comes near."""
    by_old: dict[int, list[float]] = {}
    by_new: dict[int, list[float]] = {}
    for pair in aligned.pairs:
        by_old.setdefault(pair.old, []).append(pair.alike)
        by_new.setdefault(pair.new, []).append(pair.alike)
    often = [Counter((one.setting, one.exact) for one in sentences) for sentences in (aligned.olds, aligned.news)]

    def certain(pair: Pair) -> bool:
        if pair.alike == 1:
            old, new = aligned.olds[pair.old], aligned.news[pair.new]
            return often[0][old.setting, old.exact] == often[1][new.setting, new.exact] == 1
        least = pair.alike - _RIVAL
        rivals = [alike for alike in (*by_old[pair.old], *by_new[pair.new]) if alike >= least]
        return pair.alike >= CLOSE and len(rivals) == 2  # itself, on either side

    return {pair for pair in aligned.became.values() if certain(pair)}


def _unmoved(aligned: Aligned) -> tuple[range, range]:
    """The old sentences, from the first on and to the last, that all stand where they did, counted from that edge."""
    olds, news = aligned.olds, aligned.news
    first = last = 0
    while first < len(olds) and _stands(aligned, first, first):
        first += 1
    while last < len(olds) and _stands(aligned, len(olds) - 1 - last, len(news) - 1 - last):
        last += 1
    return range(first), range(len(olds) - last, len(olds))


def _stands(aligned: Aligned, old: int, new: int) -> bool:
    """Whether an old sentence is this new one; a page has but one title, whatever it reads now."""
    if old in aligned.became:
        return aligned.became[old].new == new
    return 0 <= new < len(aligned.news) and aligned.olds[old].setting == aligned.news[new].setting == "title"


def _still_like(pair: Pair, olds: Sequence[Sentence], news: Sequence[Sentence], source: Sequence[Span]) -> bool:
    """Whether a sentence is nearly the same, and whatever it has of the source is still in it."""
    named = {w.key for w in olds[pair.old].words if any(span.start <= w.start < span.end for span in source)}
    return pair.alike >= _MOST_EDITED and named <= set(news[pair.new].exact)


def _whole(sentences: Sequence[Sentence], numbers: Sequence[int]) -> bool:
    """Whether these sentences are all that their paragraph has."""
    first, last = min(numbers), max(numbers)
    paragraph = sentences[first].paragraph
    alone = first == 0 or sentences[first - 1].paragraph != paragraph
    return alone and (last + 1 == len(sentences) or sentences[last + 1].paragraph != paragraph)
