"""All that the record has on one actor."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, distinct, func, select, union_all

from sayso.data.results import Candidate, Dossier, Maybe, Other, Use
from sayso.data.search import Match
from sayso.record.query.fellows import FELLOWS
from sayso.record.query.filters import is_about, is_by
from sayso.record.query.lookup import candidates, the_one
from sayso.record.query.naming import anyone_called
from sayso.record.store.load_statements import CURRENT, IN_ORDER_OF_TIME, read_rows
from sayso.record.store.name_words import words_of
from sayso.record.store.schema import actors, appearances, articles, called, names, roles, statements, subjects
from sayso.record.store.schema_identity import maybes

_DAY = 10
"""How many characters of a point in time tell its day."""
_MOST_SHOWN = 10
_UNDATED, _FIRST = 3, 4
"""Where a row of `_uses` tells how many are undated, and the first time of the others."""


def dossier(connection: Connection, name: str, match: Match = "variants", limit: int | None = None) -> Dossier:
    """Gather what the record has on the one whom `name` means; raises NobodyNamed or SeveralNamed.

    With a `limit` no more than so many statements by and of him are given, the first in time.
    """
    actor = the_one(name, candidates(connection, anyone_called(connection, name, match)))
    borne = _names_of(connection, actor.id)
    hit, how = _hit(name, actor, borne)
    said = CURRENT.where(is_by(connection, [actor.id])).order_by(IN_ORDER_OF_TIME).limit(limit)
    of_them = CURRENT.where(is_about([actor.id])).order_by(IN_ORDER_OF_TIME).limit(limit)
    return Dossier(
        actor=actor,
        hit=hit,
        match=how,
        names=borne,
        roles=_roles_of(connection, actor.id),
        topics=_topics_of(connection, actor.id),
        statements=tuple(read_rows(connection, said)),
        spoken_of=tuple(read_rows(connection, of_them)),
        speakers=_speakers(connection, actor.id),
        company=_company(connection, actor.id),
        perhaps=_perhaps(connection, actor.id),
        subjects=_subjects(connection, actor.id),
    )


def _hit(name: str, actor: Candidate, borne: Iterable[Use]) -> tuple[str, Match]:
    """Which of an actor's names was meant: the one with these words that is most used, else his own."""
    words = set(words_of(name))
    hits = [use.words for use in borne if words <= set(words_of(use.words))]
    if name == actor.id or words <= set(words_of(actor.name)):
        hits.append(actor.name)
    return (hits[0], "exact") if hits else (actor.name, "variants")


def _names_of(connection: Connection, actor: str) -> tuple[Use, ...]:
    """The most used first."""
    query = select(names.c.name, *_when(articles.c.published, articles.c.outlet))
    query = query.join(called, called.c.name_id == names.c.id).group_by(names.c.id, names.c.name, articles.c.outlet)
    query = query.join(appearances, appearances.c.id == called.c.appearance_id)
    found = _uses(connection, _in_articles(query, actor))
    return tuple(sorted(found, key=lambda use: (-use.articles, use.words)))


def _roles_of(connection: Connection, actor: str) -> tuple[Use, ...]:
    """In the order in which articles first give them; a capital letter makes no other role."""
    query = select(roles.c.role, *_when(articles.c.published, articles.c.outlet))
    query = query.join(appearances, appearances.c.id == roles.c.appearance_id)
    query = _in_articles(query, actor).group_by(roles.c.role, articles.c.outlet)
    return tuple(sorted(_uses(connection, query), key=_begun))


def _topics_of(connection: Connection, actor: str) -> tuple[Use, ...]:
    """The headings under which an actor's words stand, the earliest first; `articles` counts statements here."""
    topic, outlet = statements.c.topic, statements.c.outlet
    query = select(topic, *_when(statements.c.dated, outlet)).group_by(topic, outlet)
    query = query.where(is_by(connection, [actor]), statements.c.is_shown, topic.is_not(None))
    return tuple(sorted(_uses(connection, query), key=_begun))


def _begun(use: Use) -> tuple[str, str]:
    return use.first or "9999", use.words


def _in_articles(query: Select[Any], actor: str) -> Select[Any]:
    query = query.join(articles, articles.c.id == appearances.c.article_id)
    return query.where(appearances.c.actor_id == actor, ~appearances.c.rejected, articles.c.is_current)


