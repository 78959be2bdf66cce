"""A text as it is read for what is said in it, and the way back from there to the text as it stands.

What nobody sees is left out (soft hyphens, marks without width), and so is what is in another language; a letter of
another alphabet that looks like the Latin one in its word is that. Every character left has its place in the text as it
stands, to which what is found is led back, so that evidence remains its own words.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Final

from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Span
from sayso.data.position import Party, Position
from sayso.data.statement import Attribution, Statement

UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069]+")
"""Soft hyphens, spaces and joiners without width, marks of direction."""

_ALIKE: Final = dict(
    zip("АВЕКМНОРСТУХІЈЅаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEKMHOPCTYXIJSaeopcyxijsABEZHIKMNOPTYXo", strict=True)
)
_LATIN: Final = "A-Za-z\u00c0-\u024f"
_MIXED: Final = re.compile(rf"(?<![^\W\d_])(?=[^\W\d_]*[{_LATIN}])[{_LATIN}{''.join(_ALIKE)}]+(?![^\W\d_])")
_TABLE: Final = str.maketrans(_ALIKE)
_ALIKE_LETTER: Final = re.compile(f"[{''.join(_ALIKE)}]")


def seen(words: str) -> str:
    """Words without what nobody sees in them.

    >>> seen("Oka\\u00adfor")
    'Okafor'
    """
    return words if words.isascii() else UNSEEN.sub("", words)


@dataclass(frozen=True)
class AsRead:
    """A text, `whole`, and the stretches of it that are `left_out`, in order and disjoint; code points."""

    whole: str
    left_out: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, foreign: Iterable[tuple[int, int]] = ()) -> "AsRead":
        """The text without what nobody sees and without the `foreign` stretches."""
        foreign = tuple(foreign)
        unseen = () if text.isascii() else tuple(found.span() for found in UNSEEN.finditer(text))
        if not foreign:
            return cls(text, unseen)
        outside = (gap for gap in unseen if not any(start <= gap[0] < end for start, end in foreign))
        return cls(text, tuple(sorted((*outside, *foreign))))

    @cached_property
    def text(self) -> str:
        """The text as it is read."""
        ends = (0, *(end for _, end in self.left_out))
        starts = (*(start for start, _ in self.left_out), len(self.whole))
        return _latin("".join(self.whole[end:start] for end, start in zip(ends, starts, strict=True)))

    @property
    def is_whole(self) -> bool:
        return self.text == self.whole

    @cached_property
    def _left_out_before(self) -> tuple[int, ...]:
        return (0, *accumulate(end - start for start, end in self.left_out))

    @cached_property
    def _gaps(self) -> list[int]:
        """Where in the text as it is read something is left out."""
        return [start - before for (start, _), before in zip(self.left_out, self._left_out_before, strict=False)]

    def span(self, found: Span) -> Span:
        """What was found in the text as it is read, where it stands in the whole."""
        return Span.of(self.whole, self._place(found.start), self._place(found.end - 1) + 1)

    def _place(self, at: int) -> int:
        return at + self._left_out_before[bisect_right(self._gaps, at)]

    def _place_read(self, at: int) -> int:
        """Where a place of the whole is in the text as it is read."""
        number = bisect_right(self.left_out, (at, at)) - 1
        if number < 0:
            return at
        end = self.left_out[number][1]
        return max(at, end) - self._left_out_before[number + 1] if at >= end else self._gaps[number]

    def article(self, article: Article) -> Article:
        """The article as it is read."""
        blocks = (replace(b, start=self._place_read(b.start), end=self._place_read(b.end)) for b in article.blocks)
        title, lead = (_latin(seen(words)) if words else words for words in (article.title, article.lead))
        return replace(article, text=self.text, blocks=tuple(filter(_holds_words, blocks)), title=title, lead=lead)

    def led_back(self, reading: Reading, article: Article) -> Reading:
        """What was found in the article as it is read, where it stands in the article."""
        return replace(
            reading,
            article=article,
            statements=tuple(map(self._statement, reading.statements)),
            actors=tuple(replace(actor, mentions=self._spans(actor.mentions)) for actor in reading.actors),
            positions=tuple(map(self._position, reading.positions)),
        )

    def _spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        return tuple(map(self.span, spans))

    def _statement(self, statement: Statement) -> Statement:
        found = statement.attribution
        attribution = found if statement.where == "related" else self._attribution(found)
        return replace(statement, attribution=attribution, gender_told=self._spans(statement.gender_told))

    def _attribution(self, found: Attribution) -> Attribution:
        source, cue, content = map(self._spans, (found.source, found.cue, found.content))
        return replace(found, source=source, cue=cue, content=content)

    def _position(self, position: Position) -> Position:
        if position.where == "related":
            return position
        told = position.according_to
        return replace(
            position,
            holder=self._party(position.holder),
            target=self._party(position.target),
            evidence=self._spans(position.evidence),
            according_to=self._party(told) if told else None,
        )

    def _party(self, party: Party) -> Party:
        return replace(party, span=self.span(party.span))


def _latin(text: str) -> str:
    """A text with the letters of one alphabet in each word; where all of a word looks Latin and a part is."""
    if text.isascii() or not _ALIKE_LETTER.search(text):
        return text
    return _MIXED.sub(lambda word: word[0].translate(_TABLE), text)


def _holds_words(block: Block) -> bool:
    return block.end > block.start
