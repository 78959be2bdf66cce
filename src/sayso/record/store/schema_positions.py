"""The table of positions: who stands where towards whom or what, with the words that show it."""

from sqlalchemy import JSON, Boolean, Column, Float, ForeignKey, Integer, String, Table, Text, UniqueConstraint

from sayso.record.store.schema import metadata


def _party(of: str, *, nullable: bool = False) -> tuple[Column[object], ...]:
    """Its appearance where it is an actor of the article, its name, and the words as [start, end, text]."""
    return (
        Column(f"{of}_id", ForeignKey("appearances.id", ondelete="SET NULL"), index=True),
        Column(of, Text, nullable=nullable),
        Column(f"{of}_span", JSON, nullable=nullable),
    )


positions = Table(
    "positions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("n", Integer, nullable=False),
    *_party("holder"),
    *_party("target"),
    *_party("teller", nullable=True),
    Column("polarity", String, nullable=False),
    Column("relation", String, nullable=False),
    Column("place", String, nullable=False),
    Column("story", Integer),
    Column("statement", Integer),
    Column("evidence", JSON, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("hypothetical", Boolean, nullable=False),
    Column("past", Boolean, nullable=False),
    Column("mutual", Boolean, nullable=False),
    Column("dated", String),
    Column("confidence", Float, nullable=False),
    UniqueConstraint("article_id", "n"),
)
