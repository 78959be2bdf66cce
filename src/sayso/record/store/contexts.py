"""The words before and after statements, out of the texts that they stand in."""

from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from sqlalchemy import Connection, select

from sayso.data.article import Span
from sayso.record.store.schema import articles
from sayso.text import excerpts

_REACH: Final = 80
"""How many characters on either side are told."""


class Context(NamedTuple):
    before: str
    after: str


def texts_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The texts of articles, by their rows."""
    query = select(articles.c.id, articles.c.text).where(articles.c.id.in_(ids))
    return {row.id: row.text for row in connection.execute(query)}


def context_of(spans: Sequence[Span], text: str) -> Context:
    """The words before the first of some spans of a text and after the last; none where there are none."""
    if not spans:
        return Context("", "")
    start, end = min([span.start for span in spans]), max([span.end for span in spans])
    earlier, later = text[max(0, start - _REACH) : max(0, start)], text[end : end + _REACH]
    return Context(excerpts.before(earlier), excerpts.after(later))
