"""Many articles in one file of JSON: a list of objects, an object that holds such a list, or an object a line."""

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import Any, BinaryIO

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.data.limits import MOST_BYTES
from sayso.inputs.format import Columns, Format, Member
from sayso.inputs.json_article import has_text, paired

_PIECE = 1 << 20
_LIST = re.compile(
    rb'\s*\[\s*\{|\s*\{(?:[^{}\[\]]|\{[^{}\[\]]*\}){0,2000}"(?:articles|items|results|data|docs|documents|hits|records|rows|entries'
    rb'|posts|stories|news)"\s*:\s*\[\s*\{'
)
_BETWEEN = " \t\r\n,"
_MARK = b"\xef\xbb\xbf"


def is_lines(head: bytes) -> bool:
    """Whether the first line is an object by itself, and another begins on the second."""
    first, _, rest = head.removeprefix(_MARK).lstrip().partition(b"\n")
    if not first.startswith(b"{") or not rest.lstrip().startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def is_list(head: bytes) -> bool:
    return bool(_LIST.match(head.removeprefix(_MARK))) and has_text(head)


def _lines(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    number = 0
    while line := file.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            raise Unreadable(f"{name}:{number}", f"a line longer than {MOST_BYTES // 1_000_000} MB")
        if line.strip():
            yield _of_line(f"{name}:{number}", line.strip().removeprefix(_MARK), columns)


def _of_line(name: str, line: bytes, columns: Columns) -> Member:
    """The line itself is the document, unless columns are called otherwise."""
    if not columns:
        return Member(name, Found(line))
    try:
        return row_of(json.loads(line), name, columns)
    except (ValueError, RecursionError) as error:
        return Member(name, Unreadable(name, f"it is no JSON: {error}"))


def row_of(row: Any, name: str, columns: Columns) -> Member:
    """A row as a document of its own: what it holds as JSON, the same bytes for the same row."""
    if not isinstance(row, dict):
        return Member(name, Unreadable(name, "no object, so no article"))
    named = paired(columns, row) if columns else row
    kept = {key: value for key, value in named.items() if value not in (None, "", [])}
    return Member(name, Found(json.dumps(kept, ensure_ascii=False, default=str).encode("utf-8", "replace")))


def _members(file: BinaryIO, name: str, columns: Columns) -> Iterator[Member]:
    """One object of the list after another, of which no more than one is held at a time."""
    for number, row in enumerate(_objects(file, name), 1):
        yield row_of(row, f"{name}/{number}", columns)


def _objects(file: BinaryIO, name: str) -> Iterator[Any]:
    decode, utf8 = json.JSONDecoder().raw_decode, getincrementaldecoder("utf-8-sig")("replace")
    text = ""
    is_in_list = False
    while piece := file.read(_PIECE):
        text += utf8.decode(piece)
        if not is_in_list:
            is_in_list, text = "[" in text, text.partition("[")[2] or text
        while is_in_list and (at := len(text) - len(text.lstrip(_BETWEEN))) < len(text):
            if text[at] == "]":
                return
            try:
                value, end = decode(text, at)
            except (ValueError, RecursionError):
                break
            yield value
            text = text[end:]
        if len(text) > MOST_BYTES:
            raise Unreadable(name, "an object of its list is too large, or it is no JSON")
    raise Unreadable(name, "its list of JSON breaks off")


ROWS = Format("JSON list", "a list of articles, also inside an object", is_list, members=_members)
LINES = Format("JSON Lines", "an article a line", is_lines, members=_lines)
