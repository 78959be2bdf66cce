"""For programs that watch over the host: whether the pages answer, and how many questions there were."""

import logging

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse, Response

from sayso.data.record_errors import RecordError
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.watched import metrics

router = APIRouter(include_in_schema=False)
_LOG = logging.getLogger("sayso")
_ALWAYS_ANEW = {"Cache-Control": "no-store"}


@router.get("/healthz")
def health(record: OnRecord) -> Response:
    """Whether the record can be asked; 503 where not, and why in the log alone."""
    try:
        record.changes()
    except RecordError as error:
        _LOG.error(str(error))
        return PlainTextResponse("the record cannot be used just now\n", 503, _ALWAYS_ANEW)
    return PlainTextResponse("well\n", headers=_ALWAYS_ANEW)


@router.get("/metrics")
def counted() -> Response:
    """What was counted since the start, in the text format of Prometheus."""
    return Response(metrics(), headers=_ALWAYS_ANEW, media_type="text/plain; version=0.0.4; charset=utf-8")
