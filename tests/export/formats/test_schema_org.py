"""schema.org in JSON-LD: expanded by one processor without a network, asked as a graph by another."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest
import rdflib
from pyld import jsonld

from sayso import export
from sayso.export.formats.schema_org import nodes
from sayso.record import StatementRow

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own parser makes one

ASK = "PREFIX s: <http://schema.org/> PREFIX sayso: <urn:sayso:vocabulary:> SELECT {} WHERE {{ {} }}"


def no_network(url: str, _: Any) -> NoReturn:
    raise AssertionError(f"asks for {url}")


@pytest.fixture
def graph(tmp_path: Path, rows: list[StatementRow]) -> rdflib.Graph:
    export.write(rows, tmp_path / "all.jsonld")
    return rdflib.Graph().parse(tmp_path / "all.jsonld", format="json-ld")


def asked(graph: rdflib.Graph, what: str, where: str) -> list[list[Any]]:
    return sorted([value and value.toPython() for value in found] for found in graph.query(ASK.format(what, where)))


def test_it_is_expanded_without_a_network_and_no_term_is_lost(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.jsonld")
    document = json.loads((tmp_path / "all.jsonld").read_text("utf-8"))
    expanded = jsonld.expand(document, {"documentLoader": no_network})
    assert len(expanded) == len(document["@graph"])
    keys = {key for node in expanded for key in node}
    assert {key for key in keys if not key.startswith(("@", "http://schema.org/", "urn:sayso:vocabulary:"))} == set()
    for written, node in zip(document["@graph"], expanded, strict=True):
        assert len(written) == len(node)


def test_what_was_said_directly_is_a_quotation_of_its_speaker(graph: rdflib.Graph) -> None:
    where = "?q a s:Quotation; s:text ?text; s:creator/s:name ?who; s:isPartOf/s:headline ?title"
    assert asked(graph, "?text ?who ?title", where) == [
        ["“Holt knows nothing,” … “of dams.”", "Ana Ruiz", "The dam at Orsa"]
    ]


def test_what_was_said_indirectly_is_a_claim_that_appears_in_the_article(graph: rdflib.Graph) -> None:
    where = "?c a s:Claim; s:text ?text; s:appearance/s:publisher/s:name 'Évening Post'; s:creator/s:name ?who"
    assert asked(graph, "?text ?who", where) == [["no", "Ben Holt"]]


def test_what_was_not_said_is_neither_claim_nor_quotation_and_nobodys(graph: rdflib.Graph) -> None:
    where = "?x s:text ?text; sayso:negated true; a ?type; sayso:speaker/s:name ?who"
    assert asked(graph, "?text ?type ?who", where) == [
        ["Ben Holt did not say the dam would fall", "urn:sayso:vocabulary:Statement", "Ben Holt"]
    ]
    assert asked(graph, "?who", "?x sayso:negated true; s:creator ?who") == []


@pytest.mark.parametrize("change", [{"act": "thought"}, {"hypothetical": True}, {"content": ()}])
def test_neither_is_what_was_thought_or_what_if_or_no_words(row: StatementRow, change: Any) -> None:
    attribution = replace(row.statement.attribution, **change)
    changed = replace(row, statement=replace(row.statement, attribution=attribution))
    assert list(nodes([changed]))[-1]["@type"] == "sayso:Statement"


def test_a_country_that_speaks_is_an_organisation_too(graph: rdflib.Graph) -> None:
    assert asked(graph, "?name", "?a a s:Country, s:Organization; s:name ?name") == [["Kessland"]]


def test_the_article_has_its_address_and_date(graph: rdflib.Graph) -> None:
    where = "?a a s:NewsArticle; s:url ?url; s:datePublished ?date"
    assert asked(graph, "(str(?url) AS ?u) (str(?date) AS ?d)", where) == [
        ["https://courier.example/dam?id=1&now=%E2%80%9Ctoday%E2%80%9D", "2024-03-04T08:30:00"]
    ]


def test_a_headline_on_another_page_is_part_of_the_story_that_the_page_names(graph: rdflib.Graph) -> None:
    where = "?c s:text ?text; s:isPartOf ?story. ?story s:headline ?title; sayso:namedIn/s:publisher/s:name ?outlet"
    assert asked(graph, "?text ?title ?outlet", where) == [["Holt must go", "Ruiz: Holt must go", "Évening Post"]]


def test_what_is_reported_by_another_leads_to_what_reports_it(graph: rdflib.Graph) -> None:
    where = "?inner sayso:reportedBy/s:text ?outer; s:text ?text"
    ((outer, text),) = asked(graph, "?outer ?text", where)
    assert (outer, text) == ("the dams must stay, 😀 and so must we", "the geologists fools")


def test_every_actor_and_article_is_written_once(tmp_path: Path, rows: list[StatementRow]) -> None:
    export.write(rows, tmp_path / "all.jsonld")
    ids = [node["@id"] for node in json.loads((tmp_path / "all.jsonld").read_text("utf-8"))["@graph"]]
    assert len(ids) == len(set(ids)) == 3 + 3 + len(rows)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "/dam.html", "http://", "file:///etc/passwd", "http://[", ""])
def test_what_is_no_address_on_the_web_is_left_out(row: StatementRow, url: str) -> None:
    there = replace(row, document=replace(row.document, url=url))
    assert not any("url" in node for node in nodes([there]))


def test_an_actor_whose_id_is_a_qid_is_the_same_as_the_item(row: StatementRow) -> None:
    assert row.statement.speaker
    speaker = replace(row.statement.speaker, actor="Q999000001")
    actor = next(nodes([replace(row, statement=replace(row.statement, speaker=speaker))]))
    assert actor["sameAs"] == "http://www.wikidata.org/entity/Q999000001"
