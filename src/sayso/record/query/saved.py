"""Searches that are kept under a name, and what each finds that came in since it was last looked at."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from sayso.data.record_errors import NotSaved
from sayso.data.results import Saved, StatementRow
from sayso.data.search import Meant, Search
from sayso.record.query.filters import conditions
from sayso.record.store.load_statements import CURRENT, IN_ORDER_OF_TIME, read_rows
from sayso.record.store.schema import articles, documents, saved, statements


def save(connection: Connection, name: str, search: Search, now: str) -> None:
    """Keep a search; what is on the record now is not new. One of that name is taken the place of."""
    asked = {key: _plain(value) for key, value in asdict(search).items() if value is not None}
    connection.execute(delete(saved).where(saved.c.name == name))
    connection.execute(insert(saved).values(name=name, search=asked, seen_at=now))


def drop(connection: Connection, name: str) -> None:
    """Raises NotSaved."""
    if not connection.execute(delete(saved).where(saved.c.name == name)).rowcount:
        raise NotSaved(name)


def seen(connection: Connection, name: str, now: str) -> None:
    """Nothing of it is new from now on; raises NotSaved."""
    if not connection.execute(update(saved).where(saved.c.name == name).values(seen_at=now)).rowcount:
        raise NotSaved(name)


def all_saved(connection: Connection) -> tuple[Saved, ...]:
    """By name, each with how many statements are new."""
    rows = connection.execute(select(saved).order_by(saved.c.name)).all()
    return tuple(_saved(connection, row.name, Search(**row.search), row.seen_at) for row in rows)


def new_in(connection: Connection, name: str, limit: int | None = None) -> tuple[StatementRow, ...]:
    """What came in since a saved search was last looked at, in order of time; raises NotSaved."""
    row = connection.execute(select(saved).where(saved.c.name == name)).first()
    if row is None:
        raise NotSaved(name)
    query = CURRENT.where(*_new(connection, Search(**row.search), row.seen_at)).order_by(IN_ORDER_OF_TIME)
    return tuple(read_rows(connection, query.limit(limit)))


def _saved(connection: Connection, name: str, search: Search, seen_at: str) -> Saved:
    query = select(func.count()).select_from(statements.join(articles, articles.c.id == statements.c.article_id))
    query = query.join(documents, documents.c.id == articles.c.document_id)
    fresh = connection.scalar(query.where(statements.c.is_shown, *_new(connection, search, seen_at)))
    return Saved(name, search, seen_at, fresh or 0)


def _new(connection: Connection, search: Search, seen_at: str) -> list[ColumnElement[bool]]:
    return [*conditions(connection, search), documents.c.added_at > seen_at]


def _plain(value: Any) -> Any:
    """Whom a name means is looked up anew each time."""
    if isinstance(value, dict):  # what dataclasses make of Meant
        value = Meant(**value)
        return value.ids[0] if len(value.ids) == 1 else value.name
    return value
