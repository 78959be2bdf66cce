"""One utterance with all its printings, and of several printings that were found the one that stands for them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, func, or_, select

from sayso.data.record_errors import NoSuchUtterance
from sayso.data.results import Printings
from sayso.data.search import Search
from sayso.record.query.filters import found
from sayso.record.store.load_statements import CURRENT, IN_ORDER_OF_TIME, read_rows
from sayso.record.store.schema import articles, statements
from sayso.record.store.schema_printings import led_on


def printings(connection: Connection, id_: str) -> Printings:
    """All that print an utterance, by its id, an id that leads on to it, or that of one of its statements.

    Raises NoSuchUtterance.
    """
    utterance = utterance_called(connection, id_)
    rows = list(read_rows(connection, CURRENT.where(statements.c.utterance == utterance).order_by(IN_ORDER_OF_TIME)))
    if not rows:
        raise NoSuchUtterance(id_)
    altered_of = rows[0].altered.of if rows[0].altered else None
    beside = CURRENT.where(or_(statements.c.altered_of == utterance, statements.c.utterance == altered_of))
    fullest = sorted(rows, key=lambda row: -sum(len(span.text) for span in row.statement.attribution.content))
    others = tuple(read_rows(connection, beside.order_by(IN_ORDER_OF_TIME)))
    return Printings(utterance, tuple(fullest), rows[0], others)


def utterance_called(connection: Connection, id_: str) -> str:
    """The id of the utterance that one means; raises NoSuchUtterance."""
    led = connection.scalar(select(led_on.c.new).where(led_on.c.old == id_)) or id_
    if connection.scalar(select(statements.c.id).where(statements.c.utterance == led).limit(1)) is not None:
        return led
    key, _, number = id_.rpartition(".")
    query = select(statements.c.utterance).join(articles, articles.c.id == statements.c.article_id)
    query = query.where(articles.c.key == key, statements.c.n == int(number)) if number.isdecimal() else query.limit(0)
    if (borne := connection.scalar(query)) is None:
        raise NoSuchUtterance(id_)
    return str(borne)


Ranked = Sequence[tuple[int, str]]
"""Statements by their rows, each with its utterance, in the order in which they were found."""


_PRINTING = select(statements.c.id).where(
    statements.c.utterance.in_(bindparam("utterances", expanding=True)), statements.c.is_shown
)
"""All that print some utterances: looked for by themselves, since few do."""


def one_of_each(
    connection: Connection, search: Search, ranked: Ranked, before: Callable[[Any, Any], bool]
) -> list[int]:
    """Of statements found those that are the first found of their utterance, the fullest that was found in their place.

    `before` tells which of two rows, with `id` and `in_time`, comes first in the order that was asked for.
    """
    utterances = {utterance for _, utterance in ranked}
    ids = list(connection.scalars(_PRINTING, {"utterances": list(utterances)}))
    if len(ids) == len(utterances) == len(ranked):
        return [id_ for id_, _ in ranked]
    size = func.length(statements.c.content).label("size")
    query = found(connection, search, statements.c.id, statements.c.utterance, statements.c.in_time, size)
    columns = query.selected_columns
    siblings: defaultdict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query.where(columns.id.in_(ids))):
        siblings[row.utterance].append(row)
    shown = []
    for id_, utterance in ranked:
        here = next(row for row in siblings[utterance] if row.id == id_)
        if not any(before(row, here) for row in siblings[utterance] if row is not here):
            shown.append(min(siblings[utterance], key=lambda row: (-row.size, row.in_time)).id)
    return shown
