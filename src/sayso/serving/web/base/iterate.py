"""What the pages ask beyond what the record answers by itself."""

from collections.abc import Iterator

from sayso.data.results import Held, StatementRow
from sayso.data.search import Order, Search
from sayso.record import Record


def every(record: Record, search: Search, order: Order = "time") -> Iterator[StatementRow]:
    """All the statements that a search finds, a page at a time."""
    asked, after = record.meant(search), None
    while True:
        page = record.search(asked, limit=500, after=after, order=order)
        yield from page.rows
        if (after := page.next) is None:
            return


def appearances(record: Record, held: Held) -> Iterator[tuple[str, str, str]]:
    """Those in an article by id, name, and how decisions name the one in this article alone."""
    key = held.capture.article
    local = {mention: actor.id for actor in record.as_read(key).actors for mention in actor.mentions}
    for actor in held.actors:
        if found := next((local[mention] for mention in actor.mentions if mention in local), None):
            yield actor.id, actor.name, f"{found}@{key}"
