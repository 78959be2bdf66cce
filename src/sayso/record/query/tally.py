"""Counting statements by columns: how many are in each cell, their shares, and what is left open."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    Subquery,
    case,
    cast,
    distinct,
    func,
    literal,
    or_,
    select,
    union_all,
)

from sayso.data.search import Search
from sayso.data.tally import ASIDE, MOST_COLUMNS, UNITS, BadTally, Cell, Column, GenderBy, Interval, Key, Unit
from sayso.record.query.filters import conditions
from sayso.record.query.intervals import Spread, between_articles, wilson
from sayso.record.query.tally_columns import Values, chosen, voices
from sayso.record.query.tally_labels import in_order, keys_of
from sayso.record.query.tally_sums import Combination, Found, summed
from sayso.record.store.column_chunks import upto, words
from sayso.record.store.schema import statements

BY_ARTICLES: Final = "95 %, Wilson on the number of independent draws that the variance between articles leaves"
BY_COUNT: Final = "95 %, Wilson on the number of {unit}"


class Counted(NamedTuple):
    """What a tally finds: its cells in order, how many there are in all, how many are open, how intervals are made."""

    cells: tuple[Cell, ...]
    total: int
    open: int
    interval_by: str


def tally(connection: Connection, search: Search, by: Sequence[str], unit: Unit, gender_by: GenderBy) -> Counted:
    """Count what a search finds; raises BadTally, or BadQuery.

    A statement of several who speak together counts for each of them where a column or the unit is theirs.
    """
    if not 0 < len(set(by)) == len(by) <= MOST_COLUMNS:
        raise BadTally(f"a tally is by one to {MOST_COLUMNS} columns, each once")
    if unit not in UNITS:
        raise BadTally(f"there is no unit “{unit}”; there are {', '.join(UNITS)}")
    columns = chosen(connection, by)
    base = _base(connection, search, columns, unit, gender_by)
    if unit in ("statements", "words"):
        found, totals, how = _found(connection, search, columns, unit, gender_by, base), {}, BY_ARTICLES
        total, is_open = _overall(found)
    else:
        found, totals = _distinct(connection, base, len(by)), _distinct_totals(connection, base, len(by))
        (total, is_open), how = _distinct_overall(connection, base, len(by)), BY_COUNT.format(unit=unit)
    cells = _cells(found, totals, keys_of(connection, columns, [one.values for one in found]))
    return Counted(in_order(columns, list(cells)), total, is_open, how)


def _found(
    connection: Connection, search: Search, columns: Sequence[Column], unit: Unit, gender_by: GenderBy, base: Subquery
) -> list[Found]:
    """The cells of what can be summed: of all statements from their columns, of what a search finds by the database."""
    if replace(search, shown=None, each=None) == Search() and upto(connection):
        from sayso.record.query import tally_chunks  # with NumPy, which takes a tenth of a second

        if tally_chunks.are_kept(connection, columns):
            return tally_chunks.summed(connection, columns, unit, gender_by, search.shown)
    return summed(connection, base, len(columns))


def _base(
    connection: Connection, search: Search, columns: Sequence[Column], unit: Unit, gender_by: GenderBy
) -> Subquery:
    """A row for each statement, or each of its speakers: its article, its values, and what it counts for."""
    several = unit == "speakers" or any(column.of_speakers for column in columns)
    found = statements.c.is_shown, *conditions(connection, search)
    parts = []
    for voice in voices(several=several):
        values = Values(connection, voice, gender_by)
        keys = [values.of(column).label(f"k{n}") for n, column in enumerate(columns)]
        counted = _counted(values, unit)
        article = statements.c.article_id.label("article")
        parts.append(select(article, *keys, *counted).select_from(values.source).where(*found))
    return (union_all(*parts) if several else parts[0]).subquery("base")


def _counted(values: Values, unit: Unit) -> Iterator[ColumnElement[Any]]:
    """What one row counts for: words by their number, statements one, the others by which they are."""
    if unit == "words":
        yield words().label("n")
    if unit == "speakers":
        yield values.speaker.label("one")
    if unit == "utterances":
        lone = literal("?") + cast(statements.c.id, String)
        yield func.coalesce(func.nullif(statements.c.utterance, ""), lone).label("one")
    if unit == "articles":
        yield statements.c.article_id.label("one")


def _has_share(value: str | None) -> bool:
    """Whether it is told, and not set apart."""
    return value is not None and value not in ASIDE


def _distinct(connection: Connection, base: Subquery, columns: int) -> list[Found]:
    keys = [base.c[f"k{n}"] for n in range(columns)]
    counted = func.count(distinct(base.c.one)), func.count(distinct(base.c.article))
    rows = connection.execute(select(*keys, *counted).group_by(*keys))
    return [Found(tuple(row[:columns]), row[columns], row[columns + 1], None) for row in rows]


def _distinct_totals(connection: Connection, base: Subquery, columns: int) -> dict[Combination, tuple[int, int]]:
    """How many there are in each group of which the last column is told, and in all: one may be in several cells."""
    group, last = [base.c[f"k{n}"] for n in range(columns - 1)], base.c[f"k{columns - 1}"]
    told = func.count(distinct(case((last.is_not(None), base.c.one))))
    query = select(*group, told, func.count(distinct(base.c.one))).where(or_(last.is_(None), last.not_in(ASIDE)))
    rows = connection.execute(query.group_by(*group))
    return {tuple(row[:-2]): (row[-2], row[-1]) for row in rows}


def _overall(found: Iterable[Found]) -> tuple[int, int]:
    """How many there are, and of how many something is not told."""
    counted = [(one.number, None in one.values) for one in found]
    return sum(number for number, _ in counted), sum(number for number, is_open in counted if is_open)


def _distinct_overall(connection: Connection, base: Subquery, columns: int) -> tuple[int, int]:
    some_open = or_(*(base.c[f"k{n}"].is_(None) for n in range(columns)))
    counted = select(func.count(distinct(base.c.one)), func.count(distinct(case((some_open, base.c.one)))))
    total, is_open = connection.execute(counted).one()
    return total, is_open


def _cells(
    found: Iterable[Found], totals: Mapping[Combination, tuple[int, int]], keys: Sequence[Mapping[str | None, Key]]
) -> Iterator[Cell]:
    """The cells with their shares; `totals` are those of groups that are no sums of their cells."""
    groups: defaultdict[Combination, list[Found]] = defaultdict(list)
    for one in found:
        groups[one.values[:-1]].append(one)
    for group, members in groups.items():
        is_open = sum(one.number for one in members if one.values[-1] is None)
        summed = sum(one.number for one in members if _has_share(one.values[-1]))
        total, everything = totals.get(group, (summed, summed + is_open))
        spread = _of_group([one for one in members if _has_share(one.values[-1])])
        for one in members:
            labelled = tuple(known[value] for known, value in zip(keys, one.values, strict=True))
            shares = _shares(one, total, everything, is_open, spread) if _has_share(one.values[-1]) else ()
            yield Cell(labelled, one.number, one.articles, *shares)


def _of_group(told: Sequence[Found]) -> Spread | None:
    """The sizes of the group in its articles, squared and summed, and how many articles it is in."""
    spreads = [one.spread for one in told if one.spread]
    sizes, articles = sum(one.products for one in spreads), sum(one.articles for one in spreads)
    return Spread(0, 0, sizes, articles) if spreads else None


def _shares(
    one: Found, total: int, everything: int, is_open: int, group: Spread | None
) -> tuple[float, Interval, float, float]:
    """The share and its interval, and the shares if nothing, or all, of what is open belonged there."""
    share = one.number / total
    if one.spread and group:
        interval = between_articles(one.number, total, one.spread._replace(sizes=group.sizes, articles=group.articles))
    else:
        interval = wilson(share, total)
    return share, interval, one.number / everything, min(1.0, (one.number + is_open) / everything)
