"""What a record is, in one digest: it changes with every document, reading, decision and entry of the list."""

from collections.abc import Iterator, Mapping
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
    read = _read(connection)
    of_articles, of_statements = (
        connection.scalar(select(func.count()).select_from(table)) or 0 for table in (articles, statements)
    )
    return Made(
        __version__, at, _digest(connection, read), tuple(sorted(read)), query, of_articles, of_statements, share_open
    )


def _read(connection: Connection) -> dict[str, str]:
    """The digests of documents, with commas between, by what read them: to fetch a row each takes longest."""
    digests = func.aggregate_strings(documents.c.sha256, ",")
    return {
        row[0]: row[1] for row in connection.execute(select(documents.c.read_by, digests).group_by(documents.c.read_by))
    }


def _digest(connection: Connection, read: Mapping[str, str]) -> str:
    """Of what is on the record, in an order that no database decides."""
    lines = sorted(f"{one}\0{reader}\n" for reader, digests in read.items() for one in digests.split(","))
    found = sha256("".join(lines).encode("utf-8", "replace"))
    for row in _rows(connection):
        found.update("\0".join(str(value) for value in row).encode("utf-8", "replace") + b"\n")
    return found.hexdigest()[:_DIGITS]


def _rows(connection: Connection) -> Iterator[Any]:
    yield from connection.execute(select(decisions).order_by(decisions.c.id))
    entries = select(listed.c.id, listed.c.name, listed.c.columns).order_by(listed.c.id)
    yield from connection.execute(entries)
