"""Charts as pictures: statements by month for any search, in SVG or PNG, for light and dark pages."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Response

from sayso.serving.web.base.charts import MEDIA_TYPES, Picture, drawn, series
from sayso.serving.web.base.dependencies import InShort
from sayso.serving.web.base.query_params import AskedFor

router = APIRouter(include_in_schema=False)
_Dark = Annotated[bool, Query(description="For a dark page.")]
_Of = Annotated[bool, Query(description="Beside what someone says, what others say of them.")]
_Small = Annotated[bool, Query(description="For a narrow place.")]


@router.get("/chart.{picture}")
def chart(
    kept: InShort, question: AskedFor, picture: Picture, dark: _Dark = False, small: _Small = False, of: _Of = False
) -> Response:
    months = kept.facets(question.for_people).months
    counted = series(statements=months)
    if of and question.by:
        spoken_of = kept.facets(replace(question, by="", about=question.by).search).months
        counted = series(says=months, spoken_of=spoken_of)
    return Response(drawn(counted, picture, dark=dark, small=small), media_type=MEDIA_TYPES[picture])
