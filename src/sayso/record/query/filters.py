"""Which statements are asked for: the search, and the conditions that it puts."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, exists, func, literal, or_, select

from sayso.data.record_errors import BadQuery
from sayso.data.search import Meant, Search
from sayso.data.search_fields import DATE_PATTERN, FIELDS
from sayso.record.query.fulltext import content_has, content_has_phrase, found_up_to
from sayso.record.query.lookup import ids_meant
from sayso.record.query.tally_columns import cell_conditions
from sayso.record.store.once import once
from sayso.record.store.schema import appearances, articles, statements, subjects, together

_YEAR, _MONTH = 4, 7
"""How much of a day tells its year, its month."""

_FEW = 5_000
UNDATED = "~"
"""What the place in time of an undated statement begins with; it comes after every date."""


def conditions(connection: Connection, search: Search) -> Iterator[ColumnElement[bool]]:
    """The conditions that a statement must all meet."""
    if search.words:
        yield content_has(search.words)
    if search.by:
        yield is_by(connection, ids_meant(connection, search.by))
    if about := search.about:
        yield is_about(ids_meant(connection, about), about.name if isinstance(about, Meant) else about)
    _ensure_meant(search)
    if search.kind:
        yield statements.c.kind == search.kind
    yield from _marked(search)
    if search.outlet:
        yield statements.c.outlet.in_(_outlets(connection, search.outlet))
    yield from _within(search.since, search.until)
    if search.having:
        yield from cell_conditions(connection, search.having)


def _ensure_meant(search: Search) -> None:
    """Raise BadQuery for what is no day, or none of the few that there are: it would find nothing, and look like an
    answer.
    """
    for field in FIELDS:
        value = getattr(search, field.name)
        if value is None:
            continue
        if field.type == "date" and not re.match(f"{DATE_PATTERN}(T.*)?$", value):
            raise BadQuery(value, f"{field.name} is a day, month or year: 2015-10-10, 2015-10 or 2015")
        if field.type == "choice" and value not in field.choices:
            raise BadQuery(value, f"{field.name} is {', '.join(field.choices[:-1])} or {field.choices[-1]}")


def found(connection: Connection, search: Search, *parts: ColumnElement[Any]) -> Select[Any]:
    """What is asked for of the statements that a search finds, to be put in order or counted.

    Where words or a person leave but few, these are picked out before anything else is done: engines tend to walk
    through all statements in order of time instead, which is the better way only when many will do.
    """
    query = select(*parts).where(statements.c.is_shown, *conditions(connection, search))
    if not (search.about or (search.words and _leave_few(connection, search.words))):
        return query
    picked = query.cte("picked").prefix_with("MATERIALIZED")
    return select(*picked.c)


def _leave_few(connection: Connection, words: str) -> bool:
    found = once(connection, ("few", words), lambda: connection.scalar(select(found_up_to(words, _FEW + 1))))
    return (found or 0) <= _FEW


_MARKS = ("act", "negated", "denied", "hypothetical", "shown", "anonymous", "independent")


def _marked(search: Search) -> Iterator[ColumnElement[bool]]:
    """The conditions on what a statement is marked with."""
    for column in tuple(statements.c[name] for name in _MARKS):
        if (wanted := getattr(search, column.name)) is not None:
            yield column == wanted
    if search.topic:
        yield func.lower(statements.c.topic).contains(search.topic.lower(), autoescape=True)
    if search.confidence is not None:
        yield statements.c.confidence >= search.confidence


def is_by(connection: Connection, ids: Sequence[str]) -> ColumnElement[bool]:
    """The condition that one of these actors speaks, alone or with others, or that it is said on their behalf.

    Most never speak with others, and nobody speaks for them: then an index tells all that is counted of their
    statements.
    """
    alone = statements.c.speaker_id.in_(ids)
    beside = once(connection, ("beside", *ids), lambda: connection.execute(_BESIDE, {"ids": list(ids)}).one())
    theirs = select(appearances.c.id).where(appearances.c.actor_id.in_(ids))
    with_others = select(together.c.statement_id).where(together.c.appearance_id.in_(theirs))
    spoken_for = select(statements.c.id).where(statements.c.behalf_id.in_(theirs))
    others = [some for some, has_any in zip((with_others, spoken_for), beside, strict=True) if has_any]
    return or_(alone, *(statements.c.id.in_(some) & ~statements.c.decided for some in others))


_THEIRS = select(appearances.c.id).where(appearances.c.actor_id.in_(bindparam("ids", expanding=True)))
_BESIDE = select(
    exists().where(together.c.appearance_id.in_(_THEIRS)), exists().where(statements.c.behalf_id.in_(_THEIRS))
)
"""Whether some actors speak any statement with others, and whether any is made on their behalf."""


def is_about(ids: Sequence[str], name: str | None = None) -> ColumnElement[bool]:
    """The condition that a statement speaks of one of these actors and is not theirs.

    With `name`, words that hold exactly this name will do: a headline can name a man whom the article does not.
    """
    theirs = select(subjects.c.statement_id).join(appearances, appearances.c.id == subjects.c.appearance_id)
    marked = statements.c.id.in_(theirs.where(appearances.c.actor_id.in_(ids)))
    others = or_(statements.c.speaker_id.is_(None), statements.c.speaker_id.not_in(ids))
    return and_(or_(marked, _names_outright(name)) if name else marked, others)


def _names_outright(name: str) -> ColumnElement[bool]:
    """The words, found by the index, and their case, which it ignores: "US" is a country, "us" is not."""
    same_case = func.replace(statements.c.content, name, "") != statements.c.content
    return and_(content_has_phrase(name), same_case)


def _outlets(connection: Connection, outlet: str) -> list[str]:
    """The outlets on the record whose name holds `outlet`, in any case: engines differ in how they fold letters."""
    known = connection.scalars(select(articles.c.outlet).distinct().where(articles.c.outlet.is_not(None)))
    return [name for name in known if name and outlet.casefold() in name.casefold()]


def _within(since: str | None, until: str | None) -> Iterator[ColumnElement[bool]]:
    """What is known only to the month is compared by the month: it may lie within, so it is shown."""
    dated = statements.c.dated
    # What is asked of `in_time` follows from the rest, and an index knows it; there a day is that in Greenwich.
    if since:
        yield dated >= func.substr(literal(since), 1, func.length(dated))
        yield statements.c.in_time >= _day_before(since)
    if until:
        yield func.substr(dated, 1, len(until)) <= until
        yield statements.c.in_time < _behind(until)


def _day_before(since: str) -> str:
    """The year of the day before the first of a day, month or year."""
    return f"{int(since[:_YEAR]) - 1:04}" if since[_YEAR:] in ("", "-01", "-01-01") else since[:_YEAR]


def _behind(until: str) -> str:
    """What comes after all instants of a day, month or year, wherever it is."""
    year, month = int(until[:_YEAR]), int(until[_YEAR + 1 : _MONTH] or 12)
    return f"{year + month // 12:04}-{month % 12 + 1:02}-01{UNDATED}"
