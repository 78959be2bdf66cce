"""The page's own machinery that leaked into its text: unrendered templates, style sheets, scripts, data URIs."""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak, lines_from

_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{1,300}\}\}|\{%[^{}\n]{1,300}%\}|\{#[^{}\n]{1,300}#\}|<%[^<>\n]{1,300}%>|<\?(?:php|=)[^<>\n]{0,300}\?>"
    r"|\$\{[A-Za-z_][\w.()\[\]]{0,100}\}|%%[A-Z_]{2,40}%%"
    r"|\[/?[a-z][a-z0-9_-]{1,40}(?:\s{1,3}[a-z_-]{1,40}=(?:\"[^\"\]\n]{0,200}\"|'[^'\]\n]{0,200}'|[^\s\]\"'\[]{1,200})){1,20}\s?/?\]"
    r"|\[/?(?:caption|gallery|embed|audio|video|playlist|vc_[a-z_]{1,40}|et_pb_[a-z_]{1,40})\]"
)
_TEMPLATE_MARKS = ("{{", "{%", "{#", "<%", "<?", "${", "%%")
_SHORTCODE_START = re.compile(r"\[/?[a-z]")
_DATA_URI = re.compile(
    r"(?:url\(['\"]?|<img\s[^<>\n]{0,200}src=['\"]|!\[[^\]\n]{0,200}\]\()?"
    r"data:[a-z]{1,20}/[\w.+-]{1,60}(?:;[\w=-]{1,40}){0,3},[\w+/=%-]{24,}+(?:['\"]?\)|['\"][^<>\n]{0,200}>)?"
)
_PROPERTY = (
    r"(?:-(?:webkit|moz|ms|o)-)?(?:align|animation|background|border|bottom|box|clear|color|cursor|display|fill|flex|float"
    r"|font|gap|grid|height|justify|left|letter|line|list|margin|max|min|object|opacity|outline|overflow|padding|position"
    r"|right|text|top|transform|transition|vertical|visibility|white|width|word|z)(?:-[a-z]{1,20}){0,3}"
)
_DECLARATION = re.compile(rf"(?:^|[{{;\s]){_PROPERTY}\s?:\s?[^:;{{}}\n]{{1,200}}(?=;|\}}|$)", re.MULTILINE)
_CSS_HEAD = re.compile(
    rf"{_PROPERTY}\s?:\s?[^:;{{}}\n]{{1,200}};\s*{_PROPERTY}\s?:"
    r"|(?:@(?:media|font-face|import|keyframes|supports)\b|[.#*:\[]?[A-Za-z][^{};\"“”!?]{0,300}\{|[.#][\w-][^{}]{0,300}\{)"
)
_CSS_BODY = re.compile(
    rf"(?:\}}|{_PROPERTY}\s?:[^:{{}}]{{1,200}}[;}}]|[.#@][\w-][^{{}}]{{0,300}}[{{,]\s*$|/\*.{{0,500}}\*/\s*$)"
)
_JS_HEAD = re.compile(
    r"(?:(?:var|let|const)\s+[\w$]+\s*=|function\s*+[\w$]*+\s*+\([^()]{0,200}\)\s*\{|(?:window|document|console|jQuery|self)[.(\[]"
    r"|\$\(|\(?\(\s*function\b|\(?\(\)\s*=>|!function\b|(?:gtag|ga|fbq|googletag|dataLayer|_gaq|_paq)\s*[.(=\[]|try\s*\{|"
    r"if\s*\(\s*(?:typeof|window|document|!)|(?://|/\*)\s*<!\[CDATA\[|return\s[^.]{0,100};\s*$)"
)
# what the first line of a run must hold: only such lines are held against the longer patterns
_CSS_LINE = re.compile(r"[{;@]")
_JS_LINE = re.compile(r"[({=\[;]|(?:window|document|console|jQuery|self)\.|(?://|/\*)\s?<!\[CDATA")
_JS_MARKS = re.compile(r"[;{}()=]")
_JS_SHARE = 0.04  # of a line's characters; prose has far fewer brackets and semicolons


def templates(text: str) -> Iterator[Leak]:
    """Find the tags of templates that nobody rendered; where little else stands on a line, the line goes too."""
    if not any(mark in text for mark in _TEMPLATE_MARKS) and not _SHORTCODE_START.search(text):
        return
    for match in _TEMPLATE.finditer(text):
        yield Leak(match.start(), match.end(), "template")


def data_uris(text: str) -> Iterator[Leak]:
    """Find pictures and the like that stand in the text as their own bytes."""
    if "data:" not in text:
        return
    for match in _DATA_URI.finditer(text):
        yield Leak(match.start(), match.end(), "data uri")


def style_sheets(text: str) -> Iterator[Leak]:
    """Find runs of lines that are rules of a style sheet with at least one declaration."""
    for leak in _runs(text, "css", _CSS_LINE, _CSS_HEAD, _CSS_BODY):
        if _DECLARATION.search(text, leak.start, leak.end):
            yield leak


def scripts(text: str) -> Iterator[Leak]:
    """Find runs of lines of JavaScript: a line that opens as scripts do, until its brackets are closed."""
    for leak in _runs(text, "javascript", _JS_LINE, _JS_HEAD, _JS_HEAD):
        words = text[leak.start : leak.end]
        if len(_JS_MARKS.findall(words)) >= _JS_SHARE * len(words):
            yield leak


def _runs(text: str, kind: str, mark: re.Pattern[str], head: re.Pattern[str], body: re.Pattern[str]) -> Iterator[Leak]:
    """Lines from one that `head` matches, on while brackets are open or `body` matches; never past a blank line
    with its brackets closed. `mark` is what every such first line holds."""
    position = 0
    while found := mark.search(text, position):
        start = text.rfind("\n", position, found.start()) + 1 or position
        position = _line_end(text, found.start()) + 1
        if head.match(text[start : position - 1].lstrip()):
            end = _run_end(text, start, head, body)
            position = end + 1
            yield Leak(start, end, kind)


def _run_end(text: str, start: int, head: re.Pattern[str], body: re.Pattern[str]) -> int:
    """Where a run of lines that begins at `start` ends."""
    end, depth = start, 0
    for offset, line in lines_from(text, start):
        words = line.lstrip()
        goes_on = offset == start or (words and (depth > 0 or bool(body.match(words)) or bool(head.match(words))))
        if not goes_on:
            break
        end = offset + len(line)
        depth += line.count("{") - line.count("}")
    return end


def _line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return end if end >= 0 else len(text)
