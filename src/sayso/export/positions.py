"""Positions into a file: CSV or JSON Lines, a line a position, or GraphML, a signed graph of who stands where."""

import csv
import json
import re
from collections.abc import Callable, Iterable
from operator import attrgetter
from pathlib import Path
from typing import Any, Final

from lxml import etree

from sayso.data.export_errors import UnknownFormat
from sayso.data.position import Party
from sayso.data.results import PositionRow
from sayso.export.formats.csv import cell
from sayso.serialise.atomic_file import replacing
from sayso.serialise.positions import stance_form

_SIGNS: Final = {"positive": 1, "negative": -1, "neutral": 0}
_FLAGS: Final = ("negated", "hypothetical", "mutual", "past")
_TYPES: Final = {"sign": "int", "confidence": "double"} | dict.fromkeys(_FLAGS, "boolean")
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""


def write_positions(rows: Iterable[PositionRow], path: Path) -> int:
    """Write the positions to `path`, in the format that its name tells, and give their number.

    Raises UnknownFormat before anything is begun, NotWritten when it cannot be finished.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise UnknownFormat(path, tuple(_WRITERS))
    found = list(rows)
    with replacing(path) as part:
        write(found, part)
    return len(found)


_CELLS: Final[dict[str, Callable[[PositionRow], Any]]] = {
    "id": lambda row: row.id,
    "holder": lambda row: row.position.holder.name,
    "holder_id": lambda row: row.position.holder.actor,
    "target": lambda row: row.position.target.name,
    "target_id": lambda row: row.position.target.actor,
    "polarity": lambda row: row.position.polarity,
    "relation": lambda row: row.position.relation,
    "according_to": lambda row: row.position.according_to.name if row.position.according_to else None,
    **{flag: attrgetter(f"position.{flag}") for flag in _FLAGS},
    "dated": lambda row: row.dated,
    "reverses": lambda row: row.reverses,
    "statement": lambda row: row.statement,
    "evidence": lambda row: " … ".join(span.text for span in row.position.evidence),
    "outlet": lambda row: row.article.outlet,
    "title": lambda row: row.article.title,
    "confidence": lambda row: row.position.confidence,
    "decided": lambda row: row.decided,
}
"""The columns of a position as a flat row: who, towards whom or what, which side, by whose account, when, the words."""


def cells(row: PositionRow) -> dict[str, Any]:
    """What stands in each column."""
    return {name: of(row) for name, of in _CELLS.items()}


def _as_csv(rows: list[PositionRow], path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace", newline="") as file:
        file.write("\ufeff")  # is what makes Excel read UTF-8
        table = csv.writer(file)
        table.writerow(_CELLS)
        table.writerows([cell(value) for value in cells(row).values()] for row in rows)


def _as_jsonl(rows: list[PositionRow], path: Path) -> None:
    with path.open("w", encoding="utf-8", errors="backslashreplace") as file:
        file.writelines(json.dumps(stance_form(row), ensure_ascii=False) + "\n" for row in rows)


def _as_graphml(rows: list[PositionRow], path: Path) -> None:
    """Holders and targets as nodes, each position an edge with its sign: what Gephi, Cytoscape and networkx read."""
    root = etree.Element("graphml", nsmap={None: "http://graphml.graphdrawing.org/xmlns"})
    for name in ("name", "kind"):
        _key(root, "node", name, "string")
    for name in ("sign", *_CELLS):
        _key(root, "edge", name, _TYPES.get(name, "string"))
    graph = etree.SubElement(root, "graph", edgedefault="directed")
    parties = {_node(party): party for row in rows for party in (row.position.holder, row.position.target)}
    for id_, party in parties.items():
        node = etree.SubElement(graph, "node", id=id_)
        _data(node, "node", {"name": party.name, "kind": "actor" if party.actor else "words"})
    for row in rows:
        one = row.position
        edge = etree.SubElement(graph, "edge", id=row.id, source=_node(one.holder), target=_node(one.target))
        _data(edge, "edge", {"sign": _SIGNS[one.polarity], **cells(row)})
    etree.ElementTree(root).write(str(path), encoding="utf-8", xml_declaration=True, pretty_print=True)


def _key(root: Any, of: str, name: str, type_: str) -> None:
    etree.SubElement(root, "key", {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": type_})


def _data(element: Any, of: str, values: dict[str, Any]) -> None:
    for name, value in values.items():
        if value is not None:
            text = str(value).lower() if isinstance(value, bool) else str(value)
            etree.SubElement(element, "data", key=f"{of}-{name}").text = _NO_XML.sub("\N{REPLACEMENT CHARACTER}", text)


def _node(party: Party) -> str:
    """An actor's id; who or what is none is told by its words."""
    return party.actor or "words:" + _NO_XML.sub("\N{REPLACEMENT CHARACTER}", party.name.casefold())


_WRITERS: Final[dict[str, Callable[[list[PositionRow], Path], None]]] = {
    ".csv": _as_csv,
    ".jsonl": _as_jsonl,
    ".graphml": _as_graphml,
}
