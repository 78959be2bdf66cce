"""How many statements a search finds, by speaker, outlet, month and kind, and how many are denials."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import CTE, Connection, Select, bindparam, case, func, literal_column, select, union_all

from sayso.data.results import Count, Facets
from sayso.data.search import Search
from sayso.record.query.fellows import FELLOWS
from sayso.record.query.filters import found
from sayso.record.store.bulk import chunks
from sayso.record.store.schema import actors, appearances, articles, statements, together
from sayso.record.store.schema_chunks import tallies

_IS_MONTH = re.compile(r"\d{4}-\d\d")
_MOST = 25
_MANY = ("speaker", "outlet")


def facets(connection: Connection, search: Search) -> Facets:
    """Count what a search finds; those that are nobody's, nowhere's or undated are in the total alone.

    A statement of several who speak together counts for each of them, and once in the total.
    """
    everything = replace(search, shown=None, each=None) == Search()
    counted = _kept(connection, search.shown) if everything else _together(connection, search)
    if everything and search.each is False:
        copies = _together(connection, Search(shown=search.shown, independent=False))
        counted = tuple(all_ - some for all_, some in zip(counted, copies, strict=True))
    speakers, outlets, months, kinds, denied = counted
    return Facets(
        kinds.total(),
        _named(connection, speakers),
        _most(outlets),
        tuple(Count(value, value, count) for value, count in sorted(months.items()) if _IS_MONTH.fullmatch(value)),
        _most(kinds),
        denied[_DENIED],
    )


_MONTH = func.substr(statements.c.dated, literal_column("1"), literal_column("7")).label("month")
_DENIED = "denied"
_IS_DENIED = case((statements.c.denied, literal_column(f"'{_DENIED}'"))).label("denied")
_SPEAKER = 0
_PARTS = (statements.c.speaker_id, statements.c.outlet, _MONTH, statements.c.kind, _IS_DENIED)


_STORY = select(articles.c.story).where(articles.c.id == statements.c.article_id).scalar_subquery()
_SOURCE = (statements.c.utterance + _STORY).label("source")
_WHATEVER = {"by", "about", "since", "until", "shown", "independent", "each"}
"""What is asked for by these is asked of all printings of an utterance, or of none."""


def _together(connection: Connection, search: Search) -> tuple[Counter[str], ...]:
    """Find once, and count by each part.

    Where not each printing is asked for, those of one utterance in copies of one story count once: those that are
    independent, or, where only some of the printings can be among what is found, one of these.
    """
    once = search.each is False
    alike = once and not any(getattr(search, one.name) for one in fields(search) if one.name not in _WHATEVER)
    asked = replace(search, independent=True) if alike and search.independent is None else search
    source = _SOURCE if once and not alike else statements.c.id.label("source")
    picked = (
        found(connection, asked, statements.c.id, source, statements.c.decided, *_PARTS)
        .cte("counted")
        .prefix_with("MATERIALIZED")
    )
    counters = tuple(Counter[str]() for _ in _PARTS)
    fellows = _fellows(picked).subquery()
    parts = [*((place, part, picked.c.source) for place, part in enumerate([*picked.c][3:]))]
    parts.append((_SPEAKER, fellows.c.actor_id, fellows.c.source))
    counted = (
        select(literal_column(str(place)), part, func.count(source.distinct() if once and not alike else source))
        .where(part.is_not(None))
        .group_by(part)
        for place, part, source in parts
    )
    for place, value, number in connection.execute(union_all(*counted)):
        counters[place][value] += number
    return counters


def _fellows(picked: CTE) -> Select[Any]:
    """FELLOWS of what is picked, which tells all that is asked of a statement."""
    query = select(together.c.statement_id, appearances.c.actor_id, picked.c.source).distinct()
    query = query.join(picked, picked.c.id == together.c.statement_id)
    query = query.join(appearances, appearances.c.id == together.c.appearance_id)
    return query.where(~picked.c.decided, picked.c.speaker_id.is_distinct_from(appearances.c.actor_id))


def _kept(connection: Connection, shown: bool | None) -> tuple[Counter[str], ...]:
    """What the record has counted already, of all or of what people are shown or not.

    Of speakers only those can be among the most who have the most words of their own, or speak with others.
    """
    counters = tuple(_kept_of(connection, part, shown) for part in ("speaker", "outlet", "month", "kind", "denied"))
    fellows = FELLOWS.where(statements.c.is_shown)
    fellows = fellows if shown is None else fellows.where(statements.c.shown == shown)
    each = fellows.subquery()
    with_others = select(each.c.actor_id, func.count()).group_by(each.c.actor_id)
    more = Counter(dict(map(tuple, connection.execute(with_others))))
    counters[_SPEAKER].update(_kept_of(connection, "speaker", shown, [one for one in more if one not in counters[0]]))
    counters[_SPEAKER].update(more)
    return counters


def _kept_of(
    connection: Connection, part: str, shown: bool | None, values: Sequence[str] | None = None
) -> Counter[str]:
    """The counts of one part: of these values, else the most, all of those that are not many."""
    number = func.sum(tallies.c.number).label("number")
    query = select(tallies.c.value, number).where(tallies.c.part == part, tallies.c.number > 0)
    query = query if shown is None else query.where(tallies.c.shown == shown)
    query = query.group_by(tallies.c.value)
    if values is not None:
        some = (query.where(tallies.c.value.in_(names)) for names in chunks(list(values)))
        return Counter({row.value: row.number for one in some for row in connection.execute(one)})
    if part in _MANY:
        query = query.order_by(number.desc(), tallies.c.value).limit(_MOST)
    return Counter({row.value: int(row.number) for row in connection.execute(query)})


def _most(counter: Counter[str]) -> tuple[Count, ...]:
    ordered = sorted(counter.items(), key=lambda found: (-found[1], found[0]))[:_MOST]
    return tuple(Count(value, value, count) for value, count in ordered)


_NAMES = select(actors.c.id, actors.c.name).where(actors.c.id.in_(bindparam("ids", expanding=True)))


def _named(connection: Connection, counter: Counter[str]) -> tuple[Count, ...]:
    most = _most(counter)
    rows = connection.execute(_NAMES, {"ids": [one.value for one in most]})
    names = {row.id: row.name for row in rows}
    return tuple(Count(one.value, names[one.value], one.count) for one in most)
