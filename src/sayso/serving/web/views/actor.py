"""A person's page, or an organisation's: names, roles, topics, who speaks of them, and what they said."""

from dataclasses import replace
from typing import Annotated, Final, Literal

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from sayso.serving.web.base.dependencies import InShort, OnRecord, in_one_moment
from sayso.serving.web.base.query_params import After, AskedFor, Question
from sayso.serving.web.base.rendering import actor_path, page

router = APIRouter(include_in_schema=False)
ON_A_PAGE: Final = 20
MOST_POSITIONS: Final = 60
View = Annotated[Literal["said", "about"], Query(description="Their own statements, or those of others about them.")]


@router.get("/actor/{id:path}")
@in_one_moment
def actor(
    request: Request,
    record: OnRecord,
    kept: InShort,
    id: str,
    asked_for: AskedFor,
    view: View = "said",
    after: After = None,
) -> Response:
    """A name will do for an id where it means no one else."""
    dossier = kept.who(id)
    if dossier.actor.id != id:
        return RedirectResponse(actor_path(dossier.actor.id), 303)
    theirs, of_them = Question(by=id), Question(about=id)
    question = replace(asked_for, by=id, about="") if view == "said" else replace(asked_for, by="", about=id)
    stands = tuple(record.stances(id, limit=MOST_POSITIONS))
    all_said, all_about = kept.facets(theirs.for_people), kept.facets(of_them.for_people)
    of_all = {theirs.for_people: all_said, of_them.for_people: all_about}
    return page(
        request,
        "actor.html",
        stands=stands,
        standing={row.id: row for row in stands},
        dossier=dossier,
        question=question,
        path=actor_path(id),
        view=view,
        theirs=theirs,
        all_said=all_said,
        all_about=all_about,
        facets=of_all.get(question.for_people) or kept.facets(question.for_people),
        found=record.search(question.for_people, limit=ON_A_PAGE, after=after, order=question.order),
        after=after,
        lately=next((use for use in dossier.roles[::-1] if use.words == dossier.actor.role), None),
        spoken_of_by=lambda other: Question(by=id, about=other).at("/search"),
        speaks_of=lambda other: Question(by=other, about=id).at("/search"),
    )
