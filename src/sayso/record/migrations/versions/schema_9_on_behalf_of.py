"""on whose behalf a statement is made, whose name is withheld, and how sure it is who speaks.

All three follow from the text: what was put on the record before does not have them until it is read again.
"""

from alembic import op
from sqlalchemy import Boolean, Column, Float, false

revision = "9"
down_revision = "8"

_JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}
_SAID = """
    CREATE VIEW said AS
    SELECT articles.key || '.' || statements.n AS id, statements.dated, actors.name AS speaker, statements.speaker_id,
        CASE WHEN NOT statements.decided THEN statements.described END AS described, statements.anonymous,
        CASE WHEN NOT statements.decided THEN (
            SELECT {joined}(fellows.name, ', ') FROM together
            JOIN appearances ON appearances.id = together.appearance_id
            JOIN actors AS fellows ON fellows.id = appearances.actor_id
            WHERE together.statement_id = statements.id
        ) END AS together_with,
        CASE WHEN NOT statements.decided THEN principals.name END AS on_behalf_of,
        statements.via, statements.unresolved, statements.content, statements.kind, statements.act, statements.negated,
        statements.denied, statements.hypothetical, statements.confidence, statements.role, statements.topic,
        statements.venue, statements.before, statements.after, articles.title, articles.outlet, articles.published,
        articles.is_current, documents.name AS document, documents.url, documents.sha256,
        documents.added_at AS captured_at, documents.read_by
    FROM statements
    JOIN articles ON articles.id = statements.article_id
    JOIN documents ON documents.id = articles.document_id
    LEFT JOIN actors ON actors.id = statements.speaker_id
    LEFT JOIN appearances AS represented ON represented.id = statements.behalf_id
    LEFT JOIN actors AS principals ON principals.id = represented.actor_id
    WHERE NOT statements.rejected
"""


def upgrade() -> None:
    op.add_column("statements", Column("anonymous", Boolean, nullable=False, server_default=false()))
    op.add_column("statements", Column("speaker_confidence", Float, nullable=False, server_default="1"))
    op.execute("ALTER TABLE statements ADD COLUMN behalf_id INTEGER REFERENCES appearances (id)")
    op.create_index("ix_statements_behalf_id", "statements", ["behalf_id"])
    op.execute("DROP VIEW said")
    op.execute(_SAID.format(joined=_JOINED[op.get_bind().dialect.name]))
