"""Which article is a copy of which: all that print one story point to the earliest of them."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, select, update

from sayso.record.store.bulk import chunks
from sayso.record.store.schema import articles
from sayso.record.store.schema_printings import sketches
from sayso.record.store.sketching import numbers_in, write_sketch
from sayso.utterances.copies import Story, bands_of, is_copy

_MOST: Final = 200
"""Of so many articles with a number in common one is looked at, the first that came: more is a line that all print."""
_DAYS: Final = 14
_UNDATED: Final = "~"
_DAY: Final = 10
_COLUMNS: Final = (articles.c.id, articles.c.key, articles.c.story, articles.c.published, articles.c.wire)


def tell_copies(connection: Connection, fresh: Collection[int]) -> set[int]:
    """Find the copies of these articles, by their rows; returns all articles that point to another than before."""
    moved: set[int] = set()
    for some in chunks(fresh):
        query = select(*_COLUMNS, articles.c.text, articles.c.sketch, articles.c.is_current).where(
            articles.c.id.in_(some)
        )
        for row in connection.execute(query.order_by(articles.c.id)).all():
            if row.is_current:
                moved |= _tell(connection, row)
    return moved


def _tell(connection: Connection, row: Any) -> set[int]:
    numbers = _sketched(connection, row)
    story = connection.scalar(select(articles.c.story).where(articles.c.id == row.id))
    found = {str(story)}
    for other in _candidates(connection, row, numbers):
        if other.story not in found and is_copy(Story(row.text, row.wire), Story(other.text, other.wire)):
            found.add(other.story)
    return _join(connection, found) if len(found) > 1 else set()


def _sketched(connection: Connection, row: Any) -> Collection[int]:
    """The numbers by which copies of an article are found, worked out once."""
    if row.sketch is not None:
        return numbers_in(row.sketch)
    made = sorted(set(bands_of(row.text)))
    write_sketch(connection, row.id, made)
    return made


def _candidates(connection: Connection, row: Any, numbers: Collection[int]) -> Iterable[Any]:
    alike = select(sketches.c.article_id).where(sketches.c.band.in_(numbers), sketches.c.article_id != row.id)
    query = select(*_COLUMNS, articles.c.text).where(articles.c.id.in_(alike.limit(_MOST)), articles.c.is_current)
    for other in connection.execute(query.order_by(articles.c.id)):
        if _near(row.published, other.published):
            yield other


def _near(one: str | None, other: str | None) -> bool:
    """Whether two days of publication are near; of one that is not told to the day nothing is held against it."""
    if one is None or other is None or min(len(one), len(other)) < _DAY:
        return True
    return abs((date.fromisoformat(one[:_DAY]) - date.fromisoformat(other[:_DAY])).days) <= _DAYS


def _join(connection: Connection, found: set[str]) -> set[int]:
    """Have all articles of these stories point to the earliest; returns those that pointed to another."""
    rows = connection.execute(select(*_COLUMNS).where(articles.c.story.in_(found))).all()
    first = min(rows, key=lambda row: (row.published or _UNDATED, row.key)).key
    moved = [row.id for row in rows if row.story != first]
    connection.execute(update(articles).where(articles.c.id.in_(moved)).values(story=first))
    return set(moved)
