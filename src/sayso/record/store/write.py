"""A reading as rows: every table's part of one article, written within the caller's transaction."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, delete, or_, select, update

from sayso.data.actor import Actor
from sayso.data.article import Article, Document, Moment, columns_of
from sayso.data.statement import PLAIN_OF_ATTRIBUTION, PLAIN_OF_STATEMENT, Principal, Speaker, Statement
from sayso.entity_resolution import names_of
from sayso.record.store import schema
from sayso.record.store.bulk import chunks
from sayso.record.store.documents import kept, kept_beside
from sayso.record.store.kept_words import Beside, laid, words_at
from sayso.record.store.name_words import is_named_in
from sayso.record.store.schema_printings import ungrouped
from sayso.record.store.search_words import searched
from sayso.record.store.sheaf import Sheaf
from sayso.record.store.sketching import remove_sketches
from sayso.record.store.time_order import place_in_time
from sayso.record.store.ungrouped import ungroup_fellows
from sayso.record.store.unsettled import unsettle
from sayso.record.store.write_mentions import add_actors
from sayso.record.store.write_positions import add_positions
from sayso.utterances.grouping import utterance_id

if TYPE_CHECKING:
    from sayso.data.analysis import Reading

_DOCUMENT = select(schema.documents.c.content, schema.articles.c.text).outerjoin(
    schema.articles, schema.articles.c.document_id == schema.documents.c.id
)

KEY_DIGITS = 16
"""How much of a document's digest names its article: two of a billion would share theirs once in forty."""


def add_document(sheaf: Sheaf, article: Article, added_at: str, read_by: str, content: bytes | None) -> int:
    """Write where an article came from and when, and what came; returns its row's id."""
    document = article.document
    row = {
        "content": kept(content, article.text),
        "sha256": document.sha256,
        "name": document.name,
        "url": document.url,
        "asked_url": document.asked_url,
        "media_type": document.media_type,
        "added_at": added_at,
        "read_by": read_by,
    }
    id_ = sheaf.add_one(schema.documents, row)
    sheaf.add_one(schema.captures, {"document_id": id_, "captured_at": added_at})
    return id_


def read_again(
    connection: Connection, id_: int, read_by: str, content: bytes | None, text: str, *, is_cut: bool
) -> None:
    """Tell by what a document was read again, and to what text; it goes where that is cut.

    It comes back where it is at hand; what was kept of it is kept beside the new text.
    """
    held = connection.execute(_DOCUMENT.where(schema.documents.c.id == id_)).one()
    now = kept(content, text) or kept_beside(held.content, held.text or "", text)
    told = {"read_by": read_by, "content": None if is_cut else now}
    connection.execute(update(schema.documents).where(schema.documents.c.id == id_).values(told))


def add_reading(sheaf: Sheaf, reading: "Reading", document_id: int) -> None:
    """Write an article, who is in it and who says what."""
    article_id = sheaf.add_one(schema.articles, _article_row(reading.article, document_id))
    _add_parts(sheaf, reading.article, article_id)
    actors = actors_of(reading)
    appearances = add_actors(sheaf, reading.article, actors, article_id)
    _add_statements(sheaf, reading, actors, appearances, article_id)
    add_positions(sheaf, reading, appearances, article_id)
    sheaf.add(ungrouped, [{"article_id": article_id}])


def remove_reading(connection: Connection, document_id: int) -> set[str]:
    """Remove what was read from a document; returns who was in it: they are to be told apart once more."""
    of_it = schema.articles.c.document_id == document_id
    article = select(schema.articles.c.id).where(of_it)
    seen = select(schema.appearances.c.id).where(schema.appearances.c.article_id.in_(article))
    gone = connection.scalars(select(schema.appearances.c.actor_id).where(schema.appearances.c.id.in_(seen)))
    actors = set(gone)
    unsettle(connection, connection.scalars(seen))
    rows = list(connection.scalars(article))
    ungroup_fellows(connection, rows)
    remove_sketches(connection, rows)
    connection.execute(delete(schema.articles).where(of_it))
    return actors


