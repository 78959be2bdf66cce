"""Where a text has what was asked for: the same marks whichever engine found it."""

from collections.abc import Iterable, Iterator

from sayso.data.results import Marks
from sayso.record.query.language import WORD, Query, Words, folded, parse, stem


def highlighted(words: str, texts: Iterable[str]) -> list[Marks]:
    """Where each text has the words asked for; what stands behind NOT is not marked. Raises BadQuery.

    >>> highlighted('"open letter" OR dam', ["🌧 The dams", "An Open Letter"])
    [((6, 10),), ((3, 14),)]
    """
    asked = list(_wanted(parse(words)))
    return [_marks(asked, text) for text in texts]


def _wanted(query: Query) -> Iterator[Words]:
    if isinstance(query, Words):
        yield query
        return
    for one in query.of:
        yield from _wanted(one)


def _marks(asked: list[Words], text: str) -> Marks:
    places = [(found.start(), found.end(), folded(found.group())) for found in WORD.finditer(text)]
    found = {
        (places[at][0], places[at + len(one.words) - 1][1])
        for one in asked
        for at in range(len(places) - len(one.words) + 1)
        if _matches(one, [word for _, _, word in places[at : at + len(one.words)]])
    }
    return tuple(_joined(sorted(found)))


def _matches(asked: Words, words: list[str]) -> bool:
    *before, last = zip(asked.words, words, strict=True)
    return _is_last(*last, asked.begun) and all(stem(one) == stem(other) for one, other in before)


def _is_last(asked: str, word: str, begun: bool) -> bool:
    if word[:1] != asked[:1]:
        return False  # no ending is the first letter, and to find endings takes long
    if begun:
        return word.startswith(asked) or stem(word).startswith(stem(asked))
    return stem(word) == stem(asked)


def _joined(marks: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Marks that overlap made one."""
    start, end = -1, -1
    for first, last in marks:
        if first < end:
            end = max(end, last)
            continue
        if end > 0:
            yield start, end
        start, end = first, last
    if end > 0:
        yield start, end
