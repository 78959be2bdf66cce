"""PHP's print_r: `Array ( [key] => value … )`, on many lines or run together on one."""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak, Paragraphs, starts_line
from sayso.text.literals import MAX_DEPTH

_OPEN = r"(?:Array|[A-Za-z_\\][\w\\]{0,80} Object)\s*\("
_START = re.compile(rf"(?<![\w\"']){_OPEN}(?=\s*(?:\[[^\[\]\n]{{0,200}}\]\s*=>|\)))")
_ENTRY = re.compile(r"\s*\[([^\[\]\n]{0,200})\]\s*=>")
_NESTED = re.compile(rf"\s*{_OPEN}")
_CLOSE = re.compile(r"\s*\)")
# a run of space is tried at its beginning alone: tried at each of its places, long ones would take for ever
_VALUE_ENDS = re.compile(r"(?<!\s)\s++(?=\[[^\[\]\n]{0,200}\]\s*=>|\)(?:\s|$))|(?=\n)")


def print_rs(text: str) -> Iterator[Leak]:
    """Find what print_r printed; it declares no length, so nothing can be verified."""
    if "Array" not in text and " Object" not in text:
        return
    paragraphs = Paragraphs(text)
    position = 0
    while start := _START.search(text, position):
        dump = _Dump(text, paragraphs)
        position = max(dump.read(start.end()), start.end())
        if dump.entries and starts_line(text, start.start()):
            yield Leak(start.start(), position, "print_r", None, dump.value())


class _Dump:
    """One dump, read entry by entry; `stack` holds the arrays that are open, each as keys and values."""

    def __init__(self, text: str, paragraphs: Paragraphs) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.stack: list[dict[str, object]] = [{}]
        self.keys: list[str] = []
        self.entries = 0

    def value(self) -> object:
        while len(self.stack) > 1:
            self._fold()
        return _listed(self.stack[0])

    def read(self, position: int) -> int:
        """Read on behind the first bracket; the offset reached, at the latest the end of a paragraph if cut off."""
        while len(self.stack) <= MAX_DEPTH:
            if close := _CLOSE.match(self.text, position):
                position = close.end()
                if len(self.stack) == 1:
                    return position
                self._fold()
            elif entry := _ENTRY.match(self.text, position):
                position = self._entry(entry)
            else:
                break
        return self.paragraphs.end(position) if self.entries else position

    def _entry(self, entry: re.Match[str]) -> int:
        self.entries += 1
        self.keys.append(entry[1].split(":")[0])
        if nested := _NESTED.match(self.text, entry.end()):
            self.stack.append({})
            return nested.end()
        end = _VALUE_ENDS.search(self.text, entry.end())
        stop = end.start() if end else len(self.text)
        self.stack[-1][self.keys.pop()] = self.text[entry.end() : stop].strip()
        return stop

    def _fold(self) -> None:
        built = _listed(self.stack.pop())
        self.stack[-1][self.keys.pop()] = built


def _listed(entries: dict[str, object]) -> object:
    return list(entries.values()) if all(key.isdecimal() for key in entries) else entries
