"""Xdebug's var_dump: `array (size=2)`, then its entries, further in, with the lengths in bytes of all strings."""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak, starts_line
from sayso.reading.leaks.nest import Nest
from sayso.text.literals import MAX_DEPTH

_MARKS = ("(size=", "(length=", ")[")
_PLACE = r"(?:(?:/|[A-Z]:\\)[^\s:]{1,300}:\d{1,7}:\s{1,20})?"
_CONTAINER = r"array \(size=(?P<count>\d{1,9})\)|object\([\w\\@/.:$-]{1,200}\)\[\d{1,9}\]"
_STRING = r"string '(?P<string>[^\n]*?)' \(length=(?P<length>\d{1,9})\)"
_START = re.compile(rf"(?<![\w$]){_PLACE}(?:{_CONTAINER}|string '[^'\n]{{0,2000}}' \(length=\d{{1,9}}\))")
_SKIP = re.compile(_PLACE)
_ENTRY = re.compile(
    r"\n(?P<indent>[ \t]{1,400})(?:(?:public|protected|private|static|readonly) ){0,3}"
    r"(?:'(?P<name>[^'\n]{0,200})'|(?P<index>-?\d{1,20}))[ \t]*=>\s{0,400}"
)
_EMPTY = re.compile(r"\n[ \t]{1,400}empty(?=\n|$)")
_VALUE = re.compile(rf"{_CONTAINER}|{_STRING}|(?:int|float|boolean|resource|null|\*|&)[^\n]{{0,200}}")


def xdebug_dumps(text: str) -> Iterator[Leak]:
    """Find what Xdebug printed; `verified` when every length and every size that it declares is right."""
    if not any(mark in text for mark in _MARKS):
        return
    position = 0
    while start := _START.search(text, position):
        nest = Nest()
        position = max(_read(text, start.start(), nest), start.end())
        if starts_line(text, start.start()):
            value = nest.value()
            yield Leak(start.start(), position, "xdebug dump", nest.verified, value)


def _read(text: str, position: int, nest: Nest) -> int:
    """Read one value with all that stands further in than it; the offset reached."""
    place = _SKIP.match(text, position)
    position = _value(text, place.end() if place else position, nest)
    indents = [0]
    while nest.depth and nest.depth <= MAX_DEPTH and (entry := _ENTRY.match(text, position)):
        while len(indents) > 1 and len(entry["indent"]) <= indents[-1]:
            indents.pop()
            if nest.depth > len(indents):
                nest.close()
        nest.key(entry["name"] if entry["name"] is not None else entry["index"])
        before = nest.depth
        position = _value(text, entry.end(), nest)
        if nest.depth > before:
            indents.append(len(entry["indent"]))
    while nest.depth:
        nest.close()
    return position


def _value(text: str, position: int, nest: Nest) -> int:
    found = _VALUE.match(text, position)
    if not found:
        nest.add(None)
        return position
    if found["string"] is not None:
        nest.check(len(found["string"].encode("utf-8", "surrogatepass")) == int(found["length"]))
        nest.add(found["string"])
    elif "(" in found[0] and found[0].startswith(("array", "object")):
        nest.open(int(found["count"]) if found["count"] else None)
        if empty := _EMPTY.match(text, found.end()):
            nest.close()
            return empty.end()
    else:
        nest.add(found[0])
    return found.end()
