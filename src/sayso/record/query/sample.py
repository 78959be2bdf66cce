"""Statements drawn by chance: the same seed draws the same of the same record, whichever engine holds it."""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from sayso.data.results import StatementRow
from sayso.data.search import Search
from sayso.data.tally import in_stratum
from sayso.record.query.filters import conditions
from sayso.record.query.tally_columns import Values, chosen, voices
from sayso.record.store.load_statements import numbered_rows
from sayso.record.store.schema import articles, statements

Stratum = tuple[str, ...]


def drawn(
    connection: Connection, search: Search, by: Sequence[str], number: int, seed: int
) -> Iterator[tuple[StatementRow, Stratum, int]]:
    """So many statements of each stratum, or all where it has fewer, each with how many the stratum has.

    One without words is not drawn: nobody could code it. Strata are the values of columns as tallies have them, for the
    first of several speakers; raises BadTally.
    """
    values = Values(connection, next(voices(several=False)))
    keys = [values.of(column).label(f"k{n}") for n, column in enumerate(chosen(connection, by))]
    source = values.source.join(articles, articles.c.id == statements.c.article_id)
    query = select(statements.c.id, *keys).select_from(source)
    query = query.where(statements.c.is_shown, statements.c.digest.is_(None), *conditions(connection, search))
    strata: defaultdict[Stratum, list[int]] = defaultdict(list)
    for id_, *found in connection.execute(query.order_by(articles.c.key, statements.c.n)):
        strata[tuple(map(in_stratum, found))].append(id_)
    chance = random.Random(seed)
    for stratum, ids in sorted(strata.items()):
        picked = sorted(chance.sample(range(len(ids)), min(number, len(ids))))
        rows = dict(numbered_rows(connection, [ids[place] for place in picked]))
        for place in picked:
            yield rows[ids[place]], stratum, len(ids)
