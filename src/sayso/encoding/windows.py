"""An article longer than the encoder sees at once is read in windows that overlap."""

from typing import NamedTuple


class Window(NamedTuple):
    """Pieces `left`:`right` are read together; the scores of `first`:`last` among them are kept."""

    left: int
    right: int
    first: int
    last: int


def windows(pieces: int, length: int, edge: int) -> list[Window]:
    """Windows of at most `length` pieces over `pieces` of them; `edge` at an inner border is context alone.

    The kept stretches follow each other without gap or overlap.
    """
    if pieces <= length:
        return [Window(0, pieces, 0, pieces)] if pieces else []
    found, first = [], 0
    while first < pieces:
        left = max(0, min(first - edge, pieces - length))
        right = min(left + length, pieces)
        last = pieces if right == pieces else right - edge
        found.append(Window(left, right, first, last))
        first = last
    return found
