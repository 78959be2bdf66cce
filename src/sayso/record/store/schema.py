"""The tables of the record, the same for every engine.

A document is what came in, its bytes compressed by zlib; an article is what it holds. `documents.url` is where its
words came from, `asked_url` where they were asked for, if that was elsewhere. Of the captures of one page the last is
current. Everything under an article goes with it. Where a document is the article's text itself, `documents.content`
has no more than what follows on it: nothing, or the last line break. `articles.sketch` is what stands in `sketches`;
`outlet_read` is what an outlet calls itself where people decided on another name.

A statement's words stand twice: in the article's text, and, for the index and for people who open the file, in
`content`, joined, and `beside`, what else is searched of it; `kept_words` has how both are put together and
taken apart again. `spans` has the offsets that prove them, and a `text` where the words are not told so. Where only a
`digest` was kept, content and beside are empty, and marks stand in `spans` and in `articles.text`. `in_time` puts
statements in order, the undated last (`time_order`); `time_code` is when it was said in a recording, in
seconds from its beginning; `is_shown` is
false for what was rejected and for what stands in a capture that is not current. An appearance is an actor as one
article knows him; `appearances.actor_id` says who he is, `statements.speaker_id` whose words they are. Both follow
from what the articles hold and from `decisions`, where what people decide is appended and nothing ever changed. A
speaker whom the article only describes ("police") is no actor: he stands as `described` on the statement itself, with
the id that the reading gave him; `behalf_id` is the appearance of the one on whose behalf it is made.

An article points to the earliest copy of its `story`. Printings of one saying share their `utterance`, an id that is
made from the `own` of one of them (empty where it is that); an altered printing has its own and names the other, with
the words that differ. `independent` is false for what rests on another printing of the same story. What identity adds
is in `deciding`, what printings add in `schema_printings`. Whoever changes a table adds the step to it in
`migrations/versions`.

Offsets are code points, half-open. Times are ISO 8601 as text, cut to what is known: "2015-05" is May 2015.
"""

from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
    true,
)

from sayso.data.article import moment_columns
from sayso.record.store.packing import PackedText, PackedWords

SCHEMA_VERSION = 15

metadata = MetaData()


def _moment(of: str) -> list[Column[str]]:
    return [Column(name, String) for name in moment_columns(of)]


def _of_article() -> Column[int]:
    return Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)


def _place_in_article() -> Column[int]:
    return Column("n", Integer, primary_key=True, autoincrement=False)


def _of_appearance(*, index: bool = False) -> Column[int]:
    target = ForeignKey("appearances.id", ondelete="CASCADE")
    return Column("appearance_id", target, primary_key=True, autoincrement=False, index=index or None)


def link_columns() -> list[Column[Any]]:
    """Why an appearance is its actor's: see sayso.entity_resolution.Link."""
    return [
        Column("state", String, nullable=False, default="mention"),
        Column("score", Float),
        Column("reasons", JSON, nullable=False, default=list),
    ]


def _offsets(*, key: bool) -> list[Column[int]]:
    return [Column(name, Integer, nullable=False, primary_key=key) for name in ("start_char", "end_char")]


meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

revisions = Table("alembic_version", metadata, Column("version_num", String(32), primary_key=True))
"""Alembic's own table, so called by those who know it; `meta` has the same number."""

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sha256", String, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("url", Text),
    Column("asked_url", Text),
    Column("media_type", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("read_by", String, nullable=False),
    Column("content", LargeBinary),
    Index("documents_by_url", "url"),
    Index("documents_by_asked_url", "asked_url"),
    Index("documents_by_arrival", "added_at"),
)

captures = Table(
    "captures",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("captured_at", String, nullable=False),
)
"""When a document came in: once, and again whenever its page had been another meanwhile."""

