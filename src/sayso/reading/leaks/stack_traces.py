"""What programs say when they fail: PHP's messages, the traces of PHP, Python, Java and JavaScript.

Read line by line: a first line that only such a message has, then the lines that go on with it.
"""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak, lines_from

_PHP_MESSAGE = re.compile(
    r"\s*(?:<br\s*/?>\s*)?(?:<b>)?(?:PHP )?(?:Warning|Notice|Deprecated|Strict Standards|(?:Recoverable |Catchable )?"
    r"[Ff]atal error|Parse error)(?:</b>)?\s*:\s"
)
_PHP_PLACE = re.compile(
    r" in (?:<b>)?(?:/|[A-Za-z]:\\|\S{1,300}?\.(?:php|inc|tpl|phtml))\S{0,300}?(?: on line |:)(?:<b>)?\d+"
    r"|\(line \d{1,6} of /\S{1,300}\)"
)
_PHP_STACK = re.compile(r"\s*(?:Stack trace:|#\d+ (?:/|\{main\}|[A-Za-z]:\\|\[internal)|thrown in \S+ on line \d+)")
_PYTHON_HEAD = re.compile(r"\s*Traceback \(most recent call last\):\s*$")
_PYTHON_BODY = re.compile(r'\s+\S|\s*File "|[\w.]*(?:Error|Exception|Exit|Interrupt|Warning|StopIteration)\b')
_PYTHON_TIE = re.compile(r"(?:During handling of|The above exception was)")
_FRAME = re.compile(
    r"\s*at (?:[\w$.<>/]{1,200}\([^)\n]{0,200}\)|.{0,400}?(?:\.\w{1,5}|<anonymous>):\d+:\d+\)?)\s*$"
    r"|\s*\.\.\. \d+ (?:more|common frames)"
)
_FRAME_HEAD = re.compile(
    r"\s*(?:Exception in thread \"|Caused by: |Uncaught )"
    r"|\s*(?:[a-z]\w{0,60}\.){0,20}[A-Z]\w{0,100}(?:Exception|Error)\b"
)
# one of these is in every message; the line numbers and calls of frames have no words of their own
_MARKS = (" on line ", " of /", ".php:", ".inc:", ".tpl:", ".phtml:", "Traceback (most recent call last)")
_FRAME_MARK = re.compile(r"at [\w$.<>/]{1,200}\(|:\d{1,9}:\d")


def traces(text: str) -> Iterator[Leak]:
    """Find messages and traces, each as one leak of whole lines."""
    if not any(mark in text for mark in _MARKS) and not _FRAME_MARK.search(text):
        return
    current: tuple[str, int, int] | None = None
    held: tuple[int, str] | None = None  # a line that could be the head of a trace, if frames follow
    for offset, line in lines_from(text):
        end = offset + len(line)
        kind = _begins(line)
        if kind or (current and _goes_on(current[0], line)):
            if current and kind in ("", current[0]):
                current = (current[0], current[1], end)
            else:
                yield from _found(current)
                current = (kind, _head_start(held, offset, kind), end)
        else:
            yield from _found(current)
            current = None
        held = (offset, line) if _FRAME_HEAD.match(line) else None
    yield from _found(current)


def _begins(line: str) -> str:
    """The kind of message that this line opens; "" for none."""
    if _PHP_MESSAGE.match(line) and _PHP_PLACE.search(line):
        return "php message"
    if _PYTHON_HEAD.match(line):
        return "traceback"
    return "stack trace" if _FRAME.match(line) else ""


def _goes_on(kind: str, line: str) -> bool:
    if kind == "php message":
        return bool(_PHP_STACK.match(line))
    if kind == "traceback":
        return bool(_PYTHON_BODY.match(line) or _PYTHON_TIE.match(line))
    return bool(_FRAME_HEAD.match(line))


def _head_start(held: tuple[int, str] | None, offset: int, kind: str) -> int:
    return held[0] if held and kind == "stack trace" else offset


def _found(current: tuple[str, int, int] | None) -> Iterator[Leak]:
    if current:
        yield Leak(current[1], current[2], current[0])
