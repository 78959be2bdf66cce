"""What came in and what became different since the one who asks was last here."""

from datetime import UTC, datetime, timedelta
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse

from sayso.data.search import Search
from sayso.record import Record
from sayso.serving.web.base.access import Visitor
from sayso.serving.web.base.dependencies import OnRecord
from sayso.serving.web.base.permissions import Asking, Reader
from sayso.serving.web.base.rendering import page
from sayso.serving.web.views.saved import full_name

router = APIRouter(include_in_schema=False)
MOST: Final = 200
"""How many of each kind a page shows, the newest."""

Day = Annotated[str | None, Query(pattern=r"^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$", description="Since when, in UTC.")]


@router.get("/changes")
def changes(request: Request, record: OnRecord, who: Asking, since: Day = None) -> Response:
    """Since a day, else since one said that one had seen it all, else since this time yesterday."""
    seen = _seen(request, record, who)
    found = record.since(since or seen or _yesterday())
    return page(request, "changes.html", found=found, most=MOST, is_own=since is None and seen is not None)


@router.post("/changes/seen")
def seen_all(request: Request, record: OnRecord, who: Reader) -> Response:
    """From now on what is there is not new to this user."""
    record.save(full_name(request, who, ""), Search())
    return RedirectResponse("/changes", 303)


def _seen(request: Request, record: Record, who: Visitor) -> str | None:
    """When this user said so last: it is kept as a saved search without a name, which asks for everything."""
    name = full_name(request, who, "")
    return next((one.seen_at for one in record.saved() if name and one.name == name), None)


def _yesterday() -> str:
    return (datetime.now(UTC) - timedelta(days=1)).isoformat(timespec="seconds")
