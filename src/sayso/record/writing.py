"""A reading as rows: every table's part of one article, written within the caller's transaction."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Insert, Table, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from sayso.actor import Actor
from sayso.article import Article, Document, Moment
from sayso.record import schema
from sayso.record.evidence import spans_of
from sayso.record.names import is_named_in, words_of
from sayso.statement import Statement

if TYPE_CHECKING:
    from sayso.pipeline import Reading

KEY_DIGITS = 16
"""How much of a document's digest names its article: two of a billion would share theirs once in forty."""


def write_document(connection: Connection, document: Document, added_at: str, read_by: str) -> int:
    """Write where an article came from and when; returns its row's id."""
    row = {
        "sha256": document.sha256,
        "name": document.name,
        "url": document.url,
        "media_type": document.media_type,
        "added_at": added_at,
        "read_by": read_by,
    }
    return _insert_one(connection, schema.documents, row)


def write_reading(connection: Connection, reading: "Reading", document_id: int) -> None:
    """Write an article, who is in it and who says what."""
    article_id = _insert_one(connection, schema.articles, _article_row(reading.article, document_id))
    _write_parts(connection, reading.article, article_id)
    actors = actors_of(reading)
    _write_actors(connection, actors, article_id)
    _write_statements(connection, reading, actors, article_id)


def article_key(document: Document) -> str:
    """The name of the article that a document holds, the same on every record."""
    return document.sha256[:KEY_DIGITS]


def actors_of(reading: "Reading") -> tuple[Actor, ...]:
    """The actors of a reading, and the speakers of its statements who are not among them."""
    known = {actor.id: actor for actor in reading.actors}
    for statement in reading.statements:
        if (who := statement.speaker) and who.actor not in known:
            known[who.actor] = Actor(who.actor, who.name, who.type)  # type: ignore[arg-type]
    return tuple(known.values())


def date_of(statement: Statement, article: Article) -> str | None:
    """When it was said: on the day that the words tell, else when the story that holds them was published.

    A related story without a date stays without: the page that names it is younger by we know not how much.
    """
    if statement.said_on:
        return statement.said_on
    if statement.where == "related" and statement.story is not None:
        return _value(article.related[statement.story].published)
    return _value(article.published)


def _value(moment: Moment | None) -> str | None:
    return moment.value if moment else None


def _moment_row(moment: Moment | None) -> dict[str, str | None]:
    parts = (moment.value, moment.precision, moment.found_in, moment.evidence) if moment else (None,) * 4
    return dict(zip(schema.PUBLISHED, parts, strict=True))


def _article_row(article: Article, document_id: int) -> dict[str, Any]:
    return {
        "key": article_key(article.document),
        "document_id": document_id,
        "title": article.title,
        "outlet": article.outlet,
        "byline": list(article.byline),
        "language": article.language,
        **_moment_row(article.published),
        "lead": article.lead,
        "text": article.text,
    }


def _write_parts(connection: Connection, article: Article, article_id: int) -> None:
    """Its blocks, the stories it names and what leaked into it."""
    blocks = [{"kind": b.kind, "start_char": b.start, "end_char": b.end} for b in article.blocks]
    stories: list[dict[str, Any]] = [
        {
            "title": s.title,
            "story_id": s.id,
            "url": s.url,
            "list_order": s.order,
            **_moment_row(s.published),
            "picture": s.picture,
        }
        for s in article.related
    ]
    residue = [{"kind": r.kind, "text": r.text, "verified": r.verified} for r in article.residue]
    for table, rows in ((schema.blocks, blocks), (schema.stories, stories), (schema.residue, residue)):
        _insert_all(connection, table, ({"article_id": article_id, "n": n, **r} for n, r in enumerate(rows)))


def _write_actors(connection: Connection, actors: tuple[Actor, ...], article_id: int) -> None:
    rows = [{"id": a.id, "name": a.name, "type": a.type} for a in actors]
    _insert_all(connection, schema.actors, rows, or_keep=True)
    _write_names(connection, actors, article_id)
    seen = [{"article_id": article_id, "actor_id": a.id, "n": n} for n, a in enumerate(actors)]
    _insert_all(connection, schema.appearances, seen)
    roles = [
        {"article_id": article_id, "actor_id": a.id, "role": role, "n": n}
        for a in actors
        for n, role in enumerate(dict.fromkeys(a.roles))
    ]
    _insert_all(connection, schema.roles, roles)
    mentions = [
        {"article_id": article_id, "actor_id": a.id, "start_char": m.start, "end_char": m.end, "text": m.text}
        for a in actors
        for m in dict.fromkeys(a.mentions)
    ]
    _insert_all(connection, schema.mentions, mentions)


