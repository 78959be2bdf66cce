"""DOCX, what word processors write: paragraphs and headings in their order, tables row by row."""

import html
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from sayso.data.errors import Unreadable
from sayso.data.found import Found, Given
from sayso.inputs.format import Format

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


_NO_TITLE = "Word Document"
"""What python-docx tells of a file that has no properties."""


def is_docx(head: bytes) -> bool:
    return head.startswith(b"PK\x03\x04") and b"word/" in head and b"[Content_Types].xml" in head


def _page(found: Found, name: str) -> Found:
    """As a page of HTML, which keeps what is a heading."""
    from docx import Document
    from docx.opc.exceptions import OpcError

    try:
        document = Document(BytesIO(found.content))
        lines = list(_lines(document))
        told = document.core_properties
    except (BadZipFile, KeyError, ValueError, OpcError, SyntaxError) as error:
        raise Unreadable(name, f"a DOCX that cannot be read: {error}") from error
    if not lines:
        raise Unreadable(name, "a DOCX without text")
    # when the file was made is not when it was published, so that date is not taken
    given = Given(
        title=(" ".join(told.title.split()) or None) if told.title != _NO_TITLE else None,
        byline=(told.author,) if told.author and told.author != "python-docx" else (),
        found_in="DOCX",
    )
    page = "<html><body><article>" + "\n".join(lines) + "</article></body></html>"
    return replace(
        found,
        content=page.encode("utf-8", "replace"),
        url=found.url,
        charset="utf-8",
        given=found.given.or_else(given),
        media_type=_MEDIA_TYPE,
    )


def _lines(document: Any) -> Iterator[str]:
    for part in document.iter_inner_content():
        if hasattr(part, "rows"):
            rows = (" | ".join(" ".join(cell.text.split()) for cell in row.cells) for row in part.rows)
            yield from (f"<p>{html.escape(row)}</p>" for row in rows if row.strip(" |"))
        elif part.text.strip():
            style = str(part.style.name if part.style else "")
            tag = "h1" if style == "Title" else "h2" if style.startswith("Heading") else "p"
            yield f"<{tag}>{html.escape(part.text)}</{tag}>"


DOCX = Format("DOCX", "what word processors write", is_docx, unwrap=_page, needs=("docx",), extra="documents")
