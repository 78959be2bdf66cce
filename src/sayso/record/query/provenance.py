"""What a record is, in one digest: it changes with every document, reading, decision and entry of the list."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.data.made import Made
from sayso.data.version import __version__
from sayso.record.store.schema import articles, documents, statements
from sayso.record.store.schema_identity import decisions, listed

_DIGITS = 16


def made(connection: Connection, at: str, query: str, share_open: float | None = None) -> Made:
    """How what is asked for now by `query` comes about."""
    readers = connection.scalars(select(documents.c.read_by).distinct().order_by(documents.c.read_by))
    of_articles, of_statements = (
        connection.scalar(select(func.count()).select_from(table)) or 0 for table in (articles, statements)
    )
    return Made(__version__, at, digest(connection), tuple(readers), query, of_articles, of_statements, share_open)


def digest(connection: Connection) -> str:
    """Of what is on the record, in an order that no database decides."""
    found = sha256()
    for row in _rows(connection):
        found.update("\0".join(str(value) for value in row).encode("utf-8", "replace") + b"\n")
    return found.hexdigest()[:_DIGITS]


def _rows(connection: Connection) -> Iterator[Any]:
    yield from connection.execute(select(documents.c.sha256, documents.c.read_by).order_by(documents.c.sha256))
    yield from connection.execute(select(decisions).order_by(decisions.c.id))
    entries = select(listed.c.id, listed.c.name, listed.c.columns).order_by(listed.c.id)
    yield from connection.execute(entries)
