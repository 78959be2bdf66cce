"""What the word pieces of an uncased tokenizer lose, told per piece: capitals, line breaks, quotation marks."""

import re

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

FEATURES = {"case": 4, "gap": 4, "quoted": 2}
"""Each feature and how many values it takes; the model has an embedding for each."""

BLANK_LINE = 3
"""The value of "gap" where a blank line stands before a piece, or nothing at all: there a paragraph begins."""

# Latin, Greek, Cyrillic and Armenian: the scripts with capitals that news in English quotes.
_UPPER = np.array([chr(code).isupper() for code in range(0x590)])
_MARKS = re.compile('["“”„«»\n]')


def features(text: str, starts: Ints, ends: Ints) -> dict[str, Ints]:
    """The features of the pieces that stand at `starts`:`ends` (code points) of `text`, each of their shape."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return {
        "case": _case(codes, starts, ends),
        "gap": _gap(codes, starts, ends),
        "quoted": _quoted(text)[starts],
    }


def _case(codes: NDArray[np.uint32], starts: Ints, ends: Ints) -> Ints:
    """0 no capital, 1 the first letter alone, 2 all of several letters, 3 any other mixture."""
    upper = _UPPER[np.minimum(codes, len(_UPPER) - 1)]
    before = np.concatenate(([0], np.cumsum(upper)))
    capitals, first, length = before[ends] - before[starts], upper[starts], ends - starts
    return np.select([capitals == 0, first & (capitals == 1), capitals == length], [0, 1, 2], 3)


def _gap(codes: NDArray[np.uint32], starts: Ints, ends: Ints) -> Ints:
    """What stands before the piece: 0 nothing, 1 a space, 2 a line break, 3 a blank line or the beginning."""
    lines = np.concatenate(([0], np.cumsum(codes == ord("\n"))))
    previous = np.concatenate(([0], ends[:-1]))
    breaks = lines[starts] - lines[previous]
    breaks[:1] = 2
    return np.select([breaks > 1, breaks == 1, starts > previous], [BLANK_LINE, 2, 1], 0)


def _quoted(text: str) -> Ints:
    """1 for every character between quotation marks, the closing mark included; a line's end closes too."""
    inside = np.zeros(len(text) + 1, dtype=np.int64)
    opened: int | None = None
    for mark in _MARKS.finditer(text):
        at, sign = mark.start(), mark[0]
        if opened is None:
            opened = at if sign in '"“„«' else None
        elif sign in '"”»“\n':
            inside[opened : at + 1] = 1
            opened = at if sign == "“" and text[opened] == "“" else None
    if opened is not None:
        inside[opened:] = 1
    return inside
