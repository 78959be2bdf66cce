"""Whom a name means, or that it does not say: the actors so called, and which of them must be meant."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, distinct, func, select, union

from sayso.data.actor import ActorType
from sayso.data.record_errors import NobodyNamed, SeveralNamed
from sayso.data.results import Candidate
from sayso.data.search import Match, Meant
from sayso.entity_resolution import REF_MARK, keys_of, worth_comparing
from sayso.record.query.fellows import statements_of
from sayso.record.store.bulk import chunks
from sayso.record.store.name_words import is_surname_of, words_of
from sayso.record.store.once import once
from sayso.record.store.schema import (
    actors,
    appearances,
    articles,
    called,
    name_keys,
    name_words,
    names,
    roles,
)
from sayso.record.store.schema_identity import listed, listed_names
from sayso.record.store.selectors import Anchor, anchor_of, appearance_at, earliest, standing

_TYPES: tuple[ActorType, ...] = ("person", "organisation", "country", "group")


def actors_called(connection: Connection, name: str, match: Match = "variants") -> list[str]:
    """The ids of the actors with a name that has all the words of `name`, in any order; or the one whose id it is.

    Where there is none and `match` allows, of those whose name is spelled nearly so.
    """
    return once(connection, ("called", name, match), lambda: _called(connection, name, match))


def _called(connection: Connection, name: str, match: Match) -> list[str]:
    if found := _by_id(connection, name):
        return [found]
    exact = _called_exactly(connection, name)
    return exact or (_called_nearly(connection, name) if match == "variants" else [])


def ids_meant(connection: Connection, who: str | Meant) -> Sequence[str]:
    """The ids of those whom a name means, unless that has been looked up already."""
    return who.ids if isinstance(who, Meant) else actors_called(connection, who)


def candidates(connection: Connection, ids: Iterable[str]) -> tuple[Candidate, ...]:
    """Actors with how much they say and how many articles have them, the most quoted first."""
    found = [one for some in chunks(list(ids)) for one in _counted(connection, some)]
    return tuple(sorted(found, key=lambda one: (-one.statements, -one.articles, one.id)))


def anchor_named(connection: Connection, name: str) -> Anchor:
    """The appearance of the only actor whom `name` means; `name` may be an id, or an appearance by its ref.

    Raises NobodyNamed or SeveralNamed.
    """
    local, mark, key = name.rpartition(REF_MARK)
    if mark and appearance_at(connection, Anchor(local, key)):
        return Anchor(local, key)
    if found := earliest(connection, name):
        return Anchor(found.local, found.key)
    found_ones = candidates(connection, actors_called(connection, name))
    return anchor_of(connection, the_one(name, found_ones).id, name)


def the_one(name: str, found: tuple[Candidate, ...]) -> Candidate:
    """Choose where the record leaves no choice: one whose name it is to the word, else one with a fuller name."""
    if not found:
        raise NobodyNamed(name)
    for ones in (found, _exactly(name, found), _in_full(found)):
        if len(ones) == 1:
            return ones[0]
    raise SeveralNamed(name, found)


def _by_id(connection: Connection, name: str) -> str | None:
    """The actor whose id this is, or was: that of an article's reading, or an appearance by its ref, leads on."""
    if connection.scalar(_IS_ID, {"id": name}):
        return name
    local, mark, key = name.rpartition(REF_MARK)
    found = appearance_at(connection, Anchor(local, key)) if mark else earliest(connection, name)
    return found.actor_id if found else None


_IS_ID = select(actors.c.id).where(actors.c.id == bindparam("id"))


def _called_exactly(connection: Connection, name: str) -> list[str]:
    words = set(words_of(name))
    if not words:
        return []
    asked = {"words": list(words), "number": len(words)}
    found = connection.scalars(_BEARERS_OF_ALL, asked)
    return sorted({*filter(None, found)} | _renamed(connection, words))


def _renamed(connection: Connection, words: set[str]) -> set[str]:
    """The actors to whom people gave a name with these words."""
    so_named = (row for row in standing(connection, "rename") if words <= set(words_of(row.name)))
    anchors = [Anchor(row.one, row.one_in) for row in so_named]
    return {found.actor_id for anchor in anchors if (found := appearance_at(connection, anchor))}


def _called_nearly(connection: Connection, name: str) -> list[str]:
    """Those with a name that is like this one: another spelling, another order, a slip of the pen."""
    keys = {key: name for type_ in _TYPES for key in keys_of(name, type_)}
    rows = connection.execute(
        select(name_keys.c.key, names).join(names, names.c.id == name_keys.c.name_id).where(name_keys.c.key.in_(keys))
    )
    near = [row.id for row in rows if worth_comparing(row.key, name, row.name)]
    return sorted(_bearers(connection, called.c.name_id.in_(near), listed_names.c.name_id.in_(near)))


def _bearers(connection: Connection, in_articles: ColumnElement[bool], in_list: ColumnElement[bool]) -> set[str]:
    return {*filter(None, connection.scalars(union(*_bearing(in_articles, in_list))))}


def _bearing(in_articles: ColumnElement[bool], in_list: ColumnElement[bool]) -> tuple[Select[Any], Select[Any]]:
    """Those who bear some names in articles, and in the user's own list."""
    borne = select(called.c.appearance_id).where(in_articles)
    seen = select(appearances.c.actor_id).where(appearances.c.id.in_(borne), ~appearances.c.rejected)
    entries = select(listed_names.c.listed_id).where(in_list)
    return seen, select(listed.c.actor_id).where(listed.c.id.in_(entries), listed.c.actor_id.is_not(None))


_HAVING_ALL = (
    select(name_words.c.name_id)
    .where(name_words.c.word.in_(bindparam("words", expanding=True)))
    .group_by(name_words.c.name_id)
    .having(func.count() == bindparam("number"))
)
_BEARERS_OF_ALL = union(*_bearing(called.c.name_id.in_(_HAVING_ALL), listed_names.c.name_id.in_(_HAVING_ALL)))
"""Those who bear a name with all of some words."""


def _counted(connection: Connection, ids: list[str]) -> Iterator[Candidate]:
    """Some actors with their counts, in three queries however many they are."""
    said = statements_of(connection, ids)
    actor = appearances.c.actor_id
    seen = select(actor, func.count(distinct(appearances.c.article_id))).where(actor.in_(ids), *_IN_CURRENT)
    seen = seen.join(articles, _OF_ARTICLE).group_by(actor)
    in_articles = dict(map(tuple, connection.execute(seen)))
    for row in connection.execute(select(actors, _LAST_ROLE.label("last_role")).where(actors.c.id.in_(ids))):
        counts = said[row.id], in_articles.get(row.id, 0)
        yield Candidate(row.id, row.name, row.type, row.qid, row.last_role, *counts)


_OF_ARTICLE = articles.c.id == appearances.c.article_id
_IN_CURRENT = ~appearances.c.rejected, articles.c.is_current
_LAST_ROLE = (
    select(roles.c.role)
    .join(appearances, appearances.c.id == roles.c.appearance_id)
    .join(articles, _OF_ARTICLE)
    .where(appearances.c.actor_id == actors.c.id, *_IN_CURRENT)
    .order_by(articles.c.published.is_(None), articles.c.published.desc(), articles.c.key, roles.c.n)
    .limit(1)
    .correlate(actors)
    .scalar_subquery()
)


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
