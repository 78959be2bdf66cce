"""What the pages show, as JSON in the forms of the command line; read-only, a page at a time by cursor.

`/api/v1` is what docs/api.md makes promises about; `/api` leads to the newest version.
"""

from collections.abc import Iterator
from dataclasses import asdict
from importlib.resources import files
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Query, Request
from fastapi.dependencies.models import Dependant
from fastapi.openapi.utils import get_openapi
from fastapi.responses import Response, StreamingResponse

from sayso.data.search import Search
from sayso.serialise.core import Form, actor_form, article_form, document_form, row_form
from sayso.serialise.positions import stance_form
from sayso.serialise.printings import printings_form
from sayso.serialise.record import candidate_form, decision_form, dossier_form, related_form
from sayso.serialise.tallies import tally_form
from sayso.serving.web.base import iterate
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.left_out import in_excerpts
from sayso.serving.web.base.permissions import may_read_whole
from sayso.serving.web.base.query_params import After, AskedFor, Name
from sayso.serving.web.base.streaming import joined, json_pieces
from sayso.serving.web.views import api_examples
from sayso.serving.web.views.quote import the_statement
from sayso.serving.web.views.tally import Counted, counted


def ensure_known(request: Request) -> None:
    """Refuse parameters that a question does not have: to pass over a misspelt one would answer more than was asked."""
    known = list(_asked_of(request.scope["route"].dependant))
    if unknown := next((name for name in request.query_params if name not in known), None):
        there_are = f"there are {', '.join(known)}" if known else "there is nothing to ask for"
        raise HTTPException(422, f"there is no “{unknown[:50]}” here; {there_are}")


def _asked_of(dependant: Dependant) -> Iterator[str]:
    """The names of all that a question can be asked with."""
    yield from (field.alias for field in dependant.query_params)
    for inner in dependant.dependencies:
        yield from _asked_of(inner)


router = APIRouter(tags=["read"], dependencies=[Depends(ensure_known)])
MOST: Final = 200
SCHEMA_TYPE: Final = "application/schema+json"

Limit = Annotated[int, Query(ge=1, le=MOST, description="No more than so many on a page.")]
WRONG: Final[dict[int | str, dict[str, Any]]] = {
    404: api_examples.answer(
        "There is no such thing on the record.", {"error": "no one on the record is called “Nemo”"}
    ),
    414: {"description": "The question is over 8 kB.", "content": {"text/plain": {"schema": {"type": "string"}}}},
    422: api_examples.answer("What is asked makes no sense.", {"error": "since: String should match pattern …"}),
}


EXAMPLES: Final = {
    "/api/v1/search": api_examples.SEARCH,
    "/api/v1/facets": api_examples.FACETS,
    "/api/v1/tally": api_examples.TALLY,
    "/api/v1/actors": api_examples.ACTORS,
    "/api/v1/actor/{id}": api_examples.DOSSIER,
    "/api/v1/article/{id}": api_examples.ARTICLE,
    "/api/v1/statement/{id}": api_examples.STATEMENT,
    "/api/v1/printings/{id}": api_examples.PRINTINGS,
    "/api/v1/stances": api_examples.STANCES,
    "/api/v1/decisions": api_examples.DECISIONS,
}
SEVERAL: Final[dict[int | str, dict[str, Any]]] = {300: api_examples.SEVERAL}


def described(app: FastAPI) -> Form:
    """The description of the API with an example of each answer; FastAPI itself would leave out what is null."""
    if not app.openapi_schema:
        app.openapi_schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes
        )
        for path, example in EXAMPLES.items():
            answers = app.openapi_schema["paths"][path]["get"]["responses"]
            answers["200"] = api_examples.answer("What the record has.", example)
    return app.openapi_schema


@router.get("/search", responses=WRONG)
def search(record: OnRecord, question: AskedFor, limit: Limit = 50, after: After = None) -> Form:
    """Statements that meet all that is asked. `next` is the cursor of the page after this, null at the end."""
    found = record.search(question.search, limit=limit, after=after, order=question.order)
    return {"statements": [row_form(row) for row in found.rows], "next": found.next}


@router.get("/facets", responses=WRONG)
def facets(record: OnRecord, question: AskedFor) -> Form:
    """How many statements meet all that is asked: by speaker, outlet, month and kind; how many are denials."""
    return asdict(record.facets(question.search))


@router.get("/tally", responses=WRONG)
def tally(record: OnRecord, question: AskedFor, counting: Counted) -> Form:
    """Who gets quoted: counts by columns, shares, and what is not told. `having` finds the statements of a cell."""
    return tally_form(counted(record, question.for_people, counting, counting.at(question, "/api/tally")))


@router.get("/actors", responses=WRONG)
def actors(record: OnRecord, name: Name) -> Form:
    """The actors whom a name, whole or in part, can mean; the most quoted first."""
    return {"actors": [candidate_form(one) for one in record.called(name)]}


@router.get("/actor/{id:path}", responses={**WRONG, **SEVERAL})
def actor(record: OnRecord, id: str) -> Response:
    """All there is on one actor, by id or by a name that means no one else; it streams, for it may be much."""
    form = dossier_form(record.who(id, limit=0))
    found = {"statements": Search(by=form["actor"]["id"]), "spoken_of": Search(about=form["actor"]["id"])}
    head = {key: value for key, value in form.items() if key not in found}
    lists = {key: map(row_form, iterate.every(record, search)) for key, search in found.items()}
    return StreamingResponse(joined(json_pieces(head, lists), first=1), media_type="application/json")


@router.get("/article/{id}", responses=WRONG)
def article(request: Request, record: OnRecord, id: str) -> Form:
    """An article with its statements and whom it names; offsets are code points into `article.text`.

    Who may not read whole articles has “░” for each character outside the sentences of statements.
    """
    held = record.held(id) if may_read_whole(request) else in_excerpts(record.held(id))
    return {
        "id": held.capture.article,
        "document": document_form(held.article.document),
        "captured_at": held.capture.captured_at,
        "read_by": held.capture.read_by,
        "article": article_form(held.article),
        "statements": [row_form(row) for row in held.statements],
        "related": [related_form(one) for one in record.related(id)],
        "actors": [actor_form(one) for one in held.actors],
    }


@router.get("/statement/{id}", responses=WRONG)
def statement(record: OnRecord, id: str) -> Form:
    """One statement with the words that prove it."""
    return row_form(the_statement(record, id))


@router.get("/stances", responses=WRONG)
def stances(record: OnRecord, holder: Name | None = None, target: Name | None = None, limit: Limit = 50) -> Form:
    """Who stands where: the positions of a holder, towards a target, in order of time."""
    return {"positions": [stance_form(row) for row in record.stances(holder, target, limit=limit)]}


@router.get("/printings/{id}", responses=WRONG)
def printings(record: OnRecord, id: str) -> Form:
    """One act of speaking with all that print it, by its id or a statement's; how each differs from the fullest."""
    return printings_form(record.printings(id))


@router.get("/decisions", responses=WRONG)
def decisions(record: OnRecord) -> Form:
    """Everything that people decided, in order, what was undone with it."""
    return {"decisions": [decision_form(one) for one in record.decisions()]}


@router.get("/schema.json", include_in_schema=False)
def schema() -> Response:
    """What is sent, as a JSON Schema."""
    return Response(files("sayso.serialise").joinpath("api_v1.schema.json").read_bytes(), media_type=SCHEMA_TYPE)
