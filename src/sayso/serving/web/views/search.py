"""Search: statements that meet all that is asked, counted by what narrows them; to be taken along."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from threading import BoundedSemaphore
from typing import Annotated, Any, Final, Literal

from fastapi import APIRouter, HTTPException, Query, Request, Response
from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from sayso.data.errors import SaysoError
from sayso.data.record_errors import RecordError
from sayso.data.results import Facets, Page
from sayso.data.search import Meant, Search
from sayso.export import lines
from sayso.serving.web.base import iterate
from sayso.serving.web.base.dependencies import InShort, OnRecord, in_one_moment
from sayso.serving.web.base.query_params import After, AskedFor, Question
from sayso.serving.web.base.rendering import page
from sayso.serving.web.base.streaming import joined

router = APIRouter(include_in_schema=False)
ON_A_PAGE: Final = 25
DOWNLOADS: Final = 2
MEDIA_TYPES: Final = {"csv": "text/csv; charset=utf-8", "jsonl": "application/jsonl; charset=utf-8"}


@router.get("/search")
@in_one_moment
def search(request: Request, record: OnRecord, kept: InShort, question: AskedFor, after: After = None) -> Response:
    """Whom the words name, then statements with their evidence, a page at a time, then articles."""
    wrong, asked = None, record.meant(question.for_people)
    answer, found, counted = None, Page((), (), None), Facets(0, (), (), (), ())
    try:
        answer = record.understood(asked) if asked.words else None
        if answer is None or answer.found:
            asked, order = (answer.search, answer.order) if answer else (asked, None)
            found = record.search(asked, limit=ON_A_PAGE, after=after, order=order or question.order)
            counted = kept.facets(asked)
    except RecordError:
        raise
    except SaysoError as error:  # The words or the cursor cannot be read; the form is shown again, and why.
        wrong = str(error)
    return page(
        request,
        "search.html",
        question=question,
        exact=exactly(question, asked),
        people=answer.cards if answer else (),
        told=answer.told if answer else (),
        read=answer.articles if answer else (),
        found=found,
        facets=counted,
        wrong=wrong,
        status=422 if wrong else 200,
        notes=[] if answer else notes(asked),
        after=after,
    )


def exactly(question: Question, asked: Search) -> Question:
    """The question as it was understood, so that what is linked to finds the same."""
    changes: dict[str, Any] = {
        name: getattr(question, name) or _whom(value) for name, value in (("by", asked.by), ("about", asked.about))
    }
    return replace(
        question,
        **changes,
        q=asked.words or "",
        since=asked.since or "",
        until=asked.until or "",
        outlet=asked.outlet or "",
        marked="denied" if asked.denied else question.marked,
    )


def _whom(value: str | Meant | None) -> str:
    if isinstance(value, Meant):
        return value.ids[0] if len(value.ids) == 1 else value.name
    return value or ""


@router.get("/suggest")
def suggest(record: OnRecord, q: Annotated[str, Query(max_length=60)] = "") -> list[dict[str, str]]:
    """Names that begin with what is typed, with what tells them apart."""
    return [{"name": one.name, "who": one.role or one.type} for one in record.suggested(q)]


@router.get("/search.{ending}")
def download(request: Request, record: OnRecord, question: AskedFor, ending: Literal["csv", "jsonl"]) -> Response:
    """All that was found, as a file that streams; a few are made at a time."""
    slots: BoundedSemaphore = request.app.state.downloads
    if not slots.acquire(blocking=False):
        raise HTTPException(503, "too many files are being made; try again in a minute", {"Retry-After": "60"})
    try:
        own = record.own_columns()
        rows = iterate.every(record, question.search, question.order)
    except BaseException:
        slots.release()
        raise
    return Download(lines(rows, ending, own), ending, slots.release)


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
        elif whom.is_taken_for:
            told.append(f"“{whom.name}” is taken to mean {whom.is_taken_for}.")
        elif len(whom.ids) > 1:
            several = ", ".join(whom.names[:5])
            told.append(f"“{whom.name}” means {len(whom.ids)} here: {several}{' …' if len(whom.ids) > 5 else ''}.")
    return told
