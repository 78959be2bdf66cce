"""A file is there whole or not at all: written beside its place, and moved there once it is finished."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sayso.data.export_errors import NotWritten


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to, whose file takes the place of that at `path`; raises NotWritten when that fails."""
    place = Path(os.path.realpath(path))  # where `path` is a link, what it leads to is replaced
    part = place.with_name(f".sayso-{secrets.token_hex(4)}.part")
    try:
        if place.is_dir():
            raise IsADirectoryError("there is a folder of this name")
        part.touch(exist_ok=False)
        if place.exists():
            shutil.copymode(place, part)
        yield part
        _settle(part)
        part.replace(place)
    except OSError as error:
        raise NotWritten(path, _why(error)) from error
    finally:
        part.unlink(missing_ok=True)


def _why(error: OSError) -> str:
    """In the system's words where there are such: libraries add their own."""
    return (os.strerror(error.errno) if error.errno else str(error)).lower()


def _settle(part: Path) -> None:
    """See that the disk has it all, so that a loss of power cannot leave an empty file in place of the old one."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
