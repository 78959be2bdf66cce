"""Upload: files or pasted text go onto the record one after another, and a page tells how far it is."""

import secrets
from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Final

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile

from sayso.data.errors import SaysoError
from sayso.data.limits import MOST_BYTES, MOST_MEGABYTES
from sayso.data.outcome import Outcome
from sayso.ingest.add import add_all, summary
from sayso.ingest.found import Found
from sayso.ingest.pool import readers
from sayso.ingest.sources import Source
from sayso.record import Record
from sayso.serving.web.base.permissions import check
from sayso.serving.web.base.rendering import page, web_address

router = APIRouter(include_in_schema=False)
MOST_FILES: Final = 100
KEPT: Final = 100
WAITING: Final = 20
KEY_DIGITS: Final = 16


@dataclass(slots=True)
class Upload:
    """Some documents on their way onto the record, and what became of those that were read."""

    names: list[str]
    outcomes: list[Outcome] = field(default_factory=list)
    broken: str | None = None
    ended: bool = False

    @property
    def told(self) -> str:
        return summary(self.outcomes)


class Uploads:
    """The uploads of this run of the program, read one after another beside the pages."""

    def __init__(self, record: Record, changed: Callable[[], None]) -> None:
        self._record = record
        self._changed = changed
        self._worker = ThreadPoolExecutor(1, "upload")
        self._all: OrderedDict[str, Upload] = OrderedDict()

    def get(self, id_: str) -> Upload | None:
        return self._all.get(id_)

    def start(self, sources: list[Source]) -> str:
        """Take in some documents; returns the id by which one can ask for them."""
        if sum(not upload.ended for upload in self._all.values()) >= WAITING:
            raise HTTPException(503, "too many uploads are waiting; try again when some are read")
        id_, upload = secrets.token_hex(8), Upload([source.name for source in sources])
        self._all[id_] = upload
        while len(self._all) > KEPT:
            self._all.popitem(last=False)
        self._worker.submit(self._read, upload, sources)
        return id_

    def _read(self, upload: Upload, sources: Iterable[Source]) -> None:
        try:
            for outcome in add_all(sources, self._record, readers().read, jobs=1):
                upload.outcomes.append(outcome)
        except SaysoError as error:
            upload.broken = str(error)
        finally:
            self._changed()
            upload.ended = True


@router.get("/upload")
def form(request: Request) -> Response:
    return page(request, "upload.html", most_megabytes=MOST_MEGABYTES, most_files=MOST_FILES)


@router.post("/upload")
async def upload(request: Request) -> Response:
    async with request.form(max_files=MOST_FILES, max_fields=10, max_part_size=MOST_BYTES) as sent:
        check(request, sent.get("form_key"))
        sources = await _sources(sent)
    if not sources:
        raise HTTPException(422, "nothing was sent: choose files or paste a text")
    uploads: Uploads = request.app.state.uploads
    return RedirectResponse(f"/upload/{uploads.start(sources)}", 303)


@router.get("/upload/{id}")
def progress(request: Request, id: str) -> Response:
    uploads: Uploads = request.app.state.uploads
    found = uploads.get(id)
    if found is None:
        raise HTTPException(404, "this upload is not known; what was read is on the record")
    return page(request, "progress.html", upload=found, key_digits=KEY_DIGITS)


async def _sources(sent: FormData) -> list[Source]:
    """The documents of a form: files by their names, and a pasted text."""
    address = sent.get("address")
    url = web_address(address.strip()) if isinstance(address, str) else None
    found = []
    for file in sent.getlist("files"):
        if isinstance(file, UploadFile) and (content := await file.read()):
            found.append(_source(PurePath(file.filename or "").name or "unnamed file", content))
    text = sent.get("text")
    if isinstance(text, str) and text.strip():
        found.append(_source("pasted text", text.replace("\r\n", "\n").encode("utf-8", "replace"), url))
    return found


def _source(name: str, content: bytes, url: str | None = None) -> Source:
    return Source(name[:200], lambda: Found(content, url))
