"""Search: statements that meet all that is asked, counted by what narrows them; to be taken along."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, Literal

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from sayso.data.errors import SaysoError
from sayso.data.record_errors import RecordError
from sayso.data.results import Facets, Page
from sayso.export import write
from sayso.record import Record
from sayso.serving.web.base import iterate
from sayso.serving.web.base.dependencies import InShort, OnRecord
from sayso.serving.web.base.query_params import After, AskedFor, Question
from sayso.serving.web.base.rendering import page

router = APIRouter(include_in_schema=False)
ON_A_PAGE: Final = 25
KINDS: Final = ("direct", "indirect", "mixed", "headline")
MEDIA_TYPES: Final = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


@router.get("/search")
def search(request: Request, record: OnRecord, kept: InShort, question: AskedFor, after: After = None) -> Response:
    """Statements with their evidence, a page at a time."""
    wrong = None
    try:
        found = record.search(question.search, limit=ON_A_PAGE, after=after, order=question.order)
        counted = kept.facets(question.search)
    except RecordError:
        raise
    except SaysoError as error:  # The words or the cursor cannot be read; the form is shown again, and why.
        wrong, found, counted = str(error), Page((), (), None), Facets(0, (), (), (), ())
    return page(
        request,
        "search.html",
        question=question,
        found=found,
        facets=counted,
        wrong=wrong,
        status=422 if wrong else 200,
        notes=notes(record, question),
        kinds=KINDS,
        after=after,
    )


@router.get("/search.{ending}")
def download(record: OnRecord, question: AskedFor, ending: Literal["csv", "jsonl"]) -> Response:
    """All that was found, in a file."""
    folder = TemporaryDirectory(prefix="sayso-")
    path = Path(folder.name, f"sayso.{ending}")
    write(iterate.every(record, question.search, question.order), path)
    return FileResponse(
        path, filename=path.name, media_type=MEDIA_TYPES[ending], background=BackgroundTask(folder.cleanup)
    )


def notes(record: Record, question: Question) -> list[str]:
    """What the one who asks should know of the names: that they mean nobody, or several."""
    told = []
    for name in filter(None, (question.by, question.about)):
        called = record.called(name)
        if not called:
            told.append(f"No one on the record is called “{name}”.")
        elif len(called) > 1:
            several = ", ".join(one.name for one in called[:5])
            told.append(f"“{name}” means {len(called)} here: {several}{' …' if len(called) > 5 else ''}.")
    return told
