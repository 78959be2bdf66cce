"""Elements that say by their class or id that a debugger made them: what is in them is no reading matter."""

import re

from lxml.html import HtmlElement

_TAGS = ("pre", "div", "table", "section")
_BY_CLASS = {
    "sf-dump": "symfony dump",
    "xdebug-var-dump": "xdebug dump",
    **dict.fromkeys(("xdebug-error", "cake-error", "cake-debug", "cake-debug-output"), "php message"),
    "wpdberror": "sql error",
    **dict.fromkeys((f"cfdump_{kind}" for kind in ("struct", "array", "query", "object", "udf", "xml")), "var_dump"),
    # Werkzeug, Whoops, Symfony, Tracy, Kint, Krumo, and the bars that debuggers lay over a page
    **dict.fromkeys(("debugger", "Whoops", "exception-summary", "exception-hierarchy", "trace-details"), "debug page"),
    **dict.fromkeys(("tracy-dump", "kint-rich", "krumo-root", "phpdebugbar", "sf-toolbar"), "debug page"),
}
_BY_ID = dict.fromkeys(("tracy-bs", "tracy-debug", "Application-Trace-0", "djDebug"), "debug page")
_DJANGO = dict.fromkeys(("summary", "traceback", "requestinfo", "explanation", "pastebinTraceback"), "debug page")
_DJANGO_ALONE = frozenset(("traceback", "requestinfo"))  # each id may stand anywhere, both together are Django's
_DECLARED = re.compile(r"(\d{1,9}) (?:binary |non-)?(?:characters?|bytes?)")


def debug_elements(tree: HtmlElement) -> dict[HtmlElement, str]:
    """The elements that a debugger made, each with the kind of leak that it is."""
    found: dict[HtmlElement, str] = {}
    ids: dict[str, HtmlElement] = {}
    for element in tree.iter(*_TAGS):
        if classes := element.get("class"):
            kind = next((_BY_CLASS[name] for name in str(classes).split() if name in _BY_CLASS), None)
            if kind:
                found[element] = kind
        if name := element.get("id"):
            ids[str(name)] = element
    known = _BY_ID | (_DJANGO if ids.keys() >= _DJANGO_ALONE else {})
    return found | {ids[name]: kind for name, kind in known.items() if name in ids}


def lengths_hold(element: HtmlElement) -> bool | None:
    """Whether strings have the lengths that a dump's tooltips declare ("5 characters"); None where none does."""
    right: bool | None = None
    for string in element.iter("span"):
        declared = _DECLARED.match(str(string.get("title") or ""))
        if declared:
            right = right is not False and len("".join(string.itertext())) == int(declared[1])
    return right
