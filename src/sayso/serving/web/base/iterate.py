"""What the pages ask beyond what the record answers by itself."""

from collections.abc import Iterator

from sayso.data.results import Held, StatementRow
from sayso.data.search import Order, Search
from sayso.record import Record


def every(record: Record, search: Search, order: Order = "time") -> Iterator[StatementRow]:
    """All the statements that a search finds, a page at a time; what cannot be asked is raised before the first."""
    asked = record.meant(search)
    first = record.search(asked, limit=500, order=order)

    def rows() -> Iterator[StatementRow]:
        page = first
        while True:
            yield from page.rows
            if page.next is None:
                return
            page = record.search(asked, limit=500, after=page.next, order=order)

    return rows()


def appearances(record: Record, held: Held) -> Iterator[tuple[str, str, str]]:
    """Those in an article by id, name, and how decisions name the one in this article alone."""
    key = held.capture.article
    local = {mention: actor.id for actor in record.as_read(key).actors for mention in actor.mentions}
    for actor in held.actors:
        if found := next((local[mention] for mention in actor.mentions if mention in local), None):
            yield actor.id, actor.name, f"{found}@{key}"
