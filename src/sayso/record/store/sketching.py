"""The numbers by which copies of an article are found: a row each, and packed beside the article's text.

From the article to its rows there is no index, which would be as large as they are: whoever removes an article removes
them by their numbers. A row that was left would only have one article more looked at.
"""

from collections.abc import Collection, Sequence
from struct import calcsize, pack, unpack
from typing import Final

from sqlalchemy import Connection, delete, select, update

from sayso.record.store.bulk import insert_all
from sayso.record.store.schema import articles
from sayso.record.store.schema_printings import sketches

_EACH: Final = "i"


def packed_numbers(numbers: Collection[int]) -> bytes:
    return pack(f"<{len(numbers)}{_EACH}", *numbers)


def numbers_in(sketch: bytes) -> Sequence[int]:
    return unpack(f"<{len(sketch) // calcsize(_EACH)}{_EACH}", sketch)


def write_sketch(connection: Connection, article: int, numbers: Collection[int]) -> None:
    """Write the numbers of an article that has none yet."""
    insert_all(connection, sketches, ({"band": band, "article_id": article} for band in numbers))
    connection.execute(update(articles).where(articles.c.id == article).values(sketch=packed_numbers(numbers)))


def remove_sketches(connection: Connection, ids: Collection[int]) -> None:
    """Remove those of articles, by their rows, that are about to go."""
    for row in connection.execute(select(articles.c.id, articles.c.sketch).where(articles.c.id.in_(ids))).all():
        numbers = numbers_in(row.sketch or b"")
        connection.execute(delete(sketches).where(sketches.c.band.in_(numbers), sketches.c.article_id == row.id))
