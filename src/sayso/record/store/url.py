"""Where a record is: the path of a file for SQLite, or the URL of a PostgreSQL database."""

import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from sayso.data.record_errors import RecordError

_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}
_SECRETS = ("password", "sslpassword")


def url_of(place: str | Path) -> URL:
    """The URL of the record at a path or URL; raises RecordError where it is neither of ours."""
    if "://" not in str(place):
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(str(place))
    except (ArgumentError, ValueError) as error:
        raise RecordError(_without_password(str(place)), "this is no path and no database URL") from error
    if "@" in (url.host or ""):
        raise RecordError(_without_password(str(place)), "an @ in a password is written %40")
    if url.drivername not in _DRIVERS:
        raise RecordError(
            shown(url),
            "records are kept in SQLite or PostgreSQL: give the path of a file or postgresql://HOST/DATABASE",
        )
    return url.set(drivername=_DRIVERS[url.drivername])


def shown(url: URL) -> str:
    """How a place is named to people: the path, or the URL without anything secret."""
    if url.get_backend_name() == "sqlite":
        return url.database or str(url)
    named = url.set(drivername=url.drivername.partition("+")[0]).difference_update_query(_SECRETS)
    return named.render_as_string(hide_password=True)


def _without_password(place: str) -> str:
    """Leave out all that may be a password where the parts of an URL cannot be told apart."""
    place = re.sub("://.*@", "://***@", place)
    return re.sub(r"(password=)[^&]*", r"\1***", place)
