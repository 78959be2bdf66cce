"""the schema of the first release, which is made whole and not by steps."""

revision = "3"
down_revision = None


def upgrade() -> None:
    """There is nothing before it."""
