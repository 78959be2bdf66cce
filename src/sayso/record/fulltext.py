"""Search by words, in what was said and in whole articles: FTS5 on SQLite, a tsvector on PostgreSQL.

Both fold case and accents and cut words to their stems by Porter's rules, so that they find the same.
"""

from typing import Any, Self

from sqlalchemy import Boolean, Column, ColumnElement, Connection, Float, false, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from sayso.record.query import Either, Every, Query, Words, parse, phrase, stem
from sayso.record.schema import articles, statements

_FTS5 = (
    """
CREATE VIRTUAL TABLE {index} USING fts5(
    {column}, content="{table}", content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')
""",
    """
CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN
    INSERT INTO {index}(rowid, {column}) VALUES (new.id, new.{column});
END
""",
    """
CREATE TRIGGER {index}_removed AFTER DELETE ON {table} BEGIN
    INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, old.{column});
END
""",
    """
CREATE TRIGGER {index}_changed AFTER UPDATE OF {column} ON {table} BEGIN
    INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, old.{column});
    INSERT INTO {index}(rowid, {column}) VALUES (new.id, new.{column});
END
""",
)
"""An index over a column, kept in step by triggers."""

_MOST_CHARACTERS = 250_000
"""How much of a text PostgreSQL can index: a tsvector holds one megabyte, whatever the text is made of."""

_MARKS = (
    r"\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7"
    r"\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u3000-\u3004\u3008-\u3020\ufe00-\ufe0f\U0001f000-\U0001faff"
)
"""What parts words, by code point: what a letter is hangs on the server's language."""

_TSVECTOR = (
    "CREATE TEXT SEARCH DICTIONARY sayso_porter (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION sayso (PARSER = default)",
    "ALTER TEXT SEARCH CONFIGURATION sayso ADD MAPPING"
    " FOR asciiword, word, numword, int, uint, float, sfloat WITH sayso_porter",
    rf"""
CREATE FUNCTION sayso_words(content text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN
to_tsvector('sayso', regexp_replace(regexp_replace(normalize(regexp_replace(normalize(
    lower(left(content, {_MOST_CHARACTERS}) COLLATE "default"),
    NFD), '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'),
    NFC), '[{_MARKS}]+', ' ', 'g'), '\m(\w)s\M', '\1sq', 'g'))
""",
)
"""Its words without accents and marks. Porter's rules would take “us” and “is” for plurals: a q, which they leave,
keeps the s; `_lexeme` asks in the same way."""

_GENERATED = (
    "ALTER TABLE {table} ADD COLUMN words tsvector GENERATED ALWAYS AS (sayso_words({column})) STORED",
    "CREATE INDEX {index} ON {table} USING gin (words)",
)

_INDEXED = {"statements": statements.c.content, "articles": articles.c.text}
_INDEX_OF = {"statements": "statement_words", "articles": "article_words"}


def create(connection: Connection) -> None:
    """Make what the engine needs beside the schema."""
    is_postgresql = connection.dialect.name == "postgresql"
    for statement in _TSVECTOR if is_postgresql else ():
        connection.exec_driver_sql(statement)
    for table, column in _INDEXED.items():
        names = {"table": table, "index": _INDEX_OF[table], "column": column.name}
        for statement in _GENERATED if is_postgresql else _FTS5:
            connection.exec_driver_sql(statement.format(**names))


def content_has(words: str) -> ColumnElement[bool]:
    """The condition that a statement's content has what `words` ask for; raises BadQuery."""
    return _Has(statements.c.id, parse(words))


def content_has_phrase(words: str) -> ColumnElement[bool]:
    """The condition that a statement's content holds `words` in this order."""
    asked = phrase(words)
    return _Has(statements.c.id, asked) if asked else false()


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


@compiles(_Has, "sqlite")
def _has_fts5(element: _Has, compiler: SQLCompiler, **kw: Any) -> str:
    column, query, _ = element.clauses
    index = _INDEX_OF[column.table.name]
    return (
        f"{compiler.process(column, **kw)} IN"
        f" (SELECT rowid FROM {index} WHERE {index} MATCH {compiler.process(query, **kw)})"
    )


@compiles(_Rank, "sqlite")
def _rank_fts5(element: _Rank, compiler: SQLCompiler, **kw: Any) -> str:
    """The limit that is none keeps the scores together: else they would be reckoned anew for every row."""
    column, query, _ = element.clauses
    index = _INDEX_OF[column.table.name]
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
