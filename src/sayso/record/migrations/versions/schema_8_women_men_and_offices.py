"""what the articles tell of who speaks, a woman or a man and by an office; the columns of the user's own list.

What was on the record before tells neither until it is read again.
"""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, String

revision = "8"
down_revision = "7"


def upgrade() -> None:
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None
    op.add_column("statements", Column("gender", String(collation=collation)))
    op.add_column("statements", Column("office", Boolean))
    op.add_column("listed", Column("columns", JSON, nullable=False, server_default="{}"))
