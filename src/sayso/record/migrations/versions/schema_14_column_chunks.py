"""columns of statements are kept ready to be counted, and what changes in them is marked.

The chunks themselves are made when all steps are taken.
"""

from alembic import op
from sqlalchemy import Column, Integer, LargeBinary, String

from sayso.record.store.column_chunks import create_marks

revision = "14"
down_revision = "13"


def upgrade() -> None:
    connection = op.get_bind()
    collation = "C" if connection.dialect.name == "postgresql" else None
    op.create_table(
        "column_chunks",
        Column("upto", Integer, primary_key=True, autoincrement=False),
        Column("name", String(collation=collation), primary_key=True),
        Column("known", LargeBinary, nullable=False),
        Column("codes", LargeBinary, nullable=False),
    )
    op.create_table("stale_statements", Column("id", Integer, primary_key=True, autoincrement=False))
    create_marks(connection)
