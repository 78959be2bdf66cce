"""A reading as a notebook shows it: the article with who says what marked, and the statements below it."""

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from sayso.data.article import Span

if TYPE_CHECKING:
    from sayso.data.analysis import Reading
    from sayso.data.statement import Statement

_COLOURS: Final = {"source": "#cfe3f5", "cue": "#f6e2b8", "content": "#e3f1df"}
_CELL: Final = '<td style="text-align:left">{}</td>'
_MARK: Final = '<span style="background:{};color:#111;border-radius:2px" title="{}">{}</span>'


def reading_html(reading: "Reading") -> str:
    """HTML with no script and nothing from elsewhere; every text is escaped."""
    article = reading.article
    when = article.published.value if article.published else None
    head = " · ".join(filter(None, (article.title, article.outlet, when)))
    body = _marked(reading).replace("\n\n", "</p><p>")
    rows = "".join(map(_row, reading.statements))
    table = f"<table><tr><th>speaker</th><th>words</th><th>how</th></tr>{rows}</table>" if rows else ""
    return f'<div style="max-width:46em"><b>{escape(head)}</b><p>{body}</p>{table}</div>'


def _marked(reading: "Reading") -> str:
    """The text, each stretch coloured by the innermost of what it is part of."""
    text = reading.article.text
    own = [one for one in reading.statements if one.where != "related"]
    spans = [(span, part, _who(one)) for one in own for part, _, span in one.attribution.spans()]
    edges = sorted({0, len(text), *(edge for span, _, _ in spans for edge in (span.start, span.end))})
    return "".join(_stretch(text[start:end], start, spans) for start, end in pairwise(edges))


def _stretch(words: str, start: int, spans: list[tuple[Span, str, str]]) -> str:
    around = [(s.end - s.start, part, who) for s, part, who in spans if s.start <= start < s.end]
    if not around:
        return escape(words)
    _, part, who = min(around)
    return _MARK.format(_COLOURS[part], escape(f"{part}: {who}", quote=True), escape(words))


def _row(statement: "Statement") -> str:
    said = statement.attribution
    words = " … ".join(span.text for span in said.content)
    marks = [name for name in ("negated", "denied", "hypothetical") if getattr(said, name)]
    cells = _who(statement), words, ", ".join([said.kind, said.act, *marks])
    return "<tr>" + "".join(_CELL.format(escape(cell)) for cell in cells) + "</tr>"


def _who(statement: "Statement") -> str:
    return " and ".join(who.name for who in statement.speakers) or f"? {statement.unresolved or ''}"
