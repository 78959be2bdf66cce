"""How many statements a search finds, by speaker, outlet, month and kind."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, literal_column, select

from sayso.record.schema import actors, articles, statements
from sayso.record.search import Search, conditions

_MONTH = 7
_MOST = 25


@dataclass(frozen=True, slots=True)
class Count:
    """A value by which a search can be narrowed, what it is called, and how many statements have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """The total, and the most frequent of each: months in their order, the others the most frequent first."""

    total: int
    speakers: tuple[Count, ...]
    outlets: tuple[Count, ...]
    months: tuple[Count, ...]
    kinds: tuple[Count, ...]


def facets(connection: Connection, search: Search) -> Facets:
    """Count what a search finds; those that are nobody's, nowhere's or undated are in the total alone."""
    month = func.substr(statements.c.dated, literal_column("1"), literal_column(str(_MONTH)))
    parts = statements.c.speaker_id, articles.c.outlet, month, statements.c.kind
    query = select(func.count(), *parts).join(articles, articles.c.id == statements.c.article_id)
    query = query.where(*conditions(connection, search), articles.c.is_current, ~statements.c.rejected)
    total, counted = 0, tuple(Counter[str]() for _ in parts)
    for number, *values in connection.execute(query.group_by(*parts)):
        total += number
        for counter, value in zip(counted, values, strict=True):
            if value is not None:
                counter[value] += number
    speakers, outlets, months, kinds = counted
    return Facets(
        total,
        _named(connection, speakers),
        _most(outlets),
        tuple(Count(value, value, count) for value, count in sorted(months.items()) if len(value) == _MONTH),
        _most(kinds),
    )


def _most(counter: Counter[str]) -> tuple[Count, ...]:
    ordered = sorted(counter.items(), key=lambda found: (-found[1], found[0]))[:_MOST]
    return tuple(Count(value, value, count) for value, count in ordered)


def _named(connection: Connection, counter: Counter[str]) -> tuple[Count, ...]:
    most = _most(counter)
    rows = connection.execute(select(actors.c.id, actors.c.name).where(actors.c.id.in_([one.value for one in most])))
    names = {row.id: row.name for row in rows}
    return tuple(Count(one.value, names[one.value], one.count) for one in most)
