"""words are kept once and texts compressed; statements of recordings have their time codes.

What a statement's words are is what it was; what stood before and after it is cut from the article's text. Marks over
letters of scripts without blanks are searched no more. Recordings tell their time codes when they are read again.
"""

import json
import zlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, Connection, Float, Integer, LargeBinary, Row, Text, bindparam, text

from sayso.data.article import Span
from sayso.record.store.documents import kept
from sayso.record.store.kept_words import Beside, laid, words_at
from sayso.record.store.packing import PackedWords, unpack
from sayso.record.store.search_words import searched
from sayso.record.store.sketching import packed_numbers
from sayso.record.store.time_order import place_in_time

revision = "15"
down_revision = "14"

_AT_ONCE = 2_000
_ALL = (
    "CASE WHEN {row}content_at IS NULL THEN {row}beside ELSE"
    " substr({row}beside, 1, {row}content_at) || {row}content || substr({row}beside, {row}content_at + 1) END"
)
_FTS5 = "CREATE VIRTUAL TABLE {} USING fts5({}, tokenize='porter unicode61 remove_diacritics 2')"
_AFRESH = """
    CREATE TRIGGER {index}_added AFTER INSERT ON {table} BEGIN
        INSERT INTO {index}(rowid, {column}) VALUES (new.id, {new});
    END;
    CREATE TRIGGER {index}_removed AFTER DELETE ON {table} BEGIN
        INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, {old});
    END;
    CREATE TRIGGER {index}_changed AFTER UPDATE OF {of} ON {table} BEGIN
        INSERT INTO {index}({index}, rowid, {column}) VALUES ('delete', old.id, {old});
        INSERT INTO {index}(rowid, {column}) VALUES (new.id, {new});
    END
"""
_OF_STATEMENTS = {
    "index": "statement_words",
    "table": "statements",
    "column": "searched",
    "of": "content, beside, content_at",
    "new": "new.searched",
    "old": "old.searched",
}
_OF_ARTICLES = {
    "index": "article_words",
    "table": "articles",
    "column": "text",
    "of": "text",
    "new": "sayso_text(new.text)",
    "old": "sayso_text(old.text)",
}
_SAID = """
    CREATE VIEW said AS
    SELECT articles.key || '.' || statements.n AS id, statements.dated, actors.name AS speaker, statements.speaker_id,
        CASE WHEN NOT statements.decided THEN statements.described END AS described, statements.anonymous,
        CASE WHEN NOT statements.decided THEN (
            SELECT {joined}(fellows.name, ', ') FROM together
            JOIN appearances ON appearances.id = together.appearance_id
            JOIN actors AS fellows ON fellows.id = appearances.actor_id
            WHERE together.statement_id = statements.id
        ) END AS together_with,
        CASE WHEN NOT statements.decided THEN principals.name END AS on_behalf_of,
        statements.via, statements.unresolved, statements.content, statements.kind, statements.act, statements.negated,
        statements.denied, statements.hypothetical, statements.confidence, statements.role, statements.topic,
        statements.venue, statements.utterance, statements.altered_of, statements.independent, statements.time_code,
        articles.title, articles.outlet, articles.published,
        articles.is_current, documents.name AS document, documents.url, documents.sha256,
        documents.added_at AS captured_at, documents.read_by, statements.digest
    FROM statements
    JOIN articles ON articles.id = statements.article_id
    JOIN documents ON documents.id = articles.document_id
    LEFT JOIN actors ON actors.id = statements.speaker_id
    LEFT JOIN appearances AS represented ON represented.id = statements.behalf_id
    LEFT JOIN actors AS principals ON principals.id = represented.actor_id
    WHERE NOT statements.rejected
"""
_JOINED = {"sqlite": "group_concat", "postgresql": "string_agg"}
_IN_TIME = {
    "statements_in_time": ["in_time", "is_shown"],
    "statements_by_speaker": [
        *("speaker_id", "is_shown", "in_time", "outlet", "kind", "denied", "shown", "independent"),
    ],
    "statements_by_outlet": ["outlet", "is_shown", "in_time"],
}
_GONE = ("statements_by_kind", "statements_by_denial", "statements_by_alteration", "ix_statements_behalf_id")
_PARTIAL = {
    "statements_by_denial": ("is_shown", "denied"),
    "statements_by_alteration": ("altered_of", "altered_of IS NOT NULL"),
    "statements_by_principal": ("behalf_id", "behalf_id IS NOT NULL"),
}
_SAID_SO = """
    SELECT id, content, digest, own, utterance, in_time FROM statements WHERE id > :last ORDER BY id LIMIT :most
"""
_SPANS = """
    SELECT statement_id, part, n, start_char, end_char, text FROM spans
    WHERE statement_id > :last AND statement_id <= :end ORDER BY statement_id, part, n
"""
_PUT = text(
    "UPDATE statements SET beside = :beside, content_at = :content_at, own = :own, in_time = :in_time WHERE id = :id"
)
_PUT_SPAN = {
    "sqlite": "INSERT INTO spans_now VALUES (:statement_id, :part, :n, :start_char, :end_char, :text)",
    "postgresql": "UPDATE spans SET text = :text WHERE statement_id = :statement_id AND part = :part AND n = :n",
}
_IN_32_BITS = "(band & 4294967295) - CASE WHEN (band & 4294967295) > 2147483647 THEN 4294967296 ELSE 0 END"


