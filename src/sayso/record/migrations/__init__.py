"""Bring a record that an earlier sayso made up to date: Alembic's steps, all in the caller's one transaction.

Each step is a file in `versions`, named after the schema that it makes: revision "4" takes a record from schema 3 to 4.
It works on the tables as they were then: write its SQL out rather than lean on `schema`, which goes on changing. The
number in `meta` is what counts, for Alembic too. Alembic itself is loaded when there is a step to be taken, not before.
"""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection, delete, insert, select, update

from sayso.record.store.schema import SCHEMA_VERSION, meta, revisions

OLDEST = 3
"""The schema from which steps lead here: that of the first release."""

Told = Callable[[int, int, str], None]
"""Is told how many of how many steps are done, and what the last of them was; before the first, "" ."""

_IS_VERSION = meta.c.key == "schema_version"
_one_at_a_time = Lock()
"""Alembic keeps what it works on in globals."""


def version_of(connection: Connection) -> str | None:
    """The number of the schema that a record has, if it tells any."""
    found = connection.scalar(select(meta.c.value).where(_IS_VERSION))
    return str(found) if found and str(found).isdecimal() else None


def stamp(connection: Connection, version: int) -> None:
    """Write which schema the record has: in `meta`, which every sayso knows, and for Alembic."""
    connection.execute(delete(meta).where(_IS_VERSION))
    connection.execute(insert(meta).values(key="schema_version", value=str(version)))
    connection.execute(delete(revisions))
    connection.execute(insert(revisions).values(version_num=str(version)))


def migrate(connection: Connection, version: int, told: Told) -> None:
    """Take all the steps from a schema to this sayso's."""
    from alembic import command
    from alembic.config import Config

    revisions.create(connection, checkfirst=True)
    stamp(connection, version)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes |= {"connection": connection, "told": _counting(version, told)}
    told(0, SCHEMA_VERSION - version, "")
    with _one_at_a_time:
        command.upgrade(config, str(SCHEMA_VERSION))
    connection.execute(update(meta).where(_IS_VERSION).values(value=str(SCHEMA_VERSION)))


def _counting(version: int, told: Told) -> Callable[[str, str], None]:
    """Tells of a step that has been taken, by its revision and its docstring's first line."""
    return lambda revision, what: told(int(revision) - version, SCHEMA_VERSION - version, what)
