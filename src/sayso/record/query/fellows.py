"""Those who speak a statement together with its speaker: each of them has said it, and is counted once for it."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import Connection, Select, func, select, union_all

from sayso.record.store.schema import appearances, statements, together

FELLOWS: Select[tuple[int, str]] = (
    select(together.c.statement_id, appearances.c.actor_id)
    .distinct()
    .join(appearances, appearances.c.id == together.c.appearance_id)
    .join(statements, statements.c.id == together.c.statement_id)
    .where(~statements.c.decided, statements.c.speaker_id.is_distinct_from(appearances.c.actor_id))
)
"""Pairs of a statement and one more who speaks it, each once. Whose words it was decided to be has no fellows."""


def statements_of(connection: Connection, ids: Sequence[str]) -> Counter[str]:
    """How many statements that are shown each of these actors speaks, alone or with others."""
    own = select(statements.c.speaker_id, func.count()).group_by(statements.c.speaker_id)
    own = own.where(statements.c.speaker_id.in_(ids), statements.c.is_shown)
    fellows = FELLOWS.where(statements.c.is_shown, appearances.c.actor_id.in_(ids)).subquery()
    with_others = select(fellows.c.actor_id, func.count()).group_by(fellows.c.actor_id)
    found: Counter[str] = Counter()
    for actor, number in connection.execute(union_all(own, with_others)):
        found[actor] += number
    return found
