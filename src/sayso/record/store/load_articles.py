"""What the record holds of a document: capture, article with its text, statements, and its bytes as they came."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, select

from sayso.data.actor import Actor
from sayso.data.article import Article, Block, Document, Moment, Residue, Span, StoryStub
from sayso.data.record_errors import NoSuchArticle
from sayso.data.results import ArticleRef, AsRead, Capture, Held
from sayso.record.store.captures import of_page
from sayso.record.store.documents import unpacked
from sayso.record.store.load_positions import positions_as_read
from sayso.record.store.load_statements import COLUMNS, read_rows, statements_as_read
from sayso.record.store.mentions import MENTIONS
from sayso.record.store.schema import (
    actors,
    appearances,
    articles,
    blocks,
    called,
    documents,
    mentions,
    names,
    residue,
    roles,
    statements,
    stories,
)
from sayso.record.store.schema import captures as recorded

ARTICLES: Select[Any] = select(*(column for column in articles.c if column.name not in ("text", "sketch")))
"""All that `ref_of` is told, without the texts."""

_MOMENT = recorded.alias("moment")
_CAPTURES: Select[Any] = select(
    articles.c.key,
    articles.c.title,
    articles.c.is_current,
    *(column for column in documents.c if column.name != "content"),
).join(documents, documents.c.id == articles.c.document_id)


def captures(connection: Connection) -> Iterator[Capture]:
    """Every capture, in the order of their articles' keys."""
    for row in connection.execute(_CAPTURES.order_by(articles.c.key)):
        yield _capture(row)


def versions(connection: Connection, page: str) -> tuple[Capture, ...]:
    """All captures of a page, named by its URL or by the key of one's article, the first first; raises NoSuchArticle.

    A document without a URL is the only capture of its page.
    """
    named = connection.execute(_CAPTURES.where(articles.c.key == page)).first()
    if named is not None and named.url is None:
        return (_capture(named),)
    where = (page, None) if named is None else (named.url, named.asked_url)
    moments = of_page(connection, *where)
    if not moments:
        raise NoSuchArticle(page)
    query = _CAPTURES.add_columns(_MOMENT.c.id.label("moment"), _MOMENT.c.captured_at)
    query = query.join(_MOMENT, _MOMENT.c.document_id == documents.c.id).where(_MOMENT.c.id.in_(moments))
    rows = {row.moment: row for row in connection.execute(query)}
    return tuple(_at(rows[one], one == moments[-1]) for one in moments)


def _at(row: Row[Any], is_last: bool) -> Capture:
    """One capture of a document of which there may be several; only the last of a page can be current."""
    return replace(_capture(row), captured_at=row.captured_at, is_current=row.is_current and is_last)


def original(connection: Connection, key: str) -> bytes | None:
    """The document of an article as it came, where it was kept; raises NoSuchArticle, or Damaged."""
    query = select(documents.c.content, articles.c.text).join(articles, articles.c.document_id == documents.c.id)
    found = _found(connection, query.where(articles.c.key == key), key)
    return unpacked(found.content, found.text, key)


def held(connection: Connection, key: str) -> Held:
    """An article with all that was found in it; raises NoSuchArticle."""
    capture = _capture(_found(connection, _CAPTURES.where(articles.c.key == key), key))
    row = connection.execute(select(articles).where(articles.c.key == key)).one()
    query = COLUMNS.where(statements.c.article_id == row.id).order_by(statements.c.n)
    rows = tuple(read_rows(connection, query))
    return Held(capture, _article(connection, capture, row), rows, _actors(connection, row.id))


def as_read(connection: Connection, key: str) -> AsRead:
    """What was put on the record with an article; raises NoSuchArticle."""
    capture = _capture(_found(connection, _CAPTURES.where(articles.c.key == key), key))
    row = connection.execute(select(articles).where(articles.c.key == key)).one()
    statements = tuple(statements_as_read(connection, row.id))
    actors = _actors(connection, row.id, as_read=True)
    return AsRead(_article(connection, capture, row), statements, actors, positions_as_read(connection, row.id))


