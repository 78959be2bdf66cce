"""JSON, one entity a line: FollowTheMoney's or Wikidata's, with the commas and brackets of a dump or without."""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from sayso.authority import ftm, wikidata
from sayso.authority.lines import Line
from sayso.data.entry import BadRow, Known
from sayso.data.errors import Unreadable


def json_rows(name: str, lines: Iterable[Line | BadRow]) -> Iterator[tuple[int, Known] | BadRow]:
    """The actor of each line, with its number; raises Unreadable when no line is of either format."""
    has_entities = False
    for line in lines:
        if isinstance(line, BadRow):
            yield line
        elif line.text.strip() not in ("[", "]"):
            try:
                entity = _entity(line.text)
                read = _reader(entity)
                has_entities = True
                yield line.number, read(entity)
            except ValueError as error:
                yield BadRow(name, line.number, str(error))
    if not has_entities:
        raise Unreadable(name, "none of its lines is an entity of FollowTheMoney's or Wikidata's")


def _entity(text: str) -> dict[str, Any]:
    try:
        entity = json.loads(text.strip().removesuffix(","))
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON: {error.msg.lower()} at character {error.colno}") from error
    except RecursionError as error:
        raise ValueError("it is no JSON of an entity: it is nested too deeply") from error
    if not isinstance(entity, dict):
        raise ValueError("it is no object")
    return entity


def _reader(entity: dict[str, Any]) -> Callable[[dict[str, Any]], Known]:
    """What reads an entity, told by its keys line by line, for the first line may be the broken one."""
    if ftm.is_entity(entity):
        return ftm.actor_of
    if wikidata.is_entity(entity):
        return wikidata.actor_of
    raise ValueError("it is no entity of FollowTheMoney's or Wikidata's")
