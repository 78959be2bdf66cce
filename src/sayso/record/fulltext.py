"""Search by words: SQLite's FTS5 index over the statements' content, kept in step by triggers."""

import re
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, column, false, literal_column, select, table

from sayso.record.schema import statements

_INDEX = """
CREATE VIRTUAL TABLE statement_words USING fts5(
    content, content='statements', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')
"""
_ADDED = """
CREATE TRIGGER statement_words_added AFTER INSERT ON statements BEGIN
    INSERT INTO statement_words(rowid, content) VALUES (new.id, new.content);
END
"""
_REMOVED = """
CREATE TRIGGER statement_words_removed AFTER DELETE ON statements BEGIN
    INSERT INTO statement_words(statement_words, rowid, content) VALUES ('delete', old.id, old.content);
END
"""
_CHANGED = """
CREATE TRIGGER statement_words_changed AFTER UPDATE OF content ON statements BEGIN
    INSERT INTO statement_words(statement_words, rowid, content) VALUES ('delete', old.id, old.content);
    INSERT INTO statement_words(rowid, content) VALUES (new.id, new.content);
END
"""
TABLES = (_INDEX, _ADDED, _REMOVED, _CHANGED)
"""What SQLite needs beside the schema, in this order."""

_TERM = re.compile(r'"([^"]*)"?|(\S+)')


def content_has(words: str) -> ColumnElement[bool]:
    """The condition that a statement's content holds all of `words`; "…" is a phrase, harb* any word so begun."""
    query = fts_query(words)
    if not query:
        return false()
    index = table("statement_words", column("rowid"))
    found = select(index.c.rowid).where(literal_column(index.name).op("MATCH")(query))
    return statements.c.id.in_(found)


def content_has_phrase(words: str) -> ColumnElement[bool]:
    """The condition that a statement's content holds `words` in this order."""
    return content_has('"{}"'.format(words.replace('"', " ")))


def fts_query(words: str) -> str:
    """Write what a person typed as FTS5 wants it: every word quoted, so that none is taken for an operator.

    >>> fts_query('dam "open letter" harb* AND')
    '"dam" "open letter" "harb"* "AND"'
    """
    return " ".join(filter(None, map(_term, _TERM.finditer(words.replace("\0", " ")))))


def _term(found: re.Match[str]) -> str:
    phrase, word = found.group(1), found.group(2)
    term = (word or phrase or "").replace('"', " ").strip()
    if not any(c.isalnum() for c in term):
        return ""
    if word and term.endswith("*"):
        return f'"{term.rstrip("*")}"*'
    return f'"{term}"'


def rank(words: str) -> ColumnElement[float]:
    """How well a statement's content fits `words`, the best first."""
    index = table("statement_words", column("rowid"))
    best: Select[Any] = select(literal_column("bm25(statement_words)")).where(
        literal_column(index.name).op("MATCH")(fts_query(words)), index.c.rowid == statements.c.id
    )
    return best.scalar_subquery()


def highlighted(connection: Connection, words: str, texts: list[str]) -> list[tuple[tuple[int, int], ...]]:
    """Where in each text the words stand that were looked for."""
    return [() for _ in texts]
