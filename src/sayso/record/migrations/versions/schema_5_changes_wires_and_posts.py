"""when an article was changed, the agency that wrote it, and when a live blog's post was made.

What was put on the record before tells none of it until it is read again.
"""

from alembic import op
from sqlalchemy import Column, String

revision = "5"
down_revision = "4"


def upgrade() -> None:
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None
    for table, of in (("articles", "updated"), ("blocks", "posted")):
        for name in (of, f"{of}_precision", f"{of}_from", f"{of}_evidence"):
            op.add_column(table, Column(name, String(collation=collation)))
    op.add_column("articles", Column("wire", String(collation=collation)))
