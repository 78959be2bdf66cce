"""JSON as it streams: one object a line, on its own or as the members of one long list."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TextIO


def write_lines(objects: Iterable[Any], path: Path) -> None:
    """JSON Lines."""
    with _opened(path) as file:
        file.writelines(map(line, objects))


def line(value: Any) -> str:
    """One line of JSON Lines."""
    return f"{_json(value)}\n"


def write_list(head: dict[str, Any], key: str, objects: Iterable[Any], path: Path) -> None:
    """One object: `head`, and under `key` the list of `objects`, each on a line of its own."""
    with _opened(path) as file:
        file.write(f"{_json(head).removesuffix('}')}, {_json(key)}: [")
        for number, one in enumerate(objects):
            file.write(f"{',' if number else ''}\n{_json(one)}")
        file.write("\n]}\n")


def _opened(path: Path) -> TextIO:
    """Half a surrogate pair, which UTF-8 cannot hold, becomes the escape that JSON knows."""
    return path.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
