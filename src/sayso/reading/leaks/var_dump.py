"""PHP's var_dump: `string(5) "words"`, arrays and objects, with the lengths in bytes that they declare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from sayso.data.article import Residue
from sayso.reading.leaks.leak import Leak, Paragraphs, starts_line
from sayso.text.literals import MAX_DEPTH, read_literal

_START = re.compile(
    r"(?<![\w$>])(?:string\((?P<length>\d{1,9})\) \"|array\(\d{1,9}\)\s?\{"
    r"|object\([\w\\@/.:$-]{1,200}\)#\d{1,9} \(\d{1,9}\)\s?\{"
    r"|(?:int|float|bool)\([\w.+-]{1,40}\)[ \t]*$)",
    re.MULTILINE,
)
_MARKS = ("string(", "array(", "object(", "int(", "float(", "bool(")
_TOKEN = re.compile(
    r"\s*(?:(?P<key>\[(?:\"(?P<name>[^\"\n]{0,200})\"(?::\"?[\w\\]{1,200}\"?:?(?:private)?)?|(?P<index>-?\d{1,20}))\]\s*=>)"
    r"|string\((?P<length>\d{1,9})\) \""
    r"|(?P<scalar>(?:int|float|bool|enum|uninitialized)\((?P<words>[\w.+\\:-]{1,200})\)|NULL\b|\*RECURSION\*"
    r"|resource\(\d+\) of type \([\w-]+\))"
    r"|(?:array\((?P<count>\d{1,9})\)|object\([\w\\@/.:$-]{1,200}\)#\d{1,9} \(\d{1,9}\))\s?(?P<open>\{)"
    r"|(?P<close>\}))"
)
_STRING_ENDS = re.compile(r'"(?=\s*(?:\[|\}|$))', re.MULTILINE)
_DATA = re.compile(r"\s*[\[{]")


@dataclass(slots=True)
class _Frame:
    keys: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)

    def built(self) -> object:
        if all(key.isdecimal() for key in self.keys):
            return self.values
        return dict(zip(self.keys, self.values, strict=False))


def var_dumps(text: str) -> Iterator[Leak]:
    """Find what var_dump printed, each outermost value once; `verified` when every declared length is right."""
    if not any(mark in text for mark in _MARKS) or not _START.search(text):
        return
    widths, paragraphs = ByteLengths(text), Paragraphs(text)
    position = 0
    while start := _START.search(text, position):
        dump = _Dump(text, widths, paragraphs)
        position = max(dump.read(start.start()), start.start() + 1)
        if dump.finished and (starts_line(text, start.start()) or dump.holds_data):
            yield Leak(start.start(), position, "var_dump", dump.verified, dump.value())


def verified_in(source: str, residue: Residue) -> Residue:
    """The same dump, verified too when its length is right in the page's source, where tags and entities count."""
    header = _START.match(residue.text)
    if residue.kind != "var_dump" or residue.verified or not header or not header["length"]:
        return residue
    start = source.find(header[0])
    end = ByteLengths(source).end(start + len(header[0]), int(header["length"])) if start >= 0 else None
    right = end is not None and source[end : end + 1] == '"'
    return Residue(residue.kind, residue.text, verified=True) if right else residue


class ByteLengths:
    """Answers in no time where a stretch of so many UTF-8 bytes ends; offsets are code points."""

    def __init__(self, text: str) -> None:
        self._ends: npt.NDArray[np.int64] | None = None if text.isascii() else _cumulated(text)
        self._length = len(text)

    def end(self, start: int, size: int) -> int | None:
        """The offset at which `size` bytes from `start` end; None when that is past the end or inside a character."""
        if self._ends is None:
            return start + size if start + size <= self._length else None
        wanted = (int(self._ends[start - 1]) if start else 0) + size
        place = int(np.searchsorted(self._ends, wanted))
        if size == 0:
            return start
        return place + 1 if place < self._length and int(self._ends[place]) == wanted else None


def _cumulated(text: str) -> npt.NDArray[np.int64]:
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    widths = 1 + (points >= 0x80).astype(np.int8) + (points >= 0x800) + (points >= 0x10000)
    return np.cumsum(widths, dtype=np.int64)


class _Dump:
    """One dump, read token by token."""

    def __init__(self, text: str, widths: ByteLengths, paragraphs: Paragraphs) -> None:
        self.text = text
        self.widths = widths
        self.paragraphs = paragraphs
        self.stack = [_Frame()]
        self.verified: bool | None = None
        self.holds_data = False

    @property
    def finished(self) -> bool:
        return len(self.stack) == 1 and bool(self.stack[0].values)

    def value(self) -> object:
        return self.stack[0].values[0]

    def read(self, position: int) -> int:
        """Read one whole value; the offset reached. A dump that is cut off ends with its paragraph, unverified."""
        while not self.finished and (token := _TOKEN.match(self.text, position)):
            position = self._take(token)
            if len(self.stack) > MAX_DEPTH:
                return position
        if not self.finished and any(frame.values for frame in self.stack):
            self._cut_off()
            return self.paragraphs.end(position)
        return position

    def _take(self, token: re.Match[str]) -> int:
        frame = self.stack[-1]
        if token["key"]:
            frame.keys.append(token["name"] if token["name"] is not None else token["index"])
        elif token["open"]:
            self.holds_data = True
            self.stack.append(_Frame())
        elif token["close"]:
            self._fold()
        elif token["length"]:
            return self._string(token.end(), int(token["length"]))
        else:
            frame.values.append(token["words"])
        return token.end()

    def _fold(self) -> None:
        if len(self.stack) > 1:
            built = self.stack.pop().built()
            self.stack[-1].values.append(built)

    def _cut_off(self) -> None:
        self.verified = False
        while len(self.stack) > 1:
            self._fold()

    def _string(self, start: int, size: int) -> int:
        declared = self.widths.end(start, size)
        if declared is not None and self.text[declared : declared + 1] == '"':
            self._keep(start, declared, right=True)
            return declared + 1
        end = self._quote(start)
        self._keep(start, end, right=False)
        return min(end + 1, len(self.text))

    def _keep(self, start: int, end: int, *, right: bool) -> None:
        """Take in the string `text[start:end]`, decoded where it holds data itself."""
        self.verified = right and self.verified is not False
        value: object = self.text[start:end]
        if _DATA.match(self.text, start, end):
            literal = read_literal(self.text, start, end)
            if literal.pairs:
                self.holds_data, value = True, literal.value
        self.stack[-1].values.append(value)

    def _quote(self, start: int) -> int:
        """The quotation mark that ends a string whose length is wrong, or else the end of its paragraph."""
        last = self.paragraphs.end(start)
        if _DATA.match(self.text, start, last):
            start = min(read_literal(self.text, start, last).end, last)
        mark = _STRING_ENDS.search(self.text, start, last)
        return mark.start() if mark else last
