"""Searches that are kept under a name, what is new in each, and the forms that keep them."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.data.search import Search
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.permissions import Writer
from sayso.serving.web.base.query_params import AskedFor, Question
from sayso.serving.web.base.rendering import page

router = APIRouter(include_in_schema=False)
AT_ONCE = 25

Name = Annotated[str, Form(min_length=1, max_length=80)]


@router.get("/saved")
def saved(request: Request, record: OnRecord, question: AskedFor, name: str = "") -> Response:
    """All of them; with a `name` what is new in that one. A question in the URL is one that may be kept."""
    known = record.saved()
    return page(
        request,
        "saved.html",
        saved=known,
        question=question,
        open=next((one for one in known if one.name == name), None),
        rows=record.new_in(name, AT_ONCE) if name else (),
        asking=asking,
    )


@router.post("/saved")
def keep(record: OnRecord, who: Writer, name: Name, question: AskedFor) -> Response:
    record.save(name.strip(), question.for_people)
    return RedirectResponse("/saved", 303)


@router.post("/saved/seen")
def seen(record: OnRecord, who: Writer, name: Name) -> Response:
    record.seen(name)
    return RedirectResponse("/saved", 303)


@router.post("/saved/drop")
def drop(record: OnRecord, who: Writer, name: Name) -> Response:
    record.drop_saved(name)
    return RedirectResponse("/saved", 303)


def asking(search: Search) -> Question:
    """A search as the pages' URLs say it."""
    plain = {
        name: getattr(search, name) for name in ("by", "about", "since", "until", "outlet", "kind", "topic", "act")
    }
    asked = Question(q=search.words or "", **{name: str(value) for name, value in plain.items() if value})  # type: ignore[arg-type]
    return replace(asked, marked="denied" if search.denied else "")
