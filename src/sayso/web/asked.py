"""What the pages ask of the record, by the signatures that it is being given.

Where the record does not have a question yet, the answer is worked out here from `said` and from its tables; that part
goes once it has.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import select

from sayso.actor import Actor
from sayso.article import Article, Block, Document, Moment, Residue, Span, StoryStub
from sayso.record import ArticleRef, Candidate, Maybe, Record, StatementRow
from sayso.record.candidates import candidates
from sayso.record.deciding import maybes
from sayso.record.engine import connected
from sayso.record.rows import COLUMNS, read_rows
from sayso.record.schema import actors, appearances, articles, blocks, documents, mentions, residue, statements, stories
from sayso.record.search import Search

Order = Literal["time", "rank", "newest"]
GAP = " … "


@dataclass(frozen=True, slots=True)
class Page:
    """Some statements, where in their joined content the words asked for stand, and the cursor of those after."""

    rows: tuple[StatementRow, ...]
    marks: tuple[tuple[tuple[int, int], ...], ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class Count:
    value: str | None
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many statements there are, by speaker, outlet, month and kind."""

    total: int
    speakers: tuple[Count, ...]
    outlets: tuple[Count, ...]
    months: tuple[Count, ...]
    kinds: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Capture:
    """One document as it came: when, from where, and the sayso that read it."""

    article: str
    name: str
    url: str | None
    captured_at: str
    read_by: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Held:
    """All that the record holds of one article."""

    capture: Capture
    article: Article
    statements: tuple[StatementRow, ...]
    actors: tuple[Actor, ...]


def search(record: Record, asked: Search, *, limit: int = 50, after: str | None = None, order: Order = "time") -> Page:
    """A page of the statements asked for; `after` is the cursor that the page before gave."""
    if ask := getattr(record, "search", None):
        return ask(asked, limit=limit, after=after, order=order)  # type: ignore[no-any-return]
    rows = list(_said(record, asked))
    if order == "newest":
        rows.reverse()
        rows.sort(key=lambda row: row.dated is None)
    start = int(after) if after and after.isdigit() else 0
    some = tuple(rows[start : start + limit])
    return Page(some, tuple(_marks(row, asked.words) for row in some), _cursor(start + limit, len(rows)))


def every(record: Record, asked: Search, order: Order = "time") -> Iterator[StatementRow]:
    """All the statements asked for, a page at a time."""
    after = None
    while True:
        page = search(record, asked, limit=500, after=after, order=order)
        yield from page.rows
        if (after := page.next) is None:
            return


def doubtful(record: Record, *, limit: int, after: str | None = None) -> Page:
    """The statements that no one has decided on, the least certain first."""
    rows = [row for row in record.said() if not _decided(row)]
    rows.sort(key=lambda row: (row.statement.attribution.confidence, row.id))
    start = int(after) if after and after.isdigit() else 0
    some = tuple(rows[start : start + limit])
    return Page(some, tuple(() for _ in some), _cursor(start + limit, len(rows)))


def perhaps_same(record: Record, limit: int) -> tuple[tuple[Candidate, Maybe], ...]:
    """The actors who may be one and are kept apart, the likeliest first."""
    with connected(record._engine) as connection:
        pairs = connection.execute(select(maybes).order_by(maybes.c.score.desc()).limit(limit)).all()
        known = {one.id: one for one in candidates(connection, {id_ for pair in pairs for id_ in pair[:2]})}
    return tuple((known[a], Maybe(known[b], score, tuple(why))) for a, b, score, why in pairs)


def appearance(record: Record, actor: str, key: str) -> str | None:
    """How decisions name an actor as one article knows him."""
    with connected(record._engine) as connection:
        query = select(appearances.c.local).join(articles, articles.c.id == appearances.c.article_id)
        local = connection.scalar(query.where(articles.c.key == key, appearances.c.actor_id == actor))
    return local and f"{local}@{key}"


def facets(record: Record, asked: Search) -> Facets:
    """How many statements answer, and how they fall out by speaker, outlet, month and kind; the most first."""
    if ask := getattr(record, "facets", None):
        return ask(asked)  # type: ignore[no-any-return]
    rows = list(_said(record, asked))
    speakers = Counter((who.actor, who.name) for row in rows if (who := row.statement.speaker))
    outlets = Counter(row.article.outlet for row in rows if row.article.outlet)
    months = Counter(row.dated[:7] for row in rows if row.dated and len(row.dated) >= 7)
    kinds = Counter(row.statement.attribution.kind for row in rows)
    return Facets(
        len(rows),
        tuple(Count(actor, name, n) for (actor, name), n in speakers.most_common()),
        tuple(Count(outlet, outlet, n) for outlet, n in outlets.most_common()),
        tuple(Count(month, month, n) for month, n in sorted(months.items())),
        tuple(Count(kind, kind, n) for kind, n in kinds.most_common()),
    )


