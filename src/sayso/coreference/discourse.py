"""Where a word of the article stands: in which block, which sentence, inside a quotation or not."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from sayso.data.article import Article, Block
from sayso.lexicon.english import TITLES
from sayso.text.normalise import WORD

_SENTENCE_END: Final = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]*[^\W_a-z])")
_QUOTATION: Final = re.compile(
    r"“[^”]*(?:”|\Z)|\"[^\"]*(?:\"|\Z)|(?<!\w)‘(?:[^’]|(?<=\w)’(?=\w))*(?:’|\Z)|«[^»]*(?:»|\Z)"
)
_ABBREVIATION: Final = re.compile(
    r"(?:^|[^\w.])(?:[^\W\d_a-z]\.)*(?:[^\W\d_a-z]|St|Mt|No|vs|Inc|Corp|Co|Ltd|Jr|Sr|Jan|Feb|Aug|Sept?|Oct|Nov|Dec)\.$"
)
_BLANK_LINE: Final = re.compile(r"\s*\n\s*\n\s*")
_LONG_WORD: Final = 4
_LONGEST_HEADLINE: Final = 200


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


@dataclass(frozen=True, slots=True)
class Discourse:
    """The article's text cut into blocks, sentences and quotations."""

    text: str
    kinds: tuple[str, ...]
    blocks: Stretches
    sentences: Stretches
    quotations: Stretches

    @classmethod
    def of(cls, article: Article) -> "Discourse":
        text = article.text
        blocks = sorted(article.blocks or _paragraphs(text), key=lambda block: block.start)
        whole = [(block.start, block.end) for block in blocks]
        return cls(
            text,
            tuple(block.kind for block in blocks),
            Stretches(tuple(s for s, _ in whole), tuple(e for _, e in whole)),
            Stretches.of(pair for block in whole for pair in _sentences(text, *block)),
            Stretches.of(m.span() for block in whole for m in _QUOTATION.finditer(text, *block)),
        )

    def kind_at(self, position: int) -> str:
        number = self.blocks.number_at(position)
        return self.kinds[number] if number >= 0 else "paragraph"

    def sentence_at(self, position: int) -> tuple[int, int]:
        """The sentence around `position`; the whole text where no block lies."""
        number = self.sentences.number_at(position)
        return (self.sentences.starts[number], self.sentences.ends[number]) if number >= 0 else (0, len(self.text))

    def quoted(self, position: int) -> bool:
        return self.quotations.at(position) is not None

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


def _paragraphs(text: str) -> Iterator[Block]:
    start = 0
    for end, next_start in [*(m.span() for m in _BLANK_LINE.finditer(text)), (len(text), len(text))]:
        if text[start:end].strip():
            yield Block("paragraph", start, end)
        start = next_start


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut at full stops that end a sentence; one after "Gen" or an initial does not."""
    for stop in _SENTENCE_END.finditer(text, start, end):
        if not _is_abbreviation(text, start, stop.start() + 1):
            yield start, stop.end()
            start = stop.end()
    if start < end:
        yield start, end


def _is_abbreviation(text: str, start: int, end: int) -> bool:
    before = text[max(start, end - 20) : end]
    word = before.split()[-1]
    return word[:1].isupper() and (word.rstrip(".").casefold() in TITLES or bool(_ABBREVIATION.search(before)))
