"""The verdict on one statement, once two texts stand side by side."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple, Self

from sayso.data.article import Article, Span
from sayso.data.statement import Attribution
from sayso.verification.alignment import Aligned, align
from sayso.verification.anchoring import Standings, is_name
from sayso.verification.diff import Passage, beside
from sayso.verification.sentences import Sentence, sentences_of
from sayso.verification.splits_merges import Group, groups_of
from sayso.verification.tokens import Word, words_in
from sayso.verification.verdict import Change, Verdict

_REWRITTEN, _LONG_ENOUGH = 0.25, 5
"""When of a content of so many words less than this share is left, it is another."""
_MOST_BETWEEN = 2
"""Sentences with more new ones between them are no passage any more."""
_ELLIPSIS: Change = ("equal", " … ")


class Stretch(NamedTuple):
    """A run of old sentences, by number, that hold words of a statement, and the offsets of these words."""

    sentences: range
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Texts:
    """An old and a new text, sentence by sentence side by side."""

    before: str
    after: str
    aligned: Aligned
    groups: dict[int, Group]
    standings: Standings
    starts: Sequence[int]

    @classmethod
    def of(cls, before: Article, after: Article) -> Self:
        olds, news = sentences_of(before.text, before.blocks), sentences_of(after.text, after.blocks)
        aligned = align(olds, news)
        starts = [old.start for old in olds]
        return cls(before.text, after.text, aligned, groups_of(aligned), Standings(aligned), starts)

    def verdict(self, number: int, said: Attribution) -> Verdict:
        """What has become of a statement whose offsets are into the old text."""
        stretches = self._stretches(spans_of(said)) if self.starts else []
        verdict = _judged(number, said, [self._passage(stretch, said.source) for stretch in stretches])
        if verdict.now and any(self._reads_otherwise(stretch, said.source) for stretch in stretches):
            return replace(verdict, context_changed=True)
        return verdict

    def _stretches(self, spans: Sequence[Span]) -> list[Stretch]:
        stretches: list[Stretch] = []
        for span in spans:
            first, last = self._sentence_at(span.start), self._sentence_at(span.end - 1)
            if stretches and first <= stretches[-1].sentences.stop:
                so_far, start, end = stretches.pop()
                sentences = range(so_far.start, max(last + 1, so_far.stop))
                stretches.append(Stretch(sentences, start, max(end, span.end)))
            else:
                stretches.append(Stretch(range(first, last + 1), span.start, span.end))
        return stretches

    def _sentence_at(self, offset: int) -> int:
        return max(bisect_right(self.starts, offset) - 1, 0)

    def _passage(self, stretch: Stretch, source: Sequence[Span]) -> Passage:
        """The stretch beside what it has become; beside nothing where that is not sure."""
        groups = self._groups(stretch)
        sure = bool(groups) and self.standings.sure([group.pair.old for group in groups], source)
        olds = [at for group in groups for at in group.olds] + list(stretch.sentences)
        news = [at for group in groups for at in group.news] if sure else []
        old = _words(self.aligned.olds, range(min(olds), max(olds) + 1))
        new = _words(self.aligned.news, range(min(news), max(news) + 1)) if news else []
        return beside((self.before, self.after), old, new, (stretch.start, stretch.end))

    def _groups(self, stretch: Stretch) -> list[Group]:
        """What its sentences have become, as far as that still stands in one place: where most of it is."""
        groups = {id(group): group for at in stretch.sentences if (group := self.groups.get(at))}
        in_order = sorted(groups.values(), key=lambda group: group.news.start)
        runs: list[list[Group]] = [[group] for group in in_order[:1]]
        for one, other in pairwise(in_order):
            if other.news.start - one.news.stop > _MOST_BETWEEN:
                runs.append([])
            runs[-1].append(other)
        return max(runs, key=self._size, default=[])

    def _size(self, groups: Sequence[Group]) -> int:
        return sum(len(self.aligned.olds[at].plain) for group in groups for at in group.olds)

    def _reads_otherwise(self, stretch: Stretch, source: Sequence[Span]) -> bool:
        """Whether the sentences around the words, which are the same, are not."""
        became = self.aligned.became
        if any(at not in became or became[at].alike < 1 for at in stretch.sentences):
            return True
        previous = stretch.sentences.start - 1
        if is_name(source) or previous < 0 or self.aligned.olds[previous].setting == "title":
            return False
        pair = became.get(previous)
        return not pair or pair.alike < 1 or pair.new != became[previous + 1].new - 1


def verdict_on_title(titles: tuple[str, str], number: int, said: Attribution) -> Verdict:
    """What has become of a statement in the title of a story, which is known to be the same story."""
    spans = spans_of(said)
    if not spans:
        return Verdict(number, "gone")
    old, new = (words_in(title, 0, len(title)) for title in titles)
    stretch = spans[0].start, max(span.end for span in spans)
    return _judged(number, said, [beside(titles, old, new, stretch)])


def spans_of(said: Attribution) -> list[Span]:
    """All spans of an attribution, in the order of the text."""
    return sorted((*said.source, *said.cue, *said.content))


def _words(sentences: Sequence[Sentence], numbers: range) -> list[Word]:
    return [word for at in numbers for word in sentences[at].words]


def _judged(number: int, said: Attribution, passages: Sequence[Passage]) -> Verdict:
    new = [word for passage in passages for word in passage.new]
    if not new or _is_gone(said.content, passages):
        return Verdict(number, "gone")
    start, end = min(word.start for word in new), max(word.end for word in new)
    same_words = all(passage.same_words for passage in passages)
    if same_words and (now := _now(said, passages)):
        spans = spans_of(now)
        start, end = spans[0].start, max(span.end for span in spans)
        return Verdict(number, "verbatim" if now == said else "moved", start, end, now=now)
    return Verdict(number, "altered", start, end, diff=_diff(passages), only_typography=same_words)


def _is_gone(content: Sequence[Span], passages: Sequence[Passage]) -> bool:
    """Whether what was said is no longer there, though something of the sentence may be."""
    counts = [passage.keeps(content) for passage in passages]
    words, kept = sum(words for words, _ in counts), sum(kept for _, kept in counts)
    if words == 1:
        # "no" that became "yes" was altered; one that nothing stands for is gone
        return not kept and all(len(passage.new) < len(passage.old) for passage in passages)
    return words > 1 and (not kept or (words >= _LONG_ENOUGH and kept < _REWRITTEN * words))


def _now(said: Attribution, passages: Sequence[Passage]) -> Attribution | None:
    """The attribution where its very words stand now, if all of them do."""

    def moved(spans: Sequence[Span]) -> tuple[Span, ...]:
        found = (next(filter(None, (passage.now(span) for passage in passages)), None) for span in spans)
        return tuple(span for span in found if span)

    now = replace(said, source=moved(said.source), cue=moved(said.cue), content=moved(said.content))
    return now if len(spans_of(now)) == len(spans_of(said)) else None


def _diff(passages: Sequence[Passage]) -> tuple[Change, ...]:
    """The diff of each passage, with an ellipsis between two."""
    changes: list[Change] = []
    for passage in passages:
        changes += [*([_ELLIPSIS] if changes else []), *passage.diff()]
    return tuple(changes)
