"""The signature under a quotation, as press releases and pages of reactions have it: “…,” — Commissioner Ana Ruiz."""

import re
from typing import NamedTuple

from sayso.text.quotations import Quotation

_DASH = re.compile(r"[^\S\n]*(?:\n[^\S\n]*){0,2}(?P<dash>[—–―]|--|(?<=\s)-(?=\s))[^\S\n]*")
_WORD = r"[^\W\d_](?:[\w’'-]|\.(?=\S))*\.?"
_NEXT = rf"(?: (?:of |the |and |for |de |del |van |von |al |bin )*(?=[^\W\d_a-z]){_WORD})"
_NAME = re.compile(
    rf"(?=[^\W\d_a-z])(?:{_WORD}){_NEXT}{{0,7}}"
    r"(?P<role>(?:,|[^\S\n]\()[^\n“”\"?!;:]{1,120})?[^\S\n]*(?=\n|\Z)"
)
_ANNOUNCED = re.compile(
    rf"[\s>*•·▪-]{{0,6}}(?P<name>(?=[^\W\d_a-z]){_WORD}{_NEXT}{{1,7}}"
    r"(?:(?:,|[^\S\n]\()[^\n“”\"?!;:–—]{1,120})?)[^\S\n]*(?P<dash>[—–―]|--|(?<=\s)-(?=\s))[^\S\n]*"
)
"""A full name and a dash, with which a line begins: Ana Ruiz, mayor – “We stay.”"""

_LABELLED = re.compile(
    rf"[\s>*•·▪-]{{0,6}}(?P<name>(?=[^\W\d_a-z]){_WORD}{_NEXT}{{1,7}}(?:,|[^\S\n]\()[^\n“”\"?!;:–—]{{1,120}})(?P<colon>:)\s*"
)
"""The same with a colon, where it is told who that is: Ana Ruiz (Free Party): “We stay.”"""

_LED_IN = re.compile(
    rf"(?:(?:And|Then|Next|Also|But|Finally|Here is|Here’s|Here's|This is|This|More|A word|The answer|A reply)\b,?\s)?"
    r"(?:[Nn]ext (?:is|was|up)|[Hh]ere (?:is|was)|(?:[Tt]his |[Mm]ore |[Aa] word |[Oo]ne )?[Ff]rom|[Bb]y|[Tt]hen)\s"
    rf"(?P<name>(?:(?:the|a|an) )?(?:[a-z][\w’'-]+ ){{0,4}}(?=[^\W\d_a-z]){_WORD}{_NEXT}{{0,7}}"
    r"(?:,[^\n“”\"?!;:]{1,120})?)(?P<colon>:)\s*"
)
"""A line that leads into a quotation: "And from chairman Tobias Renn:"."""

_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_DAY = re.compile(rf"(?<=[\w.)])[\s,·|–—-]{{1,3}}(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})\Z")
"""When it was signed, as under an embedded post."""

_REACH = 300
"""Characters before a line in which the line before it is looked for."""


class Signature(NamedTuple):
    """Where the dash stands and where who signed."""

    dash: tuple[int, int]
    signer: tuple[int, int]


def signature(text: str, quotation: Quotation) -> Signature | None:
    """Who signs a quotation, on its line or on the next.

    >>> from sayso.text.quotations import quotations
    >>> text = "“We stay.” — Ana Ruiz, mayor of Lindo"
    >>> (found,) = [signature(text, quotation) for quotation in quotations(text)]
    >>> text[slice(*found.signer)]
    'Ana Ruiz, mayor of Lindo'
    """
    dash = _DASH.match(text, quotation.end)
    name = _NAME.match(text, dash.end()) if dash else None
    if dash is None or name is None:
        return None
    return Signature(dash.span("dash"), (name.start(), name.start() + len(_without_stop(name.group().rstrip()))))


def announcement(text: str, line: int, quotation: Quotation) -> Signature | None:
    """Who is named before a dash at the beginning of a line, at `line`, of which the rest is a quotation.

    >>> from sayso.text.quotations import quotations
    >>> text = "Ana Ruiz, mayor of Lindo – “We stay.”"
    >>> (found,) = [announcement(text, 0, quotation) for quotation in quotations(text)]
    >>> text[slice(*found.signer)]
    'Ana Ruiz, mayor of Lindo'
    """
    name = (
        _ANNOUNCED.fullmatch(text, line, quotation.start)
        or _LABELLED.fullmatch(text, line, quotation.start)
        or _LED_IN.fullmatch(text, _before(text, line), quotation.start)
    )
    if name is None or text[quotation.end : quotation.end + 1] not in ("", "\n"):
        return None
    dash = "dash" if name.re is _ANNOUNCED else "colon"
    return Signature(name.span(dash), (name.start("name"), name.start("name") + len(name["name"].rstrip())))


def _before(text: str, line: int) -> int:
    """Where the line before the one at `line` begins, over one that is empty."""
    end = len(text[max(0, line - _REACH) : line].rstrip()) + max(0, line - _REACH)
    return text.rfind("\n", max(0, end - _REACH), end) + 1


def _without_stop(signer: str) -> str:
    """A signature without the day and the full stop after it; "Jr." keeps its own."""
    signer = _DAY.sub("", signer)
    return signer.removesuffix(".") if len(signer.rpartition(" ")[2]) > len("Esq.") else signer
