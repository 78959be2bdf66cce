"""One act of speaking in all its printings: the fullest, the others word by word beside it, then what is altered."""

from fastapi import APIRouter, Request, Response

from sayso.data.results import Printings, StatementRow
from sayso.data.statement import words_said
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.rendering import page
from sayso.verification import Change, differences

router = APIRouter(include_in_schema=False)

Beside = list[tuple[StatementRow, tuple[Change, ...]]]


@router.get("/printings/{id}")
def printings(request: Request, record: OnRecord, id: str) -> Response:
    """By the id of an utterance, or of one of its statements."""
    found = record.printings(id)
    return page(
        request,
        "printings.html",
        found=found,
        others=_beside(found, found.rows[1:]),
        altered=_beside(found, found.altered),
    )


def _beside(found: Printings, rows: tuple[StatementRow, ...]) -> Beside:
    fullest = words_said(found.rows[0].statement)
    return [(row, differences(fullest, words_said(row.statement))) for row in rows]