def upgrade() -> None:
    connection = op.get_bind()
    dialect = connection.dialect.name
    collation = "C" if dialect == "postgresql" else None
    op.execute("DROP VIEW said")
    (_open_postgresql if dialect == "postgresql" else _open_sqlite)(connection)
    for name in (*_IN_TIME, *_GONE):
        op.drop_index(name, "statements")
    op.add_column("statements", Column("beside", Text(collation=collation), nullable=False, server_default=""))
    op.add_column("statements", Column("content_at", Integer))
    op.add_column("statements", Column("time_code", Float))
    op.add_column("articles", Column("sketch", LargeBinary))
    op.add_column("articles", Column("outlet_read", Text(collation=collation)))
    _keep_words_once(connection)
    _pack_words_around(connection)
    _keep_plain_documents_as_texts(connection)
    _fold_sketches(connection)
    for name in ("searched", "before", "after"):
        op.drop_column("statements", name)
    (_close_postgresql if dialect == "postgresql" else _close_sqlite)(connection)
    for name, columns in _IN_TIME.items():
        op.create_index(name, "statements", columns)
    for name, (column, where) in _PARTIAL.items():
        op.create_index(name, "statements", [column], sqlite_where=text(where), postgresql_where=text(where))
    op.execute(_SAID.format(joined=_JOINED[dialect]))


def _open_sqlite(connection: Connection) -> None:
    """Away with what hangs on columns that are to go; new tables in the place of those whose columns change."""
    for index in ("statement_words", "article_words"):
        for what in ("added", "removed", "changed"):
            op.execute(f"DROP TRIGGER {index}_{what}")
        op.execute(f"DROP TABLE {index}")
    op.execute("""
        CREATE TABLE spans_now (
            statement_id INTEGER NOT NULL, part VARCHAR NOT NULL, n INTEGER NOT NULL, start_char INTEGER NOT NULL,
            end_char INTEGER NOT NULL, text TEXT, PRIMARY KEY (statement_id, part, n),
            FOREIGN KEY(statement_id) REFERENCES statements (id) ON DELETE CASCADE
        ) WITHOUT ROWID
    """)
    op.execute("""
        CREATE TABLE mentions_now (
            appearance_id INTEGER NOT NULL, start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT,
            rejected BOOLEAN NOT NULL, PRIMARY KEY (appearance_id, start_char, end_char),
            FOREIGN KEY(appearance_id) REFERENCES appearances (id) ON DELETE CASCADE
        ) WITHOUT ROWID
    """)
    op.execute("""
        INSERT INTO mentions_now
        SELECT appearance_id, start_char, end_char, nullif(text, appearances.name), mentions.rejected
        FROM mentions JOIN appearances ON appearances.id = appearance_id ORDER BY 1, 2, 3
    """)


