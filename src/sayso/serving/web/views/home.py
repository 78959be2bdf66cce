"""The first page: a search box, what came in lately, who is most on the record, statements by month."""

from fastapi import APIRouter, Request, Response

from sayso.serving.web.base.dependencies import InShort
from sayso.serving.web.base.query_params import Question
from sayso.serving.web.base.rendering import page

router = APIRouter(include_in_schema=False)
LATELY = 10
MOST_HEARD = 12


@router.get("/")
def home(request: Request, kept: InShort) -> Response:
    facets = kept.facets(Question().search)
    lately = kept.lately(LATELY)
    return page(request, "home.html", question=Question(), facets=facets, lately=lately, most_heard=MOST_HEARD)
