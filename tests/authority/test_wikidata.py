"""Wikidata's items, as its dumps have them."""

from pathlib import Path
from typing import Any

import pytest

from sayso.authority import Known
from tests.authority.kessland import json_lines, read


def words(**by_language: str) -> dict[str, Any]:
    return {language: {"language": language, "value": value} for language, value in by_language.items()}


def claim(value: Any, rank: str = "normal") -> dict[str, Any]:
    return {"rank": rank, "mainsnak": {"snaktype": "value", "datavalue": {"value": value}}}


def instance_of(*classes: str) -> list[dict[str, Any]]:
    return [claim({"entity-type": "item", "id": class_}) for class_ in classes]


def time(time: str, precision: int, rank: str = "normal") -> dict[str, Any]:
    return claim({"time": time, "precision": precision}, rank)


def item(*, claims: Any = None, **parts: Any) -> dict[str, Any]:
    named = {"type": "item", "id": "Q999000001", "labels": words(en="Irena Valtari")}
    return {**named, "claims": {"P31": instance_of("Q5")} if claims is None else claims, **parts}


def actor(tmp_path: Path, found: dict[str, Any]) -> Known:
    ((known,), bad) = read(tmp_path, json_lines(found), "items.json")
    assert not bad
    return known


def test_an_item_is_an_actor_with_all_that_the_dump_tells(tmp_path: Path) -> None:
    found = item(
        aliases={"en": [{"language": "en", "value": "I. Valtari"}], "de": [{"language": "de", "value": "Valtarin"}]},
        descriptions=words(en="energy minister of Kessland", de="Politikerin"),
        claims={"P31": instance_of("Q5"), "P569": [time("+1961-03-04T00:00:00Z", 11)]},
    )
    assert actor(tmp_path, found) == Known(
        "Q999000001",
        "Irena Valtari",
        "person",
        ("I. Valtari",),
        ("energy minister of Kessland",),
        "Q999000001",
        "1961-03-04",
    )


def test_what_english_lacks_is_read_in_mul(tmp_path: Path) -> None:
    found = item(labels=words(de="Valtarin", mul="I. Valtari"), descriptions=words(mul="minister"), aliases=[])
    assert (actor(tmp_path, found).name, actor(tmp_path, found).roles) == ("I. Valtari", ("minister",))


def test_a_name_in_mul_beside_the_english_one_is_another_name(tmp_path: Path) -> None:
    assert actor(tmp_path, item(labels=words(mul="Irena V.", en="Irena Valtari"))).names == ("Irena V.",)


@pytest.mark.parametrize(
    ("classes", "type_"),
    [
        (["Q5"], "person"),
        (["Q6256", "Q43229"], "country"),
        (["Q3624078"], "country"),
        (["Q41710"], "group"),
        (["Q7278"], "organisation"),
        (["Q999999999", "Q192350"], "organisation"),
    ],
)
def test_the_type_is_told_by_the_classes(tmp_path: Path, classes: list[str], type_: str) -> None:
    assert actor(tmp_path, item(claims={"P31": instance_of(*classes)})).type == type_


def test_what_has_a_headquarters_is_an_organisation_whatever_its_class(tmp_path: Path) -> None:
    claims = {"P31": instance_of("Q999999999"), "P159": [claim({"id": "Q999000009"})]}
    assert actor(tmp_path, item(claims=claims)).type == "organisation"


@pytest.mark.parametrize(
    ("births", "born"),
    [
        ([time("+1961-03-04T00:00:00Z", 11)], "1961-03-04"),
        ([time("+1961-03-00T00:00:00Z", 10)], "1961-03"),
        ([time("+1961-00-00T00:00:00Z", 9)], "1961"),
        ([time("+1960-00-00T00:00:00Z", 8)], None),
        ([time("-0044-03-15T00:00:00Z", 11)], None),
        ([{"rank": "normal", "mainsnak": {"snaktype": "somevalue"}}], None),
        ([time("+1959-00-00T00:00:00Z", 9), time("+1961-00-00T00:00:00Z", 9, "preferred")], "1961"),
        ([time("+1959-00-00T00:00:00Z", 9, "deprecated")], None),
    ],
    ids=["day", "month", "year", "decade", "before Christ", "unknown", "preferred", "deprecated"],
)
def test_a_birth_is_as_fine_as_its_precision(tmp_path: Path, births: list[Any], born: str | None) -> None:
    assert actor(tmp_path, item(claims={"P31": instance_of("Q5"), "P569": births})).born == born


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (item(labels=[]), "no name in it"),
        (item(labels=words(de="Valtarin")), "no name in it"),
        (
            item(claims={"P31": instance_of("Q523", "Q318")}),
            "an instance of “Q523, Q318” is no person, organisation, country or group",
        ),
        (item(claims=[]), "an instance of nothing is no person, organisation, country or group"),
        (
            item(claims={"P31": [claim({"id": "Q5"}, "deprecated")]}),
            "an instance of nothing is no person, organisation, country or group",
        ),
        (
            item(claims={"P31": "Q5", "P569": 7}),
            "an instance of nothing is no person, organisation, country or group",
        ),
    ],
    ids=["no label", "no English label", "a star", "no claims", "deprecated", "misshapen"],
)
def test_an_item_that_is_no_actor_costs_itself_alone(tmp_path: Path, row: Any, why: str) -> None:
    known, bad = read(tmp_path, json_lines(item(id="Q1"), {**row, "id": "Q2"}, item(id="Q3")), "items.json")
    assert [actor.id for actor in known] == ["Q1", "Q3"]
    assert bad == [f"items.json line 2: {why}"]