failures = Table(
    "failures",
    metadata,
    Column("name", Text, primary_key=True),
    Column("why", Text, nullable=False),
    Column("failed_at", String, nullable=False),
)

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", String, nullable=False, unique=True),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("byline", JSON, nullable=False),
    Column("language", String),
    *_moment("published"),
    Column("is_current", Boolean, nullable=False, default=True),
    Column("story", String, nullable=False, server_default=""),
    Column("lead", Text),
    *_moment("updated"),
    Column("wire", String),
    Column("text", PackedText, nullable=False, server_default=""),
    Column("sketch", LargeBinary),
    Column("outlet_read", Text),
    Index("articles_by_document", "document_id", unique=True),
    Index("articles_by_date", "published"),
    Index("articles_by_outlet", "outlet"),
    Index("articles_by_story", "story"),
)

blocks = Table(
    "blocks",
    metadata,
    _of_article(),
    _place_in_article(),
    Column("kind", String, nullable=False),
    *_offsets(key=False),
    *_moment("posted"),
    sqlite_with_rowid=False,
)

stories = Table(
    "stories",
    metadata,
    _of_article(),
    _place_in_article(),
    Column("title", Text, nullable=False),
    Column("story_id", Text),
    Column("url", Text),
    Column("list_order", Integer, nullable=False),
    *_moment("published"),
    Column("picture", Text),
    sqlite_with_rowid=False,
)

residue = Table(
    "residue",
    metadata,
    _of_article(),
    _place_in_article(),
    Column("kind", String, nullable=False),
    Column("text", Text, nullable=False),
    Column("verified", Boolean),
)

actors = Table(
    "actors",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("qid", String),
)

