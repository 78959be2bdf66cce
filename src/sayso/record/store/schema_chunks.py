"""The tables that hold columns of statements ready to be counted, see `column_chunks`, and counts that are ready."""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, String, Table, Text

from sayso.record.store.schema import metadata

column_chunks = Table(
    "column_chunks",
    metadata,
    Column("upto", Integer, primary_key=True, autoincrement=False),
    Column("name", String, primary_key=True),
    Column("known", LargeBinary, nullable=False),
    Column("codes", LargeBinary, nullable=False),
)
"""A column of the statements up to an id, from the chunk before it on: its values, and for each statement which."""

stale_statements = Table(
    "stale_statements",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
)
"""Those in chunks that are otherwise by now, or gone. They are no longer there to be referred to."""

tallies = Table(
    "tallies",
    metadata,
    Column("part", String, primary_key=True),
    Column("shown", Boolean, primary_key=True),
    Column("value", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Index("tallies_by_number", "part", "shown", "number"),
    sqlite_with_rowid=False,
)
"""How many statements that are shown have which speaker, outlet, month, kind, mark of denial: see `tally_triggers`."""
