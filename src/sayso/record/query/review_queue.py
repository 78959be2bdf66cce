"""What a person may want to look at: the least certain statements, and actors who may be one."""

from sqlalchemy import Connection, select

from sayso.data.results import Candidate, Maybe, Page
from sayso.record.query.fellows import statements_of
from sayso.record.query.lookup import candidates
from sayso.record.query.paging import numbered
from sayso.record.store.load_statements import numbered_rows
from sayso.record.store.schema import statements
from sayso.record.store.schema_identity import maybes

_WINDOW = 500
"""How many of the least certain are put in order at once."""


def doubtful(connection: Connection, limit: int, after: str | None) -> Page:
    """The statements that no one has decided on, those first that pay most, a page at a time by number.

    Of the least certain ones direct quotations come first, then the words of those who are much quoted.
    """
    start = numbered(after)
    ids = _that_pay(connection, start // _WINDOW)[start % _WINDOW :][: limit + 1]
    found = dict(numbered_rows(connection, ids[:limit]))
    rows = tuple(found[number] for number in ids[:limit])
    return Page(rows, tuple(() for _ in rows), str(start + limit) if len(ids) > limit else None)


def _that_pay(connection: Connection, window: int) -> list[int]:
    """The ids of some of the least certain statements, in the order in which to look at them."""
    asked = statements.c.id, statements.c.kind, statements.c.speaker_id
    query = select(*asked).where(statements.c.is_shown, ~statements.c.decided)
    ordered = query.order_by(statements.c.confidence, statements.c.id).offset(window * _WINDOW).limit(_WINDOW)
    rows = connection.execute(ordered).all()
    said = statements_of(connection, sorted({row.speaker_id for row in rows if row.speaker_id}))
    return [row.id for row in sorted(rows, key=lambda row: (row.kind != "direct", -said[row.speaker_id].bit_length()))]


def perhaps_same(connection: Connection, limit: int) -> tuple[tuple[Candidate, Maybe], ...]:
    """The actors who may be one and are kept apart, the likeliest first."""
    pairs = connection.execute(select(maybes).order_by(maybes.c.score.desc(), maybes.c.actor_id).limit(limit)).all()
    known = {one.id: one for one in candidates(connection, {id_ for pair in pairs for id_ in pair[:2]})}
    return tuple((known[a], Maybe(known[b], score, tuple(why))) for a, b, score, why in pairs)