def held(record: Record, key: str) -> Held | None:
    """An article with everything in it; None where there is none of this key."""
    if ask := getattr(record, "held", None):
        return ask(key)  # type: ignore[no-any-return]
    with connected(record._engine) as connection:
        query = select(articles, documents).join(documents, documents.c.id == articles.c.document_id)
        row = connection.execute(query.where(articles.c.key == key)).first()
        if row is None:
            return None
        of = row._mapping
        found = COLUMNS.where(articles.c.key == key).order_by(statements.c.n)
        return Held(
            Capture(key, row.name, row.url, row.added_at, row.read_by, row.sha256),
            _article(connection, of),
            tuple(read_rows(connection, found)),
            _actors(connection, of[articles.c.id]),
        )


def original(record: Record, key: str) -> bytes | None:
    """The document as it came, byte for byte, where the record has kept it."""
    ask = getattr(record, "original", None)
    return ask(key) if ask else None


def versions(record: Record, key: str) -> tuple[Capture, ...]:
    """The captures of an article, this one among them."""
    ask = getattr(record, "versions", None)
    return ask(key) if ask else ()


def lately(record: Record, limit: int) -> tuple[ArticleRef, ...]:
    """The articles that came onto the record last, the newest first."""
    if ask := getattr(record, "lately", None):
        return ask(limit)  # type: ignore[no-any-return]
    with connected(record._engine) as connection:
        rows = connection.execute(select(articles).order_by(articles.c.id.desc()).limit(limit))
        return tuple(ArticleRef(row.key, row.title, row.outlet, _moment(row._mapping, articles)) for row in rows)


def article_ref(found: Held) -> ArticleRef:
    article = found.article
    return ArticleRef(found.capture.article, article.title, article.outlet, article.published)


def _said(record: Record, asked: Search) -> Iterator[StatementRow]:
    return record.said(
        asked.words,
        by=asked.by,
        about=asked.about,
        since=asked.since,
        until=asked.until,
        kind=asked.kind,
        outlet=asked.outlet,
    )


def _decided(row: StatementRow) -> bool:
    speaker = row.statement.speaker
    unresolved = row.statement.unresolved or ""
    return (speaker is not None and speaker.via == "decision") or unresolved.startswith("it was decided")


def _cursor(end: int, total: int) -> str | None:
    return str(end) if end < total else None


def _marks(row: StatementRow, words: str | None) -> tuple[tuple[int, int], ...]:
    content = GAP.join(span.text for span in row.statement.attribution.content)
    terms = [re.escape(word.rstrip("*")) for word in re.findall(r"[\w’'-]+\*?", words or "")]
    if not terms:
        return ()
    return tuple(found.span() for found in re.finditer(rf"\b(?:{'|'.join(terms)})\w*", content, re.IGNORECASE))


def _article(connection: Any, of: Any) -> Article:
    id_ = of[articles.c.id]
    text = of[articles.c.text]

    def rows(table: Any) -> list[Any]:
        return list(connection.execute(select(table).where(table.c.article_id == id_).order_by(table.c.n)))

    return Article(
        document=Document(
            of[documents.c.name], of[documents.c.url], of[documents.c.media_type], of[documents.c.sha256]
        ),
        text=text,
        blocks=tuple(Block(row.kind, row.start_char, row.end_char) for row in rows(blocks)),
        title=of[articles.c.title],
        outlet=of[articles.c.outlet],
        byline=tuple(of[articles.c.byline]),
        language=of[articles.c.language],
        published=_moment(of, articles),
        lead=of[articles.c.lead],
        related=tuple(
            StoryStub(row.title, row.story_id, row.url, row.list_order, _moment(row._mapping, stories), row.picture)
            for row in rows(stories)
        ),
        residue=tuple(Residue(row.kind, row.text, row.verified) for row in rows(residue)),
    )


def _actors(connection: Any, article_id: int) -> tuple[Actor, ...]:
    query = select(appearances, actors.c.name.label("called")).join(actors, actors.c.id == appearances.c.actor_id)
    rows = connection.execute(query.where(appearances.c.article_id == article_id).order_by(appearances.c.n))
    found = []
    for row in list(rows):
        where = select(mentions).where(mentions.c.appearance_id == row.id).order_by(mentions.c.start_char)
        spans = tuple(Span(m.start_char, m.end_char, m.text) for m in connection.execute(where))
        found.append(Actor(row.actor_id, row.called, row.type, (row.name,), (), spans))
    return tuple(found)


def _moment(of: Any, table: Any) -> Moment | None:
    if of[table.c.published] is None:
        return None
    t = table.c
    return Moment(of[t.published], of[t.published_precision], of[t.published_from], of[t.published_evidence])
