"""FollowTheMoney: entities that its own library takes without a change, where that is installed."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso import export
from sayso.authority import read_known
from sayso.export.formats.ftm import actor_id, in_utc, made_id
from sayso.record import StatementRow

OF_A_LINK = {
    **{"document": "entity", "entity": "entity", "proof": "entity", "role": "string", "date": "date"},
    **{"summary": "text", "description": "text", "recordId": "string", "publisher": "string", "sourceUrl": "url"},
}
OF_A_THING = {"name": "name", "notes": "text", "publisher": "string", "sourceUrl": "url", "wikidataId": "identifier"}
OF_A_NOTE = {"entity": "entity", "proof": "entity", "description": "text", "summary": "text"}
OF_AN_ARTICLE = {"fileName": "string", "title": "string", "publishedAt": "date", "mimeType": "mimetype"}
SCHEMAS = {
    "Person": OF_A_THING,
    "Organization": OF_A_THING,
    "LegalEntity": OF_A_THING,
    "Territory": {**OF_A_THING, "level": "string"},
    "Article": {**OF_A_THING, **OF_AN_ARTICLE},
    "Note": {**OF_A_THING, **OF_A_NOTE},
    "Documentation": OF_A_LINK,
}
"""The properties that sayso may use, with their types, as the model has them."""


@pytest.fixture
def path(tmp_path: Path, rows: list[StatementRow]) -> Path:
    export.write(rows, tmp_path / "all.ftm.json")
    return tmp_path / "all.ftm.json"


@pytest.fixture
def entities(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.fixture
def model() -> Any:
    """What the library knows; where its need of ICU is not met, the table above has to do."""
    reason = "takes the extra “followthemoney”, and ICU"
    return pytest.importorskip("followthemoney", reason=reason, exc_type=ImportError).model


def of(entities: list[dict[str, Any]], schema: str) -> list[dict[str, list[str]]]:
    return [entity["properties"] for entity in entities if entity["schema"] == schema]


def test_it_holds_speakers_articles_and_a_link_for_each_statement(
    entities: list[dict[str, Any]], rows: list[StatementRow]
) -> None:
    assert [one["name"] for one in of(entities, "Person")] == [["Ana Ruiz"], ["Ben Holt"]]
    assert of(entities, "Territory") == [{"name": ["Kessland"], "level": ["country"]}]
    assert {one["publisher"][0] for one in of(entities, "Article")} == {"The Orsa Courier", "Évening Post"}
    assert len(of(entities, "Documentation")) + len(of(entities, "Note")) == len(rows)


def test_a_link_leads_from_the_article_to_the_speaker_and_tells_what_was_said(entities: list[dict[str, Any]]) -> None:
    by_id = {entity["id"]: entity for entity in entities}
    (link,) = (one for one in of(entities, "Documentation") if one["summary"] == ["Ben Holt said no"])
    assert by_id[link["entity"][0]]["properties"]["name"] == ["Ben Holt"]
    assert by_id[link["document"][0]]["properties"]["publisher"] == ["Évening Post"]
    assert (link["role"], link["date"]) == (["said, indirect"], ["2024-05"])


def test_the_caption_of_a_link_does_not_pass_a_denial_for_a_statement(entities: list[dict[str, Any]]) -> None:
    (link,) = (
        one for one in of(entities, "Documentation") if one["summary"] == ["Ben Holt did not say the dam would fall"]
    )
    assert link["role"] == ["said, indirect, negated"]
    (link,) = (one for one in of(entities, "Documentation") if "the geologists fools" in one["summary"][0])
    assert link["role"] == ["said, indirect, reported by another"]


def test_a_statement_of_nobody_known_is_a_note_on_the_article(entities: list[dict[str, Any]]) -> None:
    (note,) = of(entities, "Note")
    articles = [entity["id"] for entity in entities if entity["schema"] == "Article"]
    assert note["entity"][0] in articles
    assert note["name"] == ["Officials: said, indirect"]
    assert note["summary"] == ["nobody in the article is called so"]


def test_every_entity_is_written_once_and_refers_to_none_that_is_missing(entities: list[dict[str, Any]]) -> None:
    ids = [entity["id"] for entity in entities]
    assert len(ids) == len(set(ids))
    for entity in entities:
        references = [name for name, type_ in SCHEMAS[entity["schema"]].items() if type_ == "entity"]
        assert {id_ for name in references for id_ in entity["properties"].get(name, [])} <= set(ids)


def test_every_property_is_one_that_the_schema_has(entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        assert set(entity["properties"]) <= set(SCHEMAS[entity["schema"]])


def test_ids_are_always_the_same_and_those_of_ones_own_list_are_kept(row: StatementRow) -> None:
    assert actor_id("person:ana-ruiz") == made_id("actor", "person:ana-ruiz")
    assert actor_id("person:ana-ruiz") == "sayso-a559c9c654d494bc03ddeca3f5e30ebeb6739ce2"
    assert [actor_id(own) for own in ("ke-irena", "NK-a1B", "Q999000001")] == ["ke-irena", "NK-a1B", "Q999000001"]


def test_a_time_with_its_zone_is_told_in_utc_and_any_other_as_it_is() -> None:
    assert in_utc("2024-05-21T00:30:00+02:00") == "2024-05-20T22:30:00"
    assert in_utc("2024-05-21T00:30Z") == "2024-05-21T00:30:00"
    for value in ("2024", "2024-05-21", "2024-05-21T00:30", None):
        assert in_utc(value) == value


def test_sayso_reads_the_actors_as_a_list_of_ones_own(path: Path) -> None:
    known, _ = read_known(path)
    assert [(one.name, one.type) for one in known] == [
        ("Ana Ruiz", "person"),
        ("Ben Holt", "person"),
        ("Kessland", "country"),
    ]


@pytest.mark.parametrize(("schema", "properties"), SCHEMAS.items())
def test_the_model_has_these_schemas_and_properties(model: Any, schema: str, properties: dict[str, str]) -> None:
    known = model.get(schema).properties
    assert {name: known[name].type.name for name in properties} == properties


def test_the_library_takes_every_entity_and_cleans_nothing_away(model: Any, entities: list[dict[str, Any]]) -> None:
    for entity in entities:
        proxy = model.get_proxy(entity, cleaned=False)
        assert {name: proxy.get(name) for name in entity["properties"]} == entity["properties"]
        proxy.schema.validate(entity)
        assert proxy.caption


def test_an_actor_with_a_qid_keeps_it(model: Any, row: StatementRow, tmp_path: Path) -> None:
    assert row.statement.speaker
    speaker = replace(row.statement.speaker, actor="Q7747")
    export.write([replace(row, statement=replace(row.statement, speaker=speaker))], tmp_path / "a.ftm.json")
    actor = json.loads((tmp_path / "a.ftm.json").read_text("utf-8").splitlines()[0])
    assert model.get_proxy(actor, cleaned=False).get("wikidataId") == ["Q7747"]
