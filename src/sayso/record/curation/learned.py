"""The weights that a record has learned from decisions, where somebody asked for it."""

import json
from collections.abc import Mapping

from sqlalchemy import Connection, select

from sayso.record.store.schema import meta

KEY = "weights"


def learned(connection: Connection) -> Mapping[str, Mapping[str, float]] | None:
    """By comparison and level, log odds; None where those that came with sayso hold."""
    kept = connection.scalar(select(meta.c.value).where(meta.c.key == KEY))
    found: dict[str, dict[str, float]] | None = json.loads(kept) if kept else None
    return found
