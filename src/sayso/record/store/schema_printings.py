"""The tables by which copies and printings are found. All can be made again from the articles.

`sketches` are the numbers that copies of one story share; those of an article are in `articles.sketch` too, so that
its rows are found without a second index. `ungrouped` the articles whose copies and printings are
still to be looked for; `led_on` the ids of utterances that became part of another.
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, String, Table

from sayso.record.store.schema import metadata

sketches = Table(
    "sketches",
    metadata,
    Column("band", BigInteger, primary_key=True, autoincrement=False),
    Column("article_id", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

ungrouped = Table(
    "ungrouped",
    metadata,
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

led_on = Table(
    "led_on",
    metadata,
    Column("old", String, primary_key=True),
    Column("new", String, nullable=False, index=True),
    sqlite_with_rowid=False,
)
