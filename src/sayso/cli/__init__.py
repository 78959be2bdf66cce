"""The command line, one file a verb."""

from sayso.cli.main import app

__all__ = ["app"]
