"""The application: its pages, what stands before them, and what is shown when something is wrong."""

import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from functools import partial
from threading import BoundedSemaphore

from anyio import to_thread
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from sayso.data.errors import SaysoError
from sayso.data.keeping import Keep
from sayso.data.record_errors import (
    Busy,
    NobodyNamed,
    NoSuchArticle,
    NoSuchUtterance,
    NotSaved,
    RecordError,
    SeveralNamed,
    Undecidable,
)
from sayso.data.version import __version__
from sayso.record import Record
from sayso.serialise.record import candidate_form
from sayso.serving.web.base import assets
from sayso.serving.web.base.access import Access
from sayso.serving.web.base.cache import Kept
from sayso.serving.web.base.conditional import Conditional
from sayso.serving.web.base.rendering import page
from sayso.serving.web.base.security import Guard
from sayso.serving.web.base.token import Token
from sayso.serving.web.base.tries import Tries
from sayso.serving.web.views import (
    actor,
    api,
    article,
    changes,
    chart_images,
    compare,
    feeds,
    health,
    home,
    login,
    printings,
    quote,
    review,
    saved,
    search,
    tally,
    upload,
    users,
)

_LOG = logging.getLogger("sayso")
THREADS = 12
ABOUT = (
    "Who said what, about whom, when, with the words to prove it: what the pages show, as JSON. Nothing here writes."
)
PAGES = (
    *(home, search, tally, actor, article, printings, quote, compare, review, saved, changes),
    *(upload, login, users, chart_images, feeds, health),
)


def make_app(
    record: Record,
    access: Access | str,
    *,
    hosts: Iterable[str] = (),
    shared: str | None = None,
    keep: Keep = "full",
) -> Guard:
    """The pages of a record, under the names of this host; who has the token, where that is all, may write.

    `shared` is a folder in which several processes that serve the same pages tell each other of uploads and of the
    owner; `keep` is how much of these uploads stays.
    """
    app = FastAPI(
        title="sayso", description=ABOUT, version=__version__, docs_url=None, redoc_url=None, lifespan=_with_few_threads
    )
    app.state.record = record
    app.state.kept = Kept(record, shared=shared)
    app.state.access = access = Access(Token(access, shared)) if isinstance(access, str) else access
    app.state.tries = Tries()
    app.state.downloads = BoundedSemaphore(search.DOWNLOADS)
    app.state.uploads = upload.Uploads(record, app.state.kept.forget, shared, keep)
    app.mount("/static", assets.serve, name="static")
    for one in PAGES:
        app.include_router(one.router)
    app.include_router(api.router, prefix="/api/v1")
    app.include_router(api.router, prefix="/api", include_in_schema=False)
    app.openapi = partial(api.described, app)  # type: ignore[method-assign]
    app.add_exception_handler(RequestValidationError, _not_understood)
    app.add_exception_handler(SaysoError, _told)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(Exception, _failed)
    return Guard(Conditional(app, record.changes, access), access, hosts)


@asynccontextmanager
async def _with_few_threads(_: FastAPI) -> AsyncIterator[None]:
    """More threads than this wait for the interpreter, and for one of the pool's connections to the database."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield


def owner_path(token: str) -> str:
    """Where who started the program on this machine is let in to write, once."""
    return f"/own/{Token(token).owner_key}"


def _wrong(request: Request, status: int, why: str, **more: object) -> Response:
    """What is wrong, as the one who asks reads it: JSON under /api, a page elsewhere."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": why, **more}, status)
    return page(request, "wrong.html", status=status, why=why, candidates=more.get("candidates", ()))


def _not_understood(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    parts = [f"{'.'.join(map(str, one['loc'][1:])) or 'request'}: {one['msg']}" for one in error.errors()]
    return _wrong(request, 422, "; ".join(parts))


def _told(request: Request, error: Exception) -> Response:
    match error:
        case SeveralNamed():
            return _wrong(request, 300, str(error), candidates=[candidate_form(c) for c in error.candidates])
        case NobodyNamed() | NoSuchArticle() | NoSuchUtterance() | NotSaved():
            return _wrong(request, 404, str(error))
        case Undecidable():
            return _wrong(request, 409, str(error))
        case Busy():
            return _wrong(request, 503, str(error))
        case RecordError():
            _LOG.error(str(error))  # which names the database: that is nobody's business but the host's
            return _wrong(request, 503, "the record cannot be used just now; why is in the log of `sayso serve`")
    return _wrong(request, 422, str(error))


def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return _wrong(request, error.status_code, error.detail)


def _failed(request: Request, error: Exception) -> Response:
    return _wrong(request, 500, "sayso itself failed on this; what went wrong is in its log")
