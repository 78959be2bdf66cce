"""PDF with a text layer: its pages as plain text. What is only a picture of a page is told so."""

from dataclasses import replace

from sayso.data.errors import Unreadable
from sayso.data.found import Found, Given
from sayso.inputs.format import Format, starts_with

_MOST_PAGES = 2_000
_FEWEST_LETTERS = 40
_HYPHEN = "\ufffe"
"""Where the library joins a word that the page breaks."""


def _text(found: Found, name: str) -> Found:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(found.content)
    except PdfiumError as error:
        why = "with a password" if "assword" in str(error) else f"that cannot be read: {error}"
        raise Unreadable(name, f"a PDF {why}") from error
    try:
        pages = [_of_page(document, number) for number in range(min(len(document), _MOST_PAGES))]
        title = " ".join((document.get_metadata_value("Title") or "").split())
    finally:
        document.close()
    text = "\n\n".join(pages)
    if sum(map(str.isalnum, text)) < _FEWEST_LETTERS:
        raise Unreadable(name, "a PDF without text, only pictures of pages")
    # when the file was made is not when it was published, so that date is not taken
    given = Given(title=title if _is_title(title, text) else None, found_in="PDF")
    return replace(
        found,
        content=text.encode("utf-8", "replace"),
        url=found.url,
        charset="utf-8",
        given=found.given.or_else(given),
        media_type="application/pdf",
    )


def _of_page(document: object, number: int) -> str:
    """A page's text; a paragraph is told from a line by the room between lines, as pdfium gives it."""
    page = document[number]  # type: ignore[index]
    words = page.get_textpage()
    text: str = words.get_text_bounded()
    words.close()
    page.close()
    return text.replace("\r\n", "\n").replace(_HYPHEN + "\n", "").replace(_HYPHEN, "")


def _is_title(title: str, text: str) -> bool:
    """Programs write names of files and templates there; a title stands on the page too."""
    return bool(title) and "".join(title.split()).casefold() in "".join(text.split()).casefold()


PDF = Format(
    "PDF",
    "its text layer; scans have none",
    starts_with(b"%PDF-"),
    unwrap=_text,
    needs=("pypdfium2",),
    extra="documents",
)
