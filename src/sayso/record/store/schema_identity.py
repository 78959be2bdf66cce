"""The tables by which it is told who is who, beside those of the articles.

`maybes` are actors who may be one and are kept apart, `unsettled` the names whose bearers are still to be told apart,
`listed` the entries of the user's own list of actors. In `decisions` what people decide is appended; nothing in it
is ever changed, but that those about a document are forgotten with it.
"""

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, String, Table, Text

from sayso.record.store.schema import link_columns, metadata

maybes = Table(
    "maybes",
    metadata,
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("other_id", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("score", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    sqlite_with_rowid=False,
)

listed = Table(
    "listed",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("names", JSON, nullable=False),
    Column("roles", JSON, nullable=False),
    Column("qid", String),
    Column("born", String),
    Column("columns", JSON, nullable=False, default=dict, server_default="{}"),
    Column("actor_id", ForeignKey("actors.id"), index=True),
    *link_columns(),
)

listed_names = Table(
    "listed_names",
    metadata,
    Column("listed_id", ForeignKey("listed.id", ondelete="CASCADE"), primary_key=True),
    Column("name_id", ForeignKey("names.id"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

unsettled = Table(
    "unsettled",
    metadata,
    Column("type", String, primary_key=True),
    Column("name_id", ForeignKey("names.id", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)

NOBODY_TELLS = "not told"
"""What people decide of an actor's gender where what an article tells of it is wrong, and nothing is right."""

decisions = Table(
    "decisions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String, nullable=False),
    Column("who", Text, nullable=False),
    Column("verb", String, nullable=False),
    Column("one", String),
    Column("one_in", String),
    Column("other", String),
    Column("other_in", String),
    Column("name", Text),
    Column("article", String),
    Column("story", Integer),
    Column("start_char", Integer),
    Column("end_char", Integer),
    Column("words", Text),
    Column("undoes", ForeignKey("decisions.id")),
    Column("why", Text),
)
