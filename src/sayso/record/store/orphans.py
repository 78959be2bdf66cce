"""Words that stay in tables of their own when the article that brought them is gone: names, roles, empty counts."""

from dataclasses import dataclass, field
from typing import Self

from sqlalchemy import Connection, delete, select

from sayso.record.store.bulk import chunks
from sayso.record.store.schema import appearances, articles, called, names, role_words, roles
from sayso.record.store.schema_chunks import tallies
from sayso.record.store.schema_identity import listed_names, unsettled


@dataclass(slots=True)
class Bearings:
    """The ids of names, and the roles, that somebody bears in an article."""

    names: set[int] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)

    def __ior__(self, other: "Bearings") -> Self:
        self.names |= other.names
        self.roles |= other.roles
        return self


def bearings_of(connection: Connection, document_id: int) -> Bearings:
    """What whoever is in a document's article is called there."""
    seen = select(appearances.c.id).join(articles, articles.c.id == appearances.c.article_id)
    seen = seen.where(articles.c.document_id == document_id)
    so_called = select(called.c.name_id).where(called.c.appearance_id.in_(seen))
    who_are = select(roles.c.role).where(roles.c.appearance_id.in_(seen))
    return Bearings(set(connection.scalars(so_called)), set(connection.scalars(who_are)))


def remove_orphans(connection: Connection, borne: Bearings) -> None:
    """Remove those of the names and roles that nobody on the record bears any more, and counts that fell to nothing."""
    for some in chunks(borne.names):
        used = {
            id_
            for column in (called.c.name_id, listed_names.c.name_id, unsettled.c.name_id)
            for id_ in connection.scalars(select(column).where(column.in_(some)).distinct())
        }
        connection.execute(delete(names).where(names.c.id.in_(set(some) - used)))
    for held in chunks(borne.roles):
        left = set(connection.scalars(select(roles.c.role).where(roles.c.role.in_(held)).distinct()))
        connection.execute(delete(role_words).where(role_words.c.role.in_(set(held) - left)))
    connection.execute(delete(tallies).where(tallies.c.number == 0))
