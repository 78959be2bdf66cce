"""JSON, one object an article: sayso's own form, and that of the corpora prepared for it.

`{"text": …, "attributions": [{"source": [SPAN, …], "cue": [SPAN, …], "content": [SPAN, …]}, …]}`, where a SPAN is
`{"start", "end", "text"}` as `sayso attribute --json` prints it, or `[start, end]`. Other keys are passed over.
"""

import json
from typing import Any

from sayso.data.statement import PARTS
from sayso.evaluation.gold import citron
from sayso.evaluation.gold.annotated import Gold, Pieces, marked, reading
from sayso.evaluation.gold.shapes import listed, mapping, numbered, piece_of, string


def read_row(name: str, row: bytes) -> Gold:
    """The article in a line or file; raises Unreadable when it is no such object."""
    with reading(name):
        found = mapping(_parsed(row.decode("utf-8-sig")))
        text = string(found, "text")
        pieces = citron.pieces(found) if citron.is_citron(found) else _pieces(found)
        return Gold(name, text, marked(text, pieces))


def _parsed(row: str) -> Any:
    try:
        return json.loads(row)
    except json.JSONDecodeError as error:
        line = f"line {error.lineno}, " if error.lineno > 1 else ""
        raise ValueError(f"it is no JSON: {error.msg.lower()} at {line}character {error.colno}") from error


def _pieces(row: dict[str, Any]) -> list[Pieces]:
    return numbered(row, "attributions", _attribution)


def _attribution(attribution: dict[str, Any]) -> Pieces:
    return {part: [piece_of(span) for span in listed(attribution, part)] for part in PARTS}
