"""What a person may want to look at: the least certain statements, and actors who may be one."""

from sqlalchemy import Connection, select

from sayso.data.results import Candidate, Maybe, Page
from sayso.record.query.lookup import candidates
from sayso.record.query.paging import numbered
from sayso.record.store.load_statements import numbered_rows
from sayso.record.store.schema import statements
from sayso.record.store.schema_identity import maybes


def doubtful(connection: Connection, limit: int, after: str | None) -> Page:
    """The statements that no one has decided on, the least certain first, a page at a time by number."""
    start = numbered(after)
    query = select(statements.c.id).where(statements.c.is_shown, ~statements.c.decided)
    ordered = query.order_by(statements.c.confidence, statements.c.id).offset(start).limit(limit + 1)
    ids = list(connection.scalars(ordered))
    found = dict(numbered_rows(connection, ids[:limit]))
    rows = tuple(found[number] for number in ids[:limit])
    return Page(rows, tuple(() for _ in rows), str(start + limit) if len(ids) > limit else None)


def perhaps_same(connection: Connection, limit: int) -> tuple[tuple[Candidate, Maybe], ...]:
    """The actors who may be one and are kept apart, the likeliest first."""
    pairs = connection.execute(select(maybes).order_by(maybes.c.score.desc(), maybes.c.actor_id).limit(limit)).all()
    known = {one.id: one for one in candidates(connection, {id_ for pair in pairs for id_ in pair[:2]})}
    return tuple((known[a], Maybe(known[b], score, tuple(why))) for a, b, score, why in pairs)
