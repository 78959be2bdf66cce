"""Whether a value is what its type says, all the way down: what others wrote is looked at before it is relied on."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

_LARGEST = 2**63  # what a database takes for a number
_HALF = re.compile("[\ud800-\udfff]")  # of a character: no encoding can keep it


def check(value: object, kind: Any, where: str = "it") -> None:
    """Raise TypeError, naming the place, where a value is not of its type: a dataclass, tuple, literal, plain one."""
    if not _fits(value, kind, where):
        raise TypeError(f"{where} is {value!r:.60}")


def _fits(value: object, kind: Any, where: str) -> bool:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return isinstance(value, str) and value in arguments
    if origin in (Union, UnionType):
        return any(_is_one(value, one, where) for one in arguments)
    if origin is tuple:
        return isinstance(value, tuple) and _all_fit(value, arguments[0], where)
    if is_dataclass(kind) or hasattr(kind, "_fields"):
        return isinstance(value, kind) and _parts_fit(value, _hints(kind), where)
    return _is_plain(value, kind)


def _is_one(value: object, kind: Any, where: str) -> bool:
    """Whether a value is meant to be of this one of several types; what is wrong inside it is told."""
    if kind is NoneType or value is None:
        return kind is NoneType and value is None
    return _fits(value, kind, where)


def _all_fit(values: tuple[object, ...], kind: Any, where: str) -> bool:
    for number, one in enumerate(values):
        check(one, kind, f"{where}[{number}]")
    return True


def _parts_fit(value: object, hints: Mapping[str, Any], where: str) -> bool:
    for name, kind in hints.items():
        check(getattr(value, name), kind, name if where == "it" else f"{where}.{name}")
    return True


def _is_plain(value: object, kind: type) -> bool:
    if kind is float:
        return isinstance(value, float | int) and not isinstance(value, bool)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST
    if kind is str:
        return isinstance(value, str) and _HALF.search(value) is None
    return isinstance(value, kind)


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The fields of a type with their types, those alone that it is made of."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields
    return {name: hints[name] for name in names}