def ids_of(connection: Connection, digests: set[str]) -> dict[str, int]:
    """Those of the documents that are on the record, by digest, with the ids of their rows."""
    query = select(schema.documents.c.sha256, schema.documents.c.id)
    found: dict[str, int] = {}
    for some in chunks(digests):
        rows = connection.execute(query.where(schema.documents.c.sha256.in_(some)))
        found |= {row.sha256: row.id for row in rows}
    return found


def with_other_captures(connection: Connection, written: Sequence[Document]) -> list[Document]:
    """Those of the documents at whose addresses others were found; of any other page its only capture is current."""
    at = schema.documents.c
    addresses = {address for one in written for address in (one.url, one.asked_url) if one.url and address}
    found: Counter[str] = Counter()
    for some in chunks(sorted(addresses)):
        here = select(at.url, at.asked_url).where(or_(at.url.in_(some), at.asked_url.in_(some)))
        for row in connection.execute(here):
            found.update({row.url, row.asked_url})
    return [one for one in written if one.url and max(found[one.url], found[one.asked_url or one.url]) > 1]


def article_key(document: Document) -> str:
    """The name of the article that a document holds, the same on every record."""
    return document.sha256[:KEY_DIGITS]


def actors_of(reading: "Reading") -> tuple[Actor, ...]:
    """The actors of a reading, and of its statements the named speakers and for whom they speak, if not among them."""
    known = {actor.id: actor for actor in reading.actors}
    for statement in reading.statements:
        told: list[Speaker | Principal] = [who for who in statement.speakers if who.named]
        told += [statement.on_behalf_of] if statement.on_behalf_of else []
        for who in told:
            known.setdefault(who.actor, Actor(who.actor, who.name, who.type))  # type: ignore[arg-type]
    return tuple(known.values())


def names_in(reading: "Reading") -> set[str]:
    """What those in a reading are called."""
    return {name for actor in actors_of(reading) for name in names_of(actor)}


def date_of(statement: Statement, article: Article) -> str | None:
    """When it was said: on the day that the words tell, else when the post or story that holds them was published.

    A related story without a date stays without: the page that names it is younger by we know not how much.
    """
    if statement.said_on:
        return statement.said_on
    if statement.where == "related" and statement.story is not None:
        return _value(article.related[statement.story].published)
    return _value(article.posted_at(statement.attribution.begins) or article.published)


def _value(moment: Moment | None) -> str | None:
    return moment.value if moment else None


def _article_row(article: Article, document_id: int) -> dict[str, Any]:
    return {
        "key": article_key(article.document),
        "document_id": document_id,
        "title": article.title,
        "outlet": article.outlet,
        "outlet_read": None,
        "byline": list(article.byline),
        "language": article.language,
        **columns_of(article.published),
        "story": article_key(article.document),
        "lead": article.lead,
        "text": article.text,
        **columns_of(article.updated, "updated"),
        "wire": article.wire,
    }


def _add_parts(sheaf: Sheaf, article: Article, article_id: int) -> None:
    """Its blocks, the stories it names and what leaked into it."""
    blocks = [
        {"kind": b.kind, "start_char": b.start, "end_char": b.end, **columns_of(b.posted, "posted")}
        for b in article.blocks
    ]
    stories: list[dict[str, Any]] = [
        {
            "title": s.title,
            "story_id": s.id,
            "url": s.url,
            "list_order": s.order,
            **columns_of(s.published),
            "picture": s.picture,
        }
        for s in article.related
    ]
    residue = [{"kind": r.kind, "text": r.text, "verified": r.verified} for r in article.residue]
    for table, rows in ((schema.blocks, blocks), (schema.stories, stories), (schema.residue, residue)):
        sheaf.add(table, ({"article_id": article_id, "n": n, **r} for n, r in enumerate(rows)))