appearances = Table(
    "appearances",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("local", String, nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("type", String, nullable=False),
    Column("actor_id", ForeignKey("actors.id"), nullable=False),
    *link_columns(),
    Column("rejected", Boolean, nullable=False, default=False),
    Column("around", PackedWords),
    UniqueConstraint("article_id", "local"),
    # In which articles somebody is named, and who is named in an article: no row is looked at for it.
    Index("appearances_by_actor", "actor_id", "rejected", "article_id"),
    Index("appearances_by_article", "article_id", "rejected", "actor_id"),
)

names = Table(
    "names",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
)

name_words = Table(
    "name_words",
    metadata,
    Column("word", String, primary_key=True),
    Column("name_id", ForeignKey("names.id", ondelete="CASCADE"), primary_key=True),
    sqlite_with_rowid=False,
)

name_keys = Table(
    "name_keys",
    metadata,
    Column("key", String, primary_key=True),
    Column("name_id", ForeignKey("names.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

called = Table(
    "called",
    metadata,
    _of_appearance(),
    Column("name_id", ForeignKey("names.id"), primary_key=True, index=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
)

roles = Table(
    "roles",
    metadata,
    _of_appearance(),
    Column("role", Text, primary_key=True),
    Column("n", Integer, nullable=False),
    Index("roles_by_role", "role"),
    sqlite_with_rowid=False,
)

role_words = Table(
    "role_words",
    metadata,
    Column("word", String, primary_key=True),
    Column("role", Text, primary_key=True),
    sqlite_with_rowid=False,
)
"""By which words a role is found; those of a role that nobody has any more may stay."""

mentions = Table(
    "mentions",
    metadata,
    _of_appearance(),
    *_offsets(key=True),
    Column("text", Text),
    Column("rejected", Boolean, nullable=False, default=False),
    sqlite_with_rowid=False,
)
"""Where an appearance is named; the `text` is null where it is the appearance's own name."""

_IS_COPY = text("NOT independent")
_IS_DENIED = text("denied")
_IS_ALTERED = text("altered_of IS NOT NULL")
_IS_BEHALF = text("behalf_id IS NOT NULL")

statements = Table(
    "statements",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False),
    Column("n", Integer, nullable=False),
    Column("place", String, nullable=False),
    Column("story", Integer),
    Column("reported_by", Integer),
    Column("kind", String, nullable=False),
    Column("act", String, nullable=False),
    Column("negated", Boolean, nullable=False),
    Column("denied", Boolean, nullable=False, server_default=false()),
    Column("hypothetical", Boolean, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("gender", String),
    Column("office", Boolean),
    Column("shown", Boolean, nullable=False, server_default=true()),
    Column("appearance_id", ForeignKey("appearances.id"), index=True),
    Column("speaker_id", ForeignKey("actors.id")),
    Column("via", String),
    Column("described", Text),
    Column("described_type", Text),
    Column("described_id", Text),
    Column("anonymous", Boolean, nullable=False, server_default=false()),
    Column("speaker_confidence", Float, nullable=False, server_default="1"),
    Column("behalf_id", ForeignKey("appearances.id")),
    Column("unresolved", Text),
    Column("role", Text),
    Column("topic", Text),
    Column("venue", Text),
    Column("said_on", String),
    Column("dated", String),
    Column("in_time", String, nullable=False),
    Column("outlet", Text),
    Column("is_shown", Boolean, nullable=False, default=True),
    Column("rejected", Boolean, nullable=False, default=False),
    Column("decided", Boolean, nullable=False, default=False),
    Column("content", Text, nullable=False),
    Column("own", String, nullable=False, server_default=""),
    Column("utterance", String, nullable=False, server_default=""),
    Column("altered_of", String),
    Column("altered_words", Text),
    Column("altered_from", Text),
    Column("independent", Boolean, nullable=False, server_default=true()),
    Column("digest", String),
    Column("beside", Text, nullable=False, server_default=""),
    Column("content_at", Integer),
    Column("time_code", Float),
    UniqueConstraint("article_id", "n"),
    # Nearly all are shown: an index that began with that would be taken for a good one by an engine without statistics.
    Index("statements_in_time", "in_time", "is_shown"),
    # With all that is counted of a speaker's statements: no row is looked at for it.
    Index(
        "statements_by_speaker", "speaker_id", "is_shown", "in_time", "outlet", "kind", "denied", "shown", "independent"
    ),
    Index("statements_by_outlet", "outlet", "is_shown", "in_time"),
    Index("statements_by_utterance", "utterance", "is_shown"),
    # Only those that are so: nearly all are not, and an index of all would be taken for a good one.
    Index("statements_by_denial", "is_shown", sqlite_where=_IS_DENIED, postgresql_where=_IS_DENIED),
    Index("statements_by_alteration", "altered_of", sqlite_where=_IS_ALTERED, postgresql_where=_IS_ALTERED),
    Index("statements_by_principal", "behalf_id", sqlite_where=_IS_BEHALF, postgresql_where=_IS_BEHALF),
    Index("statements_by_copy", "is_shown", sqlite_where=_IS_COPY, postgresql_where=_IS_COPY),
    Index("statements_by_confidence", "confidence", "decided", "is_shown"),
)


def column_of(field: str) -> str:
    """The column of `statements` that holds a field of Statement: `where` is a word of SQL's own."""
    return "place" if field == "where" else field


saved = Table(
    "saved",
    metadata,
    Column("name", String, primary_key=True),
    Column("search", JSON, nullable=False),
    Column("seen_at", String, nullable=False),
    Column("hook", Text),
    Column("sent_at", String),
)
"""Searches kept under a name: the fields of Search that ask for something, and when it was last looked at.

`hook` is an address that what is new is sent to, `sent_at` up to when that was done.
"""

together = Table(
    "together",
    metadata,
    Column("statement_id", ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("appearance_id", ForeignKey("appearances.id", ondelete="CASCADE"), nullable=False, index=True),
    sqlite_with_rowid=False,
)
"""Who speaks a statement together with its speaker, in the order of the text."""

GENDER_TOLD = "gender"
"""The part that spans play which tell of a statement's speaker, beside source, cue and content."""

spans = Table(
    "spans",
    metadata,
    Column("statement_id", ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    Column("part", String, primary_key=True),
    Column("n", Integer, primary_key=True, autoincrement=False),
    *_offsets(key=False),
    Column("text", Text),
    sqlite_with_rowid=False,
)

subjects = Table(
    "subjects",
    metadata,
    Column("statement_id", ForeignKey("statements.id", ondelete="CASCADE"), primary_key=True),
    _of_appearance(index=True),
    sqlite_with_rowid=False,
)
