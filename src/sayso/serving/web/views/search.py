"""Search: statements that meet all that is asked, counted by what narrows them; to be taken along."""

from collections.abc import Callable, Iterator
from threading import BoundedSemaphore
from typing import Final, Literal

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from sayso.data.errors import SaysoError
from sayso.data.record_errors import RecordError
from sayso.data.results import Facets, Page
from sayso.data.search import Meant, Search
from sayso.export import lines
from sayso.serving.web.base import iterate
from sayso.serving.web.base.dependencies import InShort, OnRecord
from sayso.serving.web.base.query_params import After, AskedFor
from sayso.serving.web.base.rendering import page
from sayso.serving.web.base.streaming import joined

router = APIRouter(include_in_schema=False)
ON_A_PAGE: Final = 25
DOWNLOADS: Final = 2
MEDIA_TYPES: Final = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


@router.get("/search")
def search(request: Request, record: OnRecord, kept: InShort, question: AskedFor, after: After = None) -> Response:
    """Statements with their evidence, a page at a time."""
    wrong, asked = None, record.meant(question.for_people)
    try:
        found = record.search(asked, limit=ON_A_PAGE, after=after, order=question.order)
        counted = kept.facets(asked)
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
        notes=notes(asked),
        after=after,
    )


@router.get("/search.{ending}")
def download(request: Request, record: OnRecord, question: AskedFor, ending: Literal["csv", "jsonl"]) -> Response:
    """All that was found, as a file that streams; a few are made at a time."""
    slots: BoundedSemaphore = request.app.state.downloads
    if not slots.acquire(blocking=False):
        raise HTTPException(503, "too many files are being made; try again in a minute", {"Retry-After": "60"})
    return Download(lines(iterate.every(record, question.search, question.order), ending), ending, slots.release)


class Download(StreamingResponse):
    """A file, made as it is taken; when it is whole, or the other end has gone, there is room for another."""

    def __init__(self, pieces: Iterator[str], ending: str, done: Callable[[], None]) -> None:
        name = {"Content-Disposition": f'attachment; filename="sayso.{ending}"'}
        super().__init__(joined(pieces), headers=name, media_type=MEDIA_TYPES[ending])
        self._done = done

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._done()


def notes(asked: Search) -> list[str]:
    """What the one who asks should know of the names: that they mean nobody, or several."""
    told = []
    for whom in (asked.by, asked.about):
        if not isinstance(whom, Meant):
            continue
        if not whom.ids:
            told.append(f"No one on the record is called “{whom.name}”.")
        elif len(whom.ids) > 1:
            several = ", ".join(whom.names[:5])
            told.append(f"“{whom.name}” means {len(whom.ids)} here: {several}{' …' if len(whom.ids) > 5 else ''}.")
    return told
