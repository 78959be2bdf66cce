"""Searches that are kept under a name, what is new in each, and the forms that keep them."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from sayso.data.results import Saved
from sayso.data.search import Search
from sayso.record import Record
from sayso.serving.web.base.access import Access, Visitor
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.permissions import Asking, Reader
from sayso.serving.web.base.query_params import AskedFor, Question
from sayso.serving.web.base.rendering import page

router = APIRouter(include_in_schema=False)
AT_ONCE = 25

Name = Annotated[str, Form(min_length=1, max_length=80)]


@router.get("/saved")
def saved(request: Request, record: OnRecord, question: AskedFor, who: Asking, name: str = "") -> Response:
    """One's own; with a `name` what is new in that one. A question in the URL is one that may be kept."""
    known = owned(request, record, who)
    return page(
        request,
        "saved.html",
        saved=known,
        question=question,
        open=next((one for one in known if one.name == name), None),
        rows=record.new_in(full_name(request, who, name), AT_ONCE) if name else (),
        asking=asking,
    )


@router.post("/saved")
def keep(request: Request, record: OnRecord, who: Reader, name: Name, question: AskedFor) -> Response:
    record.save(full_name(request, who, name.strip()), question.for_people)
    return RedirectResponse("/saved", 303)


@router.post("/saved/seen")
def seen(request: Request, record: OnRecord, who: Reader, name: Name) -> Response:
    record.seen(full_name(request, who, name))
    return RedirectResponse("/saved", 303)


@router.post("/saved/drop")
def drop(request: Request, record: OnRecord, who: Reader, name: Name) -> Response:
    record.drop_saved(full_name(request, who, name))
    return RedirectResponse("/saved", 303)


def owned(request: Request, record: Record, who: Visitor) -> list[Saved]:
    """The searches of the one who asks, by the names that he gave them; everybody's where nobody has a name."""
    before = full_name(request, who, "")
    own = (one for one in record.saved() if one.name.startswith(before) and one.name != before)
    return [replace(one, name=one.name.removeprefix(before)) for one in own]


def full_name(request: Request, who: Visitor, name: str) -> str:
    """What the record calls a search: a user's begins with his name and a stroke, which no user's name has in it."""
    access: Access = request.app.state.access
    return f"{who.name}/{name}" if access.users else name


def asking(search: Search) -> Question:
    """A search as the pages' URLs say it."""
    plain = {
        name: getattr(search, name) for name in ("by", "about", "since", "until", "outlet", "kind", "topic", "act")
    }
    asked = Question(q=search.words or "", **{name: str(value) for name, value in plain.items() if value})  # type: ignore[arg-type]
    return replace(asked, marked="denied" if search.denied else "")
