"""Templates into pages. Every text that a template prints passes through `shown` and is then escaped."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from starlette.requests import Request
from starlette.responses import HTMLResponse

from sayso.data.made import differing
from sayso.data.results import Marks, StatementRow
from sayso.data.search_fields import BY_NAME
from sayso.data.version import __version__
from sayso.serving.web.base.access import Access
from sayso.serving.web.base.assets import asset
from sayso.text import telling
from sayso.text.days import day
from sayso.text.time_codes import time_code

_PICTURES: Final = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"} | {0x7F: "\u2421"}
_UNSEEN: Final = re.compile("[\x80-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]")
_HALF: Final = re.compile("[\ud800-\udfff]")


def shown(value: object) -> object:
    """A text with what would act on the page's own text made visible; what is not text as it is.

    >>> shown("Dam\\x1b stays\\u202e")
    'Dam␛ stays⟨U+202E⟩'
    """
    if type(value) is not str or value.isprintable():  # none of those below is printable
        return value
    seen = _UNSEEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", value.translate(_PICTURES))
    return _HALF.sub("\N{REPLACEMENT CHARACTER}", seen)


def page(request: Request, file: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """A page made from its template, with what the layout needs."""
    access: Access = request.app.state.access
    visitor = access.who(request)
    context |= {
        "request": request,
        "visitor": visitor,
        "may_write": visitor.may("editor"),
        "by_name": access.users is not None,
        "form_key": access.form_key(request),
        "decided_last": request.app.state.record.last_decision() if visitor.may("editor") else 0,
    }
    return HTMLResponse(template(file).render(context), status)


def template(name: str) -> Template:
    return _environment().get_template(name)


def clipped(text: str | None, most: int = 160) -> str:
    """A text for a list: on one line, and not endless."""
    line = " ".join((text or "")[: most * 4].split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def counted(number: int, thing: str) -> str:
    """ "1 article", "2,000 articles"."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"


def percent(share: float) -> str:
    return f"{share * 100:.0f} %"


def actor_path(actor: str) -> str:
    return f"/actor/{quote(actor, safe=':@')}"


def statement_path(row: StatementRow) -> str:
    """The place of a statement in its article, with the statement lit up."""
    number = number_of(row.id)
    return f"/article/{quote(row.article.id)}?s={number}#s-{number}"


def number_of(statement_id: str) -> int:
    """Which statement of its article this is: 4 for "04da3ea48aa493e2.4"."""
    return int(statement_id.rpartition(".")[2])


def in_order(row: StatementRow) -> list[tuple[str, str]]:
    """The pieces of a statement as the text has them, each with its part; "gap" stands for what lies between two."""
    return [(piece.part, piece.text) for piece in telling.pieces(row.statement.attribution)]


def cut_before(text: str) -> str:
    """The words before a statement, cut somewhere in their first word.

    >>> cut_before("aid the dam was safe. "), cut_after(". The opposition said that the m")
    ('… the dam was safe. ', '. The opposition said that the …')
    """
    return re.sub(r"^\S+(?=\s\S)\s", "… ", text)


def cut_after(text: str) -> str:
    """The words after a statement, cut somewhere in their last word."""
    return re.sub(r"(?<=\S)\s\S+$", " …", text)


def told(row: StatementRow, marks: Marks = ()) -> list[tuple[str, list[tuple[str, bool]]]]:
    """The same with the speaker's name where the words do not tell it, and each piece cut where a search marks it."""
    return [(piece.part, list(_cut(piece, marks))) for piece in telling.told(row.statement)]


def in_words(row: StatementRow) -> str:
    """The statement in one sentence that cannot be misread."""
    return telling.sentence(row.statement, row.within, row.reporter)


def flags(row: StatementRow) -> list[str]:
    """What keeps it from being plainly said."""
    return telling.flags(row.statement, row.within, row.reporter)


def must_not_be_overlooked(row: StatementRow) -> bool:
    """Whether all hangs on its cue: it is denied, not said or supposed, or reported in what is."""
    return (row.within or telling.mark_of(row.statement.attribution)) is not None


def is_grave(flag: str) -> bool:
    """Whether who overlooks a flag takes a statement for its opposite: a denial, or what was not said."""
    return "denied" in flag or "denial" in flag or "not said" in flag


def _cut(piece: telling.Piece, marks: Marks) -> Iterator[tuple[str, bool]]:
    """The words of a piece, each stretch with whether it is marked; marks point into the whole content."""
    place = 0
    for start, end in marks if piece.part == "content" else ():
        first, last = max(start - piece.at, place), min(end - piece.at, len(piece.text))
        if first < last:
            yield piece.text[place:first], False
            yield piece.text[first:last], True
            place = last
    yield piece.text[place:], False


def web_address(url: str | None) -> str | None:
    """A URL that may be a link; "javascript:" and its like may not."""
    return url if url and re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else None


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("sayso.serving.web"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    filters: tuple[Callable[..., object], ...] = (
        day,
        clipped,
        cut_before,
        cut_after,
        counted,
        time_code,
        percent,
        actor_path,
        statement_path,
        number_of,
        web_address,
        in_order,
        told,
        flags,
        must_not_be_overlooked,
        is_grave,
        in_words,
        differing,
    )
    environment.filters.update({filter_.__name__: filter_ for filter_ in filters})
    environment.globals.update(asset=asset, version=__version__, search_fields=BY_NAME)
    return environment
