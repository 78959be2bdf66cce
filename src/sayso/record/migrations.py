"""Bring a record that an earlier sayso made up to date, step by step, all in the caller's one transaction.

A step takes the record from the version that is its key to the next. It works on the tables as they were in that
version: write its SQL out rather than lean on `schema`, which goes on changing.
"""

from collections.abc import Callable

from sqlalchemy import Connection, select, update

from sayso.record.schema import SCHEMA_VERSION, meta

Step = Callable[[Connection], None]

STEPS: dict[int, Step] = {}


def leads_here(version: int) -> bool:
    """Whether there are steps all the way from a version to this one."""
    return all(number in STEPS for number in range(version, SCHEMA_VERSION))


def migrate(connection: Connection) -> None:
    """Take the steps that are still to be taken; another program may just have taken them."""
    is_version = meta.c.key == "schema_version"
    version = connection.scalars(select(meta.c.value).where(is_version)).one()
    for number in range(int(version), SCHEMA_VERSION):
        STEPS[number](connection)
    connection.execute(update(meta).where(is_version).values(value=str(SCHEMA_VERSION)))
