"""Weights by which it is told who is who, learned from what people decided, where they ask for it.

They are kept with the record and hold for all that is settled from then on; nothing else is learned from a record.
"""

import json
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from sayso.data.learned import Learned
from sayso.data.record_errors import Undecidable
from sayso.entity_resolution.features import shipped_weights
from sayso.entity_resolution.learning import fit, is_told, known_pairs, told_when_left_out
from sayso.record.curation.blocks import appearances_by_ref
from sayso.record.curation.learned import KEY
from sayso.record.curation.resolve import settle
from sayso.record.store.schema import appearances, meta
from sayso.record.store.selectors import pairs
from sayso.record.store.unsettled import unsettle

_IS_LEARNED: Final = meta.c.key == KEY


def learn(connection: Connection) -> Learned:
    """Learn from the decisions that stand, and settle all anew; raises Undecidable where none tells anything."""
    decided = [(*pair, verb == "same") for verb in ("same", "different") for pair in pairs(connection, verb)]
    by_ref = appearances_by_ref(connection, {ref for one, other, _ in decided for ref in (one, other)})
    known = list(
        known_pairs((by_ref[a], by_ref[b], same) for a, b, same in decided if a in by_ref and b in by_ref and a != b)
    )
    if not known:
        raise Undecidable("nobody has decided yet of two whose names are alike whether they are one")
    before = shipped_weights()
    _keep(connection, json.dumps(fit(known, before)))
    told = sum(is_told(pair, before) for pair in known)
    return Learned(len(known), told, told_when_left_out(known, before))


def unlearn(connection: Connection) -> None:
    """Tell who is who by the weights that came with sayso again."""
    _keep(connection, None)


def _keep(connection: Connection, weights: str | None) -> None:
    connection.execute(delete(meta).where(_IS_LEARNED))
    if weights is not None:
        connection.execute(insert(meta).values(key=KEY, value=weights))
    unsettle(connection, connection.scalars(select(appearances.c.id)))
    settle(connection)
