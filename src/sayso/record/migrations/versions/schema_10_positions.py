"""who stands where: positions, found in what is read from now on.

And names meet by more keys than before: so that spellings by other rules are told apart together, all are settled anew.
"""

from alembic import op
from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, String, Text, UniqueConstraint, text

from sayso.entity_resolution import keys_of

revision = "10"
down_revision = "9"

_BORNE = """
    SELECT DISTINCT names.id, names.name, appearances.type FROM called
    JOIN names ON names.id = called.name_id JOIN appearances ON appearances.id = called.appearance_id
"""


def upgrade() -> None:
    collation = "C" if op.get_bind().dialect.name == "postgresql" else None

    def words(name: str, *, nullable: bool = False) -> Column[str]:
        return Column(name, Text(collation=collation), nullable=nullable)

    def party(of: str, *, nullable: bool = False) -> tuple[Column[int], Column[str], Column[object]]:
        known = Column(f"{of}_id", Integer, ForeignKey("appearances.id", ondelete="SET NULL"))
        return known, words(of, nullable=nullable), Column(f"{of}_span", JSON, nullable=nullable)

    op.create_table(
        "positions",
        Column("id", Integer, primary_key=True),
        Column("article_id", Integer, ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
        Column("n", Integer, nullable=False),
        *party("holder"),
        *party("target"),
        *party("teller", nullable=True),
        *(Column(name, String(collation=collation), nullable=False) for name in ("polarity", "relation", "place")),
        Column("story", Integer),
        Column("statement", Integer),
        Column("evidence", JSON, nullable=False),
        *(Column(name, Boolean, nullable=False) for name in ("negated", "hypothetical", "past", "mutual")),
        Column("dated", String(collation=collation)),
        Column("confidence", Float, nullable=False),
        UniqueConstraint("article_id", "n"),
    )
    for of in ("holder", "target", "teller"):
        op.create_index(f"ix_positions_{of}_id", "positions", [f"{of}_id"])
    _names_meet_by_more_keys()


def _names_meet_by_more_keys() -> None:
    connection = op.get_bind()
    for row in connection.execute(text(_BORNE)).all():
        for key in keys_of(row.name, row.type):
            known = {"key": key, "name": row.id}
            connection.execute(
                text("INSERT INTO name_keys (key, name_id) VALUES (:key, :name) ON CONFLICT DO NOTHING"), known
            )
        fresh = {"type": row.type, "name": row.id}
        connection.execute(
            text("INSERT INTO unsettled (type, name_id) VALUES (:type, :name) ON CONFLICT DO NOTHING"), fresh
        )
