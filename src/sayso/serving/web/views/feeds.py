"""Any search as an Atom feed, so that people can watch a name."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse

from sayso.data.results import StatementRow
from sayso.serialise.core import row_form
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.query_params import AskedFor, Question
from sayso.serving.web.base.rendering import clipped, flags, shown, statement_path
from sayso.text.telling import in_full, sentence

router = APIRouter(include_in_schema=False)
ENTRIES = 50
_TITLE = 120
_PRINTED = ("utterance", "altered", "independent")
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


@router.get("/feed.json")
def json_feed(request: Request, record: OnRecord, question: AskedFor) -> Response:
    """The same in JSON Feed 1.1."""
    found = record.search(question.for_people, limit=ENTRIES, order="newest")
    here = str(request.base_url).rstrip("/")
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"sayso: {_title(question)}",
        "home_page_url": here + question.at("/search"),
        "feed_url": here + question.at("/feed.json"),
        "items": [_item(row, here) for row in found.rows],
    }
    return JSONResponse(told, media_type="application/feed+json")


def _item(row: StatementRow, here: str) -> dict[str, Any]:
    names = [one.name for one in row.statement.speakers] or ["Somebody"]
    return {
        "id": f"urn:x-sayso:statement:{row.id}",
        "url": f"{here}/s/{row.id}",
        "title": clipped(row.article.title, _TITLE),
        "content_text": in_full(row),
        "date_published": _updated(row),
        "authors": [{"name": name} for name in names],
        "_sayso": {name: told for name, told in row_form(row).items() if name in _PRINTED},
    }


def _entry(root: Element, row: StatementRow, here: str) -> None:
    who = row.statement.speaker.name if row.statement.speaker else "Somebody"
    what = sentence(row.statement, row.within, row.reporter)
    entry = SubElement(root, "entry")
    _text(entry, "id", f"urn:x-sayso:statement:{row.id}")
    # What is cut off may be who said it, or that it was denied.
    short = " · ".join([clipped(f"{who}: {what}", _TITLE), *flags(row)])
    _text(entry, "title", what if len(what) <= _TITLE else short)
    _text(entry, "updated", _updated(row))
    for name in [one.name for one in row.statement.speakers] or [who]:
        _text(SubElement(entry, "author"), "name", clipped(name))
    SubElement(entry, "link", rel="alternate", type="text/html", href=here + statement_path(row))
    whole = f"{here}/api/statement/{row.id}"
    SubElement(entry, "link", rel="alternate", type="application/json", href=whole)
    told = [
        in_full(row),
        f"altered: {clipped(row.altered.change)}" if row.altered else None,
        clipped(row.article.title),
    ]
    _text(entry, "summary", " · ".join(filter(None, told)))


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
