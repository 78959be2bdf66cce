"""Keep less of what came in long ago: the sentences of statements, and neither the rest of a text nor its document."""

from sqlalchemy import Connection, delete, or_, select, update

from sayso.data.keeping import LEFT_OUT
from sayso.data.results import AsRead
from sayso.record.store.load_articles import as_read
from sayso.record.store.mentions import MENTIONS
from sayso.record.store.packing import Unpacked
from sayso.record.store.schema import appearances as seen
from sayso.record.store.schema import articles, documents, mentions, residue
from sayso.text.excerpts import excerpts_of


def trim(connection: Connection, before: str) -> int:
    """Trim the articles that were added before a moment, ISO 8601; returns how many had more to them."""
    columns = articles.c.key, articles.c.id, articles.c.document_id, documents.c.content.is_not(None).label("kept")
    query = select(*columns).join(documents, documents.c.id == articles.c.document_id)
    is_whole = or_(documents.c.content.is_not(None), Unpacked(articles.c.text).not_like(f"%{LEFT_OUT}%"))
    old = query.where(documents.c.added_at < before, is_whole).order_by(articles.c.id)
    trimmed = 0
    for row in connection.execute(old).all():
        had_more = _trim(connection, row.id, as_read(connection, row.key))
        connection.execute(update(documents).where(documents.c.id == row.document_id).values(content=None))
        trimmed += had_more or row.kept
    return trimmed


def _trim(connection: Connection, article: int, read: AsRead) -> bool:
    """Whether there was more to the article than its statements' sentences."""
    left = excerpts_of(read.article, read.statements, read.positions)
    if left == read.article:
        return False
    connection.execute(update(articles).where(articles.c.id == article).values(text=left.text, lead=left.lead))
    connection.execute(delete(residue).where(residue.c.article_id == article))
    _remove_mentions(connection, article, left.text)
    return True


def _remove_mentions(connection: Connection, article: int, text: str) -> None:
    """Those whose words are gone."""
    here = mentions.c.appearance_id.in_(select(seen.c.id).where(seen.c.article_id == article))
    for row in connection.execute(MENTIONS.where(here)).all():
        if text[row.start_char : row.end_char] != row.text:
            at = (mentions.c.start_char, row.start_char), (mentions.c.end_char, row.end_char)
            of = mentions.c.appearance_id == row.appearance_id
            connection.execute(delete(mentions).where(of, *(column == value for column, value in at)))
