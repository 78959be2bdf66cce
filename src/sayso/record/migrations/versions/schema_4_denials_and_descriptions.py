"""what is denied, what people are shown, speakers who are only described, and those who speak together.

Whether a statement is a denial follows from its cue: what was put on the record before is not marked until it is read
again.
"""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, Text, false, true

revision = "4"
down_revision = "3"

_SAID = """
    CREATE VIEW said AS
    SELECT articles.key || '.' || statements.n AS id, statements.dated, actors.name AS speaker, statements.speaker_id,
        CASE WHEN NOT statements.decided THEN statements.described END AS described,
        statements.via, statements.unresolved, statements.content, statements.kind, statements.act, statements.negated,
        statements.denied, statements.hypothetical, statements.confidence, statements.role, statements.topic,
        statements.venue, statements.before, statements.after, articles.title, articles.outlet, articles.published,
        articles.is_current, documents.name AS document, documents.url, documents.sha256,
        documents.added_at AS captured_at, documents.read_by
    FROM statements
    JOIN articles ON articles.id = statements.article_id
    JOIN documents ON documents.id = articles.document_id
    LEFT JOIN actors ON actors.id = statements.speaker_id
    WHERE NOT statements.rejected
"""


def upgrade() -> None:
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None
    op.add_column("statements", Column("denied", Boolean, nullable=False, server_default=false()))
    op.add_column("statements", Column("shown", Boolean, nullable=False, server_default=true()))
    for name in ("described", "described_type", "described_id"):
        op.add_column("statements", Column(name, Text(collation=collation)))
    op.create_index("statements_by_denial", "statements", ["denied", "is_shown"])
    op.create_table(
        "together",
        Column("statement_id", Integer, ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
        Column("n", Integer, primary_key=True, autoincrement=False),
        Column("appearance_id", Integer, ForeignKey("appearances.id", ondelete="CASCADE"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_together_appearance_id", "together", ["appearance_id"])
    op.execute("DROP VIEW said")
    op.execute(_SAID)
