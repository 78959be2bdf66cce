"""Data as programs write it: JSON, Python's repr, PHP's var_export, read by one forgiving scanner.

The scanner goes over the text once, with a stack of its own: hostile nesting costs neither time nor the
interpreter's stack. It forgives what leaks suffer from: a quotation mark in a title that nobody escaped, a comma
too many, an end that was cut off.
"""

import re
from dataclasses import dataclass, field

MAX_DEPTH = 200

# A quotation mark ends a string only where a value can end; else it belongs to the words: "title":"The "no" camp"
_VALUE_ENDS = r"\s*(?:[,:}\])]|=>)"
_TOKEN = re.compile(
    r"(?P<space>\s+|\(object\)\s*|[uUbB](?=['\"]))"
    r"|(?P<open>(?:[A-Za-z_\\][\w\\.:]{0,80}\s?)?\(|\[|\{)"
    r"|(?P<close>[)\]}])"
    r"|(?P<pair>:|=>)|(?P<comma>,)"
    rf'|"(?P<double>(?:[^"\\]++|\\.|"(?!{_VALUE_ENDS}))*+)"'
    rf"|'(?P<single>(?:[^'\\]++|\\.|'(?!{_VALUE_ENDS}))*+)'"
    r"|(?P<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w-]))"
    r"|(?P<word>(?:true|false|null|none|nan|undefined)\b)"
    r"|(?P<object><[A-Za-z][^<>\n]{0,200}>)",
    re.DOTALL | re.IGNORECASE,
)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)
_LETTER_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "", "f": "", "0": ""}
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
_DATE_CALL = re.compile(r"(?:datetime\.)?(?:datetime|date)\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Literal:
    """A value read from `text[start:end]`; `pairs` counts its keys. Cut off or broken at `end` if not `complete`."""

    end: int
    value: object
    pairs: int
    complete: bool


@dataclass(slots=True)
class _Frame:
    """A bracket that is open: what calls it, what it holds, the key that waits for its value."""

    name: str = ""
    closer: str = ""
    values: list[object] = field(default_factory=list)
    keys: list[object] = field(default_factory=list)

    def built(self) -> object:
        if self.keys:
            return {str(key): value for key, value in zip(self.keys, self.values, strict=False)}
        if _DATE_CALL.fullmatch(self.name):
            return _date_words(self.values)
        return self.values[0] if self.name and len(self.values) == 1 else self.values


def read_literal(text: str, start: int, limit: int) -> Literal:
    """Read the bracketed value that begins at `start` and looks no further than `limit` (code point offsets)."""
    scanner = _Scanner()
    position = start
    while token := _TOKEN.match(text, position, limit):
        if not scanner.take(token):
            if token.lastgroup in ("double", "single"):
                position = token.end()  # read once: who goes on from here does not read a long string again
            break
        position = token.end()
        if scanner.finished:
            return Literal(position, scanner.value(), scanner.pairs, complete=True)
    if token is None and text[position : position + 1] in ("'", '"'):
        position = limit  # a string without an end: the scan for it has read all there is
    return Literal(position, scanner.value(), scanner.pairs, complete=False)


class _Scanner:
    """Puts tokens together; a value must stand where one is due, so that prose is refused at its first word."""

    def __init__(self) -> None:
        self.stack = [_Frame()]
        self.pairs = 0
        self.value_is_due = True

    @property
    def finished(self) -> bool:
        return len(self.stack) == 1 and bool(self.stack[0].values)

    def take(self, token: re.Match[str]) -> bool:
        """Take in one token; False when it cannot stand here."""
        kind = token.lastgroup
        if kind == "space":
            return len(self.stack) > 1
        if kind == "open":
            return self._open(token["open"])
        if kind == "close":
            return self._close(token["close"])
        if kind in ("pair", "comma"):
            return self._separate(kind)
        return self._add(_atom(token))

    def value(self) -> object:
        while len(self.stack) > 1:
            self._fold()
        return self.stack[0].values[0] if self.stack[0].values else None

    def _open(self, bracket: str) -> bool:
        if not self.value_is_due or len(self.stack) > MAX_DEPTH:
            return False
        self.stack.append(_Frame(bracket[:-1], _CLOSERS[bracket[-1]]))
        return True

    def _close(self, bracket: str) -> bool:
        if len(self.stack) == 1 or self.stack[-1].closer != bracket:
            return False
        self._fold()
        return True

    def _fold(self) -> None:
        built = self.stack.pop().built()
        self.stack[-1].values.append(built)
        self.value_is_due = False

    def _separate(self, kind: str) -> bool:
        frame = self.stack[-1]
        if self.value_is_due or len(self.stack) == 1:
            return False
        if kind == "pair":
            if len(frame.keys) != len(frame.values) - 1:
                return False
            frame.keys.append(frame.values.pop())
            self.pairs += 1
        self.value_is_due = True
        return True

    def _add(self, value: object) -> bool:
        if not self.value_is_due or len(self.stack) == 1:
            return False
        self.stack[-1].values.append(value)
        self.value_is_due = False
        return True


def unescape(words: str) -> str:
    """Undo backslash escapes; a pair of \\u surrogates becomes the one character that it stands for."""
    if "\\" not in words:
        return words
    plain = _ESCAPE.sub(_unescaped, words)
    return plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _LETTER_ESCAPES.get(match[3], match[3])


def _atom(token: re.Match[str]) -> object:
    quoted = token["double"] if token["double"] is not None else token["single"]
    if quoted is not None:
        return unescape(quoted)
    return None if token.lastgroup == "word" else token[0]


def _date_words(numbers: list[object]) -> str:
    """`datetime.datetime(2015, 5, 19, 14, 38)` as "2015-05-19 14:38"."""
    parts = [str(number).zfill(2) for number in numbers]
    return "-".join(parts[:3]) + (" " + ":".join(parts[3:6]) if len(parts) > 4 else "")
