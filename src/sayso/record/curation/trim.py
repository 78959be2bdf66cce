"""Keep less of what came in long ago: the sentences of statements, and neither the rest of a text nor its document."""

from sqlalchemy import Connection, delete, select, update

from sayso.data.results import AsRead
from sayso.record.store.load_articles import as_read
from sayso.record.store.schema import appearances as seen
from sayso.record.store.schema import articles, documents, mentions, residue, statements
from sayso.record.store.write import context_of
from sayso.text.excerpts import excerpts_of


def trim(connection: Connection, before: str) -> int:
    """Trim the articles that were added before a moment, ISO 8601; returns how many had more to them."""
    whole = select(articles.c.key, articles.c.id, articles.c.document_id)
    whole = whole.join(documents, documents.c.id == articles.c.document_id)
    old = whole.where(documents.c.added_at < before, documents.c.content.is_not(None)).order_by(articles.c.id)
    found = connection.execute(old).all()
    for row in found:
        _trim(connection, row.id, as_read(connection, row.key))
        connection.execute(update(documents).where(documents.c.id == row.document_id).values(content=None))
    return len(found)


def _trim(connection: Connection, article: int, read: AsRead) -> None:
    left = excerpts_of(read.article, read.statements, read.positions)
    connection.execute(update(articles).where(articles.c.id == article).values(text=left.text, lead=left.lead))
    connection.execute(delete(residue).where(residue.c.article_id == article))
    for n, statement in enumerate(read.statements):
        at = statements.c.article_id == article, statements.c.n == n
        connection.execute(update(statements).where(*at).values(context_of(statement, left)))
    _remove_mentions(connection, article, left.text)


def _remove_mentions(connection: Connection, article: int, text: str) -> None:
    """Those whose words are gone."""
    here = mentions.c.appearance_id.in_(select(seen.c.id).where(seen.c.article_id == article))
    for row in connection.execute(select(mentions).where(here)).all():
        if text[row.start_char : row.end_char] != row.text:
            at = (mentions.c.start_char, row.start_char), (mentions.c.end_char, row.end_char)
            of = mentions.c.appearance_id == row.appearance_id
            connection.execute(delete(mentions).where(of, *(column == value for column, value in at)))
