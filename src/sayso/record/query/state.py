"""What a record holds, in numbers."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Table, func, select, text

from sayso.data.results import Count, State
from sayso.record.store.schema import SCHEMA_VERSION, actors, articles, documents, failures, statements


def state(connection: Connection) -> State:
    """Counted anew: this looks at every statement."""

    def count(table: Table, *conditions: ColumnElement[bool]) -> int:
        return connection.scalar(select(func.count()).select_from(table).where(*conditions)) or 0

    language = func.coalesce(articles.c.language, "not told")
    languages = select(language, func.count()).where(articles.c.is_current).group_by(language)
    first_last = select(func.min(articles.c.published), func.max(articles.c.published)).where(articles.c.is_current)
    readers = select(documents.c.read_by, func.count()).group_by(documents.c.read_by)
    with_words = select(statements.c.article_id).where(statements.c.is_shown)
    first, last = connection.execute(first_last).one()
    return State(
        schema=SCHEMA_VERSION,
        documents=count(documents),
        articles=count(articles, articles.c.is_current),
        without_statements=count(articles, articles.c.is_current, articles.c.id.not_in(with_words)),
        languages=_counts(map(tuple, connection.execute(languages))),
        statements=count(statements, statements.c.is_shown),
        named=count(statements, statements.c.is_shown, statements.c.speaker_id.is_not(None)),
        actors=count(actors),
        failed=count(failures),
        published=(first, last),
        last_added=connection.scalar(select(func.max(documents.c.added_at))),
        read_by=_counts(map(tuple, connection.execute(readers))),
        size=_size(connection),
        digests=count(statements, statements.c.is_shown, statements.c.digest.is_not(None)),
    )


def _counts(rows: Iterable[tuple[str, int]]) -> tuple[Count, ...]:
    return tuple(Count(value, value, number) for value, number in sorted(rows, key=lambda row: (-row[1], row[0])))


def _size(connection: Connection) -> int:
    """How many bytes the database takes."""
    if connection.dialect.name == "postgresql":
        return connection.scalar(text("SELECT pg_database_size(current_database())")) or 0
    pages = connection.scalar(text("PRAGMA page_count")) or 0
    return pages * (connection.scalar(text("PRAGMA page_size")) or 0)
