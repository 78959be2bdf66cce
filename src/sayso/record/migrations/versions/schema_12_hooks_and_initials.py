"""saved searches have an address to tell, bodies are found by their initials, and a day is in order by its instants.

All is made of what the record has. Indexes are such that pages look at no more rows than they show.
"""

from alembic import op
from sqlalchemy import Column, String, Text, text

from sayso.record.store.name_words import initials_of
from sayso.record.store.time_order import in_order_of_instants

revision = "12"
down_revision = "11"

_BODIES = text("""
    SELECT DISTINCT names.id, names.name FROM names
    JOIN called ON called.name_id = names.id JOIN appearances ON appearances.id = called.appearance_id
    WHERE appearances.type <> 'person'
""")
_FILL = text("INSERT INTO name_words (word, name_id) VALUES (:word, :name) ON CONFLICT DO NOTHING")
_BY_SPEAKER = ["speaker_id", "is_shown", "in_time", "outlet", "kind", "denied", "shown", "independent"]
_IS_COPY = text("NOT independent")
_TIMED = text("SELECT id, in_time FROM statements WHERE id > :last AND in_time LIKE '%T%' ORDER BY id LIMIT :most")
_PUT = text("UPDATE statements SET in_time = :in_time WHERE id = :id")
_AT_ONCE = 5_000


def upgrade() -> None:
    connection = op.get_bind()
    collation = "C" if connection.dialect.name == "postgresql" else None
    op.add_column("saved", Column("hook", Text(collation=collation)))
    op.add_column("saved", Column("sent_at", String(collation=collation)))
    found = ((id_, initials_of(name)) for id_, name in connection.execute(_BODIES).all())
    rows = [{"word": word, "name": id_} for id_, word in found if word]
    if rows:
        connection.execute(_FILL, rows)
    _put_in_order()
    op.create_index("documents_by_arrival", "documents", ["added_at"])
    op.drop_index("ix_appearances_actor_id", "appearances")
    op.create_index("appearances_by_actor", "appearances", ["actor_id", "rejected", "article_id"])
    op.create_index("appearances_by_article", "appearances", ["article_id", "rejected", "actor_id"])
    op.drop_index("statements_by_speaker", "statements")
    op.create_index("statements_by_speaker", "statements", _BY_SPEAKER)
    op.drop_index("statements_by_independence", "statements")
    op.create_index("statements_by_copy", "statements", ["is_shown"], sqlite_where=_IS_COPY, postgresql_where=_IS_COPY)


def _put_in_order() -> None:
    """Those with a time of day, of which some have an offset."""
    connection, last = op.get_bind(), 0
    while rows := connection.execute(_TIMED, {"last": last, "most": _AT_ONCE}).all():
        told = ((id_, in_time, " ".join(map(in_order_of_instants, in_time.split(" ")))) for id_, in_time in rows)
        if changed := [{"id": id_, "in_time": now} for id_, before, now in told if now != before]:
            connection.execute(_PUT, changed)
        last = rows[-1].id
