"""Where appearances are named, each with its words: none are kept that are the appearance's own name."""

from typing import Any, Final

from sqlalchemy import Select, func, select

from sayso.record.store.schema import appearances, mentions

MENTIONS: Final[Select[Any]] = select(
    *(column for column in mentions.c if column.name != "text"),
    func.coalesce(mentions.c.text, appearances.c.name).label("text"),
).join(appearances, appearances.c.id == mentions.c.appearance_id)