def lately(connection: Connection, limit: int) -> tuple[ArticleRef, ...]:
    """The articles that came in last."""
    query = ARTICLES.join(documents, documents.c.id == articles.c.document_id).where(articles.c.is_current)
    rows = connection.execute(query.order_by(documents.c.added_at.desc(), articles.c.key).limit(limit))
    return tuple(map(ref_of, rows))


def ref_of(row: Row[Any]) -> ArticleRef:
    """A row of `articles` without its text."""
    return ArticleRef(row.key, row.title, row.outlet, Moment.from_columns(row._mapping))


def _found(connection: Connection, query: Select[Any], key: str) -> Row[Any]:
    row = connection.execute(query).first()
    if row is None:
        raise NoSuchArticle(key)
    return row


def _capture(row: Row[Any]) -> Capture:
    document = row.name, row.url, row.media_type, row.sha256
    return Capture(row.key, row.title, *document, row.added_at, row.read_by, row.is_current, row.asked_url)


def _article(connection: Connection, capture: Capture, row: Row[Any]) -> Article:
    def under(table: Any) -> list[Row[Any]]:
        return list(connection.execute(select(table).where(table.c.article_id == row.id).order_by(table.c.n)))

    return Article(
        document=Document(capture.name, capture.url, capture.media_type, capture.sha256, capture.asked_url),
        text=row.text,
        blocks=tuple(_block(block) for block in under(blocks)),
        title=row.title,
        outlet=row.outlet_read or row.outlet,
        byline=tuple(row.byline),
        language=row.language,
        published=Moment.from_columns(row._mapping),
        updated=Moment.from_columns(row._mapping, "updated"),
        wire=row.wire,
        lead=row.lead,
        related=tuple(_story(story) for story in under(stories)),
        residue=tuple(Residue(r.kind, r.text, r.verified) for r in under(residue)),
    )


def _block(row: Row[Any]) -> Block:
    return Block(row.kind, row.start_char, row.end_char, Moment.from_columns(row._mapping, "posted"))


def _story(row: Row[Any]) -> StoryStub:
    return StoryStub(row.title, row.story_id, row.url, row.list_order, Moment.from_columns(row._mapping), row.picture)


def _actors(connection: Connection, article: int, *, as_read: bool = False) -> tuple[Actor, ...]:
    """Those in the article by the ids and names that they have on the record, or that its reading gave them."""
    seen, marked = appearances.c.article_id == article, MENTIONS
    query = select(appearances.c.id, actors.c.id, actors.c.name, actors.c.type)
    query = query.join(actors, actors.c.id == appearances.c.actor_id)
    if as_read:
        query = select(appearances.c.id, appearances.c.local, appearances.c.name, appearances.c.type)
    else:
        seen, marked = and_(seen, ~appearances.c.rejected), marked.where(~mentions.c.rejected)
    here = select(appearances.c.id).where(seen)
    so_called = select(called.c.appearance_id, names.c.name).join(names, names.c.id == called.c.name_id)
    borne = connection.execute(so_called.where(called.c.appearance_id.in_(here)).order_by(called.c.n)).all()
    bear = connection.execute(select(roles).where(roles.c.appearance_id.in_(here)).order_by(roles.c.n)).all()
    placed = connection.execute(
        marked.where(mentions.c.appearance_id.in_(here)).order_by(mentions.c.start_char, mentions.c.end_char)
    ).all()
    return tuple(
        Actor(
            id_,
            name,
            type_,
            names=tuple(row.name for row in borne if row.appearance_id == appearance),
            roles=tuple(row.role for row in bear if row.appearance_id == appearance),
            mentions=tuple(Span(m.start_char, m.end_char, m.text) for m in placed if m.appearance_id == appearance),
        )
        for appearance, id_, name, type_ in connection.execute(query.where(seen).order_by(appearances.c.n))
    )
