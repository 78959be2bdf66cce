"""All that the record has on one actor; and whom a name means, or that it does not say."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, distinct, func, select

from sayso.actor import ActorType
from sayso.record.decisions import everyone, the_ones
from sayso.record.errors import NobodyNamed, SeveralNamed
from sayso.record.names import is_surname_of, words_of
from sayso.record.rows import COLUMNS, IN_ORDER_OF_TIME, StatementRow, read_rows
from sayso.record.schema import actors, appearances, articles, called, names, roles, statements
from sayso.record.search import actors_called, is_about

_DAY = 10
"""How many characters of a point in time tell its day."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An actor whom a name can mean, with how much the record has on him."""

    id: str
    name: str
    type: ActorType
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Use:
    """A name or role that articles give an actor: how many of them, the first and the last day of these."""

    words: str
    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """One actor's names, roles and statements in order of time, and what others say of him.

    `perhaps` are actors of whom only a surname is known that is also his: they may be he, and are kept apart.
    """

    actor: Candidate
    names: tuple[Use, ...]
    roles: tuple[Use, ...]
    statements: tuple[StatementRow, ...]
    spoken_of: tuple[StatementRow, ...]
    perhaps: tuple[Candidate, ...] = ()


def dossier(connection: Connection, name: str) -> Dossier:
    """Gather what the record has on the one whom `name` means; raises NobodyNamed or SeveralNamed."""
    found = candidates(connection, actors_called(connection, name))
    actor = _the_one(name, found)
    same = everyone(connection, [actor.id])
    theirs = COLUMNS.where(statements.c.speaker_id.in_(same)).order_by(*IN_ORDER_OF_TIME)
    of_them = COLUMNS.where(is_about(same)).order_by(*IN_ORDER_OF_TIME)
    return Dossier(
        actor=actor,
        names=_names_of(connection, same),
        roles=_roles_of(connection, same),
        statements=tuple(read_rows(connection, theirs)),
        spoken_of=tuple(read_rows(connection, of_them)),
        perhaps=tuple(other for other in found if _may_be(other, actor)),
    )


def candidates(connection: Connection, ids: Iterable[str]) -> tuple[Candidate, ...]:
    """Actors with how much they say and how many articles have them, the most quoted first.

    Those who were decided to be the same are one, by the name of the first.
    """
    groups = the_ones(connection, list(ids))
    rows = connection.execute(select(actors).where(actors.c.id.in_(groups)))
    found = [_counted(connection, row, groups[row.id]) for row in rows]
    return tuple(sorted(found, key=lambda one: (-one.statements, -one.articles, one.id)))


def _counted(connection: Connection, row: Row[Any], same: list[str]) -> Candidate:
    said = connection.scalar(select(func.count()).where(statements.c.speaker_id.in_(same)))
    in_articles = select(func.count(distinct(appearances.c.article_id))).where(appearances.c.actor_id.in_(same))
    return Candidate(row.id, row.name, row.type, said or 0, connection.scalar(in_articles) or 0)


def the_id(connection: Connection, name: str) -> str:
    """The id of the only actor whom `name` means, itself if it is an id; raises NobodyNamed or SeveralNamed."""
    if connection.scalar(select(actors.c.id).where(actors.c.id == name)):
        return name
    return _the_one(name, candidates(connection, actors_called(connection, name))).id


def _the_one(name: str, found: tuple[Candidate, ...]) -> Candidate:
    """Choose where the record leaves no choice: one whose name it is to the word, else one with a fuller name."""
    if not found:
        raise NobodyNamed(name)
    for ones in (found, _exactly(name, found), _in_full(found)):
        if len(ones) == 1:
            return ones[0]
    raise SeveralNamed(name, found)


def _exactly(name: str, found: tuple[Candidate, ...]) -> list[Candidate]:
    """Those whose own name is `name`, unless it is also the surname of some person."""
    words = set(words_of(name))
    exact = [one for one in found if set(words_of(one.name)) == words]
    return [one for one in exact if not any(_has_surname(other, one.name) for other in found)]


def _in_full(found: tuple[Candidate, ...]) -> list[Candidate]:
    return [one for one in found if not any(_may_be(one, other) for other in found)]


def _may_be(one: Candidate, other: Candidate) -> bool:
    """Whether all that is known of the person `one` is a surname, and `other` has it."""
    return one.type == "person" and _has_surname(other, one.name)


def _has_surname(one: Candidate, name: str) -> bool:
    return one.type == "person" and is_surname_of(name, one.name)


def _names_of(connection: Connection, same: list[str]) -> tuple[Use, ...]:
    """The most used first."""
    query = select(names.c.name, *_USE).join(called, called.c.name_id == names.c.id)
    query = query.join(articles, articles.c.id == called.c.article_id).where(names.c.actor_id.in_(same))
    ordered = query.group_by(names.c.name).order_by(func.count().desc(), names.c.name)
    return tuple(Use(*row) for row in connection.execute(ordered))


def _roles_of(connection: Connection, same: list[str]) -> tuple[Use, ...]:
    """In the order in which articles first give them; a capital letter makes no other role."""
    query = select(roles.c.role, *_USE).join(articles, articles.c.id == roles.c.article_id)
    query = query.where(roles.c.actor_id.in_(same))
    ordered = query.group_by(roles.c.role).order_by(func.min(articles.c.published), roles.c.role)
    merged: dict[str, Use] = {}
    for use in (Use(*row) for row in connection.execute(ordered)):
        plain = use.words.casefold()
        merged[plain] = _both(merged[plain], use) if plain in merged else use
    return tuple(merged.values())


def _both(one: Use, other: Use) -> Use:
    days = [day for day in (one.first, one.last, other.first, other.last) if day]
    return Use(one.words, one.articles + other.articles, min(days, default=None), max(days, default=None))


_PUBLISHED_ON = func.substr(articles.c.published, 1, _DAY)
_USE = (func.count(), func.min(_PUBLISHED_ON), func.max(_PUBLISHED_ON))
