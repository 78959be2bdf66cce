"""A statement to be pasted elsewhere with its source: plain text, Markdown, HTML, BibTeX."""

import html
import re
from typing import Final

from sayso.data.results import StatementRow
from sayso.text.days import day
from sayso.text.telling import sentence

_TEX: Final = str.maketrans({c: f"\\{c}" for c in "&%$#_{}"} | {"\\": r"\textbackslash{}", "~": r"\~{}", "^": r"\^{}"})


def forms(row: StatementRow, link: str) -> dict[str, str]:
    """The sentence with title, outlet, day and address in each form, by the form's name.

    `link` is where the statement is proved; the address of the article itself is told too where it has one.
    """
    told = sentence(row.statement, row.within, row.reporter)
    where, url = ", ".join(filter(None, _source(row))), row.document.url or link
    return {
        "Plain text": f"{told}\n— {where}. {url}",
        "Markdown": f"> {_marked_down(told)}\n>\n> — [{_marked_down(where)}]({url}) ([evidence]({link}))",
        "HTML": _as_html(told, where, url, link),
        "BibTeX": _as_bibtex(row, told, link),
    }


def _source(row: StatementRow) -> tuple[str | None, ...]:
    article = row.article
    published = article.published.value if article.published else row.dated
    return article.title and f"“{article.title}”", article.outlet, day(published) if published else "undated"


def _marked_down(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def _as_html(told: str, where: str, url: str, link: str) -> str:
    cite = html.escape(url)
    return (
        f'<blockquote cite="{cite}"><p>{html.escape(told)}</p>\n'
        f'<footer>— <a href="{cite}">{html.escape(where)}</a>'
        f' (<a href="{html.escape(link)}">evidence</a>)</footer></blockquote>'
    )


def _as_bibtex(row: StatementRow, told: str, link: str) -> str:
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
