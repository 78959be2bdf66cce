"""Who stands where on the whole record: positions with who their parties are, and which of them turned."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, case, func, or_, select

from sayso.data.article import Document, Moment, moment_columns
from sayso.data.position import Party
from sayso.data.results import ArticleRef, PositionRow
from sayso.record.query.lookup import actors_called
from sayso.record.store.judgements import Judgements
from sayso.record.store.load_positions import party_columns, position_of, with_parties
from sayso.record.store.schema import appearances, articles, documents, statements
from sayso.record.store.schema_positions import positions
from sayso.text.normalise import LETTERS, fold

_ARTICLES = frozenset(("a", "an", "the", "of", "and", "for", "its", "his", "her", "their"))
_OF_ARTICLE = [articles.c[name] for name in ("key", "title", "outlet", *moment_columns("published"))]
_OF_DOCUMENT = [column for column in documents.c if column.name != "content"]
_WHEN = func.coalesce(positions.c.dated, articles.c.published)


def _query() -> Select[Any]:
    joined = positions.join(articles, articles.c.id == positions.c.article_id)
    joined = joined.join(documents, documents.c.id == articles.c.document_id)
    of_statement = and_(statements.c.article_id == positions.c.article_id, statements.c.n == positions.c.statement)
    whole = with_parties(joined.outerjoin(statements, of_statement))
    stands = and_(articles.c.is_current, or_(statements.c.id.is_(None), ~statements.c.rejected))
    query = select(positions, *party_columns(), *_OF_ARTICLE, *_OF_DOCUMENT).select_from(whole).where(stands)
    return query.order_by(_WHEN.is_(None), _WHEN, articles.c.key, positions.c.n)


def stances(
    connection: Connection, holder: str | None = None, target: str | None = None, limit: int | None = None
) -> Iterator[PositionRow]:
    """The positions on the record in order of time, the undated last: of a holder, towards a target.

    A name means the actors so called; a target may be an issue as well, of which the words must stand in its name.
    """
    judgements = Judgements(connection)
    query = _query()
    for of, other, name in (("holder", "target", holder), ("target", "holder", target)):
        if name:
            # Of one that was turned round the holder stands where the target did.
            turned_round = and_(articles.c.key.in_(judgements.articles), _is(connection, other, name))
            query = query.add_columns(_is(connection, of, name).label(f"is_{of}"))
            query = query.add_columns(turned_round.label(f"is_{of}_turned"))
            query = query.where(or_(_is(connection, of, name), turned_round))
    rows = (_row(row, judgements) for row in connection.execute(query))
    yield from turned(islice((row for row in rows if row), limit))


def sides(connection: Connection, target: str) -> Select[Any]:
    """Which side of a target is taken in which statement by whom, an actor's id or a description; "mixed" if both are.

    What is denied, supposed, gone by or told by somebody else is no side.
    """
    holder = appearances.alias("holding")
    who = func.coalesce(holder.c.actor_id, positions.c.holder).label("holder")
    of = positions.c.article_id, positions.c.statement, who
    words = case({"positive": "for", "negative": "against"}, value=positions.c.polarity, else_="neutral")
    side = case((func.min(words) == func.max(words), func.min(words)), else_="mixed").label("side")
    taken = ~positions.c.negated, ~positions.c.hypothetical, ~positions.c.past, positions.c.statement.is_not(None)
    query = select(*of, side).select_from(positions.outerjoin(holder, holder.c.id == positions.c.holder_id))
    return query.where(*taken, _is(connection, "target", target)).group_by(*of)


def _is(connection: Connection, of: str, name: str) -> ColumnElement[bool]:
    ids = actors_called(connection, name)
    theirs = positions.c[f"{of}_id"].in_(select(appearances.c.id).where(appearances.c.actor_id.in_(ids)))
    if name in ids:
        return theirs
    words = [func.lower(positions.c[of]).contains(word, autoescape=True) for word in LETTERS.findall(name.casefold())]
    return or_(theirs, and_(*words)) if words else theirs


def turned(rows: Iterable[PositionRow]) -> Iterator[PositionRow]:
    """The same, each with the last earlier position of its holder on its target that it contradicts.

    Only what somebody holds himself, plainly and on a known day, can turn: nothing denied, supposed or gone by.
    """
    last: defaultdict[str, list[PositionRow]] = defaultdict(list)
    for row in rows:
        one = row.position
        if _is_plain(row):
            held = last[_key(one.holder)]
            before = next((old for old in reversed(held) if same_target(old.position.target, one.target)), None)
            held.append(row)
            if before and before.position.polarity != one.polarity and before.dated != row.dated:
                row = replace(row, reverses=before.id)
        yield row


def _is_plain(row: PositionRow) -> bool:
    one = row.position
    marked = one.negated or one.hypothetical or one.past or one.according_to is not None
    return not marked and row.dated is not None and one.polarity != "neutral"


def _key(party: Party) -> str:
    return party.actor or fold(party.name)


def same_target(some: Party, other: Party) -> bool:
    """Whether two targets are one: the same actor, or an issue by the same words, of which one may have more.

    >>> from sayso.data.article import Span
    >>> at = Span(0, 0, "")
    >>> same_target(Party(at, "the Orsa dam"), Party(at, "dam")), same_target(Party(at, "dam"), Party(at, "road"))
    (True, False)
    """
    if some.actor or other.actor:
        return some.actor == other.actor
    one, another = _words(some.name), _words(other.name)
    return bool(one and another) and (one <= another or another <= one)


def _words(name: str) -> frozenset[str]:
    return frozenset(word.removesuffix("s") for word in LETTERS.findall(fold(name)) if word not in _ARTICLES)


def _row(row: Row[Any], judgements: Judgements) -> PositionRow | None:
    """A position as it was decided on; None for one that is none, or not of those asked for."""
    told = row._mapping
    of_article = {column.name: told[column] for column in _OF_ARTICLE}
    document = Document(*(told[documents.c[name]] for name in ("name", "url", "media_type", "sha256", "asked_url")))
    article = ArticleRef(of_article["key"], of_article["title"], of_article["outlet"], Moment.from_columns(of_article))
    judgement = judgements.of(of_article["key"], position_of(told))
    way = "_turned" if judgement == "turned" else ""
    if judgement == "wrong" or not all(told.get(f"is_{of}{way}", True) for of in ("holder", "target")):
        return None
    one = position_of(told).as_judged(judgement)
    number = told[positions.c.statement]
    statement = None if number is None else f"{article.id}.{number}"
    dated = one.dated or (article.published.value if article.published else None)
    id_ = f"{article.id}.p{told[positions.c.n]}"
    return PositionRow(id_, document, article, one, statement, dated, decided=judgement)
