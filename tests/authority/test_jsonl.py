"""JSON Lines, whatever format the entities are of: what is broken is told, and the rest is used."""

from pathlib import Path

import pytest

from sayso.authority.lines import LONGEST
from sayso.data.errors import Unreadable
from tests.authority.kessland import json_lines, read

RUIZ = '{"id": "ke-1", "schema": "Person", "properties": {"name": ["Ana Ruiz"]}}'
HOLT = '{"id": "ke-2", "schema": "Person", "properties": {"name": ["Tom Holt"]}}'


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (RUIZ[:-1], "it is no JSON: expecting ',' delimiter at character 72"),
        ('{"a":' * 100_000, "it is no JSON of an entity: it is nested too deeply"),
        (RUIZ.replace("Ana", "\\ud83d"), "there is half a character in “� Ruiz”"),
        (RUIZ.encode() + b"\xff", "it is not UTF-8: invalid start byte at byte 72"),
        (RUIZ + " " * LONGEST, "longer than 16 MiB"),
    ],
    ids=["cut off", "too deep", "half a character", "not UTF-8", "too long"],
)
def test_a_broken_line_costs_itself_alone(tmp_path: Path, row: str | bytes, why: str) -> None:
    row = row.encode() if isinstance(row, str) else row
    known, bad = read(tmp_path, row + b"\n\n" + HOLT.encode(), "actors.jsonl")
    assert ([actor.id for actor in known], bad) == (["ke-2"], [f"actors.jsonl line 1: {why}"])


def test_lines_can_be_those_of_an_array(tmp_path: Path) -> None:
    known, bad = read(tmp_path, f"[\n{RUIZ},\r\n{HOLT}\n]\n")
    assert ([actor.id for actor in known], bad) == (["ke-1", "ke-2"], [])


def test_the_two_formats_can_stand_in_one_file(tmp_path: Path) -> None:
    item = {"id": "Q999000002", "labels": {"en": {"value": "Kessland"}}, "claims": {"P159": [{}]}}
    known, _ = read(tmp_path, f"{RUIZ}\n{json_lines(item)}")
    assert [actor.id for actor in known] == ["ke-1", "Q999000002"]


@pytest.mark.parametrize("content", ['{"name": "Ana Ruiz"}\n', f"[{RUIZ}]\n", "[\n]\n", "{\n"])
def test_json_without_an_entity_is_refused_as_a_whole(tmp_path: Path, content: str) -> None:
    with pytest.raises(Unreadable, match="none of its lines is an entity of FollowTheMoney's or Wikidata's"):
        read(tmp_path, content)
