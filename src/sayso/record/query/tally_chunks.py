"""Sums over articles of all statements at once, by NumPy: what `tally_sums` has the database do, from column chunks.

A column of a tally is SQL on a statement's row, whatever else it asks. That SQL is put to rows that differ in what it
reads, some thousand of a million, in the name of the table.
"""

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Boolean, ColumnElement, Connection, Integer, Select, TextualSelect, select, text
from sqlalchemy import Column as SqlColumn
from sqlalchemy.sql import visitors

from sayso.data.tally import ASIDE, Column, GenderBy, Unit
from sayso.record.query.intervals import Spread
from sayso.record.query.kept_columns import Coded, Codes, kept
from sayso.record.query.tally_columns import Values, voices
from sayso.record.query.tally_sums import Found
from sayso.record.store.column_chunks import ID, KEPT, WORDS
from sayso.record.store.schema import articles, statements

_DENSE = 1 << 22
"""So many numbers are told apart by a table of all, more by sorting."""


def are_kept(connection: Connection, columns: Sequence[Column]) -> bool:
    """Whether the columns of a tally are made of what chunks hold."""
    return all(set(_read(_values(connection, column, "text"))) <= set(KEPT) for column in columns)


def summed(
    connection: Connection, columns: Sequence[Column], unit: Unit, gender_by: GenderBy, shown: bool | None
) -> list[Found]:
    """What `summed` finds where a search asks for nothing but what is `shown`."""
    queries = [_values(connection, column, gender_by) for column in columns]
    names = dict.fromkeys(("article_id", "is_shown", "shown", WORDS, *(n for query in queries for n in _read(query))))
    several = any(column.of_speakers for column in columns)
    held = kept(connection, [name for name in names if name != WORDS or unit == "words"], with_fellows=several)
    counted = held["is_shown"].where(True)
    if shown is not None:
        counted &= held["shown"].where(shown)
    rows = np.flatnonzero(counted)
    keys = [_valued(connection, query, held) for query in queries]
    keys = [Coded(key.values, key.codes[rows]) for key in keys]
    words = np.array(held[WORDS].values)[held[WORDS].codes[rows]] if unit == "words" else None
    return _summed(held["article_id"].codes[rows], keys, words) if len(rows) else []


def _values(connection: Connection, column: Column, gender_by: GenderBy) -> Select[Any]:
    """The value of a row, whose number is its id."""
    values = Values(connection, next(voices(several=False)), gender_by)
    value = values.of(column)
    return select(statements.c.id, value.label("value")).select_from(values.source)


def _read(query: Select[Any]) -> list[str]:
    """The columns of statements that a query reads, by whatever name it calls the table."""
    found = (one for one in visitors.iterate(query) if isinstance(one, ColumnElement) and _is_of_statements(one))
    return sorted({one.name for one in found} - {ID})


def _is_of_statements(one: ColumnElement[Any]) -> bool:
    table = getattr(one, "table", None)
    return table is statements or getattr(table, "element", None) is statements


def _valued(connection: Connection, query: Select[Any], held: dict[str, Coded]) -> Coded:
    """The values that a query gives to rows."""
    names = _read(query)
    told = list(query.selected_columns)[1]
    if len(names) == 1 and getattr(told, "element", None) is statements.c[names[0]]:
        return held[names[0]]
    if names == ["article_id"]:
        article = articles.c.id
        return _given(connection, query, select(article.label(ID), article.label("article_id")), held[names[0]].codes)
    rows, firsts = _apart([held[name] for name in names])
    columns = [[held[name].values[code] for code in held[name].codes[firsts]] for name in names]
    is_postgresql = connection.dialect.name == "postgresql"
    return _given(connection, query, _stand_in(names, list(zip(*columns, strict=True)), is_postgresql), rows)


def _given(connection: Connection, query: Select[Any], stand_in: Select[Any] | TextualSelect, rows: Codes) -> Coded:
    """What a query gives for rows that stand for the table; `rows` are their ids, as often as they are meant."""
    given = connection.execute(query.add_cte(stand_in.cte(statements.name))).all()
    known: dict[Any, int] = {}
    places = np.zeros(max((id_ for id_, _ in given), default=0) + 1, np.int64)
    for id_, value in given:
        places[id_] = known.setdefault(value, len(known))
    return Coded(list(known), places[rows])


