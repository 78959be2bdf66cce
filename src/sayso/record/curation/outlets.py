"""What people decided that outlets are called: articles and statements go by that name, what was read is kept."""

from itertools import chain

from sqlalchemy import ColumnElement, Connection, and_, or_, select, update

from sayso.record.store.bulk import chunks
from sayso.record.store.schema import articles, statements
from sayso.record.store.schema_identity import decisions
from sayso.record.store.selectors import standing


def name_outlets(connection: Connection) -> None:
    """Give articles that came since the name that their outlet has by now; nothing where nothing was decided."""
    for read, name in names_decided(connection).items():
        _call(connection, _comes_new(read), read, name)


def name_outlets_anew(connection: Connection) -> None:
    """After a decision or its undoing: what was renamed by any decision gets the name that stands, or its own again."""
    names = names_decided(connection)
    ever = connection.scalars(select(decisions.c.one).where(decisions.c.verb == "outlet").distinct())
    for read in dict.fromkeys(chain(names, filter(None, ever))):
        _call(connection, or_(_comes_new(read), articles.c.outlet_read == read), read, names.get(read, read))


def names_decided(connection: Connection) -> dict[str, str]:
    """By the name that was read, what an outlet is called; who renames or joins by a name that was given means both."""
    names: dict[str, str] = {}
    for row in standing(connection, "outlet"):
        called_so = [read for read, name in names.items() if name == row.one]
        names |= dict.fromkeys([*called_so, *([] if row.one in names else [row.one])], row.name)
    return names


def is_outlet(connection: Connection, name: str) -> bool:
    """Whether anything on the record is published by one of that name."""
    return connection.scalar(select(articles.c.id).where(articles.c.outlet == name).limit(1)) is not None


def _comes_new(read: str) -> ColumnElement[bool]:
    return and_(articles.c.outlet == read, articles.c.outlet_read.is_(None))


def _call(connection: Connection, these: ColumnElement[bool], read: str, name: str) -> None:
    changed = these & (articles.c.outlet != name)
    ids = connection.scalars(
        update(articles)
        .where(changed)
        .values(outlet=name, outlet_read=None if name == read else read)
        .returning(articles.c.id)
    ).all()
    for some in chunks(ids):
        connection.execute(update(statements).where(statements.c.article_id.in_(some)).values(outlet=name))
