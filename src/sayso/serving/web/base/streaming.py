"""Answers that are made as they are taken: the first words go out while the record is still asked for the rest."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, Final

PIECES_AT_ONCE: Final = 200


def joined(pieces: Iterator[str], first: int = PIECES_AT_ONCE) -> Iterator[bytes]:
    """Some hundred pieces at a time, since each is a way to another thread and back; of the `first` ones so many."""
    at_once = first
    while some := "".join(islice(pieces, at_once)):
        yield some.encode("utf-8", "backslashreplace")
        at_once = PIECES_AT_ONCE


def json_pieces(head: Mapping[str, Any], lists: Mapping[str, Iterable[Any]]) -> Iterator[str]:
    """One JSON object: all of `head`, and then each of the lists, a member at a time."""
    yield json.dumps(head).removesuffix("}")
    for place, (key, members) in enumerate(lists.items()):
        yield f"{', ' if head or place else ''}{json.dumps(key)}: ["
        for number, one in enumerate(members):
            yield f"{', ' if number else ''}{json.dumps(one)}"
        yield "]"
    yield "}"
