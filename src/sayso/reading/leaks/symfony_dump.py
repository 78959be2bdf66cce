"""Symfony's dumper, which is Laravel's dd() too: `array:2 [ 0 => "one" … ]`, `App\\Post {#7 +title: "…" }`."""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak, Paragraphs, starts_line
from sayso.reading.leaks.nest import Nest
from sayso.text.literals import MAX_DEPTH, unescape

_MARKS = ("array:", "{#")
_START = re.compile(r"(?<![\w$\\])(?:array:\d{1,9} \[|(?:[A-Za-z_\\][\w\\@/.:$-]{0,200} )?\{#\d{1,9}(?=\s))")
_TOKEN = re.compile(
    r"(?:\s++|[▼▶^]|//[^\n]*+)*+(?:"
    r"(?P<key>(?:[+#~-]?\"(?P<quoted>[^\"\n]{0,200})\"|[+#~-]?(?P<name>[\w\\]{1,100}))(?:\s=>\s|:\s))"
    r"|(?:array:(?P<count>\d{1,9}) )?(?P<list>\[)"
    r"|(?:[A-Za-z_\\][\w\\@/.:$-]{0,200} )?(?:@\d{1,20} )?(?P<object>\{)(?:#\d{1,9})?"
    r"|(?P<close>[\]}])|(?P<more>…\d{0,9})"
    r'|b?"""(?P<lines>(?:[^"]++|"(?!""))*+)"""|b?"(?P<string>(?:[^"\\\n]++|\\.)*+)"'
    r"|(?P<word>[\w.:\\+-]{1,200}))"
)


def symfony_dumps(text: str) -> Iterator[Leak]:
    """Find what the dumper printed; `verified` when every array has as many values as it declares."""
    if not any(mark in text for mark in _MARKS):
        return
    paragraphs = Paragraphs(text)
    position = 0
    while start := _START.search(text, position):
        position, nest = _read(text, start.start(), paragraphs.end(start.start()))
        position = max(position, start.end())
        if nest and starts_line(text, start.start()):
            value = nest.value()
            yield Leak(start.start(), position, "symfony dump", nest.verified, value)


def _read(text: str, position: int, last: int) -> tuple[int, Nest | None]:
    """The offset that a dump goes to, and what it holds: None where it holds nothing."""
    nest, taken = Nest(), 0
    while not nest.finished and nest.depth <= MAX_DEPTH and (token := _TOKEN.match(text, position)):
        _take(nest, token)
        position, taken = token.end(), taken + 1
    if not nest.finished:
        position = max(position, last)  # cut off
    return position, nest if taken > 1 else None


def _take(nest: Nest, token: re.Match[str]) -> None:
    if token["key"]:
        nest.key(token["quoted"] if token["quoted"] is not None else token["name"])
    elif token["list"] or token["object"]:
        nest.open(int(token["count"]) if token["count"] else None)
    elif token["close"]:
        nest.close()
    elif token["more"]:
        nest.check(False)
    else:
        words = token["lines"] or token["string"]
        nest.add(token["word"] if words is None else unescape(words))
