"""What can go wrong with an export.

SaysoError
├── CannotExport       nothing was begun: the file's name does not tell a format that can be written here
│   ├── UnknownFormat  no format is called so
│   └── MissingLibrary what writes it is not installed
└── NotWritten         begun and not finished; a file that was there before is as it was
"""

from pathlib import Path

from sayso.data.errors import SaysoError


class CannotExport(SaysoError):
    """Nothing was begun; str() says what is wrong with what was asked for."""


class UnknownFormat(CannotExport):
    """The name of the file ends like none of the `known` formats."""

    def __init__(self, path: Path, known: tuple[str, ...]) -> None:
        super().__init__(f"{path}: no known format; let its name end in {', '.join(known[:-1])} or {known[-1]}")


class MissingLibrary(CannotExport):
    """The format is known, and what writes it comes with an extra."""

    def __init__(self, path: Path, suffix: str, extra: str = "export") -> None:
        super().__init__(f"{path}: to write {suffix} takes sayso's extra “{extra}”: docs/install.md")


class NotWritten(SaysoError):
    """The disk is full, the folder is not there, …"""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: not written: {why}")
