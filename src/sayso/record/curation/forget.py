"""What is to be forgotten: a document goes with all that came of it; its digest stays, to know it by.

A tombstone is a decision. Its `name` is the digest of a document, or that of an address behind "url:": what an address
says of somebody is forgotten too.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Row, delete, or_, select, update

from sayso.data.article import Document
from sayso.data.record_errors import NoSuchArticle
from sayso.record.curation.reread import forget_rereads
from sayso.record.curation.resolve import remove_nobodies, settle
from sayso.record.store.captures import keep_current
from sayso.record.store.column_chunks import keep_chunks
from sayso.record.store.load_articles import versions
from sayso.record.store.orphans import Bearings, bearings_of, remove_orphans
from sayso.record.store.schema import articles, documents, failures
from sayso.record.store.schema_identity import decisions
from sayso.record.store.selectors import Anchor, fellow_of, standing
from sayso.record.store.write import remove_reading

_OF_ADDRESS = "url:"


def tombstones_for(connection: Connection, what: str) -> list[str]:
    """What is to be kept of an article by its key, or of all captures of the page at a URL and of that URL.

    Nothing where it is forgotten already; raises NoSuchArticle.
    """
    of_article = select(documents.c.sha256).join(articles, articles.c.document_id == documents.c.id)
    if digest := connection.scalar(of_article.where(articles.c.key == what)):
        return [digest]
    if any(stone == _of(what) or stone.startswith(what) for stone in _standing(connection)):
        return []
    if "://" not in what:
        raise NoSuchArticle(what)
    seen = versions(connection, what)
    addresses = {_of(url) for one in seen for url in (one.url, one.asked_url) if url}
    return [*dict.fromkeys(one.sha256 for one in seen), *sorted(addresses)]


def tombstones(connection: Connection) -> dict[str, int]:
    """What is forgotten, a document or an address, each with the number of the first decision that says so."""
    return {row.name: row.id for row in reversed(standing(connection, "forget"))}


def forgotten(stones: Mapping[str, int], document: Document) -> int | None:
    """The number of the decision by which a document, or the page at its address, is forgotten."""
    names = (document.sha256, *(_of(url) for url in (document.url, document.asked_url) if url))
    return min((stones[name] for name in names if name in stones), default=None)


def carry_out(connection: Connection, stone: str) -> None:
    """Remove what a tombstone is of, wherever it came from."""
    rows = connection.execute(select(documents).where(documents.c.sha256 == stone)).all()
    if stone.startswith(_OF_ADDRESS):
        addresses = select(documents.c.id, documents.c.url, documents.c.asked_url).where(documents.c.url.is_not(None))
        found = connection.execute(addresses).all()
        ids = [row.id for row in found if stone in {_of(url) for url in (row.url, row.asked_url) if url}]
        rows = [connection.execute(select(documents).where(documents.c.id == id_)).one() for id_ in ids]
    if rows:
        _remove(connection, rows)


def _standing(connection: Connection) -> Iterable[str]:
    return (row.name for row in standing(connection, "forget"))


def _of(url: str) -> str:
    return _OF_ADDRESS + sha256(url.encode("utf-8", "backslashreplace")).hexdigest()


def _remove(connection: Connection, rows: Iterable[Row[Any]]) -> None:
    gone, borne = set[str](), Bearings()
    for row in rows:
        key = connection.scalar(select(articles.c.key).where(articles.c.document_id == row.id))
        borne |= bearings_of(connection, row.id)
        if key:
            _let_go(connection, key)
            forget_rereads(connection, key)
        gone |= remove_reading(connection, row.id)
        connection.execute(delete(documents).where(documents.c.id == row.id))
        names = [name for name in (row.name, row.url, row.asked_url) if name]
        connection.execute(delete(failures).where(failures.c.name.in_(names)))
        keep_current(connection, Document(row.name, row.url, row.media_type, row.sha256, row.asked_url))
    settle(connection)
    remove_nobodies(connection, gone)
    remove_orphans(connection, borne)
    keep_chunks(connection, all_stale=True)


def _let_go(connection: Connection, article: str) -> None:
    """Remove the decisions about an article; those about who is who hold on to another appearance if there is one."""
    about = [row.id for row in connection.execute(select(decisions.c.id).where(decisions.c.article == article))]
    held = or_(decisions.c.one_in == article, decisions.c.other_in == article)
    for row in connection.execute(select(decisions).where(held, decisions.c.id.not_in(about))).all():
        moved: dict[str, str] = {}
        for which in ("one", "other"):
            local, key = getattr(row, which), getattr(row, f"{which}_in")
            if key != article:
                continue
            if fellow := fellow_of(connection, Anchor(local, key)):
                moved |= {which: fellow.local, f"{which}_in": fellow.article}
            else:
                about.append(row.id)
        if row.id not in about:
            connection.execute(update(decisions).where(decisions.c.id == row.id).values(moved))
    connection.execute(delete(decisions).where(decisions.c.undoes.in_(about)))
    connection.execute(delete(decisions).where(decisions.c.id.in_(about)))
