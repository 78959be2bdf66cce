"""Search results a page at a time, by key: what comes in meanwhile neither repeats a statement nor skips one."""

import re
from typing import Any

from sqlalchemy import Connection, Select

from sayso.data.record_errors import BadCursor
from sayso.data.results import Page, StatementRow
from sayso.data.search import Order, Search
from sayso.record.query.filters import UNDATED, found
from sayso.record.query.fulltext import rank
from sayso.record.query.highlight import highlighted
from sayso.record.store.load_statements import numbered_rows
from sayso.record.store.schema import statements

_IS_NUMBER = re.compile("[0-9]{1,9}")


def page(connection: Connection, search: Search, limit: int, after: str | None, order: Order) -> Page:
    """A page of what is found; raises BadCursor for a cursor that is none, BadQuery for words that cannot be read.

    "newest" has the undated last too; "rank" puts first what fits the words best, and pages by number.
    """
    if order == "rank" and search.words:
        return _by_rank(connection, search, limit, after)
    rows = _in_time(connection, search, limit + 1, after, newest=order == "newest")
    cursor = rows[limit - 1].in_time if len(rows) > limit else None
    return _page(search, rows[:limit], cursor)


def numbered(after: str | None) -> int:
    """The place that a cursor by number tells; raises BadCursor."""
    if after is not None and not _IS_NUMBER.fullmatch(after):
        raise BadCursor(after)
    return int(after or 0)


def _by_rank(connection: Connection, search: Search, limit: int, after: str | None) -> Page:
    start = numbered(after)
    query = found(connection, search, statements.c.id, rank(search.words or "").label("fit"))
    ordered = query.order_by("fit", "id").offset(start).limit(limit + 1)
    rows = _rows(connection, ordered)
    return _page(search, rows[:limit], str(start + limit) if len(rows) > limit else None)


def _in_time(
    connection: Connection, search: Search, limit: int, after: str | None, *, newest: bool
) -> list[StatementRow]:
    query = found(connection, search, statements.c.id, statements.c.in_time)
    when = query.selected_columns.in_time
    if not newest:
        return _ordered(connection, query if after is None else query.where(after < when), limit)
    dated, undated = query.where(when < UNDATED), query.where(when >= UNDATED)
    if after is not None and after >= UNDATED:
        return _ordered(connection, undated.where(after < when), limit)
    dated = dated if after is None else dated.where(after > when)
    rows = _rows(connection, dated.order_by(when.desc()).limit(limit))
    return rows + (_ordered(connection, undated, limit - len(rows)) if len(rows) < limit else [])


def _ordered(connection: Connection, query: Select[Any], limit: int) -> list[StatementRow]:
    return _rows(connection, query.order_by(query.selected_columns.in_time).limit(limit))


def _rows(connection: Connection, ordered: Select[Any]) -> list[StatementRow]:
    """The statements with these ids, in their order: only for those on the page is all fetched that a row shows."""
    ids = list(connection.scalars(ordered))
    rows = dict(numbered_rows(connection, ids))
    return [rows[number] for number in ids]


def _page(search: Search, found: list[StatementRow], cursor: str | None) -> Page:
    texts = [" … ".join(span.text for span in row.statement.attribution.content) for row in found]
    marks = highlighted(search.words, texts) if search.words else [()] * len(found)
    return Page(tuple(found), tuple(marks), cursor)
