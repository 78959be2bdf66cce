"""One passage of the old text, word by word beside what it has become."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from rapidfuzz.distance import Indel

from sayso.data.article import Span
from sayso.verification.tokens import Word, words_in
from sayso.verification.verdict import Change


class Passage(NamedTuple):
    """Words of the old text, those that stand for them in the new, and which of these are kept: by their places."""

    before: str
    after: str
    old: Sequence[Word]
    new: Sequence[Word]
    kept: dict[int, int]

    @property
    def same_words(self) -> bool:
        """Whether nothing differs but typography."""
        return len(self.old) == len(self.new) == len(self.kept)

    def now(self, span: Span) -> Span | None:
        """Where a span of the old text stands with its very words, if it does; offsets into the new text."""
        first = next((at for at, word in enumerate(self.old) if word.end > span.start), -1)
        last = next((at for at in reversed(range(len(self.old))) if self.old[at].start < span.end), -1)
        if first not in self.kept or last not in self.kept:
            return None
        start = span.start + self.new[self.kept[first]].start - self.old[first].start
        end = span.end + self.new[self.kept[last]].end - self.old[last].end
        return Span(start, end, span.text) if start >= 0 and self.after[start:end] == span.text else None

    def keeps(self, spans: Sequence[Span]) -> tuple[int, int]:
        """How many words some spans have, and how many of them are kept."""
        within = [
            at
            for at, word in enumerate(self.old)
            if word.key[0].isalnum() and any(span.start < word.end and word.start < span.end for span in spans)
        ]
        return len(within), sum(at in self.kept for at in within)

    def diff(self) -> tuple[Change, ...]:
        """The changes from the old words to the new, each word with the white space before it."""
        return tuple(_joined(self._changes()))

    def _changes(self) -> Iterator[Change]:
        """Word by word; what differs in typography alone is a change here."""
        new = 0
        for at, old in enumerate(self.old):
            word = _written(self.before, self.old, at)
            if at not in self.kept:
                yield "delete", word
                continue
            yield from (("insert", _written(self.after, self.new, n)) for n in range(new, self.kept[at]))
            beside = self.new[self.kept[at]]
            if self.before[old.start : old.end] == self.after[beside.start : beside.end]:
                yield "equal", word
            else:
                yield "delete", word
                yield "insert", _written(self.after, self.new, self.kept[at])
            new = self.kept[at] + 1
        yield from (("insert", _written(self.after, self.new, n)) for n in range(new, len(self.new)))


def beside(texts: tuple[str, str], old: Sequence[Word], new: Sequence[Word], stretch: tuple[int, int]) -> Passage:
    """The passage of the old words from the first to before the last offset of `stretch`, and its new words.

    What was put in just before or after it is no part of it, unless words of its own made way for that.
    """
    kept = _kept(old, new)
    first = next((at for at, word in enumerate(old) if word.end > stretch[0]), len(old))
    last = next((at for at, word in enumerate(old) if word.start >= stretch[1]), len(old))
    within = [at for at in range(first, last) if at in kept]
    if not within:
        return Passage(*texts, old[first:last], (), {})
    start = kept[within[0]] if first in kept else _after_the_one_before(kept, first)
    stop = kept[within[-1]] + 1 if last - 1 in kept else _before_the_one_after(kept, last, len(new))
    places = {at - first: kept[at] - start for at in within}
    return Passage(*texts, old[first:last], new[start:stop], places)


def _kept(old: Sequence[Word], new: Sequence[Word]) -> dict[int, int]:
    """Which old word is which new one, in order, as many as can be."""
    kept = {}
    for block in Indel.opcodes([w.key for w in old], [w.key for w in new]).as_matching_blocks():
        kept.update({block.a + by: block.b + by for by in range(block.size)})
    return kept


def _after_the_one_before(kept: dict[int, int], first: int) -> int:
    return max((to + 1 for at, to in kept.items() if at < first), default=0)


def _before_the_one_after(kept: dict[int, int], last: int, end: int) -> int:
    return min((to for at, to in kept.items() if at >= last), default=end)


def _written(text: str, words: Sequence[Word], at: int) -> str:
    return text[words[at - 1].end if at else words[at].start : words[at].end]


def _joined(changes: Iterable[Change]) -> Iterator[Change]:
    """Like changes as one; between two words that stay, first all that went, then all that came."""
    for equal, run in groupby(changes, key=lambda change: change[0] == "equal"):
        parts = list(run)
        kinds: tuple[Literal["equal", "delete", "insert"], ...] = ("equal",) if equal else ("delete", "insert")
        for kind in kinds:
            if words := "".join(word for tag, word in parts if tag == kind):
                yield kind, words


def differences(before: str, after: str) -> tuple[Change, ...]:
    """Two whole texts word by word: what both have, what only the first has, what only the second.

    >>> differences("It will not close.", "It will close.")
    (('equal', 'It will'), ('delete', ' not'), ('equal', ' close.'))
    """
    old, new = words_in(before, 0, len(before)), words_in(after, 0, len(after))
    return Passage(before, after, old, new, _kept(old, new)).diff()
