"""Elements that say by their class or id that a debugger made them: what is in them is no reading matter."""

import re
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

_DECLARED = re.compile(r"(\d{1,9}) (?:binary |non-)?(?:characters?|bytes?)")


@dataclass(frozen=True, slots=True)
class _Sign:
    mark: str  # in the page's source, or there is none
    kind: str
    find: etree.XPath


def _sign(mark: str, kind: str, *tests: str) -> _Sign:
    return _Sign(
        mark,
        kind,
        etree.XPath("//*[self::pre or self::div or self::table or self::section][" + " or ".join(tests) + "]"),
    )


def _class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


_SIGNS = (
    _sign("sf-dump", "symfony dump", _class("sf-dump")),
    _sign("xdebug-var-dump", "xdebug dump", _class("xdebug-var-dump")),
    _sign("xdebug-error", "php message", _class("xdebug-error")),
    _sign("wpdberror", "sql error", _class("wpdberror"), "@id='error' and .//*[@class='wpdberror']"),
    _sign("Werkzeug", "debug page", _class("debugger")),
    _sign("Whoops", "debug page", _class("Whoops")),
    _sign(
        "exception-summary",
        "debug page",
        _class("exception-summary"),
        _class("exception-hierarchy"),
        _class("trace-details"),
    ),
    _sign(
        "Django",
        "debug page",
        *(f"@id='{name}'" for name in ("summary", "traceback", "requestinfo", "explanation", "pastebinTraceback")),
    ),
    _sign("Application-Trace", "debug page", "@id='traces'", "starts-with(@id, 'Application-Trace')"),
    _sign("tracy-", "debug page", "@id='tracy-bs'", "@id='tracy-debug'", _class("tracy-dump")),
    _sign("cake-", "php message", _class("cake-error"), _class("cake-debug"), _class("cake-debug-output")),
    _sign("kint", "debug page", _class("kint"), _class("kint-rich")),
    _sign("krumo", "debug page", _class("krumo-root")),
    _sign("phpdebugbar", "debug page", _class("phpdebugbar")),
    _sign("sf-toolbar", "debug page", _class("sf-toolbar"), _class("sf-toolbarreset")),
    _sign("djDebug", "debug page", "@id='djDebug'"),
)


def debug_elements(tree: HtmlElement, source: str) -> dict[HtmlElement, str]:
    """The elements that a debugger made, each with the kind of leak that it is; asked only where `source` names one."""
    return {element: sign.kind for sign in _SIGNS if sign.mark in source for element in sign.find(tree)}


def lengths_hold(element: HtmlElement) -> bool | None:
    """Whether strings have the lengths that a dump's tooltips declare ("5 characters"); None where none does."""
    right: bool | None = None
    for string in element.iter("span"):
        declared = _DECLARED.match(str(string.get("title") or ""))
        if declared:
            right = right is not False and len("".join(string.itertext())) == int(declared[1])
    return right
