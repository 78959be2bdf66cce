"""`sayso eval` from end to end, with a finder of our own in place of the model."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from sayso.cli import app
from sayso.data.statement import Attribution
from sayso.evaluation.gold.jsonl import read_row
from sayso.ingest.pool import Readers

TEXT = "Ana Ruiz said the harbour would stay open. “We will not sell,” Tom Holt said."
RUIZ = {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 41]]}
HOLT = {"source": [[63, 71]], "cue": [[72, 76]], "content": [[43, 62]]}

Run = Any


def row(*attributions: dict[str, Any], text: str = TEXT) -> str:
    return json.dumps({"text": text, "attributions": attributions}) + "\n"


@pytest.fixture
def sayso(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `sayso eval` in an empty folder; whatever the text, Ruiz's words are found, and none else."""

    def find(_: Readers, text: str, __: str) -> list[Attribution]:
        if text != TEXT:
            raise RecursionError("too long")
        return list(read_row("-", row(RUIZ).encode()).attributions)

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Readers, "attribute", find)

    def run(*words: str, **options: Any) -> Result:
        return CliRunner().invoke(app, ["eval", *words], **options)

    return run


def test_it_prints_spans_and_statements_in_a_table_without_colour(sayso: Run) -> None:
    Path("gold.jsonl").write_text(row(RUIZ, HOLT), "utf-8")
    result = sayso("gold.jsonl")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "\x1b" not in result.stdout
    table = [re.split(r" {2,}", line.strip()) for line in result.stdout.splitlines()]
    assert table[0] == ["1 article"]
    assert ["source", "66.7", "100.0", "50.0", "1", "2"] in table
    assert ["direct", "0.0", "–", "0.0", "0", "1"] in table
    assert ["indirect", "100.0", "100.0", "100.0", "1", "1"] in table
    assert ["mixed", "–", "–", "–", "0", "0"] in table


def test_in_json_a_rate_of_nothing_is_null(sayso: Run) -> None:
    found = json.loads(sayso("-", "--json", input=row(RUIZ, HOLT)).stdout)
    assert (found["articles"], found["annotations"], found["failures"]) == (1, 1, [])
    assert found["spans"]["cue"] == {
        "f1": 0.6667,
        "precision": 1.0,
        "recall": 0.5,
        "found": 1.0,
        "gold": 2.0,
        "hit": 1.0,
    }
    assert found["statements"]["direct"]["precision"] is None
    assert found["statements"]["mixed"]["f1"] is None
    assert list(found["statements"]) == ["all", "direct", "indirect", "mixed"]


def test_the_same_text_annotated_twice_is_one_article(sayso: Run) -> None:
    result = sayso("-", input=row(RUIZ) + row(HOLT))
    assert result.stdout.startswith("1 article · 2 annotations\n")
    assert json.loads(sayso("-", "--json", input=row(RUIZ) + row(HOLT)).stdout)["spans"]["source"]["f1"] == 0.5


def test_a_broken_line_costs_a_line_and_the_rest_is_measured(sayso: Run) -> None:
    Path("gold.jsonl").write_text("{\n" + row(RUIZ) + row(RUIZ, text=f"{TEXT}!"), "utf-8")
    result = sayso("gold.jsonl", "gone.json")
    assert result.exit_code == 1
    assert result.stdout.startswith("1 article\n")
    broken, gone, too_long = result.stderr.splitlines()
    assert broken.startswith("gold.jsonl line 1: it is no JSON: ")
    assert gone == "gone.json: no such file or directory"
    assert too_long == "gold.jsonl line 3: sayso itself failed on it: RecursionError: too long"


def test_failures_are_in_the_json_too(sayso: Run) -> None:
    result = sayso("gone.json", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["failures"] == [
        {"document": {"name": "gone.json"}, "why": "no such file or directory"}
    ]


def test_with_nothing_to_measure_there_is_no_table(sayso: Run) -> None:
    result = sayso("gone.json")
    assert (result.exit_code, result.stdout) == (1, "")


def test_gold_must_be_named(sayso: Run) -> None:
    assert sayso().exit_code == 2