def _close_sqlite(connection: Connection) -> None:
    for table in ("spans", "mentions"):
        op.execute(f"DROP TABLE {table}")
        op.execute(f"ALTER TABLE {table}_now RENAME TO {table}")
    driver: Any = connection.connection.driver_connection
    driver.create_function("sayso_pack", 1, lambda told: zlib.compress(told.encode()), deterministic=True)
    driver.create_function("sayso_text", 1, lambda told: unpack(told) if told else "", deterministic=True)
    op.execute("ALTER TABLE articles ADD COLUMN packed BLOB DEFAULT '' NOT NULL")
    op.execute("UPDATE articles SET packed = sayso_pack(text)")
    op.execute("ALTER TABLE articles DROP COLUMN text")
    op.execute("ALTER TABLE articles RENAME COLUMN packed TO text")
    op.execute(f"ALTER TABLE statements ADD COLUMN searched TEXT GENERATED ALWAYS AS ({_ALL.format(row='')}) VIRTUAL")
    op.execute(_FTS5.format("statement_words", "searched, content=\"statements\", content_rowid='id'"))
    op.execute(_FTS5.format("article_words", "text, content=\"\", content_rowid='id'"))
    op.execute("INSERT INTO statement_words(rowid, searched) SELECT id, searched FROM statements")
    op.execute("INSERT INTO article_words(rowid, text) SELECT id, sayso_text(text) FROM articles")
    for names in (_OF_STATEMENTS, _OF_ARTICLES):
        op.execute(f"INSERT INTO {names['index']}({names['index']}) VALUES ('optimize')")
        for trigger in _AFRESH.format(**names).split("END;"):
            op.execute(trigger if trigger.rstrip().endswith("END") else f"{trigger}END")


def _open_postgresql(connection: Connection) -> None:
    op.execute("ALTER TABLE statements DISABLE TRIGGER USER")
    op.execute("DROP INDEX statement_words")
    op.execute("ALTER TABLE statements DROP COLUMN words")
    for table in ("spans", "mentions"):
        op.execute(f"ALTER TABLE {table} ALTER COLUMN text DROP NOT NULL")
    op.execute("ALTER TABLE articles ALTER COLUMN text SET DEFAULT ''")
    op.execute("""
        UPDATE mentions SET text = NULL FROM appearances
        WHERE appearances.id = appearance_id AND text = appearances.name
    """)


def _close_postgresql(connection: Connection) -> None:
    words = _ALL.format(row="")
    op.execute(f"ALTER TABLE statements ADD COLUMN words tsvector GENERATED ALWAYS AS (sayso_words({words})) STORED")
    op.execute("CREATE INDEX statement_words ON statements USING gin (words)")
    op.execute("ALTER TABLE statements ENABLE TRIGGER USER")


def _keep_words_once(connection: Connection) -> None:
    """Some thousand statements at a time, with their spans."""
    last, put_span = 0, text(_PUT_SPAN[connection.dialect.name])
    while rows := connection.execute(text(_SAID_SO), {"last": last, "most": _AT_ONCE}).all():
        end = rows[-1].id
        found = connection.execute(text(_SPANS), {"last": last, "end": end}).all()
        spans = {id_: list(some) for id_, some in groupby(found, key=lambda row: row.statement_id)}
        put: list[dict[str, Any]] = []
        placed: list[dict[str, Any]] = []
        for row in rows:
            words = "" if row.digest else searched(laid(_told(spans.get(row.id, ()))))
            put.append(_statement(row, words))
            placed += _placed(spans.get(row.id, ()), words, row.content)
        connection.execute(_PUT, put)
        if placed:
            connection.execute(put_span, placed)
        last = end


def _told(spans: Sequence[Row[Any]]) -> Iterator[Span]:
    return (Span(row.start_char, row.end_char, row.text) for row in spans if row.part != "gender")