def _write_names(connection: Connection, actors: tuple[Actor, ...], article_id: int) -> None:
    """The names of each actor, their words to look them up by, and which of them this article uses."""
    borne = [(actor.id, name) for actor in actors for name in _names(actor)]
    rows = [{"actor_id": actor, "name": name} for actor, name in borne]
    _insert_all(connection, schema.names, rows, or_keep=True)
    ids = _name_ids(connection, actors)
    words = [{"word": word, "name_id": ids[name]} for name in borne for word in set(words_of(name[1]))]
    _insert_all(connection, schema.name_words, words, or_keep=True)
    called = [{"article_id": article_id, "name_id": ids[name], "n": n} for n, name in enumerate(borne)]
    _insert_all(connection, schema.called, called)


def _names(actor: Actor) -> tuple[str, ...]:
    return tuple(dict.fromkeys((actor.name, *actor.names)))


def _name_ids(connection: Connection, actors: tuple[Actor, ...]) -> dict[tuple[str, str], int]:
    names = schema.names
    query = select(names).where(names.c.actor_id.in_([actor.id for actor in actors]))
    return {(row.actor_id, row.name): row.id for row in connection.execute(query)}


def _write_statements(connection: Connection, reading: "Reading", actors: tuple[Actor, ...], article_id: int) -> None:
    rows = [_statement_row(s, reading.article, article_id, n) for n, s in enumerate(reading.statements)]
    if not rows:
        return
    numbered = insert(schema.statements).returning(schema.statements.c.id, sort_by_parameter_order=True)
    ids = connection.execute(numbered, rows).scalars().all()
    pieces: list[dict[str, Any]] = []
    subjects: list[dict[str, Any]] = []
    for id_, statement in zip(ids, reading.statements, strict=True):
        pieces += _span_rows(statement, id_)
        about = _subjects(statement, actors)
        subjects += [{"statement_id": id_, "actor_id": actor} for actor in about]
    _insert_all(connection, schema.spans, pieces)
    _insert_all(connection, schema.subjects, subjects)


def _statement_row(statement: Statement, article: Article, article_id: int, n: int) -> dict[str, Any]:
    said = statement.attribution
    return {
        "article_id": article_id,
        "n": n,
        "place": statement.where,
        "story": statement.story,
        "reported_by": statement.reported_by,
        "kind": said.kind,
        "act": said.act,
        "negated": said.negated,
        "hypothetical": said.hypothetical,
        "confidence": said.confidence,
        "speaker_id": statement.speaker and statement.speaker.actor,
        "via": statement.speaker and statement.speaker.via,
        "unresolved": statement.unresolved,
        "role": statement.role,
        "topic": statement.topic,
        "venue": statement.venue,
        "said_on": statement.said_on,
        "dated": date_of(statement, article),
        "content": " … ".join(span.text for span in said.content),
    }


def _span_rows(statement: Statement, statement_id: int) -> list[dict[str, Any]]:
    return [
        {
            "statement_id": statement_id,
            "part": part,
            "n": n,
            "start_char": span.start,
            "end_char": span.end,
            "text": span.text,
        }
        for part, n, span in spans_of(statement)
    ]


def _subjects(statement: Statement, actors: tuple[Actor, ...]) -> list[str]:
    """Of whom a statement speaks: the actors, save its speaker, whom its source or content mentions or names."""
    speaker = statement.speaker and statement.speaker.actor
    others = [actor for actor in actors if actor.id != speaker]
    return [actor.id for actor in others if _speaks_of(statement, actor)]


def _speaks_of(statement: Statement, actor: Actor) -> bool:
    """Mentions lie in the article's text; in the title of another story, the names themselves are looked for."""
    spans = (*statement.attribution.source, *statement.attribution.content)
    if statement.where == "related":
        return any(is_named_in(span.text, name) for span in spans for name in _names(actor))
    return any(span.overlaps(mention) for span in spans for mention in actor.mentions)


def _insert_one(connection: Connection, table: Table, row: Mapping[str, Any]) -> int:
    return int(connection.execute(insert(table).returning(table.c.id), dict(row)).scalar_one())


def _insert_all(
    connection: Connection, table: Table, rows: Iterable[Mapping[str, Any]], *, or_keep: bool = False
) -> None:
    """Insert rows, none of which may be there yet, unless `or_keep` says that those there are as good."""
    found = [dict(row) for row in rows]
    if not found:
        return
    connection.execute(_keeping_insert(connection, table) if or_keep else insert(table), found)


def _keeping_insert(connection: Connection, table: Table) -> Insert:
    """SQLite and PostgreSQL say it alike, but SQLAlchemy has it once for each."""
    if connection.dialect.name == "postgresql":
        return postgresql.insert(table).on_conflict_do_nothing()
    return sqlite.insert(table).on_conflict_do_nothing()
