"""The first page: the box, three things to ask, what was said lately, who is most on the record, what came in."""

from collections.abc import Iterator, Sequence
from typing import Final

from fastapi import APIRouter, Request, Response

from sayso.data.results import Facets, StatementRow
from sayso.serving.web.base.dependencies import InShort, OnRecord, in_one_moment
from sayso.serving.web.base.query_params import Question
from sayso.serving.web.base.rendering import page

router = APIRouter(include_in_schema=False)
LATELY: Final = 8
LATEST: Final = 5
MOST_HEARD: Final = 12
EXAMPLES: Final = 2


@router.get("/")
@in_one_moment
def home(request: Request, record: OnRecord, kept: InShort) -> Response:
    latest = record.search(Question().for_people, limit=LATEST, order="newest").rows
    facets = kept.facets(Question().for_people)
    return page(
        request,
        "home.html",
        facets=facets,
        latest=latest,
        lately=kept.lately(LATELY),
        most_heard=MOST_HEARD,
        examples=list(_examples(facets, latest)),
    )


def _examples(facets: Facets, latest: Sequence[StatementRow]) -> Iterator[str]:
    """Things to ask that this record answers: who is most quoted, in what role somebody spoke, and a plain question."""
    for one in facets.speakers[:EXAMPLES]:
        yield one.label
    yield from [row.statement.role for row in latest if row.statement.role][:1]
    for one in facets.speakers[:1]:
        yield f"what did {one.label} deny"
