"""One text with what is in it: its blocks, sentences, words and quotations, each found once, when first asked for.

An article is read by many rooms, and all of them ask the same Doc. A bare text has a block for each line, as the model
reads it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from sayso.data.article import TRANSCRIPTS, Article, Block
from sayso.text.block_quotes import block_quotations
from sayso.text.normalise import WORD
from sayso.text.quotations import Quotation, outermost, quotations
from sayso.text.segmentation import lines, sentences

_LONG_WORD: Final = 4
_LONGEST_HEADLINE: Final = 200


class Word(NamedTuple):
    """`text[start:end]`, the stop of an abbreviation or of a sentence included."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Stretches:
    """Disjoint stretches of a text in order, asked by position."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> "Stretches":
        merged: list[list[int]] = []
        for start, end in sorted(pairs):
            if merged and start < merged[-1][1]:
                merged[-1][1] = max(end, merged[-1][1])
            else:
                merged.append([start, end])
        return cls(tuple(s for s, _ in merged), tuple(e for _, e in merged))

    def number_at(self, position: int) -> int:
        """The number of the stretch that begins at or before `position`; -1 before the first."""
        return bisect_right(self.starts, position) - 1

    def at(self, position: int) -> tuple[int, int] | None:
        """The stretch that holds `position`, or None between two of them."""
        number = self.number_at(position)
        return (self.starts[number], self.ends[number]) if number >= 0 and position < self.ends[number] else None


@dataclass(frozen=True, eq=False)
class Doc:
    """A text and the blocks it was given in, if any; offsets are code points into `text`.

    In a transcript what stands before a colon at the head of a paragraph is who speaks.
    """

    text: str
    given: tuple[Block, ...] = ()
    is_transcript: bool = False

    @classmethod
    def of(cls, article: Article) -> "Doc":
        blocks = tuple(sorted(article.blocks, key=lambda block: block.start))
        return cls(article.text, blocks, article.document.media_type in TRANSCRIPTS)

    @cached_property
    def blocks(self) -> Stretches:
        pairs = [(block.start, block.end) for block in self.given] or list(lines(self.text))
        return Stretches(tuple(start for start, _ in pairs), tuple(end for _, end in pairs))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """What each block is."""
        return tuple(block.kind for block in self.given) or ("paragraph",) * len(self.blocks.starts)

    @cached_property
    def sentences(self) -> Stretches:
        """The sentences of all blocks, each with the space after it; none runs on over a block's end."""
        blocks = zip(self.blocks.starts, self.blocks.ends, strict=True)
        return Stretches.of(pair for block in blocks for pair in sentences(self.text, *block))

    @cached_property
    def words(self) -> tuple[Word, ...]:
        return tuple(Word(found.start(), found.end(), found.group()) for found in WORD.finditer(self.text))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations in order, none inside another: those in marks, and those that are set apart."""
        marked = quotations(self.text)
        apart = block_quotations(self.text, self.given, marked)
        return tuple(outermost([*marked, *apart])) if apart else tuple(marked)

    @cached_property
    def _quoted(self) -> Stretches:
        return Stretches.of(piece for quotation in self.quotations for piece in quotation.pieces)

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that stand whole in `text[start:end]`."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_right(self.words, end, key=lambda word: word.end)
        return self.words[first:last]

    def kind_at(self, position: int) -> str:
        number = self.blocks.number_at(position)
        return self.kinds[number] if number >= 0 else "paragraph"

    @cached_property
    def _posts(self) -> tuple[int, ...]:
        """For each block the place where the post of a live blog begins that it stands in, 0 outside of any."""
        starts: list[int] = []
        for before, block in zip([None, *self.given], self.given, strict=False):
            goes_on = before is not None and before.posted == block.posted
            starts.append(starts[-1] if goes_on else block.start if block.posted else 0)
        return tuple(starts)

    def post_start(self, position: int) -> int:
        """Where the post of a live blog begins that stands at `position`; 0 where none does."""
        number = self.blocks.number_at(position)
        return self._posts[number] if 0 <= number < len(self._posts) else 0

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence around `position`; the whole text where no block lies."""
        number = self.sentences.number_at(position)
        return (self.sentences.starts[number], self.sentences.ends[number]) if number >= 0 else (0, len(self.text))

    def quoted(self, position: int) -> bool:
        """Whether `position` stands in a quotation, its marks included."""
        return self._quoted.at(position) is not None

    def quotation_end_before(self, position: int) -> int:
        """Where the last quotation ends that ends at or before `position`; 0 where none does."""
        number = bisect_right(self._quoted.ends, position) - 1
        return self._quoted.ends[number] if number >= 0 else 0

    def distance(self, earlier: int, later: int) -> int:
        """How many blocks lie from one position to the other; headings and captions are stepped over."""
        first, last = self.blocks.number_at(earlier), self.blocks.number_at(later)
        return sum(kind not in {"heading", "caption"} for kind in self.kinds[max(first, -1) + 1 : last + 1])

    def in_title_case(self, position: int) -> bool:
        """Whether a headline capitalises its words, so that a capital tells nothing."""
        block = self.blocks.at(position)
        headline = self.kind_at(position) in {"title", "heading"}
        return block is not None and headline and title_cased(self.text[slice(*block)])


def title_cased(line: str) -> bool:
    """Whether most long words of a line begin with a capital.

    >>> title_cased("Mayor Urges Calm after Flood"), title_cased("Mayor urges calm after flood")
    (True, False)
    """
    if len(line) > _LONGEST_HEADLINE:
        return False
    words = [m.group() for m in WORD.finditer(line) if len(m.group()) >= _LONG_WORD]
    return bool(words) and sum(not w[0].islower() for w in words) > 0.6 * len(words)
