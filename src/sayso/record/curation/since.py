"""What happened since some moment: for who comes back to a record."""

from collections.abc import Iterator

from sqlalchemy import Connection, and_, func, select

from sayso.data.changes import Came, Since
from sayso.data.results import Count, Failed
from sayso.record.curation.decisions import decided
from sayso.record.curation.reread import reread_since
from sayso.record.store.load_articles import ARTICLES, ref_of
from sayso.record.store.schema import articles, captures, documents, failures, statements


def since(connection: Connection, moment: str) -> Since:
    """All of it; `moment` is ISO 8601 in UTC, cut as one likes: 2026-11-20."""
    read_by = (
        select(documents.c.read_by, func.count())
        .group_by(documents.c.read_by)
        .order_by(func.count().desc(), documents.c.read_by)
    )
    failed = select(failures).where(failures.c.failed_at >= moment).order_by(failures.c.failed_at, failures.c.name)
    return Since(
        moment,
        tuple(_came(connection, moment)),
        tuple(reread_since(connection, moment)),
        tuple(one for one in decided(connection) if one.at >= moment),
        tuple(Failed(row.name, row.why, row.failed_at) for row in connection.execute(failed)),
        tuple(Count(name, name, number) for name, number in connection.execute(read_by)),
    )


def _came(connection: Connection, moment: str) -> Iterator[Came]:
    """The captures from a moment on, in order of time; a page that was captured before had changed."""
    shown = and_(statements.c.article_id == articles.c.id, ~statements.c.rejected, statements.c.shown)
    number = select(func.count()).where(shown).correlate(articles).scalar_subquery()
    earlier, page = captures.alias("earlier"), documents.alias("page")
    of_page = page.c.url == documents.c.url, earlier.c.id < captures.c.id
    before = select(earlier.c.id).join(page, page.c.id == earlier.c.document_id).where(*of_page)
    told = captures.c.captured_at, number.label("number"), before.exists().label("changed")
    query = ARTICLES.add_columns(*told)
    query = query.join(documents, documents.c.id == articles.c.document_id)
    query = query.join(captures, captures.c.document_id == documents.c.id).where(captures.c.captured_at >= moment)
    for row in connection.execute(query.order_by(captures.c.captured_at, captures.c.id)).all():
        yield Came(ref_of(row), row.captured_at, row.number, row.changed)