def _stand_in(names: Sequence[str], rows: Sequence[Any], is_postgresql: bool) -> TextualSelect:
    """Rows of some columns of the table, with their numbers for ids."""
    cells = [_cell(statements.c[name], n, is_postgresql=is_postgresql) for n, name in enumerate(names)]
    numbered = "jsonb_array_elements(CAST(:rows AS jsonb)) WITH ORDINALITY AS t(value, key)"
    key, source = ("key - 1", numbered) if is_postgresql else ("key", "json_each(:rows)")
    rows_ = text(f"SELECT {key} AS id, {', '.join(cells)} FROM {source}").bindparams(rows=json.dumps(rows))
    return rows_.columns(*(SqlColumn(name) for name in (ID, *names)))


def _cell(column: ColumnElement[Any], n: int, *, is_postgresql: bool) -> str:
    name = column.name
    if not is_postgresql:
        return f"json_extract(value, '$[{n}]') AS {name}"
    type_ = "boolean" if isinstance(column.type, Boolean) else "integer" if isinstance(column.type, Integer) else "text"
    return f"CAST(value->>{n} AS {type_}) AS {name}"


def _apart(columns: Sequence[Coded]) -> tuple[Codes, Codes]:
    """For each row the number of its values together, in order of the first column's, and a row of each number."""
    together, size = columns[0].codes, len(columns[0].values)
    for one in columns[1:]:
        together, size = _dense(together * len(one.values) + one.codes, size * len(one.values))
    together, size = _dense(together, size)
    firsts = np.zeros(size, np.int64)
    firsts[together] = np.arange(len(together))
    return together, firsts


def _dense(numbers: Codes, bound: int) -> tuple[Codes, int]:
    """Numbers below a bound as places in the order of those that occur, and how many these are."""
    if bound > _DENSE:
        some, places = np.unique(numbers, return_inverse=True)
        return places, len(some)
    occurs = np.zeros(bound, bool)
    occurs[numbers] = True
    return (np.cumsum(occurs) - 1)[numbers], int(occurs.sum())


def _summed(article: Codes, keys: Sequence[Coded], words: Codes | None) -> list[Found]:
    """Sum in each article first, in the order of groups: then what belongs together stands together."""
    cell, firsts = _apart(keys)
    of_cell = [[key.values[code] for code in key.codes[firsts]] for key in keys]
    whole = Coded([None], np.zeros(len(firsts), np.int64))
    group, _ = _apart([Coded(key.values, key.codes[firsts]) for key in keys[:-1]] or [whole])
    is_told = np.array([value is not None and value not in ASIDE for value in of_cell[-1]])
    pairs, n = _counted(article * len(firsts) + cell, words)
    articles, cells = np.divmod(pairs, len(firsts))
    begins = np.flatnonzero(np.diff(articles, prepend=-1) | np.diff(group[cells], prepend=-1))
    sizes = np.add.reduceat(np.where(is_told[cells], n, 0), begins)
    size = np.repeat(sizes, np.diff(begins, append=len(pairs)))

    def total(of: NDArray[Any]) -> list[float]:
        found: list[float] = np.bincount(cells, of, len(firsts)).tolist()
        return found

    part = np.divide(n, size, out=np.zeros(len(n)), where=size > 0)
    sums = total(n), total(np.ones(len(n))), total(n * n), total(n * size), total(part)
    return [
        Found(values, int(number), int(of), Spread(squares, products, products, parts))
        for values, number, of, squares, products, parts in zip(zip(*of_cell, strict=True), *sums, strict=True)
    ]


def _counted(pairs: Codes, words: Codes | None) -> tuple[Codes, Codes]:
    """Pairs of an article and a cell, each once and in order, and how many they have."""
    if words is None:
        return np.unique(pairs, return_counts=True)
    found, places = np.unique(pairs, return_inverse=True)
    return found, np.bincount(places, words).astype(np.int64)
