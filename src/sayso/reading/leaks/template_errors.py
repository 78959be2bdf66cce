"""What template engines say in place of what they could not render: one line each, or a few of the template's own."""

import re
from collections.abc import Iterator

from sayso.reading.leaks.leak import Leak

_MARKS = ("Liquid ", "Template", "template: ", "templat", "Twig", "Smarty", "FTL")
_HEAD = re.compile(
    r"^[ \t]{0,40}(?:"
    r"Liquid (?:syntax )?error(?: \([^()\n]{1,100}\))?: "
    r"|ActionView::(?:Template::Error|MissingTemplate)\b"
    r"|template: [\w./-]{1,100}:\d{1,6}(?::\d{1,6})?: "
    r"|(?:jinja2\.exceptions\.|django\.template\.)?Template(?:Syntax|NotFound|DoesNotExist|Assertion)(?:Error)?\b.?:? "
    r"|(?:Uncaught )?Twig(?:\\\\|\\|_)Error\S{0,60}: "
    r"|Smarty (?:error|Compiler)\b|FTL stack trace\b|FreeMarker template error\b"
    r")[^\n]{0,600}",
    re.MULTILINE,
)
_GOES_ON = re.compile(
    r"\n[ \t]{0,40}(?:\d{1,6}: [^\n]{0,300}|(?:app|lib|/)\S{0,200}:\d{1,6}:in [^\n]{0,200}|-{3,}[^\n]{0,200})"
)


def template_errors(text: str) -> Iterator[Leak]:
    """Find such messages, with the lines of the template that they show."""
    if not any(mark in text for mark in _MARKS):
        return
    for head in _HEAD.finditer(text):
        end = head.end()
        while line := _GOES_ON.match(text, end):
            end = line.end()
        yield Leak(head.start(), end, "template error")
