"""Positions leave the record: as a table, line by line, and as a signed graph."""

import csv
import json
from pathlib import Path

import pytest
from lxml import etree

from sayso.data.article import Document, Span
from sayso.data.export_errors import UnknownFormat
from sayso.data.position import Party, Polarity, Position
from sayso.data.results import ArticleRef, PositionRow
from sayso.export import write_positions

NAMES = {"g": "http://graphml.graphdrawing.org/xmlns"}


def row(n: int, polarity: Polarity, target: Party) -> PositionRow:
    holder = Party(Span(0, 4, "Ruiz"), "Ana Ruiz", "person:ana-ruiz")
    one = Position(holder, target, polarity, "support", (Span(5, 11, "backed"),))
    article = ArticleRef("a1", "=Orsa & Mellin", "Orsa Post", None)
    return PositionRow(f"a1.p{n}", Document("a.txt", None, "text/plain", "0" * 64), article, one, None, "2024-03-04")


ROWS = [
    row(0, "positive", Party(Span(12, 19, "the dam"), "the dam")),
    row(1, "negative", Party(Span(24, 28, "Holt"), "Arno Holt\x0b", "person:arno-holt")),
]


def test_a_table_has_a_row_for_each_and_no_formula(tmp_path: Path) -> None:
    assert write_positions(ROWS, tmp_path / "p.csv") == 2
    first, second = csv.DictReader((tmp_path / "p.csv").read_bytes().decode("utf-8-sig").split("\r\n"))
    assert (first["holder"], first["target"], first["polarity"], first["dated"]) == (
        "Ana Ruiz", "the dam", "positive", "2024-03-04",
    )  # fmt: skip
    assert (second["target_id"], second["negated"], second["title"]) == ("person:arno-holt", "false", "'=Orsa & Mellin")


def test_lines_are_what_stance_prints(tmp_path: Path) -> None:
    write_positions(ROWS, tmp_path / "p.jsonl")
    first, _ = map(json.loads, (tmp_path / "p.jsonl").read_text("utf-8").splitlines())
    assert (first["holder"]["id"], first["evidence"][0]["text"]) == ("person:ana-ruiz", "backed")


def test_a_graph_has_who_and_what_as_nodes_and_signed_edges(tmp_path: Path) -> None:
    write_positions(ROWS, tmp_path / "p.graphml")
    graph = etree.parse(str(tmp_path / "p.graphml"))
    nodes = graph.xpath("//g:node/@id", namespaces=NAMES)
    signs = graph.xpath("//g:edge/g:data[@key='edge-sign']/text()", namespaces=NAMES)
    assert nodes == ["person:ana-ruiz", "words:the dam", "person:arno-holt"]
    assert signs == ["1", "-1"]


def test_another_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormat):
        write_positions(ROWS, tmp_path / "p.txt")
    assert not (tmp_path / "p.txt").exists()
