"""which statements print one utterance, and which articles one story.

Every statement is the only printing of its utterance at first; the printings of all are told when the record is next
settled, by whoever adds to it.
"""

from hashlib import blake2b

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, Text, column, table, true, update

revision = "11"
down_revision = "10"

_AT_ONCE = 5_000
_PLACED = """
    SELECT statements.id, articles.key, statements.place, statements.story, statements.content,
        (SELECT min(spans.start_char) FROM spans WHERE spans.statement_id = statements.id) AS first
    FROM statements JOIN articles ON articles.id = statements.article_id
    WHERE statements.id > {} ORDER BY statements.id LIMIT {}
"""
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
        documents.added_at AS captured_at, documents.read_by
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
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None
    text = String(collation=collation)
    op.add_column("articles", Column("story", text, nullable=False, server_default=""))
    for name in ("own", "utterance"):
        op.add_column("statements", Column(name, text, nullable=False, server_default=""))
    op.add_column("statements", Column("altered_of", text))
    for name in ("altered_words", "altered_from"):
        op.add_column("statements", Column(name, Text(collation=collation)))
    op.add_column("statements", Column("independent", Boolean, nullable=False, server_default=true()))
    op.execute("UPDATE articles SET story = key")
    _name_all()
    op.create_index("articles_by_story", "articles", ["story"])
    op.create_index("statements_by_utterance", "statements", ["utterance", "is_shown"])
    op.create_index("statements_by_alteration", "statements", ["altered_of"])
    op.create_index("statements_by_independence", "statements", ["independent", "is_shown"])
    _make_tables(text)
    op.execute("DROP VIEW said")
    op.execute(_SAID.format(joined=_JOINED[op.get_bind().dialect.name]))
    op.execute("INSERT INTO ungrouped (article_id) SELECT id FROM articles")


def _name_all() -> None:
    """Give each statement the id of its own utterance."""
    said = table("statements", column("id"), column("own"), column("utterance"))
    last = 0
    while rows := op.get_bind().exec_driver_sql(_PLACED.format(last, _AT_ONCE)).all():
        for row in rows:
            own = _id(row.key, row.place, str(row.story), str(row.first or 0), row.content)
            op.get_bind().execute(update(said).where(said.c.id == row.id).values(own=own, utterance=own))
        last = rows[-1].id


def _id(*place: str) -> str:
    return "u" + blake2b("\n".join(place).encode("utf-8", "replace"), digest_size=7).hexdigest()


def _make_tables(text: String) -> None:
    def of_article(*, index: bool = False) -> Column[int]:
        target = ForeignKey("articles.id", ondelete="CASCADE")
        return Column("article_id", Integer, target, primary_key=True, autoincrement=False, index=index or None)

    band: Column[int] = Column("band", BigInteger, primary_key=True, autoincrement=False)
    op.create_table("sketches", band, of_article(index=True), sqlite_with_rowid=False)
    op.create_table("ungrouped", of_article(), sqlite_with_rowid=False)
    old, new = Column("old", text, primary_key=True), Column("new", text, nullable=False, index=True)
    op.create_table("led_on", old, new, sqlite_with_rowid=False)
