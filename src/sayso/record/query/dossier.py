"""All that the record has on one actor."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Row,
    Select,
    String,
    bindparam,
    distinct,
    func,
    literal_column,
    null,
    select,
    union_all,
)

from sayso.data.record_errors import NobodyNamed
from sayso.data.results import Candidate, Dossier, Maybe, Other, StatementRow, Use
from sayso.data.search import Match
from sayso.record.query.fellows import FELLOWS, statements_of
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
_UNDATED, _FIRST, _USED = 3, 4, 6
"""Where a row of `_uses` tells how many are undated, and the first time of the others; what it has besides is after."""


_ACTOR: BindParameter[str] = bindparam("actor")
_WHO = select(actors).where(actors.c.id == _ACTOR)


def dossier(connection: Connection, name: str, match: Match = "variants", limit: int | None = None) -> Dossier:
    """Gather what the record has on the one whom `name` means; raises NobodyNamed or SeveralNamed.

    With a `limit` no more than so many statements by and of him are given, the first in time.
    """
    found = anyone_called(connection, name, match)
    id_ = found[0] if len(found) == 1 else the_one(name, candidates(connection, found)).id
    who = connection.execute(_WHO, {"actor": id_}).first()
    if who is None:
        raise NobodyNamed(name)
    rows = _rows_of(connection, id_)
    actor = _counted(connection, who, rows)
    borne = tuple(sorted(_uses(rows["name"]), key=lambda use: (-use.articles, use.words)))
    hit, how = _hit(name, actor, borne)
    return Dossier(
        actor=actor,
        hit=hit,
        match=how,
        names=borne,
        roles=tuple(sorted(_uses(rows["role"]), key=_begun)),
        topics=_topics_of(connection, id_),
        statements=_first(connection, is_by(connection, [id_]), limit),
        spoken_of=_first(connection, is_about([id_]), limit),
        speakers=_speakers(connection, id_),
        company=tuple(Other(*row) for row in connection.execute(_COMPANY, {"actor": id_})),
        perhaps=_perhaps(connection, id_),
        subjects=_subjects(connection, id_),
    )


def _first(connection: Connection, condition: ColumnElement[bool], limit: int | None) -> tuple[StatementRow, ...]:
    if limit == 0:
        return ()
    return tuple(read_rows(connection, CURRENT.where(condition).order_by(IN_ORDER_OF_TIME).limit(limit)))


Rows = dict[str, list[Row[Any]]]


def _rows_of(connection: Connection, actor: str) -> Rows:
    """What articles tell of an actor, by its part; names the most used first, roles in the order of articles."""
    found: defaultdict[str, list[Row[Any]]] = defaultdict(list)
    for row in connection.execute(_OF_ACTOR, {"actor": actor}):
        found[row.part].append(row)
    return found


def _counted(connection: Connection, who: Row[Any], rows: Rows) -> Candidate:
    """An actor with the role that articles gave him last."""
    role = rows["last role"][0].words if rows["last role"] else None
    said = statements_of(connection, [who.id])[who.id]
    return Candidate(who.id, who.name, who.type, who.qid, role, said, rows["articles"][0].number)


def _hit(name: str, actor: Candidate, borne: Iterable[Use]) -> tuple[str, Match]:
    """Which of an actor's names was meant: the one with these words that is most used, else his own."""
    words = set(words_of(name))
    hits = [use.words for use in borne if words <= set(words_of(use.words))]
    if name == actor.id or words <= set(words_of(actor.name)):
        hits.append(actor.name)
    return (hits[0], "exact") if hits else (actor.name, "variants")


def _when(day: ColumnElement[Any], outlet: ColumnElement[Any]) -> tuple[ColumnElement[Any], ...]:
    """What is told of words used: an outlet, how often it does, how often undated, and the first and last time."""
    return (
        outlet.label("of"),
        func.count().label("number"),
        func.count() - func.count(day),
        func.min(day),
        func.max(day),
    )


