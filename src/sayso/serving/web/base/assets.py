"""Style sheets, scripts and pictures of the pages: read once, packed once, under names that change with them."""

import gzip
import mimetypes
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

STATIC: Final = Path(__file__).parent.parent / "static"
_FOR_EVER: Final = {"Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding"}
_WORTH_PACKING: Final = 500


class _Asset(NamedTuple):
    """A file as it is sent: plain, and packed by gzip where that is worth it."""

    content: bytes
    packed: bytes | None
    media_type: str


def asset(name: str) -> str:
    """The path of a file, which changes with what is in it, so that browsers may keep it."""
    return f"/static/{_hashed(name)}"


async def serve(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer for what is mounted: a file by its own name, or by the one that `asset` gives, which is kept for good."""
    await _answer(scope)(scope, receive, send)


def _answer(scope: Scope) -> Response:
    name = scope["path"].removeprefix(f"{scope.get('root_path', '')}/")
    plain = _plain_names().get(name, name)
    found = _files().get(plain)
    if found is None:
        return PlainTextResponse("there is no such file", 404)
    headers = {**_FOR_EVER} if name != plain else {"Vary": "Accept-Encoding"}
    if found.packed and "gzip" in Headers(scope=scope).get("accept-encoding", ""):
        return Response(found.packed, headers={**headers, "Content-Encoding": "gzip"}, media_type=found.media_type)
    return Response(found.content, headers=headers, media_type=found.media_type)


@cache
def _hashed(name: str) -> str:
    stem, _, ending = name.rpartition(".")
    return f"{stem}.{sha256(_files()[name].content).hexdigest()[:8]}.{ending}"


@cache
def _plain_names() -> dict[str, str]:
    return {_hashed(name): name for name in _files()}


@cache
def _files() -> dict[str, _Asset]:
    return {path.name: _read(path) for path in STATIC.iterdir() if path.is_file()}


def _read(path: Path) -> _Asset:
    content = path.read_bytes()
    packed = gzip.compress(content, mtime=0) if len(content) > _WORTH_PACKING else None
    return _Asset(content, packed, mimetypes.guess_type(path.name)[0] or "application/octet-stream")
