"""How a page gets at the record."""

from typing import Annotated, Any

from fastapi import Depends, Request

from sayso.record import Record


def _record(request: Request) -> Any:
    return request.app.state.record


OnRecord = Annotated[Record, Depends(_record)]
