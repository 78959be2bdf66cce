"""Any search as an Atom feed, so that people can watch a name."""

from xml.etree.ElementTree import Element, SubElement, tostring

from fastapi import APIRouter, Request, Response

from sayso.data.results import StatementRow
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.query_params import AskedFor, Question
from sayso.serving.web.base.rendering import clipped, flags, shown, statement_path
from sayso.text.telling import sentence

router = APIRouter(include_in_schema=False)
ENTRIES = 50
_TITLE = 120
_ATOM = "http://www.w3.org/2005/Atom"
_LONG_AGO = "1970-01-01T00:00:00Z"
"""Also what fills up a date that is known in part: its first day, its first second."""


@router.get("/feed.atom")
def feed(request: Request, record: OnRecord, question: AskedFor) -> Response:
    """The newest statements that meet all that is asked."""
    found = record.search(question.for_people, limit=ENTRIES, order="newest")
    here = str(request.base_url).rstrip("/")
    root = Element("feed", xmlns=_ATOM)
    _text(root, "id", here + question.at("/feed.atom"))
    _text(root, "title", f"sayso: {_title(question)}")
    _text(root, "updated", max(map(_updated, found.rows), default=_LONG_AGO))
    _text(SubElement(root, "author"), "name", "sayso")
    SubElement(root, "link", rel="self", href=here + question.at("/feed.atom"))
    SubElement(root, "link", rel="alternate", type="text/html", href=here + question.at("/search"))
    for row in found.rows:
        _entry(root, row, here)
    return Response(tostring(root, "utf-8", xml_declaration=True), media_type="application/atom+xml")


def _entry(root: Element, row: StatementRow, here: str) -> None:
    who = row.statement.speaker.name if row.statement.speaker else "Somebody"
    what, not_plain = sentence(row.statement), flags(row)
    entry = SubElement(root, "entry")
    _text(entry, "id", f"urn:x-sayso:statement:{row.id}")
    line = what if len(what) <= _TITLE else f"{who}: {what}"  # what is cut off may be who said it
    _text(entry, "title", " · ".join([clipped(line, _TITLE), *not_plain]))
    _text(entry, "updated", _updated(row))
    for name in [one.name for one in row.statement.speakers] or [who]:
        _text(SubElement(entry, "author"), "name", clipped(name))
    SubElement(entry, "link", rel="alternate", type="text/html", href=here + statement_path(row))
    whole = f"{here}/api/statement/{row.id}"
    SubElement(entry, "link", rel="alternate", type="application/json", href=whole)
    told = [*not_plain, row.statement.attribution.kind, row.article.outlet, clipped(row.article.title)]
    _text(entry, "summary", f"{what} ({' · '.join(filter(None, told))})")


def _text(parent: Element, tag: str, words: str) -> None:
    """Words without the characters that XML cannot hold."""
    SubElement(parent, tag).text = str(shown(words)).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def _title(question: Question) -> str:
    return ", ".join(value for name, value in question.chosen() if name != "order") or "all that is said"


def _updated(row: StatementRow) -> str:
    """When it was said, as fully as Atom wants it: what is not known is the first of it."""
    if not row.dated:
        return _LONG_AGO
    known = row.dated[: len(_LONG_AGO) - 1]
    return known + _LONG_AGO[len(known) :]
