"""What is denied, and who is only described, is told in every format, and taken for nothing else."""

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso import export
from sayso.export.formats import brat
from sayso.record import Record, StatementRow
from tests.record.printed import denied, described, printed


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[StatementRow]:
    reading = denied(printed("<Police> {denied} [asking him].", "<Ben Holt> {denied} [that he was asked]."))
    with Record(tmp_path_factory.mktemp("record") / "sayso.db") as record:
        record.add(described(reading))
        return list(record.said())


def written(rows: list[StatementRow], path: Path) -> Any:
    export.write(rows, path)
    return path.read_text("utf-8-sig")


def test_a_table_has_both_in_columns(rows: list[StatementRow], tmp_path: Path) -> None:
    lines = list(csv.DictReader(written(rows, tmp_path / "all.csv").splitlines()))
    assert [(line["speaker"], line["speaker_named"], line["denied"]) for line in lines] == [
        ("Police", "false", "true"),
        ("Ben Holt", "true", "true"),
    ]


def test_schema_org_has_neither_a_claim_nor_a_node_for_police(rows: list[StatementRow], tmp_path: Path) -> None:
    graph = json.loads(written(rows, tmp_path / "all.jsonld"))["@graph"]
    police, holt = (node for node in graph if "sayso:denied" in node)
    assert {node["@type"] for node in (police, holt)} == {"sayso:Statement"}
    assert (police["sayso:denied"], police["sayso:speaker"]) == (True, {"@type": "Organization", "name": "Police"})
    assert holt["sayso:speaker"] == {"@id": "urn:sayso:actor:person:ben-holt"}
    assert [node.get("name") for node in graph if "Police" in str(node.get("name"))] == []


def test_follow_the_money_has_a_note_and_no_entity_for_police(rows: list[StatementRow], tmp_path: Path) -> None:
    entities = [json.loads(line) for line in written(rows, tmp_path / "all.ftm.json").splitlines()]
    assert {one["schema"] for one in entities} == {"Article", "Note", "Person", "Documentation"}
    (note,) = (one["properties"] for one in entities if one["schema"] == "Note")
    assert note["name"] == ["Police: said, indirect, denied"]


def test_an_annotation_is_tagged_and_identifies_nobody(rows: list[StatementRow], tmp_path: Path) -> None:
    police, holt = json.loads(written(rows, tmp_path / "all.annotations.jsonld"))["items"]
    for item, purposes in ((police, {"describing", "tagging"}), (holt, {"describing", "tagging", "identifying"})):
        assert "denied" in [body.get("value") for body in item["body"]]
        assert {body["purpose"] for body in item["body"]} == purposes


def test_brat_has_an_attribute_for_it() -> None:
    reading = described(denied(printed("<Police> {denied} [asking him].")))
    lines = brat.standoff(reading.article.text, reading.statements).splitlines()
    assert "A3\tDenied E1" in lines
    assert "#1\tAnnotatorNotes E1\tPolice (not named)" in lines


def test_only_denials_can_be_written(rows: list[StatementRow], tmp_path: Path) -> None:
    from typer.testing import CliRunner

    from sayso.cli import app

    place = tmp_path / "sayso.db"
    with Record(place) as record:
        record.add(denied(printed("<Ben Holt> {denied} [it].", "<Ana Ruiz> {said} [no].")))

    def run(*words: str) -> str:
        return CliRunner().invoke(app, [*words, "--record", str(place)]).stdout

    assert run("export", str(tmp_path / "some.csv"), "--denied").startswith("1 statement written")
    assert run("export", str(tmp_path / "some.csv"), "--no-denied").startswith("1 statement written")
    assert "Ben Holt denied it" in run("said", "--denied")
    assert json.loads(run("said", "--counts", "--json"))["denied"] == 1
    assert run("said", "--counts").startswith("2 statements · 1 denied\n")


def test_what_is_reported_in_a_denial_is_no_claim(tmp_path: Path) -> None:
    reading = denied(printed("<Ben Holt> {denied} [that he had told her].", "<He> {had told} [her to wait]."))
    reported = replace(reading.statements[1], reported_by=0)
    with Record(tmp_path / "sayso.db") as record:
        record.add(replace(reading, statements=(reading.statements[0], reported)))
        rows = list(record.said("wait"))
    (node,) = (n for n in json.loads(written(rows, tmp_path / "a.jsonld"))["@graph"] if "sayso:denied" in n)
    assert node["@type"] == "sayso:Statement"
    assert "within what is denied" in written(rows, tmp_path / "a.ftm.json")