def _when(day: Column[str], outlet: Column[str]) -> tuple[ColumnElement[Any], ...]:
    """What is told of words used: an outlet, how often it does, how often undated, and the first and last time."""
    return outlet, func.count(), func.count() - func.count(day), func.min(day), func.max(day)


def _uses(connection: Connection, query: Select[Any]) -> list[Use]:
    """Words as `_when` tells of them, those that differ in capitals alone as one, called as they were first.

    The database counts: of who is named in ten thousand articles, a row for each outlet comes here.
    """
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in connection.execute(query):
        found[row[0].casefold()].append(tuple(row))
    return [_use(used) for used in found.values()]


def _use(used: list[tuple[Any, ...]]) -> Use:
    _, outlets, numbers, _, first, last = zip(*used, strict=True)
    named = min(used, key=lambda one: (not one[_UNDATED], one[_FIRST] or "", one[0]))[0]
    days = [day[:_DAY] for day in (*first, *last) if day]
    return Use(
        named, sum(numbers), min(days, default=None), max(days, default=None), tuple(sorted({*outlets} - {None}))
    )


def _speakers(connection: Connection, actor: str) -> tuple[Other, ...]:
    """Who speaks of an actor, the most often first; of several who speak together each."""
    of_him = statements.c.is_shown, is_about([actor])
    alone = select(statements.c.speaker_id.label("actor_id")).where(statements.c.speaker_id.is_not(None), *of_him)
    fellows = FELLOWS.where(*of_him).subquery()
    spoken = union_all(alone, select(fellows.c.actor_id).where(fellows.c.actor_id != actor)).subquery()
    query = select(actors.c.id, actors.c.name, func.count()).join(spoken, spoken.c.actor_id == actors.c.id)
    query = query.group_by(actors.c.id, actors.c.name).order_by(func.count().desc(), actors.c.id)
    return tuple(Other(*row) for row in connection.execute(query))


def _subjects(connection: Connection, actor: str) -> tuple[Other, ...]:
    """Of whom an actor speaks, the most often first."""
    query = (
        select(actors.c.id, actors.c.name, func.count(distinct(statements.c.id)))
        .join(appearances, appearances.c.actor_id == actors.c.id)
        .join(subjects, subjects.c.appearance_id == appearances.c.id)
        .join(statements, statements.c.id == subjects.c.statement_id)
        .where(is_by(connection, [actor]), statements.c.is_shown, actors.c.id != actor)
        .group_by(actors.c.id, actors.c.name)
        .order_by(func.count(distinct(statements.c.id)).desc(), actors.c.id)
    )
    return tuple(Other(*row) for row in connection.execute(query.limit(_MOST_SHOWN)))


def _company(connection: Connection, actor: str) -> tuple[Other, ...]:
    """Those with whom articles name an actor most often."""
    beside = appearances.alias()
    number = func.count().label("number")
    most = (
        select(beside.c.actor_id, number)
        .join(appearances, appearances.c.article_id == beside.c.article_id)
        .join(articles, (articles.c.id == beside.c.article_id) & articles.c.is_current)
        .where(appearances.c.actor_id == actor, beside.c.actor_id != actor, ~beside.c.rejected, ~appearances.c.rejected)
        .group_by(beside.c.actor_id)
        .order_by(number.desc(), beside.c.actor_id)
        .limit(_MOST_SHOWN)
        .subquery()
    )
    query = select(actors.c.id, actors.c.name, most.c.number).join(most, most.c.actor_id == actors.c.id)
    return tuple(Other(*row) for row in connection.execute(query.order_by(most.c.number.desc(), actors.c.id)))


def _perhaps(connection: Connection, actor: str) -> tuple[Maybe, ...]:
    """Who may be the same, the likeliest first; it counts whichever of the two is the less known."""
    rows = connection.execute(select(maybes).where((maybes.c.actor_id == actor) | (maybes.c.other_id == actor)))
    found = {row.other_id if row.actor_id == actor else row.actor_id: row for row in rows}
    known = candidates(connection, found)
    maybe = [Maybe(one, found[one.id].score, tuple(found[one.id].reasons)) for one in known]
    return tuple(sorted(maybe, key=lambda maybe: (-maybe.score, maybe.actor.id)))
