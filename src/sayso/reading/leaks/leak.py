"""One find of the scanners for leaks, and the questions that all of them ask of the text around it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_INDENT = 400  # characters of space that may stand before a find on its line


@dataclass(frozen=True, slots=True)
class Leak:
    """`text[start:end]` looks like something that leaked; `value` is what it holds, as far as it was decoded.

    `marked` is whether the page itself says that a debugger made it.
    """

    start: int
    end: int
    kind: str
    verified: bool | None = None
    value: object = None
    marked: bool = False


def starts_line(text: str, position: int) -> bool:
    """Whether nothing but space stands before `position` on its line."""
    first = max(0, position - _INDENT)
    return not text[max(first, text.rfind("\n", first, position)) : position].strip()


class Paragraphs:
    """Tells where a paragraph ends; asked for rising positions, it reads the text once in all."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._asked, self._end = 0, -1

    def end(self, position: int) -> int:
        """The offset of the next blank line, or of the end of the text."""
        if not self._asked <= position <= self._end:
            blank = _BLANK_LINE.search(self._text, position)
            self._asked, self._end = position, blank.start() if blank else len(self._text)
        return self._end


def lines_from(text: str, position: int = 0) -> Iterator[tuple[int, str]]:
    """Each line from the one that begins at `position`, with its offset and without its line break."""
    while (end := text.find("\n", position)) >= 0:
        yield position, text[position:end]
        position = end + 1
    yield position, text[position:]
