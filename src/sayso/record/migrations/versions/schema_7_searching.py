"""the source and the cue are searched with the words, roles are found by theirs, and searches are kept.

What is searched is made of the words that the record has.
"""

from itertools import groupby

from alembic import op
from sqlalchemy import JSON, Column, Connection, String, Text, text

from sayso.record.store.name_words import words_of
from sayso.record.store.search_words import searched

revision = "7"
down_revision = "6"

_WORDS = "SELECT statement_id, text FROM spans ORDER BY statement_id, start_char"
_FILL = text("UPDATE statements SET searched = :searched WHERE id = :id")
_FILL_ROLES = text("INSERT INTO role_words (word, role) VALUES (:word, :role)")
_AT_ONCE = 5_000
_ON_SQLITE = (
    "DROP TRIGGER statement_words_added",
    "DROP TRIGGER statement_words_removed",
    "DROP TRIGGER statement_words_changed",
    "DROP TABLE statement_words",
    """
    CREATE VIRTUAL TABLE statement_words USING fts5(
        searched, content="statements", content_rowid='id', tokenize='porter unicode61 remove_diacritics 2')
    """,
    "INSERT INTO statement_words(statement_words) VALUES ('rebuild')",
    """
    CREATE TRIGGER statement_words_added AFTER INSERT ON statements BEGIN
        INSERT INTO statement_words(rowid, searched) VALUES (new.id, new.searched);
    END
    """,
    """
    CREATE TRIGGER statement_words_removed AFTER DELETE ON statements BEGIN
        INSERT INTO statement_words(statement_words, rowid, searched) VALUES ('delete', old.id, old.searched);
    END
    """,
    """
    CREATE TRIGGER statement_words_changed AFTER UPDATE OF searched ON statements BEGIN
        INSERT INTO statement_words(statement_words, rowid, searched) VALUES ('delete', old.id, old.searched);
        INSERT INTO statement_words(rowid, searched) VALUES (new.id, new.searched);
    END
    """,
)
_ON_POSTGRESQL = (
    "DROP INDEX statement_words",
    "ALTER TABLE statements DROP COLUMN words",
    "ALTER TABLE statements ADD COLUMN words tsvector GENERATED ALWAYS AS (sayso_words(searched)) STORED",
    "CREATE INDEX statement_words ON statements USING gin (words)",
)


def upgrade() -> None:
    connection = op.get_bind()
    is_postgresql = connection.dialect.name == "postgresql"
    collation = "C" if is_postgresql else None
    op.add_column("statements", Column("searched", Text(collation=collation), nullable=False, server_default=""))
    _fill(connection)
    op.create_table(
        "role_words",
        Column("word", String(collation=collation), primary_key=True),
        Column("role", Text(collation=collation), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "saved",
        Column("name", String(collation=collation), primary_key=True),
        Column("search", JSON, nullable=False),
        Column("seen_at", String(collation=collation), nullable=False),
    )
    roles = connection.execute(text("SELECT DISTINCT role FROM roles")).scalars().all()
    rows = [{"word": word, "role": role} for role in roles for word in sorted(set(words_of(role)))]
    if rows:
        connection.execute(_FILL_ROLES, rows)
    op.create_index("roles_by_role", "roles", ["role"])
    for statement in _ON_POSTGRESQL if is_postgresql else _ON_SQLITE:
        op.execute(statement)


def _fill(connection: Connection) -> None:
    """Some thousand statements at a time: a record may hold millions."""
    some: list[dict[str, object]] = []
    rows = connection.execute(text(_WORDS)).yield_per(_AT_ONCE)
    for id_, spans in groupby(rows, key=lambda row: row.statement_id):
        some.append({"id": id_, "searched": searched(" ".join(span.text for span in spans))})
        if len(some) == _AT_ONCE:
            connection.execute(_FILL, some)
            some = []
    if some:
        connection.execute(_FILL, some)
