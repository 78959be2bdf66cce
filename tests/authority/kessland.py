"""Lists of the actors of an invented country, written to a file and read."""

import json
from pathlib import Path
from typing import Any

from sayso.authority import Known, read_known


def read(folder: Path, content: str | bytes, name: str = "actors.csv") -> tuple[list[Known], list[str]]:
    """The actors in a file of this content, and what is told of its bad rows, without the folder."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    known, bad = read_known(path)
    return known, [str(row).removeprefix(f"{folder}/") for row in bad]


def json_lines(*entities: Any) -> str:
    return "".join(json.dumps(entity, ensure_ascii=False) + "\n" for entity in entities)
