"""statements of which no more than a digest was kept."""

from alembic import op
from sqlalchemy import Column, String

revision = "13"
down_revision = "12"

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
        statements.venue, statements.utterance, statements.altered_of, statements.independent, statements.before,
        statements.after, articles.title, articles.outlet, articles.published,
        articles.is_current, documents.name AS document, documents.url, documents.sha256,
        documents.added_at AS captured_at, documents.read_by, statements.digest
    FROM statements
    JOIN articles ON articles.id = statements.article_id
    JOIN documents ON documents.id = articles.document_id
    LEFT JOIN actors ON actors.id = statements.speaker_id
    LEFT JOIN appearances AS represented ON represented.id = statements.behalf_id
    LEFT JOIN actors AS principals ON principals.id = represented.actor_id
    WHERE NOT statements.rejected
"""
_JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}


def upgrade() -> None:
    dialect = op.get_bind().dialect.name
    op.add_column("statements", Column("digest", String(collation="C" if dialect == "postgresql" else None)))
    op.execute("DROP VIEW said")
    op.execute(_SAID.format(joined=_JOINED[dialect]))