def _of_actor() -> CompoundSelect[Any]:
    """Names and roles of an actor as `_when` tells of them, his last role, and how many articles name him.

    Each row tells its part; the articles are looked up once for all.
    """
    current = articles.c.id == appearances.c.article_id, articles.c.is_current
    columns = appearances.c.id, articles.c.id.label("article_id"), articles.c.published, articles.c.outlet
    seen = select(*columns, articles.c.key).select_from(appearances.join(articles, current[0]))
    theirs = seen.where(appearances.c.actor_id == _ACTOR, ~appearances.c.rejected, current[1])
    here = theirs.cte("seen").prefix_with("MATERIALIZED")
    used = _when(here.c.published, here.c.outlet)
    so_called = select(names.c.name.label("words"), *used).join(called, called.c.name_id == names.c.id)
    so_called = so_called.join(here, here.c.id == called.c.appearance_id)
    so_called = so_called.group_by(names.c.id, names.c.name, here.c.outlet)
    as_what = select(roles.c.role, *used).join(here, here.c.id == roles.c.appearance_id)
    as_what = as_what.group_by(roles.c.role, here.c.outlet)
    order = here.c.published.is_(None), here.c.published.desc(), here.c.key, roles.c.n
    last = select(roles.c.role).join(here, here.c.id == roles.c.appearance_id).order_by(*order).limit(1).subquery()
    number = select(func.count(distinct(here.c.article_id)))
    nothing = literal_column("0"), *[null()] * 2
    return union_all(
        so_called.add_columns(_part("name")),
        as_what.add_columns(_part("role")),
        select(last.c.role, null(), literal_column("1"), *nothing, _part("last role")),
        select(null(), null(), number.scalar_subquery(), *nothing, _part("articles")),
    )


def _part(name: str) -> ColumnElement[str]:
    return literal_column(f"'{name}'", String).label("part")


_OF_ACTOR = _of_actor()


def _company() -> Select[Any]:
    """Those with whom articles name an actor most often."""
    beside = appearances.alias()
    number = func.count().label("number")
    most = (
        select(beside.c.actor_id, number)
        .join(appearances, appearances.c.article_id == beside.c.article_id)
        .join(articles, (articles.c.id == beside.c.article_id) & articles.c.is_current)
        .where(appearances.c.actor_id == _ACTOR, beside.c.actor_id != _ACTOR)
        .where(~beside.c.rejected, ~appearances.c.rejected)
        .group_by(beside.c.actor_id)
        .order_by(number.desc(), beside.c.actor_id)
        .limit(_MOST_SHOWN)
        .subquery()
    )
    query = select(actors.c.id, actors.c.name, most.c.number).join(most, most.c.actor_id == actors.c.id)
    return query.order_by(most.c.number.desc(), actors.c.id)


_COMPANY = _company()


def _topics_of(connection: Connection, actor: str) -> tuple[Use, ...]:
    """The headings under which an actor's words stand, the earliest first; `articles` counts statements here."""
    topic, outlet = statements.c.topic, statements.c.outlet
    query = select(topic, *_when(statements.c.dated, outlet)).group_by(topic, outlet)
    query = query.where(is_by(connection, [actor]), statements.c.is_shown, topic.is_not(None))
    return tuple(sorted(_uses(connection.execute(query)), key=_begun))


def _begun(use: Use) -> tuple[str, str]:
    return use.first or "9999", use.words


def _uses(rows: Iterable[Row[Any]]) -> list[Use]:
    """Words as `_when` tells of them, those that differ in capitals alone as one, called as they were first.

    The database counts: of who is named in ten thousand articles, a row for each outlet comes here.
    """
    found: defaultdict[str, list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        found[row[0].casefold()].append(tuple(row)[:_USED])
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


def _perhaps(connection: Connection, actor: str) -> tuple[Maybe, ...]:
    """Who may be the same, the likeliest first; it counts whichever of the two is the less known."""
    rows = connection.execute(select(maybes).where((maybes.c.actor_id == actor) | (maybes.c.other_id == actor)))
    found = {row.other_id if row.actor_id == actor else row.actor_id: row for row in rows}
    known = candidates(connection, found)
    maybe = [Maybe(one, found[one.id].score, tuple(found[one.id].reasons)) for one in known]
    return tuple(sorted(maybe, key=lambda maybe: (-maybe.score, maybe.actor.id)))
