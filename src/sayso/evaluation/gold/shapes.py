"""Values out of JSON whose shape no one has checked; each function raises ValueError for any but the one it wants."""

from collections.abc import Callable
from typing import Any, TypeVar

from sayso.evaluation.gold.annotated import Piece, within

T = TypeVar("T")


def mapping(value: Any) -> dict[str, Any]:
    """The value, an object."""
    if not isinstance(value, dict):
        raise ValueError(f"{_named(value)} where an object should be")
    return value


def listed(found: dict[str, Any], key: str) -> list[Any]:
    """The list under a key, which must be there: a misspelt key would pass for an empty one."""
    value = found.get(key)
    if not isinstance(value, list):
        raise ValueError(f"“{key}” should be a list, not {_named(value)}" if key in found else f"no “{key}” in it")
    return value


def numbered(found: dict[str, Any], key: str, read: Callable[[dict[str, Any]], T]) -> list[T]:
    """What `read` makes of each object in the list under a key; an error tells which it was, counted from 1."""
    made = []
    for number, value in enumerate(listed(found, key), 1):
        with within(f"{key.removesuffix('s')} {number}"):
            made.append(read(mapping(value)))
    return made


def string(found: dict[str, Any], key: str) -> str:
    """The text under a key."""
    value = found.get(key)
    if not isinstance(value, str):
        raise ValueError(f"“{key}” should be text, not {_named(value)}" if key in found else f"no “{key}” in it")
    return value


def piece_of(span: Any) -> Piece:
    """A span as `{"start", "end", "text"}` or `[start, end]`; its text may be left out."""
    if isinstance(span, list) and len(span) == 2:
        return Piece(_offset(span[0]), _offset(span[1]))
    found = mapping(span)
    words = string(found, "text") if "text" in found else None
    return Piece(_offset(found.get("start")), _offset(found.get("end")), words)


def _offset(value: Any) -> int:
    if type(value) is not int:  # a bool is an int too
        raise ValueError(f"{_named(value)} where an offset should be")
    return value


def _named(value: Any) -> str:
    names = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
