"""A statement to be pasted elsewhere with its source: plain text, Markdown, HTML, BibTeX."""

import html
import re
from typing import Final

from sayso.data.results import StatementRow
from sayso.text.days import day
from sayso.text.telling import sentence

_TEX: Final = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}"})


def forms(row: StatementRow, link: str | None = None) -> dict[str, str]:
    """The sentence with title, outlet, day and address in each form, by the form's name.

    `link` is where the statement is proved, if it is anywhere; the address of the article itself is told too where it
    has one. Without either the statement's id leads back to it.
    """
    told = sentence(row.statement, row.within, row.reporter) + _said_then(row)
    where, url = ", ".join(filter(None, _source(row))), row.document.url or link
    marked = f"[{_marked_down(where)}]({url})" if url else _marked_down(where)
    return {
        "Plain text": f"{told}\n— {where}. {url or row.id}",
        "Markdown": f"> {_marked_down(told)}\n>\n> — {marked} " + (f"([evidence]({link}))" if link else f"({row.id})"),
        "HTML": _as_html(told, where, url, link),
        "BibTeX": _as_bibtex(row, told, link),
    }


def _said_then(row: StatementRow) -> str:
    """When it was said, where that is another day than the article's: words of March are no words of July."""
    published = row.article.published.value if row.article.published else ""
    is_of_then = row.dated and published and not published.startswith(row.dated[:10])
    return f" ({day(row.dated)})" if is_of_then else ""


def _source(row: StatementRow) -> tuple[str | None, ...]:
    article = row.article
    published = article.published.value if article.published else row.dated
    return article.title and f"“{article.title}”", article.outlet, day(published) if published else "undated"


def _marked_down(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def _as_html(told: str, where: str, url: str | None, link: str | None) -> str:
    cite = f' cite="{html.escape(url)}"' if url else ""
    source = f'<a href="{html.escape(url)}">{html.escape(where)}</a>' if url else html.escape(where)
    evidence = f' (<a href="{html.escape(link)}">evidence</a>)' if link else ""
    return f"<blockquote{cite}><p>{html.escape(told)}</p>\n<footer>— {source}{evidence}</footer></blockquote>"


def _as_bibtex(row: StatementRow, told: str, link: str | None) -> str:
    published = (row.article.published.value if row.article.published else row.dated) or ""
    values = {
        "title": row.article.title,
        "organization": row.article.outlet,
        "date": published[:10],
        "year": published[:4],
        "url": row.document.url or link,
        "note": told,
    }
    lines = [f"  {name} = {{{_tex(name, value)}}}" for name, value in values.items() if value]
    return f"@online{{sayso-{row.id},\n" + ",\n".join(lines) + "\n}"


def _tex(name: str, value: str) -> str:
    return value if name == "url" else " ".join(value.split()).translate(_TEX)