def _add_statements(
    sheaf: Sheaf,
    reading: "Reading",
    actors: tuple[Actor, ...],
    appearances: dict[str, int],
    article_id: int,
) -> None:
    for n, statement in enumerate(reading.statements):
        words = _searched(statement)
        row = {"article_id": article_id, "n": n, **_statement_row(statement, reading.article, n, words)}
        id_ = sheaf.add_one(schema.statements, row | _speaker_row(statement, appearances))
        sheaf.add(schema.spans, _span_rows(statement, id_, words, row["content"]))
        fellows = (appearances[who.actor] for who in statement.also if who.named)
        sheaf.add(schema.together, ({"statement_id": id_, "n": n, "appearance_id": f} for n, f in enumerate(fellows)))
        about = _subjects(statement, actors)
        sheaf.add(schema.subjects, ({"statement_id": id_, "appearance_id": appearances[one]} for one in about))


def _speaker_row(statement: Statement, appearances: dict[str, int]) -> dict[str, Any]:
    """Who speaks: an actor with his appearance, or one who is only described, on the statement itself."""
    who = statement.speaker
    row: dict[str, Any] = dict.fromkeys(("appearance_id", "speaker_id", "described", "described_type", "described_id"))
    for_whom = statement.on_behalf_of
    row["behalf_id"] = None if for_whom is None else appearances[for_whom.actor]
    row |= {"anonymous": who is not None and who.anonymous, "speaker_confidence": who.confidence if who else 1.0}
    if who is None:
        return {**row, "via": None}
    if who.named:
        return {**row, "appearance_id": appearances[who.actor], "speaker_id": who.actor, "via": who.via}
    return {**row, "described": who.name, "described_type": who.type, "described_id": who.actor, "via": who.via}


def _searched(statement: Statement) -> str:
    said = statement.attribution
    return "" if said.digest else searched(laid(span for _, _, span in said.spans()))


def _statement_row(statement: Statement, article: Article, n: int, words: str) -> dict[str, Any]:
    said = statement.attribution
    content = "" if said.digest else " … ".join(span.text for span in said.content)
    dated = date_of(statement, article)
    plain = {schema.column_of(name): getattr(statement, name) for name in PLAIN_OF_STATEMENT}
    return {
        **{name: getattr(said, name) for name in PLAIN_OF_ATTRIBUTION},
        **plain,
        "dated": dated,
        "outlet": article.outlet,
        "in_time": place_in_time(dated, _value(article.published), article_key(article.document), n),
        "content": content,
        "utterance": _own_id(statement, article, content),
        **Beside.of(words, content)._asdict(),
    }


def _own_id(statement: Statement, article: Article, content: str) -> str:
    """The id of the utterance that a statement is the only printing of, until others are found."""
    start = min((span.start for _, _, span in statement.attribution.spans()), default=0)
    return utterance_id(article_key(article.document), statement.where, str(statement.story), str(start), content)


def _span_rows(statement: Statement, statement_id: int, words: str, content: str) -> list[dict[str, Any]]:
    """Where it stands, with the text of what the words that are searched of it do not tell."""
    gender = ((schema.GENDER_TOLD, n, span) for n, span in enumerate(statement.gender_told))
    said = [*statement.attribution.spans(), *gender]
    told = words_at([(part, span.start, span.end) for part, _, span in said], words, content)
    return [
        {
            "statement_id": statement_id,
            "part": part,
            "n": n,
            "start_char": span.start,
            "end_char": span.end,
            "text": None if words_told == span.text else span.text,
        }
        for (part, n, span), words_told in zip(said, told, strict=True)
    ]


def _subjects(statement: Statement, actors: tuple[Actor, ...]) -> list[str]:
    """Of whom a statement speaks: the actors, save those who speak it, whom its source or content mentions or names."""
    speaking = {who.actor for who in statement.speakers}
    others = [actor for actor in actors if actor.id not in speaking]
    return [actor.id for actor in others if _speaks_of(statement, actor)]


def _speaks_of(statement: Statement, actor: Actor) -> bool:
    """Mentions lie in the article's text; in the title of another story, the names themselves are looked for."""
    spans = (*statement.attribution.source, *statement.attribution.content)
    if statement.where == "related":
        return any(is_named_in(span.text, name) for span in spans for name in names_of(actor))
    return any(span.overlaps(mention) for span in spans for mention in actor.mentions)
