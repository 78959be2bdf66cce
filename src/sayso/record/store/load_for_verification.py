"""All that it takes to check the record against itself: each article's text, its statements' words, its document."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, select

from sayso.data.record_errors import Damaged
from sayso.data.results import Proof
from sayso.record.store.documents import unpacked
from sayso.record.store.load_statements import statement_of, words_of_statements
from sayso.record.store.schema import articles, documents, statements, stories

_AT_ONCE = 200


def proofs(connection: Connection, some: Collection[str] | None = None) -> Iterator[Proof]:
    """The proofs of all articles, or of some, in the order of their keys, some hundred in memory at a time."""
    query = select(articles.c.id).order_by(articles.c.key)
    keys = list(connection.scalars(query if some is None else query.where(articles.c.key.in_(some))))
    for place in range(0, len(keys), _AT_ONCE):
        yield from _some(connection, keys[place : place + _AT_ONCE])


def _some(connection: Connection, ids: list[int]) -> Iterator[Proof]:
    titles: defaultdict[int, list[str]] = defaultdict(list)
    named = select(stories.c.article_id, stories.c.title).where(stories.c.article_id.in_(ids))
    for row in connection.execute(named.order_by(stories.c.article_id, stories.c.n)):
        titles[row.article_id].append(row.title)
    said: defaultdict[int, list[Any]] = defaultdict(list)
    rows = connection.execute(select(statements).where(statements.c.article_id.in_(ids)).order_by(statements.c.n)).all()
    words = words_of_statements(connection, [row._mapping for row in rows])
    for row in rows:
        said[row.article_id].append(row)
    kept = select(articles.c.id, articles.c.key, articles.c.text, documents.c.sha256, documents.c.content)
    kept = kept.join(documents, documents.c.id == articles.c.document_id).where(articles.c.id.in_(ids))
    for held in connection.execute(kept.order_by(articles.c.key)):
        told = tuple((f"{held.key}.{one.n}", statement_of(one._mapping, words[one.id])) for one in said[held.id])
        yield Proof(held.key, held.text, tuple(titles[held.id]), told, _fault(held))


def _fault(held: Any) -> str | None:
    try:
        original = unpacked(held.content, held.text, held.key)
    except Damaged as error:
        return error.why
    if original is None or (found := sha256(original).hexdigest()) == held.sha256:
        return None
    return f"the document that was kept has the digest {found}, and was taken in with {held.sha256}"
