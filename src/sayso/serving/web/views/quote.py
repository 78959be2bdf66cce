"""A statement by itself: a link that stays, and its words with their source in the forms that people paste."""

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from sayso.data.results import StatementRow
from sayso.record import Record
from sayso.serialise.quotation import forms
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.rendering import page, statement_path

router = APIRouter(include_in_schema=False)


@router.get("/s/{id}")
def permanent(record: OnRecord, id: str) -> Response:
    """Opens the article at the words."""
    return RedirectResponse(statement_path(the_statement(record, id)), 302)


@router.get("/quote/{id}")
def quote(request: Request, record: OnRecord, id: str) -> Response:
    row = the_statement(record, id)
    link = f"{str(request.base_url).rstrip('/')}/s/{row.id}"
    return page(request, "quote.html", row=row, forms=forms(row, link), link=link)


def the_statement(record: Record, id_: str) -> StatementRow:
    """The statement with this id; a page that is not there where there is none."""
    for row in record.held(id_.rpartition(".")[0]).statements:
        if row.id == id_:
            return row
    raise HTTPException(404, f"there is no statement {id_} on the record")
