"""captures as moments, the address that was asked for, and counts over the whole record that are kept ready."""

from alembic import op
from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Text

revision = "6"
down_revision = "5"


def upgrade() -> None:
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None
    op.add_column("documents", Column("asked_url", Text(collation=collation)))
    op.create_index("documents_by_asked_url", "documents", ["asked_url"])
    op.create_table(
        "captures",
        Column("id", Integer, primary_key=True),
        Column("document_id", Integer, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
        Column("captured_at", String(collation=collation), nullable=False),
    )
    op.create_index("ix_captures_document_id", "captures", ["document_id"])
    op.execute("INSERT INTO captures (document_id, captured_at) SELECT id, added_at FROM documents ORDER BY id")
    op.execute("INSERT INTO meta (key, value) VALUES ('changes', '0')")
    op.drop_index("statements_by_speaker", "statements")
    covering = ["speaker_id", "is_shown", "in_time", "outlet", "kind", "denied", "shown"]
    op.create_index("statements_by_speaker", "statements", covering)
    _tallies(collation)


def _tallies(collation: str | None) -> None:
    from sayso.record.store.tally_triggers import create_tallies

    op.create_table(
        "tallies",
        Column("part", String(collation=collation), primary_key=True),
        Column("shown", Boolean, primary_key=True),
        Column("value", Text(collation=collation), primary_key=True),
        Column("number", Integer, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("tallies_by_number", "tallies", ["part", "shown", "number"])
    create_tallies(op.get_bind())
