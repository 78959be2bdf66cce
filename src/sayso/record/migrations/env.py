"""Run by Alembic: the steps are taken in the transaction that the record has begun, and ends."""

from typing import Any

from alembic import context


def tell(*_: Any, **told: Any) -> None:
    """Pass on that a step has been taken."""
    step = told["step"]
    context.config.attributes["told"](step.up_revision_id, step.up_revision.doc)


context.configure(connection=context.config.attributes["connection"], on_version_apply=tell)
context.run_migrations()
