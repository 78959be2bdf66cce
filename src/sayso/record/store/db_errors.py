"""What a database complains of, in one line for people; it never holds a password."""

import re
from typing import Any

from sqlalchemy.exc import DataError, DBAPIError, IntegrityError

_LIMIT_EXCEEDED = "54"
"""The class of PostgreSQL's errors for what is too long for an index, or too much of anything."""

_CANCELLED = "57014"
_FATAL = re.compile(r"FATAL:\s*(?P<why>.*)")
_NO_DATABASE = re.compile(r'database "(?P<name>.*)" does not exist')


def is_unfit(error: DBAPIError) -> bool:
    """Whether it is the rows that do not fit, and not the database that fails."""
    state = getattr(error.orig, "sqlstate", None) or ""
    return isinstance(error, IntegrityError | DataError) or state.startswith(_LIMIT_EXCEEDED)


def is_interrupted(error: DBAPIError) -> bool:
    """Whether it was ended because it took too long."""
    state, name = (getattr(error.orig, key, None) for key in ("sqlstate", "sqlite_errorname"))
    return state == _CANCELLED or name == "SQLITE_INTERRUPT"


def why_unfit(error: DBAPIError) -> str:
    """Why rows do not fit."""
    if "NUL (0x00)" in str(error.orig):
        return "its text holds a NUL character, which cannot be kept"
    return f"it does not fit the record: {_first_line(error.orig)}"


def why_unaskable(error: DBAPIError) -> str:
    """Why a question cannot be put, with nothing of the database in it."""
    if "NUL (0x00)" in str(error.orig):
        return "it holds a NUL character, which no text on a record does"
    return "it is more than the database takes"


def why(error: DBAPIError) -> str:
    """Why the database fails."""
    if not type(error.orig).__module__.startswith("psycopg") or error.statement is not None:
        return _first_line(error.orig)
    found = _FATAL.search(str(error.orig))
    if found is None:
        return f"the server cannot be reached: {_first_line(error.orig).removeprefix('connection failed: ')}"
    if missing := _NO_DATABASE.search(found["why"]):
        return f"the server has no database “{missing['name']}”; `createdb {missing['name']}` makes one"
    return f"the server refuses: {found['why']}"


def _first_line(orig: Any) -> str:
    lines = str(orig).strip().splitlines()
    return lines[0] if lines else type(orig).__name__
