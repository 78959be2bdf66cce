"""What the pages ask beyond what the record answers by itself: what is least certain, who may be one."""

from collections.abc import Iterator

from sqlalchemy import select

from sayso.record import Candidate, Held, Maybe, Page, Record, Search, StatementRow
from sayso.record.candidates import candidates
from sayso.record.deciding import maybes
from sayso.record.engine import connected
from sayso.record.paging import Order
from sayso.record.rows import CURRENT, read_rows
from sayso.record.schema import statements

GAP = " … "
"""Stands between the pieces of a content in several, as in the text that a page's `marks` point into."""


def every(record: Record, search: Search, order: Order = "time") -> Iterator[StatementRow]:
    """All the statements that a search finds, a page at a time."""
    after = None
    while True:
        page = record.search(search, limit=500, after=after, order=order)
        yield from page.rows
        if (after := page.next) is None:
            return


def doubtful(record: Record, *, limit: int, after: str | None = None) -> Page:
    """The statements that no one has decided on, the least certain first."""
    start = int(after) if after and after.isdigit() and len(after) < 10 else 0
    query = CURRENT.where(~statements.c.decided).order_by(statements.c.confidence, statements.c.id)
    with connected(record._engine) as connection:
        found = list(read_rows(connection, query.offset(start).limit(limit + 1)))
    rows = tuple(found[:limit])
    return Page(rows, tuple(() for _ in rows), str(start + limit) if len(found) > limit else None)


def perhaps_same(record: Record, limit: int) -> tuple[tuple[Candidate, Maybe], ...]:
    """The actors who may be one and are kept apart, the likeliest first."""
    with connected(record._engine) as connection:
        pairs = connection.execute(select(maybes).order_by(maybes.c.score.desc()).limit(limit)).all()
        known = {one.id: one for one in candidates(connection, {id_ for pair in pairs for id_ in pair[:2]})}
    return tuple((known[a], Maybe(known[b], score, tuple(why))) for a, b, score, why in pairs)


def appearances(record: Record, held: Held) -> Iterator[tuple[str, str, str]]:
    """Those in an article by id, name, and how decisions name the one in this article alone."""
    key = held.capture.article
    local = {mention: actor.id for actor in record.as_read(key).actors for mention in actor.mentions}
    for actor in held.actors:
        if found := next((local[mention] for mention in actor.mentions if mention in local), None):
            yield actor.id, actor.name, f"{found}@{key}"
