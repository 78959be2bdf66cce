"""The articles whose copies and printings are still to be looked for."""

from collections.abc import Collection, Iterable

from sqlalchemy import ColumnElement, Connection, or_, select, update

from sayso.record.store.bulk import chunks, insert_all
from sayso.record.store.schema import articles, statements
from sayso.record.store.schema_printings import ungrouped


def ungroup(connection: Connection, ids: Iterable[int]) -> None:
    """Have the printings of these articles, by their rows, looked for once more."""
    insert_all(connection, ungrouped, ({"article_id": id_} for id_ in dict.fromkeys(ids)), or_keep=True)


def ungroup_fellows(connection: Connection, article_ids: Collection[int]) -> None:
    """Have all looked at once more that hang together with these articles, which are about to go.

    These are the other copies of their stories, and the other printings of their utterances.
    """
    if not article_ids:
        return
    of_them = statements.c.article_id.in_(article_ids)
    for some in chunks(list(connection.scalars(select(statements.c.utterance).where(of_them).distinct()))):
        touched = or_(statements.c.utterance.in_(some), statements.c.altered_of.in_(some))
        ungroup(connection, articles_with(connection, touched) - set(article_ids))
    keys = list(connection.scalars(select(articles.c.story).where(articles.c.id.in_(article_ids))))
    copies = articles.c.story.in_(keys) & articles.c.id.not_in(article_ids)
    ungroup(connection, connection.scalars(select(articles.c.id).where(copies)))
    alone = or_(copies, articles.c.id.in_(article_ids))
    connection.execute(update(articles).where(alone).values(story=articles.c.key))


def articles_with(connection: Connection, condition: ColumnElement[bool]) -> set[int]:
    """The rows of the articles in which a statement is such."""
    return set(connection.scalars(select(statements.c.article_id).where(condition).distinct()))
