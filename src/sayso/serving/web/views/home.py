"""The first page: the box, three things to ask, what was said lately, who is most on the record, what came in."""

from collections.abc import Iterator
from typing import Final

from fastapi import APIRouter, Request, Response

from sayso.data.results import Facets
from sayso.data.search import Search
from sayso.record import Record
from sayso.serving.web.base.dependencies import InShort, OnRecord
from sayso.serving.web.base.query_params import Question
from sayso.serving.web.base.rendering import page

router = APIRouter(include_in_schema=False)
LATELY: Final = 8
LATEST: Final = 5
MOST_HEARD: Final = 12
EXAMPLES: Final = 2


@router.get("/")
def home(request: Request, record: OnRecord, kept: InShort) -> Response:
    facets = kept.facets(Question().search)
    return page(
        request,
        "home.html",
        facets=facets,
        latest=record.search(Search(shown=True), limit=LATEST, order="newest").rows,
        lately=kept.lately(LATELY),
        most_heard=MOST_HEARD,
        examples=list(_examples(record, facets)),
    )


def _examples(record: Record, facets: Facets) -> Iterator[str]:
    """Things to ask that this record answers: who is most quoted, in what role, and a plain question."""
    for one in facets.speakers[:EXAMPLES]:
        yield one.label
    for one in facets.speakers[:1]:
        actor = next(iter(record.called(one.value)), None)
        if actor and actor.role:
            yield actor.role
        yield f"what did {one.label} deny"
