"""Whose a quotation is by a name that is written beside it: “…,” — Commissioner Ana Ruiz.

So do press releases, pages of reactions, tables and lists tell who speaks: behind the quotation or on the next line, in
front of it, in the cell beside it, in a line that leads up to it. `FORMS` has these places and how a name is written in
each. A line that is a name and no more is told by its fellows: `attribution/repairs/portraits.py`.
"""

import re
from typing import Literal, NamedTuple

from sayso.attribution.repairs.lead_in_subject import acts
from sayso.text.doc import title_cased
from sayso.text.quotations import Quotation

_GAP = r"[^\S\n]{0,9}"
_DASH = rf"{_GAP}(?P<mark>[—–―]|--|(?<=\s)-(?=\s)){_GAP}"
_BORDER = rf"{_GAP}(?P<mark>\|){_GAP}"
_BEHIND = rf"(?:{_GAP}\n){{0,2}}"
"""Lines that end before what stands behind: every form goes on with a gap of its own."""

_OPENS = r"[\s>*•·▪-]{0,6}"
_ENDS = rf"{_GAP}(?=\n|\Z)"
_WORD = r"[^\W\d_](?:[\w’'-]|\.(?=\S)){0,40}\.?"
_CAPITAL = rf"(?=[^\W\d_a-z]){_WORD}"
_NEXT = rf"(?: (?:of |the |and |for |de |del |van |von |al |bin ){{0,4}}{_CAPITAL})"
_ROOM = r"[^\n“”\"?!;:|·]{1,120}"
_ROLE = rf"(?:(?:,|[^\S\n]\(){_ROOM})"
_CELLS = rf"(?:[^\S\n]?[|·]{_ROOM}){{1,3}}"
_LED_BY = (
    rf"(?:[Tt]he |[Aa]n? |[Oo]ur )?(?:{_CAPITAL} )?(?:(?!(?:and|as|at|but|by|for|from|if|in|is|it|not|of|on|or|so|than"
    r"|that|then|to|was|were|which|who|with|according|said|says)\b)[a-z][\w’'-]{0,40} ){1,4}"
)
"""What somebody is, before the name: "student Ana Ruiz", "Health minister Ana Ruiz"."""

_FULL = rf"{_CAPITAL}{_NEXT}{{1,7}}"
_LED = rf"(?:{_LED_BY})?{_FULL}"
"""A name of two words or more, with or without what its bearer is before it."""

_WHEN = (
    r"(?: (?:after|ahead of|answering|as|at|before|during|following|in|on|opening|outside|speaking|when|while|writing)"
    rf" {_ROOM})"
)
"""When it was said, behind the name: "Ana Ruiz after her fall"."""

_MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}"
_DAY = re.compile(rf"(?<=[\w.)])[\s,·|–—-]{{1,3}}(?:{_MONTH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_MONTH},? \d{{4}})\Z")
"""When it was signed, as under an embedded post."""

_POSTED = (
    r"(?:[\s(]{1,2}@[\w.-]{2,60}\)?)?"
    rf"(?:[\s,·|–—-]{{1,3}}(?:{_MONTH} \d|\d{{1,2}} {_MONTH}|\d{{4}}-\d\d|\d{{1,2}}[:.]\d\d)[^\n]{{0,40}})?"
)
"""By what account and when, behind the name: "(@ruiz) May 3, 2024"."""

_LEADS_UP = (
    r"(?:(?:And|Then|Next|Also|But|Finally|Here is|Here’s|Here's|This is|This|More|A word|The answer|A reply)\b,?\s)?"
    r"(?:[Nn]ext (?:is|was|up)|[Hh]ere (?:is|was)|(?:[Tt]his |[Mm]ore |[Aa] word |[Oo]ne )?[Ff]rom|[Bb]y|[Tt]hen)\s"
    r"(?:(?:(?:the|a|an|her|his|their|its) )?(?:[a-z][\w’'-]{1,40} ){0,4}[a-z][\w’'-]+, )?"
)
"""How a line leads up to a quotation: "And from", "This is from his brother,"."""

_TOLD = r"(?:(?:,|[^\S\n]\(|[^\S\n][–—-] )[^\n“”\"?!;:|.]{1,100})"
PLATE = rf"{_CAPITAL}(?:{_NEXT}{{1,5}}{_TOLD}?|{_TOLD})"
"""A name as a line of its own has it, with or without what is told of its bearer."""

_REACH = 300
"""Characters before a line in which the line before it is looked for."""


class Form(NamedTuple):
    """Where a name stands beside a quotation, and how it is written there.

    The pattern has the groups "name" and "mark". "behind" a quotation it begins where that ends; "in front" and "above"
    it is all that stands between the quotation and the beginning of its line, or of the line before.
    """

    place: Literal["behind", "in front", "above"]
    pattern: re.Pattern[str]


