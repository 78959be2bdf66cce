"""Search results a page at a time, by key: what comes in meanwhile neither repeats a statement nor skips one."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, Row, Select

from sayso.data.record_errors import BadCursor
from sayso.data.results import Page, StatementRow
from sayso.data.search import Order, Search
from sayso.record.query.filters import UNDATED, found
from sayso.record.query.fulltext import rank
from sayso.record.query.highlight import highlighted
from sayso.record.query.printings import one_of_each
from sayso.record.store.load_statements import numbered_rows
from sayso.record.store.schema import statements

_IS_NUMBER = re.compile("[0-9]{1,9}")
_COLUMNS: Final = (statements.c.id, statements.c.utterance, statements.c.in_time)


def page(connection: Connection, search: Search, limit: int, after: str | None, order: Order) -> Page:
    """A page of what is found; raises BadCursor for a cursor that is none, BadQuery for words that cannot be read.

    "newest" has the undated last too; "rank" puts first what fits the words best, and pages by number. Where not each
    printing is asked for, an utterance stands where the first of its printings is found, as the fullest of them.
    """
    if order == "rank" and search.words:
        return _by_rank(connection, search, limit, after)
    newest = order == "newest"
    if search.each is not False:
        picked = _in_time(connection, search, limit + 1, after, newest=newest)
        cursor = picked[limit - 1].in_time if len(picked) > limit else None
        return _page(connection, search, [row.id for row in picked[:limit]], cursor)
    lines, cursor = _lines(connection, search, limit, after, newest=newest)
    return _page(connection, search, lines, cursor)


def numbered(after: str | None) -> int:
    """The place that a cursor by number tells; raises BadCursor."""
    if after is not None and not _IS_NUMBER.fullmatch(after):
        raise BadCursor(after)
    return int(after or 0)


def _by_rank(connection: Connection, search: Search, limit: int, after: str | None) -> Page:
    start = numbered(after)
    query = found(connection, search, statements.c.id, statements.c.utterance, rank(search.words or "").label("fit"))
    ordered = query.order_by("fit", "id")
    if search.each is False:
        rows = _first_of_each(connection.execute(ordered))
        ids = list(islice(rows, start, start + limit + 1))
    else:
        ids = list(connection.scalars(ordered.offset(start).limit(limit + 1)))
    return _page(connection, search, ids[:limit], str(start + limit) if len(ids) > limit else None)


def _first_of_each(rows: Iterable[Row[Any]]) -> Iterator[int]:
    seen: set[str] = set()
    for row in rows:
        if row.utterance not in seen:
            seen.add(row.utterance)
            yield row.id


def _lines(
    connection: Connection, search: Search, limit: int, after: str | None, *, newest: bool
) -> tuple[list[int], str | None]:
    """The statements that stand for utterances, and the cursor behind the last that was looked at."""

    def before(one: Any, other: Any) -> bool:
        return _place(one.in_time, newest=newest) < _place(other.in_time, newest=newest)

    lines: list[int] = []
    while len(lines) < limit:
        rows = _in_time(connection, search, limit - len(lines) + 1, after, newest=newest)
        more, rows = len(rows) > limit - len(lines), rows[: limit - len(lines)]
        lines += one_of_each(connection, search, [(row.id, row.utterance) for row in rows], before)
        if not more:
            return lines, None
        after = rows[-1].in_time
    return lines, after


def _place(in_time: str, *, newest: bool) -> tuple[bool, tuple[int, ...]]:
    """By what statements are in order: "newest" turns all but the undated round."""
    undated = in_time >= UNDATED
    return undated, tuple(-ord(c) if newest and not undated else ord(c) for c in in_time)


def _in_time(connection: Connection, search: Search, limit: int, after: str | None, *, newest: bool) -> list[Row[Any]]:
    query = found(connection, search, *_COLUMNS)
    when = query.selected_columns.in_time
    if not newest:
        return _ordered(connection, query if after is None else query.where(after < when), limit)
    dated, undated = query.where(when < UNDATED), query.where(when >= UNDATED)
    if after is not None and after >= UNDATED:
        return _ordered(connection, undated.where(after < when), limit)
    dated = dated if after is None else dated.where(after > when)
    rows = list(connection.execute(dated.order_by(when.desc()).limit(limit)))
    return rows + (_ordered(connection, undated, limit - len(rows)) if len(rows) < limit else [])


def _ordered(connection: Connection, query: Select[Any], limit: int) -> list[Row[Any]]:
    return list(connection.execute(query.order_by(query.selected_columns.in_time).limit(limit)))


def _page(connection: Connection, search: Search, ids: list[int], cursor: str | None) -> Page:
    """Only for the statements on the page is all fetched that a row shows."""
    by_number = dict(numbered_rows(connection, ids))
    rows: list[StatementRow] = [by_number[number] for number in ids]
    texts = [" … ".join(span.text for span in row.statement.attribution.content) for row in rows]
    marks = highlighted(search.words, texts) if search.words else [()] * len(rows)
    return Page(tuple(rows), tuple(marks), cursor)
