"""The full-text indexes that each engine keeps: FTS5 tables and triggers on SQLite, a tsvector on PostgreSQL."""

from collections.abc import Callable

from sqlalchemy import Connection

from sayso.record.store.kept_words import SEARCHED
from sayso.record.store.packing import UNPACK

_FTS5 = (
    """
CREATE VIRTUAL TABLE {index} USING fts5(
    {column}, content="{content}", content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')
""",
    """
CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN
    INSERT INTO {index}(rowid, {column}) VALUES (new.id, {new});
END
""",
    """
CREATE TRIGGER {index}_removed AFTER DELETE ON {table} BEGIN
    INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, {old});
END
""",
    """
CREATE TRIGGER {index}_changed AFTER UPDATE OF {of} ON {table} BEGIN
    INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, {old});
    INSERT INTO {index}(rowid, {column}) VALUES (new.id, {new});
END
""",
)
"""An index over a column, kept in step by triggers."""

_SEARCHED = f"ALTER TABLE statements ADD COLUMN searched TEXT GENERATED ALWAYS AS ({SEARCHED.format(row='')}) VIRTUAL"
"""A column that takes no place, by which tools find what the index of statements is an index of."""

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
keeps the s; `query/fulltext.py` asks in the same way."""

_GENERATED = (
    "ALTER TABLE {table} ADD COLUMN words tsvector GENERATED ALWAYS AS (sayso_words({text})) STORED",
    "CREATE INDEX {index} ON {table} USING gin (words)",
)

INDEX_OF = {"statements": "statement_words", "articles": "article_words"}


def create_fulltext(connection: Connection) -> None:
    """Make what the engine needs beside the schema."""
    is_postgresql = connection.dialect.name == "postgresql"
    for statement in _TSVECTOR if is_postgresql else ():
        connection.exec_driver_sql(statement)
    create_indexes(connection)


def create_indexes(connection: Connection) -> None:
    """Make the indexes alone, which are filled by what is written from then on; PostgreSQL fills them at once."""
    if connection.dialect.name == "postgresql":
        for table, text in (("statements", SEARCHED.format(row="")), ("articles", "text")):
            for statement in _GENERATED:
                connection.exec_driver_sql(statement.format(table=table, index=INDEX_OF[table], text=text))
        return
    connection.exec_driver_sql(_SEARCHED)
    said = {"column": "searched", "content": "statements", "of": "content, beside, content_at"}
    _create_fts5(connection, "statements", said, lambda row: f"{row}.searched")
    # Without a content of its own: the texts are packed, and FTS5 would not know how to read them.
    _create_fts5(connection, "articles", {"column": "text", "content": "", "of": "text"}, _unpacked)


def _create_fts5(connection: Connection, table: str, names: dict[str, str], text: Callable[[str], str]) -> None:
    found = {"table": table, "index": INDEX_OF[table], "new": text("new"), "old": text("old"), **names}
    for statement in _FTS5:
        connection.exec_driver_sql(statement.format(**found))


def _unpacked(row: str) -> str:
    return f"{UNPACK}({row}.text)"
