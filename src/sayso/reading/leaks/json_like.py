"""Data that leaked as the program wrote it: JSON, Python's repr, PHP's var_export."""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak, Paragraphs, starts_line
from sayso.text.literals import read_literal

_STARTS = re.compile(
    r"(?P<var_export>(?<![\w$])(?:\(object\)\s?)?array\s?\(\s*(?:\d{1,9}|'[^'\n]{0,200}')\s*=>"
    r"|\[\s*'[^'\n]{1,200}'\s*=>)"
    r"|(?P<python>(?:OrderedDict\(|defaultdict\(|\[\s*)?[\[({]\s*'[^'\n]{1,200}'\s*[:,])"
    r"|(?P<json>(?<![\w\])])[\[{][\[{\s]{0,40}\"[^\"\n]{0,200}\"\s*[:,\]])"
    r"|(?P<escaped>[\[{]{1,3}&quot;[^&\n]{1,200}&quot;\s*:)"
)
_MARK = re.compile(r"[\[{(][\[{\s]{0,40}(?:['\"]|&quot;)")
_KINDS = {"var_export": "var_export", "python": "python repr", "json": "json", "escaped": "json"}
_STRONG = 3  # keys after which a broken value in the middle of a line is still no prose
_TAIL = re.compile(r"[ \t]*;?")


def data_dumps(text: str) -> Iterator[Leak]:
    """Find values with keys: such as stand on lines of their own, and in the middle of a line only rich ones."""
    if "array" not in text and not _MARK.search(text):
        return
    paragraphs = Paragraphs(text)
    position = 0
    while start := _STARTS.search(text, position):
        leak = _leak(text, start, paragraphs)
        position = max(start.start() + 1, leak.end)
        if leak.kind:
            yield leak


def _leak(text: str, start: re.Match[str], paragraphs: Paragraphs) -> Leak:
    """What begins at `start`; its kind is "" when it is no leak, and its end is how far the text was read."""
    kind = start.lastgroup or ""
    first, last = start.start(), paragraphs.end(start.start())
    if kind == "escaped":
        return Leak(first, last, _KINDS[kind]) if starts_line(text, first) else Leak(first, first, "")
    literal = read_literal(text, first, last)
    alone = starts_line(text, first)
    if not literal.pairs or not (alone or literal.pairs >= _STRONG):
        return Leak(first, literal.end, "")
    end = literal.end if literal.complete else last
    tail = _TAIL.match(text, end)
    return Leak(first, tail.end() if tail else end, _KINDS[kind], None, literal.value)
