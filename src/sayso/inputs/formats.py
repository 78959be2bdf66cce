"""All formats, in the order in which they are asked whether a file is one of theirs."""

from dataclasses import replace

from sayso.data.errors import Unreadable
from sayso.data.found import Found
from sayso.inputs.archives import TAR, ZIP
from sayso.inputs.docx import DOCX
from sayso.inputs.feeds import FEED, OPML, SITEMAP, URLS
from sayso.inputs.format import HEAD, Columns, Format
from sayso.inputs.json_article import JSON
from sayso.inputs.json_rows import LINES, ROWS
from sayso.inputs.mail import MAIL, MBOX
from sayso.inputs.mhtml import MHTML
from sayso.inputs.others import OTHERS
from sayso.inputs.packed import plain
from sayso.inputs.pdf import PDF
from sayso.inputs.subtitles import SUBTITLES, WHISPER
from sayso.inputs.tables import CSV, PARQUET, has_columns
from sayso.inputs.warc import WARC

FORMATS = (
    *(PDF, DOCX, MHTML, MAIL, MBOX, WARC, TAR, PARQUET),
    *(FEED, OPML, SITEMAP, URLS, SUBTITLES, WHISPER, LINES, ROWS, JSON, CSV),
)
_ASKED = (*(each for each in FORMATS if each is not CSV), *OTHERS, ZIP, CSV)


def told(head: bytes, columns: Columns | None = None) -> Format | None:
    """The format of a file by its first bytes; None of what is text or HTML, or nothing known.

    What has the `columns` that the user names is a table, whatever these are called.
    """
    form = next((each for each in _ASKED if each.is_it(head)), None)
    return CSV if form is None and columns and has_columns(head, columns.values()) else form


def unwrapped(found: Found, name: str) -> Found:
    """A document as text or HTML, with what its wrapping tells; as it is where it has none.

    Raises Unreadable where the wrapping is broken, holds no text, or is a library's that is not installed.
    """
    found = replace(found, content=plain(found.content, name))
    form = told(found.content[:HEAD])
    if form in OTHERS:
        raise Unreadable(name, f"{form.name}: it is not read, `sayso formats` lists what is")
    if form is None or form.unwrap is None:
        return found
    form.ensure_there(name)
    return form.unwrap(found, name)


def links_in(content: bytes, name: str) -> tuple[str, ...] | None:
    """The addresses that a document lists, in its order; None where it is no list of any."""
    form = told(content[:HEAD])
    return form.links(content, name).urls if form and form.links else None


def listed() -> tuple[Format, ...]:
    """Those that are read, for people."""
    return (*FORMATS[:7], ZIP, *FORMATS[7:])
