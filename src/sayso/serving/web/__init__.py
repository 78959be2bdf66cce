"""The pages that people open, and the same as JSON: they ask the record and show what it says. One file per page."""

from sayso.serving.web.app import make_app, owner_path

__all__ = ["make_app", "owner_path"]
