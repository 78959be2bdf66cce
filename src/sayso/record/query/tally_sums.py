"""Sums over articles, by the database: how many each has in a cell, and what the intervals are made of."""

from typing import Any, NamedTuple

from sqlalchemy import Connection, Subquery, case, func, select

from sayso.data.tally import ASIDE
from sayso.record.query.intervals import Spread

Combination = tuple[str | None, ...]
"""The values of a cell, one for each column."""


class Found(NamedTuple):
    """A cell as it is counted; `spread` where draws of articles can be told."""

    values: Combination
    number: int
    articles: int
    spread: Spread | None


def summed(connection: Connection, base: Subquery, columns: int) -> list[Found]:
    """Sum in each article first: of the sums and their squares the intervals are made."""
    keys = [base.c[f"k{n}"] for n in range(columns)]
    counted = func.sum(base.c.n) if "n" in base.c else func.count()
    inner = select(base.c.article, *keys, counted.label("n")).group_by(base.c.article, *keys).subquery("inner_sums")
    names = [f"k{n}" for n in range(columns)]
    group, last = [inner.c[name] for name in names[:-1]], inner.c[names[-1]]
    told = case((last.is_not(None) & last.not_in(ASIDE), inner.c.n), else_=0)
    size = func.sum(told).over(partition_by=[inner.c.article, *group]).label("size")
    sized = select(*(inner.c[name] for name in names), inner.c.n, size).subquery("sized")
    n, of = sized.c.n, sized.c.size
    sums = func.sum(n), func.count(), func.sum(n * n), func.sum(n * of), func.sum(n * 1.0 / func.nullif(of, 0))
    grouped = [sized.c[name] for name in names]
    return [_found(row, columns) for row in connection.execute(select(*grouped, *sums).group_by(*grouped))]


def _found(row: Any, columns: int) -> Found:
    number, articles, squares, products, part = row[columns:]
    spread = Spread(float(squares), float(products), float(products), float(part or 0))
    return Found(tuple(row[:columns]), int(number), int(articles), spread)
