"""A record in a file on a medium that cannot be written to: a DVD, an image, a share that others may only read."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from sayso.data.record_errors import RecordError


def reader_of(path: str) -> Callable[[], sqlite3.Connection] | None:
    """How to open a record on such a medium, None where it is on none; raises RecordError where that cannot be done.

    SQLite would make files beside it even to read. It is told that nobody changes the file, as nobody there can.
    """
    if not _is_read_only(path):
        return None
    waiting = Path(f"{path}-wal")
    if waiting.exists() and waiting.stat().st_size:
        raise RecordError(path, f"its last changes are in {waiting.name} still; copy both to where they can be written")
    place = f"file:{quote(os.path.abspath(path))}?mode=ro&immutable=1"
    return lambda: sqlite3.connect(place, uri=True, check_same_thread=False)


def _is_read_only(path: str) -> bool:
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except (AttributeError, OSError):  # Windows does not tell, and what is not there is on nothing
        return False