def _statement(row: Row[Any], words: str) -> dict[str, Any]:
    said, published, key, number = row.in_time.rsplit(" ", 3)
    return {
        "id": row.id,
        "own": "" if row.own == row.utterance else row.own,
        "in_time": place_in_time(said, published, key, int(number)),
        **Beside.of(words, row.content)._asdict(),
    }


def _placed(spans: Sequence[Row[Any]], words: str, content: str) -> Iterator[dict[str, Any]]:
    told = words_at([(row.part, row.start_char, row.end_char) for row in spans], words, content)
    for row, words_told in zip(spans, told, strict=True):
        yield {**row._asdict(), "text": None if words_told == row.text else row.text}


def _pack_words_around(connection: Connection) -> None:
    op.add_column("appearances", Column("packed", LargeBinary))
    put = text("UPDATE appearances SET packed = :words WHERE id = :id")
    put = put.bindparams(bindparam("words", type_=PackedWords))
    query = text("SELECT id, around FROM appearances WHERE id > :last ORDER BY id LIMIT :most")
    last = 0
    while rows := connection.execute(query, {"last": last, "most": _AT_ONCE}).all():
        told = ((row.id, json.loads(row.around) if isinstance(row.around, str) else row.around) for row in rows)
        connection.execute(put, [{"id": id_, "words": words} for id_, words in told])
        last = rows[-1].id
    op.drop_column("appearances", "around")
    op.execute("ALTER TABLE appearances RENAME COLUMN packed TO around")


def _keep_plain_documents_as_texts(connection: Connection) -> None:
    """Those that are their article's text."""
    query = text("""
        SELECT documents.id, documents.content, articles.text FROM documents
        JOIN articles ON articles.document_id = documents.id
        WHERE documents.id > :last AND media_type = 'text/plain' AND content IS NOT NULL ORDER BY documents.id LIMIT 50
    """)
    put, last = text("UPDATE documents SET content = :content WHERE id = :id"), 0
    while rows := connection.execute(query, {"last": last}).all():
        for row in rows:
            now = kept(_whole(row.content), row.text)
            if now is not None and len(now) < len(row.content):
                connection.execute(put, {"id": row.id, "content": now})
        last = rows[-1].id


def _whole(content: bytes) -> bytes | None:
    """None where it is damaged: then it stays as it is."""
    try:
        return zlib.decompress(content)
    except zlib.error:
        return None


def _fold_sketches(connection: Connection) -> None:
    """Numbers of 32 bits, found from their article by what is packed beside its text."""
    band: Column[int] = Column("band", BigInteger, primary_key=True, autoincrement=False)
    article: Column[int] = Column("article_id", Integer, primary_key=True, autoincrement=False)
    op.create_table("sketches_now", band, article, sqlite_with_rowid=False)
    op.execute(f"INSERT INTO sketches_now SELECT DISTINCT {_IN_32_BITS}, article_id FROM sketches")
    query = text("SELECT DISTINCT article_id FROM sketches WHERE article_id > :last ORDER BY 1 LIMIT :most")
    numbers = text(f"""
        SELECT DISTINCT article_id, {_IN_32_BITS} AS band FROM sketches
        WHERE article_id > :last AND article_id <= :end ORDER BY article_id
    """)
    put, last = text("UPDATE articles SET sketch = :sketch WHERE id = :id"), 0
    while ids := list(connection.scalars(query, {"last": last, "most": _AT_ONCE})):
        found = connection.execute(numbers, {"last": last, "end": ids[-1]}).all()
        each = groupby(found, key=lambda row: row.article_id)
        connection.execute(
            put, [{"id": id_, "sketch": packed_numbers([row.band for row in some])} for id_, some in each]
        )
        last = ids[-1]
    op.drop_table("sketches")
    op.rename_table("sketches_now", "sketches")
    if connection.dialect.name == "postgresql":
        op.execute("ALTER INDEX sketches_now_pkey RENAME TO sketches_pkey")
