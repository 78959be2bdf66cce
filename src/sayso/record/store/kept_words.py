"""A statement's words as the record keeps them: what is searched of it, its content, and both taken apart again.

What is searched is the pieces in the order of the text, with other forms of some words at its end. The content
is nearly always a piece of that as it is: then only what stands beside it is kept, and the place where it belongs.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from sayso.data.article import Span
from sayso.data.statement import PARTS

_GAP, _BLANK = " … ", " "
_TOUCHING: Final = 3
_CONTENT: Final = "content"
_NUL: Final = "\0"
"""Where engines take a text to end."""

SEARCHED: Final = (
    "CASE WHEN {row}content_at IS NULL THEN {row}beside ELSE"
    " substr({row}beside, 1, {row}content_at) || {row}content || substr({row}beside, {row}content_at + 1) END"
)
"""What is searched of a row of `statements`, in SQL."""


class Beside(NamedTuple):
    """What is searched without the content, and where in it that belongs; all of it where the content is not in it."""

    beside: str
    content_at: int | None

    @classmethod
    def of(cls, searched: str, content: str) -> "Beside":
        """
        >>> Beside.of("Ana Ruiz said the dam stays US us0", "the dam stays")
        Beside(beside='Ana Ruiz said  US us0', content_at=14)
        """
        at = searched.find(content) if content and _NUL not in searched else -1
        return cls(searched, None) if at < 0 else cls(searched[:at] + searched[at + len(content) :], at)

    def searched(self, content: str) -> str:
        at = self.content_at
        return self.beside if at is None else self.beside[:at] + content + self.beside[at:]


def laid(spans: Iterable[Span]) -> str:
    """The pieces in the order of the text, each character once, and what stands for what is between them.

    >>> laid([Span(9, 13, "said"), Span(0, 8, "Ana Ruiz"), Span(30, 33, "the")])
    'Ana Ruiz said … the'
    """
    told, end = [], None
    for span in sorted(spans):
        seen = 0 if end is None else max(0, end - span.start)
        if seen >= len(span.text):
            continue
        if end is not None and span.start > end:
            told.append(_BLANK if span.start - end <= _TOUCHING else _GAP)
        told.append(span.text[seen:])
        end = span.end
    return "".join(told)


def cut(searched: str, places: Sequence[tuple[int, int]]) -> list[str]:
    """The words at each place, out of what `laid` made of them; places are half-open and in their order.

    >>> cut("Ana Ruiz said … the US us0", [(0, 8), (9, 13), (30, 33)])
    ['Ana Ruiz', 'said', 'the']
    """
    found: list[str] = []
    at, end = 0, places[0][0] if places else 0
    for start, stop in places:
        if start > end:
            at += len(_BLANK if start - end <= _TOUCHING else _GAP)
            end = start
        begin = at - (end - start)
        found.append(searched[max(begin, 0) : max(begin + stop - start, 0)])
        if stop > end:
            at, end = at + stop - end, stop
    return found


Place = tuple[str, int, int, *tuple[object, ...]]
"""The part that words play, and where they stand, half-open; what else a row has is passed over."""


def words_at(places: Sequence[Place], searched: str, content: str) -> list[str | None]:
    """The words at places, those of each part in its order; None of a part that is not searched.

    The content's are told by the content itself, one for each of its pieces.
    """
    own = sorted({one[1:3] for one in places if one[0] in PARTS})
    told = dict(zip(own, cut(searched, own), strict=True))
    many = [one[0] for one in places].count(_CONTENT)
    pieces = [content] if many == 1 else content.split(_GAP)
    left = iter(pieces if content and len(pieces) == many else ())
    return [next(left, told[one[1], one[2]]) if one[0] == _CONTENT else told.get((one[1], one[2])) for one in places]
