"""Search by words, in what was said and in whole articles: FTS5 on SQLite, a tsvector on PostgreSQL.

Both fold case and accents and cut words to their stems by Porter's rules, so that they find the same.
"""

from typing import Any, Self

from sqlalchemy import Boolean, Column, ColumnElement, Float, Integer, false, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from sayso.record.query.language import Either, Every, Query, Words, parse, phrase, stem
from sayso.record.store.fulltext_index import INDEX_OF
from sayso.record.store.schema import articles, statements


def content_has(words: str) -> ColumnElement[bool]:
    """The condition that a statement's content has what `words` ask for; raises BadQuery."""
    return _Has(statements.c.id, parse(words))


def content_has_phrase(words: str) -> ColumnElement[bool]:
    """The condition that a statement's content holds `words` in this order."""
    asked = phrase(words)
    return _Has(statements.c.id, asked) if asked else false()


def found_up_to(words: str, most: int) -> ColumnElement[int]:
    """How many statements have what `words` ask for, counted no further than `most`; raises BadQuery.

    It asks the index alone, and stops there: FTS5 would else find all of them before the first is looked at.
    """
    return _UpTo(parse(words), most)


def article_has(words: str) -> ColumnElement[bool]:
    """The condition that an article's text has what `words` ask for; raises BadQuery."""
    return _Has(articles.c.id, parse(words))


def rank(words: str) -> ColumnElement[float]:
    """By what to order statements so that those come first which best have what `words` ask for; raises BadQuery."""
    return _Rank(statements.c.id, parse(words))


def article_rank(words: str) -> ColumnElement[float]:
    """The same for articles."""
    return _Rank(articles.c.id, parse(words))


class _Search(FunctionElement[Any]):
    """A query, said for each engine."""

    def __init__(self, id_column: Column[int], query: Query) -> None:
        super().__init__(id_column, literal(fts5_query(query)), literal(ts_query(query)))


class _Has(_Search):
    type = Boolean()
    inherit_cache = True

    def self_group(self, against: Any = None) -> Self:
        """Stand as it is among conditions: with the "= 1" that SQLite is given else, no index would be used."""
        return self


class _Rank(_Search):
    type = Float()
    inherit_cache = True


class _UpTo(FunctionElement[int]):
    type = Integer()
    inherit_cache = True

    def __init__(self, query: Query, most: int) -> None:
        super().__init__(literal(fts5_query(query)), literal(ts_query(query)), literal(most))


@compiles(_UpTo, "sqlite")
def _up_to_fts5(element: _UpTo, compiler: SQLCompiler, **kw: Any) -> str:
    query, _, most = (compiler.process(clause, **kw) for clause in element.clauses)
    index = INDEX_OF[statements.name]
    return f"(SELECT count(*) FROM (SELECT rowid FROM {index} WHERE {index} MATCH {query} LIMIT {most}) AS found)"


@compiles(_UpTo, "postgresql")
def _up_to_tsvector(element: _UpTo, compiler: SQLCompiler, **kw: Any) -> str:
    _, query, most = (compiler.process(clause, **kw) for clause in element.clauses)
    has = f"{statements.name}.words @@ CAST({query} AS tsquery)"
    return f"(SELECT count(*) FROM (SELECT 1 FROM {statements.name} WHERE {has} LIMIT {most}) AS found)"


@compiles(_Has, "sqlite")
def _has_fts5(element: _Has, compiler: SQLCompiler, **kw: Any) -> str:
    column, query, _ = element.clauses
    index = INDEX_OF[column.table.name]
    return (
        f"{compiler.process(column, **kw)} IN"
        f" (SELECT rowid FROM {index} WHERE {index} MATCH {compiler.process(query, **kw)})"
    )


@compiles(_Rank, "sqlite")
def _rank_fts5(element: _Rank, compiler: SQLCompiler, **kw: Any) -> str:
    """The limit that is none keeps the scores together: else they would be reckoned anew for every row."""
    column, query, _ = element.clauses
    index = INDEX_OF[column.table.name]
    scores = f"SELECT rowid AS id, bm25({index}) AS score FROM {index} WHERE {index} MATCH"
    asked, of = compiler.process(query, **kw), compiler.process(column, **kw)
    return f"(SELECT score FROM ({scores} {asked} LIMIT -1) AS scores WHERE scores.id = {of})"


@compiles(_Has, "postgresql")
def _has_tsvector(element: _Has, compiler: SQLCompiler, **kw: Any) -> str:
    column, _, query = element.clauses
    return f"({column.table.name}.words @@ CAST({compiler.process(query, **kw)} AS tsquery))"


@compiles(_Rank, "postgresql")
def _rank_tsvector(element: _Rank, compiler: SQLCompiler, **kw: Any) -> str:
    column, _, query = element.clauses
    asked = f"CAST({compiler.process(query, **kw)} AS tsquery)"
    return f"(- ts_rank_cd({column.table.name}.words, {asked}, 1))"


def fts5_query(query: Query) -> str:
    """Say it for FTS5, every word quoted, so that none is taken for a sign.

    >>> fts5_query(parse('dam (letter OR harb*) -"a road"'))
    '(("dam" AND ("letter" OR "harb"*)) NOT ("a road"))'
    """
    match query:
        case Words(words, begun):
            return '"{}"{}'.format(" ".join(words), "*" if begun else "")
        case Either(of):
            return "({})".format(" OR ".join(map(fts5_query, of)))
        case Every(of, but):
            asked = "({})".format(" AND ".join(map(fts5_query, of)))
            return "({} NOT ({}))".format(asked, " OR ".join(map(fts5_query, but))) if but else asked


def ts_query(query: Query) -> str:
    """Say it for PostgreSQL, in the stems that its index holds.

    >>> ts_query(parse('dams (letter OR harb*) -"a road"'))
    "('dam' & ('letter' | 'harb':*) & !('a' <-> 'road'))"
    """
    match query:
        case Words(words, begun):
            *before, last = words
            lexemes = [*map(_lexeme, before), f"'{stem(last)}':*" if begun else _lexeme(last)]
            return "({})".format(" <-> ".join(lexemes)) if before else lexemes[0]
        case Either(of):
            return "({})".format(" | ".join(map(ts_query, of)))
        case Every(of, but):
            return "({})".format(" & ".join([*map(ts_query, of), *(f"!{ts_query(one)}" for one in but)]))


def _lexeme(word: str) -> str:
    return f"'{word}q'" if len(word) == 2 and word[1] == "s" else f"'{stem(word)}'"
