"""Values out of JSON that others wrote; where one has another shape than it should, it is taken for empty."""

from typing import Any


def mapping(value: Any) -> dict[str, Any]:
    """The value, an object; Wikidata writes an empty one as []."""
    return value if isinstance(value, dict) else {}


def listed(value: Any) -> list[Any]:
    """The value, a list; a value that stands alone is a list of one."""
    if isinstance(value, list):
        return value
    return [] if value is None else [value]


def string(value: Any) -> str:
    """The value, a text."""
    return value if isinstance(value, str) else ""
