"""Searches that are kept under a name, and what each finds that came in since it was last looked at."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, func, insert, or_, select, update

from sayso.data.record_errors import NotSaved
from sayso.data.results import Saved, StatementRow
from sayso.data.search import Meant, Search
from sayso.record.query.filters import conditions
from sayso.record.store.load_statements import CURRENT, IN_ORDER_OF_TIME, read_rows
from sayso.record.store.schema import articles, documents, saved, statements

_DOCUMENT = " #"
"""In the moment up to which a search was looked at, before the last document that was there: a second is long."""


def save(connection: Connection, name: str, search: Search, now: str, hook: str | None) -> None:
    """Keep a search; what is on the record now is not new. One of that name is taken the place of."""
    asked = {key: _plain(value) for key, value in asdict(search).items() if value is not None}
    connection.execute(delete(saved).where(saved.c.name == name))
    until = _until(connection, now)
    connection.execute(insert(saved).values(name=name, search=asked, seen_at=until, hook=hook, sent_at=hook and until))


def drop(connection: Connection, name: str) -> None:
    """Raises NotSaved."""
    if not connection.execute(delete(saved).where(saved.c.name == name)).rowcount:
        raise NotSaved(name)


def seen(connection: Connection, name: str, now: str) -> None:
    """Nothing of it is new from now on; raises NotSaved."""
    until = _until(connection, now)
    if not connection.execute(update(saved).where(saved.c.name == name).values(seen_at=until)).rowcount:
        raise NotSaved(name)


def all_saved(connection: Connection) -> tuple[Saved, ...]:
    """By name, each with how many statements are new."""
    rows = connection.execute(select(saved).order_by(saved.c.name)).all()
    return tuple(_saved(connection, row, row.seen_at) for row in rows)


def unsent(connection: Connection, most: int) -> tuple[tuple[Saved, tuple[StatementRow, ...]], ...]:
    """The saved searches whose hooks are to be told of something new, each with up to `most` of it, the newest."""
    hooked = connection.execute(select(saved).where(saved.c.hook.is_not(None)).order_by(saved.c.name)).all()
    found = [(row, one) for row in hooked if (one := _saved(connection, row, row.sent_at)).new]
    return tuple((one, _newest(connection, row, most)) for row, one in found)


def sent(connection: Connection, name: str, until: str) -> None:
    """A hook has been told of all that had come in by then; raises NotSaved."""
    if not connection.execute(update(saved).where(saved.c.name == name).values(sent_at=until)).rowcount:
        raise NotSaved(name)


def new_in(connection: Connection, name: str, limit: int | None = None) -> tuple[StatementRow, ...]:
    """What came in since a saved search was last looked at, in order of time; raises NotSaved."""
    row = connection.execute(select(saved).where(saved.c.name == name)).first()
    if row is None:
        raise NotSaved(name)
    query = CURRENT.where(*_new(connection, Search(**row.search), row.seen_at)).order_by(IN_ORDER_OF_TIME)
    return tuple(read_rows(connection, query.limit(limit)))


def _saved(connection: Connection, row: Row[Any], since: str) -> Saved:
    """A saved search with how many statements came in since, and when the last of them did."""
    query = select(func.count(), func.max(documents.c.added_at), func.max(documents.c.id))
    query = query.select_from(statements.join(articles, articles.c.id == statements.c.article_id))
    query = query.join(documents, documents.c.id == articles.c.document_id)
    search = Search(**row.search)
    found = query.where(statements.c.is_shown, *_new(connection, search, since))
    fresh, at, document = connection.execute(found).one()
    until = f"{at}{_DOCUMENT}{document}" if at else None
    return Saved(row.name, search, row.seen_at.partition(_DOCUMENT)[0], fresh, row.hook, until)


def _newest(connection: Connection, row: Row[Any], most: int) -> tuple[StatementRow, ...]:
    query = CURRENT.where(*_new(connection, Search(**row.search), row.sent_at)).limit(most)
    return tuple(read_rows(connection, query.order_by(statements.c.in_time.desc())))


def _new(connection: Connection, search: Search, seen_at: str) -> list[ColumnElement[bool]]:
    at, _, last = seen_at.partition(_DOCUMENT)
    later = documents.c.added_at > at
    in_that_second = and_(documents.c.added_at == at, documents.c.id > int(last)) if last else None
    return [*conditions(connection, search), later if in_that_second is None else or_(later, in_that_second)]


def _until(connection: Connection, now: str) -> str:
    """The moment, with the last document on the record."""
    return f"{now}{_DOCUMENT}{connection.scalar(select(func.max(documents.c.id))) or 0}"


def _plain(value: Any) -> Any:
    """Whom a name means is looked up anew each time."""
    if isinstance(value, dict):  # what dataclasses make of Meant
        value = Meant(**value)
        return value.ids[0] if len(value.ids) == 1 else value.name
    return value
