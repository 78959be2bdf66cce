"""Who gets quoted: a table of what is asked for, each cell a link to its statements; a draft that is not kept."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, HTTPException, Query, Request, Response
from starlette.concurrency import run_in_threadpool

from sayso.data.errors import SaysoError
from sayso.data.found import Found
from sayso.data.record_errors import RecordError
from sayso.data.search import Search
from sayso.data.tally import UNITS, Cell, GenderBy, Tally, Unit
from sayso.ingest.pool import readers
from sayso.record import Record
from sayso.serialise.tallies import having
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.permissions import check
from sayso.serving.web.base.query_params import AskedFor, Question
from sayso.serving.web.base.rendering import page
from sayso.serving.web.views.search import notes

router = APIRouter(include_in_schema=False)
MOST_ROWS: Final = 1_000
LONGEST_DRAFT: Final = 200_000
"""A draft's bytes; more is a book."""


@dataclass(frozen=True, slots=True)
class Counting:
    """By what columns, with commas between, in what unit, and by what women and men are told."""

    columns: str = "speaker"
    unit: Unit = "statements"
    gender_by: GenderBy = "text"

    @property
    def by(self) -> list[str]:
        return [name.strip() for name in self.columns.split(",") if name.strip()]

    def at(self, question: Question, path: str = "/tally", **changes: str) -> str:
        """The URL of the table, some of it changed."""
        url, here = question.at(path), replace(self, **changes)  # type: ignore[arg-type]
        asked = urlencode({"columns": here.columns, "unit": here.unit, "gender_by": here.gender_by})
        return f"{url}{'&' if '?' in url else '?'}{asked}"


def _counting(
    columns: Annotated[str, Query(max_length=200, description="One to three, with commas between.")] = "speaker",
    unit: Annotated[Unit, Query(description="What is counted.")] = "statements",
    gender_by: Annotated[GenderBy, Query(description="By what women and men are told.")] = "text",
) -> Counting:
    return Counting(columns, unit, gender_by)


Counted = Annotated[Counting, Depends(_counting)]


def counted(record: Record, search: Search, counting: Counting, query: str) -> Tally:
    """The table that is asked for; raises BadTally, or BadQuery."""
    by = counting.by
    return record.tally(record.meant(search), by, unit=counting.unit, gender_by=counting.gender_by, query=query)


@router.get("/tally")
def tally(request: Request, record: OnRecord, question: AskedFor, counting: Counted) -> Response:
    """A table; what cannot be counted is told above the form."""
    wrong, found, query = None, None, counting.at(question)
    try:
        found = counted(record, question.for_people, counting, query)
    except RecordError:
        raise
    except SaysoError as error:
        wrong = str(error)
    told = notes(record.meant(question.for_people))
    link = partial(_link, question, found)
    return _page(request, record, counting, found, link=link, question=question, wrong=wrong, notes=told)


@router.post("/tally")
async def draft(request: Request, record: OnRecord) -> Response:
    """Who is quoted in a draft, which is gone with the answer."""
    async with request.form(max_files=0, max_fields=10, max_part_size=LONGEST_DRAFT) as sent:
        check(request, sent.get("form_key"))
        text, columns = str(sent.get("draft") or "").strip(), str(sent.get("columns") or "speaker")
    if not text:
        raise HTTPException(422, "there is no draft: paste one")
    counting = Counting(columns[:200])
    found = await run_in_threadpool(_of_draft, text.replace("\r\n", "\n"), counting)
    return _page(request, record, counting, found, link=None, question=Question(), draft=text)


def _of_draft(text: str, counting: Counting) -> Tally:
    reading = readers().read(Found(text.encode("utf-8", "replace")), "draft")
    with TemporaryDirectory(prefix="sayso-") as folder, Record(Path(folder, "draft.db")) as record:
        record.add(reading)
        return counted(record, Search().for_people, counting, "a draft, not kept")


def _link(question: Question, found: Tally | None, cell: Cell) -> str:
    """Where the statements of a cell are, beside all else that is asked for."""
    assert found
    wanted = "&".join(filter(None, (question.having, having(found, cell))))
    return question.at("/search", having=wanted)


def _page(request: Request, record: Record, counting: Counting, found: Tally | None, **more: Any) -> Response:
    told = {"wrong": None, "notes": [], "draft": "", **more}
    return page(
        request,
        "tally.html",
        status=422 if told["wrong"] else 200,
        counting=counting,
        tally=found,
        most=MOST_ROWS,
        columns=record.columns(),
        units=UNITS,
        **told,
    )
