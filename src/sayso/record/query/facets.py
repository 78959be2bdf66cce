"""How many statements a search finds, by speaker, outlet, month and kind, and how many are denials."""

import re
from collections import Counter

from sqlalchemy import Connection, case, func, literal_column, select, union_all

from sayso.data.results import Count, Facets
from sayso.data.search import Search
from sayso.record.query.fellows import FELLOWS
from sayso.record.query.filters import found
from sayso.record.store.schema import actors, statements, together

_IS_MONTH = re.compile(r"\d{4}-\d\d")
_MOST = 25


def facets(connection: Connection, search: Search) -> Facets:
    """Count what a search finds; those that are nobody's, nowhere's or undated are in the total alone.

    A statement of several who speak together counts for each of them, and once in the total.
    """
    anything = search == Search()
    speakers, outlets, months, kinds, denied = _one_by_one(connection) if anything else _together(connection, search)
    return Facets(
        kinds.total(),
        _named(connection, speakers),
        _most(outlets),
        tuple(Count(value, value, count) for value, count in sorted(months.items()) if _IS_MONTH.fullmatch(value)),
        _most(kinds),
        denied[_DENIED],
    )


_MONTH = func.substr(statements.c.in_time, literal_column("1"), literal_column("7")).label("month")
_DENIED = "denied"
_IS_DENIED = case((statements.c.denied, literal_column(f"'{_DENIED}'"))).label("denied")
_SPEAKER = 0
_PARTS = (statements.c.speaker_id, statements.c.outlet, _MONTH, statements.c.kind, _IS_DENIED)


def _together(connection: Connection, search: Search) -> tuple[Counter[str], ...]:
    """Find once, and count by each part."""
    picked = found(connection, search, statements.c.id, *_PARTS).cte("counted").prefix_with("MATERIALIZED")
    counters = tuple(Counter[str]() for _ in _PARTS)
    fellows = FELLOWS.where(together.c.statement_id.in_(select(picked.c.id))).subquery()
    parts = [*enumerate([*picked.c][1:]), (_SPEAKER, fellows.c.actor_id)]
    counted = (
        select(literal_column(str(place)), part, func.count()).where(part.is_not(None)).group_by(part)
        for place, part in parts
    )
    for place, value, number in connection.execute(union_all(*counted)):
        counters[place][value] += number
    return counters


def _one_by_one(connection: Connection) -> tuple[Counter[str], ...]:
    """Count all there is by each part, which an index of its own tells without a look at any statement."""
    counters = []
    for part in _PARTS:
        rows = connection.execute(select(part, func.count()).where(statements.c.is_shown).group_by(part))
        counters.append(Counter({value: number for value, number in rows if value is not None}))
    fellows = FELLOWS.where(statements.c.is_shown).subquery()
    for actor, number in connection.execute(select(fellows.c.actor_id, func.count()).group_by(fellows.c.actor_id)):
        counters[_SPEAKER][actor] += number
    return tuple(counters)


def _most(counter: Counter[str]) -> tuple[Count, ...]:
    ordered = sorted(counter.items(), key=lambda found: (-found[1], found[0]))[:_MOST]
    return tuple(Count(value, value, count) for value, count in ordered)


def _named(connection: Connection, counter: Counter[str]) -> tuple[Count, ...]:
    most = _most(counter)
    rows = connection.execute(select(actors.c.id, actors.c.name).where(actors.c.id.in_([one.value for one in most])))
    names = {row.id: row.name for row in rows}
    return tuple(Count(one.value, names[one.value], one.count) for one in most)
