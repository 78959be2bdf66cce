"""FollowTheMoney's entities, one a line."""

from pathlib import Path
from typing import Any

import pytest

from sayso.authority import Known
from tests.authority.kessland import json_lines, read


def entity(schema: str = "Person", id: Any = "ke-1", **properties: Any) -> dict[str, Any]:
    return {"id": id, "schema": schema, "properties": {"name": ["Irena Valtari"], **properties}}


def actor(tmp_path: Path, found: dict[str, Any]) -> Known:
    ((known,), bad) = read(tmp_path, json_lines(found), "actors.ftm.json")
    assert not bad
    return known


def test_an_entity_is_an_actor_with_all_that_the_list_tells(tmp_path: Path) -> None:
    found = entity(
        alias=["I. Valtari"],
        weakAlias=["Rena"],
        previousName=["Irena Sand"],
        position=["energy minister of Kessland"],
        wikidataId=["Q999000001"],
        birthDate=["1961", "1961-03-04"],
        country=["ke"],
    )
    assert actor(tmp_path, found) == Known(
        "ke-1",
        "Irena Valtari",
        "person",
        ("I. Valtari", "Rena", "Irena Sand"),
        ("energy minister of Kessland",),
        "Q999000001",
        "1961-03-04",
    )


@pytest.mark.parametrize("schema", ["Organization", "Company", "PublicBody", "LegalEntity"])
def test_whatever_has_a_legal_form_is_an_organisation(tmp_path: Path, schema: str) -> None:
    assert actor(tmp_path, entity(schema)).type == "organisation"


def test_a_territory_is_a_country_when_that_is_its_level(tmp_path: Path) -> None:
    assert actor(tmp_path, entity("Territory", level=["country"])).type == "country"
    _, bad = read(tmp_path, json_lines(entity("Territory", level=["locality"])))
    assert bad == ["actors.csv line 1: “Territory” is no schema of a person, organisation or country"]


def test_of_several_names_the_one_in_the_caption_is_the_name(tmp_path: Path) -> None:
    found = {**entity(name=["Ирена Валтари", "Irena Valtari"]), "caption": "Irena Valtari"}
    assert (actor(tmp_path, found).name, actor(tmp_path, found).names) == ("Irena Valtari", ("Ирена Валтари",))


def test_an_id_that_is_a_qid_is_the_qid_too(tmp_path: Path) -> None:
    assert actor(tmp_path, entity(id="Q999000001")).qid == "Q999000001"


def test_an_entity_without_an_id_goes_by_type_and_name(tmp_path: Path) -> None:
    assert actor(tmp_path, entity(id=None)).id == "person:irena-valtari"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (entity("Address"), "“Address” is no schema of a person, organisation or country"),
        (entity(name=[]), "no name in it"),
        (entity(name={"en": "Ana"}), "no name in it"),
        ({"id": "ke-2", "schema": "Person"}, "no name in it"),
        ({"id": "ke-2", "schema": None}, "“” is no schema of a person, organisation or country"),
        (entity(wikidataId=["42"]), "“42” is no QID of Wikidata's"),
        ({"name": "Ana Ruiz"}, "it is no entity of FollowTheMoney's or Wikidata's"),
        ([], "it is no object"),
    ],
)
def test_a_bad_row_costs_itself_alone(tmp_path: Path, row: Any, why: str) -> None:
    known, bad = read(tmp_path, json_lines(entity(id="ke-a"), row, entity(id="ke-b")), "actors.jsonl")
    assert [actor.id for actor in known] == ["ke-a", "ke-b"]
    assert bad == [f"actors.jsonl line 2: {why}"]
