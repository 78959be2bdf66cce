"""Upload: files or pasted text go onto the record one after another, and a page tells how far it is."""

import json
import re
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from pathlib import Path, PurePath
from typing import Final

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData, UploadFile

from sayso.data.errors import SaysoError
from sayso.data.found import Found, Given
from sayso.data.keeping import Keep
from sayso.data.limits import MOST_BYTES, MOST_MEGABYTES
from sayso.data.outcome import Outcome
from sayso.ingest.add import add_all
from sayso.ingest.pool import readers
from sayso.ingest.sources import Source
from sayso.ingest.tally import summary
from sayso.record import Record
from sayso.serving.web.base.permissions import check
from sayso.serving.web.base.query_params import iso_day
from sayso.serving.web.base.rendering import page, web_address

router = APIRouter(include_in_schema=False)
MOST_FILES: Final = 100
WAITING: Final = 20
KEY_DIGITS: Final = 16
_IS_ID: Final = re.compile("[0-9a-f]{16}")


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
    """The uploads of this run of the program, read one after another beside the pages.

    Where several processes serve the pages, how far each is lies in a file: a page is asked of whichever is free.
    """

    def __init__(
        self, record: Record, changed: Callable[[], None], folder: str | None = None, keep: Keep = "full"
    ) -> None:
        self._record = record
        self._changed = changed
        self._keep = keep
        self._worker = ThreadPoolExecutor(1, "upload")
        self._folder = Path(folder) if folder else None
        self._told: dict[str, str] = {}
        self._waiting = 0

    def get(self, id_: str) -> Upload | None:
        text = self._told.get(id_)
        if self._folder and _IS_ID.fullmatch(id_) and (path := self._folder / f"{id_}.json").exists():
            text = path.read_text("utf-8")
        if text is None:
            return None
        told = json.loads(text)
        return Upload(**{**told, "outcomes": [Outcome(**one) for one in told["outcomes"]]})

    def start(self, sources: list[Source]) -> str:
        """Take in some documents; returns the id by which one can ask for them."""
        if self._waiting >= WAITING:
            raise HTTPException(503, "too many uploads are waiting; try again when some are read")
        id_, upload = secrets.token_hex(8), Upload([source.name for source in sources])
        self._tell(id_, upload)
        self._waiting += 1
        self._worker.submit(self._read, id_, upload, sources)
        return id_

    def _read(self, id_: str, upload: Upload, sources: Iterable[Source]) -> None:
        try:
            for outcome in add_all(sources, self._record, readers().read, jobs=1, keep=self._keep):
                upload.outcomes.append(outcome)
                self._tell(id_, upload)
        except SaysoError as error:
            upload.broken = str(error)
        finally:
            self._changed()
            self._waiting -= 1
            upload.ended = True
            self._tell(id_, upload)

    def _tell(self, id_: str, upload: Upload) -> None:
        """In one move: who looks meanwhile sees what was told before."""
        text = json.dumps(asdict(upload))
        if self._folder is None:
            self._told[id_] = text
            return
        new = self._folder / f"{id_}.new"
        new.write_text(text, "utf-8")
        new.replace(self._folder / f"{id_}.json")


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
    """The documents of a form: files by their names, and a pasted text, with what is known of them beside."""
    url, given = web_address(_field(sent, "address")), _given(sent)
    found = []
    for file in sent.getlist("files"):
        if isinstance(file, UploadFile) and (content := await file.read()):
            found.append(_source(PurePath(file.filename or "").name or "unnamed file", Found(content, given=given)))
    if text := _field(sent, "text"):
        content = text.replace("\r\n", "\n").encode("utf-8", "replace")
        found.append(_source("pasted text", Found(content, url, given=given)))
    return found


def _given(sent: FormData) -> Given:
    """What the form tells of the articles; raises BadDay."""
    title, outlet, author, date = (_field(sent, name) for name in ("title", "outlet", "author", "date"))
    published = iso_day("Published on", date) if date else None
    return Given(title or None, published, outlet or None, (author,) if author else (), "the form")


def _field(sent: FormData, name: str) -> str:
    value = sent.get(name)
    return value.strip() if isinstance(value, str) else ""


def _source(name: str, found: Found) -> Source:
    return Source(name[:200], lambda: found)
