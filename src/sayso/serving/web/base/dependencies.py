"""How a page gets at the record."""

from typing import Annotated, Any

from fastapi import Depends, Request

from sayso.record import Record
from sayso.serving.web.base.cache import Kept


def _record(request: Request) -> Any:
    return request.app.state.record


def _kept(request: Request) -> Any:
    return request.app.state.kept


InShort = Annotated[Kept, Depends(_kept)]
OnRecord = Annotated[Record, Depends(_record)]
