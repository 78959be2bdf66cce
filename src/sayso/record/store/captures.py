"""When documents were captured: of one page several, and one document more than once where a page goes back.

A capture is a moment, not a digest: a page that read A, then B, then A again was captured three times, and reads A.
"""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, Connection, and_, func, insert, or_, select, update

from sayso.data.article import Document
from sayso.record.store.schema import articles, captures, documents, statements
from sayso.record.store.ungrouped import ungroup, ungroup_fellows


class _Moment(NamedTuple):
    """One capture of a page: when, in what order they came in, which document it was."""

    at: str
    id: int
    document_id: int


def write_capture(connection: Connection, document_id: int, at: str) -> None:
    """Write when a document came in."""
    connection.execute(insert(captures).values(document_id=document_id, captured_at=at))


def capture_again(connection: Connection, document_id: int, at: str) -> bool:
    """Write that a document that is there was captured again, where its page had become another; returns whether so."""
    document = connection.execute(select(documents).where(documents.c.id == document_id)).one()
    moments = [one for one in _timeline(connection, document.url, document.asked_url) if one.at <= at]
    is_told = any((one.at, one.document_id) == (at, document_id) for one in moments)
    if not moments or is_told or moments[-1].document_id == document_id:
        return False
    write_capture(connection, document_id, at)
    return True


def captured_again(connection: Connection) -> Iterator[tuple[str, str]]:
    """The digests of documents with when they were captured after the first time."""
    first = select(func.min(captures.c.id)).group_by(captures.c.document_id)
    query = select(documents.c.sha256, captures.c.captured_at).join(documents, documents.c.id == captures.c.document_id)
    for row in connection.execute(query.where(captures.c.id.not_in(first)).order_by(captures.c.id)):
        yield row.sha256, row.captured_at


def keep_current(connection: Connection, document: Document) -> None:
    """Of the captures of a document's page let the last be current."""
    moments = _of_one_outlet(connection, document, _timeline(connection, document.url, document.asked_url))
    if not moments:
        return
    of_page = articles.c.document_id.in_({one.document_id for one in moments})
    is_last = articles.c.document_id == moments[-1].document_id
    turned = list(connection.scalars(select(articles.c.id).where(of_page, articles.c.is_current != is_last)))
    ungroup_fellows(connection, turned)
    ungroup(connection, turned)
    connection.execute(update(articles).where(of_page, articles.c.is_current != is_last).values(is_current=is_last))
    of_those = statements.c.article_id.in_(select(articles.c.id).where(of_page))
    is_current = select(articles.c.is_current).where(articles.c.id == statements.c.article_id)
    shown = and_(~statements.c.rejected, is_current.scalar_subquery())
    connection.execute(update(statements).where(of_those, statements.c.is_shown != shown).values(is_shown=shown))


def _of_one_outlet(connection: Connection, document: Document, moments: list[_Moment]) -> list[_Moment]:
    """The captures without those of other outlets' pages with other headlines.

    An address is one outlet's. Pages may give a wrong one as their own, the same for all that a template makes.
    """
    at = {one.document_id for one in moments}
    if len(at) < 2:
        return moments
    columns = (documents.c.id, documents.c.sha256, articles.c.outlet, articles.c.title)
    query = select(*columns).join(articles, articles.c.document_id == documents.c.id).where(documents.c.id.in_(at))
    rows = connection.execute(query).all()
    own = [(row.outlet, row.title) for row in rows if row.sha256 == document.sha256 and row.outlet and row.title]
    others = {row.id for row in rows for outlet, title in own if _are_apart(row.outlet, outlet, row.title, title)}
    return [one for one in moments if one.document_id not in others]


def _are_apart(outlet: str | None, other_outlet: str, title: str | None, other_title: str) -> bool:
    """Whether both outlets and both headlines are known, and differ."""
    if not outlet or not title:
        return False
    return outlet.casefold() != other_outlet.casefold() and title.casefold() != other_title.casefold()


def of_page(connection: Connection, url: str, asked_url: str | None) -> list[int]:
    """The captures of a page by their ids, the first first."""
    return [one.id for one in _timeline(connection, url, asked_url)]


def _timeline(connection: Connection, url: str | None, asked_url: str | None) -> list[_Moment]:
    """The captures of the page at an address, in order of time: many can come in within a second.

    A page that has moved was asked for where it was and came from where it is: captures at either address are its own.
    """
    if url is None:
        return []
    addresses = {url, asked_url} if asked_url and is_one_page(url, asked_url) else {url}
    query = select(captures.c.captured_at, captures.c.id, documents.c.id, documents.c.url, documents.c.asked_url)
    query = query.join(documents, documents.c.id == captures.c.document_id).where(_at(addresses))
    return sorted(
        _Moment(at, id_, document)
        for at, id_, document, came_from, asked in connection.execute(query)
        if came_from in addresses or is_one_page(came_from, asked)
    )


def _at(addresses: set[str]) -> ColumnElement[bool]:
    return or_(documents.c.url.in_(addresses), documents.c.asked_url.in_(addresses))


def is_one_page(one: str, other: str) -> bool:
    """Whether two addresses, the one leading to the other, are the same page's: its own name in them has stayed.

    A page that was taken down often leads to the front page, and a shortened address to another page every day.

    >>> is_one_page("http://post.example/2024/dam-stays", "https://www.post.example/news/dam-stays.html")
    True
    >>> is_one_page("https://post.example/2024/dam-stays", "https://post.example/")
    False
    """
    return _own_name(one) == _own_name(other)


def _own_name(url: str) -> str:
    """The last part of a path without its ending, and what is asked for; of a front page its host."""
    parts = urlsplit(url)
    *_, last = ["", *filter(None, parts.path.split("/"))]
    name = last.partition(".")[0] or (parts.hostname or "").removeprefix("www.")
    return f"{name}?{parts.query}"
