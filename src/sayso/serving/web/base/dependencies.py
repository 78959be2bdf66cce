"""How a page gets at the record."""

from collections.abc import Callable
from functools import wraps
from typing import Annotated, Any, TypeVar

from fastapi import Depends, Request

from sayso.record import Record
from sayso.serving.web.base.cache import Unchanged
from sayso.serving.web.base.conditional import CHANGES


# Both are coroutines, since what is none is sent to a thread and back, which takes longer than all it does.
async def _record(request: Request) -> Any:
    return request.app.state.record


async def _kept(request: Request) -> Any:
    return Unchanged(request.app.state.kept, request.scope.get(CHANGES))


InShort = Annotated[Unchanged, Depends(_kept)]
OnRecord = Annotated[Record, Depends(_record)]


T = TypeVar("T")


def in_one_moment(view: Callable[..., T]) -> Callable[..., T]:
    """A view of a `record` that asks it several things, all of one moment."""

    @wraps(view)
    def asking(*, record: Record, **others: Any) -> T:
        with record.one_moment():
            return view(record=record, **others)

    return asking
