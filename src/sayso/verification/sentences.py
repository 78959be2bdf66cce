"""A text as the sentences that are put side by side with those of another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.data.article import Block
from sayso.text.segmentation import paragraphs, sentences
from sayso.verification.tokens import Word, words_in

_PAUSES = frozenset(",;:-")
_FEW, _MANY = 60, 120
"""A sentence of more words than this is cut: at a pause once it has a few, anywhere once it has many."""

_SETTING = {"title": "title", "caption": "caption"}
_SMALL_WORDS = (
    "a an and are as at be been but by for from had has have he her his if in is it its of on or our she that the "
    "their them they this to was we were which who will with would you i said says say"
)
_SMALL = frozenset(_SMALL_WORDS.split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a text: its words, and what it is compared by.

    `setting` keeps titles and captions from being taken for prose; "" where that is not known. `exact` is the whole
    of it but for typography, `plain` its words without marks and capitals, `telling` those that are not in every
    sentence.
    """

    words: tuple[Word, ...]
    paragraph: int
    setting: str
    exact: tuple[str, ...]
    plain: tuple[str, ...]
    telling: frozenset[str]

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def sentences_of(text: str, blocks: Sequence[Block]) -> list[Sentence]:
    """All sentences of a text, in order; where no block tells, paragraphs are what stands between blank lines."""
    found = []
    for number, (start, end, setting) in enumerate(_paragraphs(text, blocks)):
        for first, last in sentences(text, start, end):
            found += [_sentence(words, number, setting) for words in _cut(words_in(text, first, last))]
    return found


def _paragraphs(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, int, str]]:
    """Blocks, and what stands between them, which is bound to be prose; overlapping ones are cut."""
    at = 0
    for block in sorted(blocks, key=lambda block: (block.start, block.end)):
        start, end = max(at, block.start), min(block.end, len(text))
        if start < end:
            yield from _apart(text, at, start, "body")
            yield start, end, _SETTING.get(block.kind, "body")
            at = end
    yield from _apart(text, at, len(text), "body" if blocks else "")


def _apart(text: str, start: int, end: int, setting: str) -> Iterator[tuple[int, int, str]]:
    for first, last in paragraphs(text, start, end):
        yield first, last, setting


def _cut(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    first = 0
    for at, word in enumerate(words if len(words) > _MANY else ()):
        taken = at + 1 - first
        if taken >= _MANY or (taken >= _FEW and word.key in _PAUSES):
            yield words[first : at + 1]
            first = at + 1
    if words[first:]:
        yield words[first:]


def _sentence(words: tuple[Word, ...], paragraph: int, setting: str) -> Sentence:
    exact = tuple(word.key for word in words)
    plain = tuple(key.lower() for key in exact if key[0].isalnum())
    return Sentence(words, paragraph, setting, exact, plain, frozenset(plain) - _SMALL)