FORMS = tuple(
    Form(place, re.compile(pattern))  # type: ignore[arg-type]
    for place, pattern in (
        # “We stay.” — Ana Ruiz, mayor of Lindo
        ("behind", rf"{_BEHIND}{_DASH}(?P<name>(?:{_LED}|{_CAPITAL}){_ROLE}?)(?:{_CELLS}|{_WHEN}|{_POSTED}){_ENDS}"),
        # “We stay.” — @anaruiz, 3 May 2024
        ("behind", rf"{_BEHIND}{_DASH}(?P<name>@[\w.-]{{2,60}})(?:[,· ][^\n]{{1,60}})?{_ENDS}"),
        # “We stay.” (Ana Ruiz, mayor)
        ("behind", rf"{_BEHIND}{_GAP}(?P<mark>\()(?P<name>{_LED}(?:,[^\n“”\"?!;:|()]{{1,120}})?)\){_ENDS}"),
        # “We stay.” | Ana Ruiz | Lindo
        ("behind", rf"{_BORDER}(?P<name>{_LED}{_ROLE}?)(?:{_CELLS})?{_ENDS}"),
        # Ana Ruiz, mayor of Lindo – “We stay.”
        ("in front", rf"{_OPENS}(?P<name>{_LED}(?:(?:,|[^\S\n]\()[^\n“”\"?!;:|–—]{{1,120}})?){_DASH}"),
        # Ana Ruiz (Free Party): “We stay.”
        ("in front", rf"{_OPENS}(?P<name>{_FULL}{_ROLE}|{_LED_BY}{_FULL})(?P<mark>:)\s{{0,9}}"),
        # Ana Ruiz | Lindo: “We stay.”, as cells are joined
        ("in front", rf"{_OPENS}(?P<name>{_FULL}{_ROLE}?){_CELLS}(?P<mark>:)\s{{0,9}}"),
        # And from chairman Ana Ruiz: ¶ “We stay.”
        (
            "above",
            rf"{_LEADS_UP}(?P<name>(?:(?:the|a|an) )?(?:[a-z][\w’'-]{{1,40}} ){{0,4}}{_CAPITAL}{_NEXT}{{0,7}}{_ROLE}?)"
            r"(?P<mark>:)\s{0,9}",
        ),
        # The mayor of Lindo, Ana Ruiz, put it in one line: ¶ “We stay.”
        (
            "above",
            rf"(?P<name>(?:(?:[Tt]he|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|{_CAPITAL}[’']s) [^\n“”\"?!;:|,]{{2,80}}, )?{_LED}"
            r"(?:, [^\n“”\"?!;:|,]{2,100},)?),? (?P<verb>[a-z]+)(?P<rest>\b[^\n“”\"?!;:|]{0,160})(?P<mark>:)\s{0,9}",
        ),
    )
)


_COMES_IN = re.compile(r"\b(?:who|whose|which|that|as|when|while|by|after|from)\b|(?<= )(?!I\b)[A-Z]")
"""What tells of another in a line that leads up to a quotation: "met a man who wrote:", "thanked Holt:"."""

_UNENDED = re.compile(r"[^\W_][”\"’'»]*\Z")


class Signature(NamedTuple):
    """Where the dash or colon stands, if there is one, and where the name of who speaks."""

    mark: tuple[int, int] | None
    signer: tuple[int, int]


def signature(text: str, quotation: Quotation) -> Signature | None:
    """Who signs a quotation, on its line or on the next.

    >>> from sayso.text.quotations import quotations
    >>> text = "“We stay.” — Ana Ruiz, mayor of Lindo"
    >>> (found,) = [signature(text, quotation) for quotation in quotations(text)]
    >>> text[slice(*found.signer)]
    'Ana Ruiz, mayor of Lindo'
    """
    if names_a_work(text, quotation):
        return None
    behind = (form.pattern.match(text, quotation.end) for form in FORMS if form.place == "behind")
    return next((_signature(found) for found in behind if found), None)


def announcement(text: str, line: int, quotation: Quotation) -> Signature | None:
    """Who is named in front of a quotation that its line, which begins at `line`, ends with, or in the line before.

    >>> from sayso.text.quotations import quotations
    >>> text = "Ana Ruiz, mayor of Lindo – “We stay.”"
    >>> (found,) = [announcement(text, 0, quotation) for quotation in quotations(text)]
    >>> text[slice(*found.signer)]
    'Ana Ruiz, mayor of Lindo'
    """
    if text[quotation.end : quotation.end + 1] not in ("", "\n") or names_a_work(text, quotation):
        return None
    begins = {"in front": line, "above": _before(text, line)}
    before = (f.pattern.fullmatch(text, begins[f.place], quotation.start) for f in FORMS if f.place in begins)
    return next((_signature(found) for found in before if found and _leads_up(found)), None)


def _leads_up(found: re.Match[str]) -> bool:
    """Whether a line leads up to its own subject's words: one who acts in it, and nobody who comes in behind."""
    told = found.groupdict()
    return "verb" not in told or (acts(told["verb"], told["rest"]) and not _COMES_IN.search(told["rest"]))


def names_a_work(text: str, quotation: Quotation) -> bool:
    """Whether marks hold what a film or song may be called, with its maker beside it: “The Long River” (Ana Ruiz)."""
    words = text[quotation.start : quotation.end]
    return len(words.split()) > 1 and _UNENDED.search(words) is not None and title_cased(words)


def _signature(found: re.Match[str]) -> Signature:
    start = found.start("name")
    return Signature(found.span("mark"), (start, start + len(_without_stop(found["name"].rstrip()))))


def _before(text: str, line: int) -> int:
    """Where the line before the one at `line` begins, over one that is empty."""
    end = len(text[max(0, line - _REACH) : line].rstrip()) + max(0, line - _REACH)
    return text.rfind("\n", max(0, end - _REACH), end) + 1


def _without_stop(signer: str) -> str:
    """A signature without the day and the full stop after it; "Jr." keeps its own."""
    signer = _DAY.sub("", signer)
    return signer.removesuffix(".") if len(signer.rpartition(" ")[2]) > len("Esq.") else signer
