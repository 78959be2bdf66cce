"""W3C Web Annotation: the shape that the standard asks for, and each target found again in its text."""

import json
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld

from sayso import export
from sayso.data.article import Span
from sayso.export.formats.web_annotations import annotation
from sayso.record import StatementRow
from tests.export.conftest import courier

OA, W3C = "http://www.w3.org/ns/oa#", "http://www.w3.org/ns/anno.jsonld"
OF_OA = {
    **{"body": "hasBody", "target": "hasTarget", "source": "hasSource", "selector": "hasSelector"},
    **{"motivation": "motivatedBy", "purpose": "hasPurpose"},
}
CONTEXT = {
    "id": "@id",
    "type": "@type",
    **{term: {"@id": OA + name, "@type": "@id"} for term, name in OF_OA.items()},
    **{term: {"@id": OA + OF_OA[term], "@type": "@vocab"} for term in ("motivation", "purpose")},
    **{name: OA + name for name in ("exact", "prefix", "suffix", "start", "end", "describing", "identifying")},
    **{name: OA + name for name in ("Annotation", "TextualBody", "SpecificResource", "tagging")},
    **{name: OA + name for name in ("TextQuoteSelector", "TextPositionSelector")},
    "value": "http://www.w3.org/1999/02/22-rdf-syntax-ns#value",
    "format": "http://purl.org/dc/elements/1.1/format",
    "AnnotationPage": "http://www.w3.org/ns/activitystreams#OrderedCollectionPage",
    "startIndex": "http://www.w3.org/ns/activitystreams#startIndex",
    "items": {"@id": "http://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
}
"""What the vocabulary of the standard (sections 2 and 3 of its second part) says of the terms that sayso uses."""


@pytest.fixture
def page(tmp_path: Path, rows: list[StatementRow]) -> Any:
    export.write(rows, tmp_path / "all.annotations.jsonld")
    return json.loads((tmp_path / "all.annotations.jsonld").read_text("utf-8"))


def load(url: str, _: Any) -> Any:
    """The context as the standard has it, which no one has to fetch."""
    assert url == W3C
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": CONTEXT},
    }


def test_it_is_a_page_of_annotations_as_the_standard_asks(page: Any, rows: list[StatementRow]) -> None:
    assert (page["@context"], page["type"]) == (W3C, "AnnotationPage")
    assert len(page["items"]) == len({one["id"] for one in page["items"]}) == len(rows)
    for one in page["items"]:
        assert one["type"] == "Annotation"
        assert one["target"]
        assert all(body["type"] in ("TextualBody", "SpecificResource") for body in one["body"])


def test_every_term_in_it_is_one_of_the_standards(page: Any) -> None:
    def terms(value: Any) -> set[str]:
        if isinstance(value, list):
            return set().union(*map(terms, value))
        return set(value) | set().union(*map(terms, value.values())) if isinstance(value, dict) else set()

    assert terms(page) - {"@context"} <= set(CONTEXT)
    (expanded,) = jsonld.expand(page, {"documentLoader": load})
    items = expanded["http://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert all(f"{OA}hasBody" in one and f"{OA}hasTarget" in one for one in items)


def test_each_target_is_found_in_the_text_by_position_and_by_words(page: Any) -> None:
    text = courier().article.text
    here = [one for one in page["items"] if one["target"][0]["source"].startswith("https://courier.example/")]
    assert len(here) == 6
    for target in (target for one in here for target in one["target"]):
        quote, position = target["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]


def test_content_in_pieces_has_a_target_for_each(page: Any) -> None:
    (pieces,) = ([t["selector"][0]["exact"] for t in one["target"]] for one in page["items"] if len(one["target"]) > 1)
    assert pieces == ["“Holt knows nothing,”", "“of dams.”"]


def test_without_an_address_the_source_is_the_document_by_its_digest(page: Any, rows: list[StatementRow]) -> None:
    sources = {target["source"] for one in page["items"] for target in one["target"]}
    (digest,) = {row.document.sha256 for row in rows if row.document.url is None}
    assert sources == {f"urn:sha256:{digest}", "https://courier.example/dam?id=1&now=%E2%80%9Ctoday%E2%80%9D"}


def test_the_title_of_a_related_story_has_no_position_in_the_text(page: Any) -> None:
    (one,) = (one for one in page["items"] if one["target"][0]["selector"][0]["exact"] == "Holt must go")
    assert [selector["type"] for selector in one["target"][0]["selector"]] == ["TextQuoteSelector"]


def test_the_body_tells_who_and_what_keeps_it_from_being_plainly_said(page: Any) -> None:
    (one,) = (one for one in page["items"] if one["target"][0]["selector"][0]["exact"] == "the dam would fall")
    described, identified, *tags = one["body"]
    assert (
        described["value"]
        == "Ben Holt did not say the dam would fall · said · indirect · negated · 2024-03-04T08:30:00"
    )
    assert identified["source"] == "urn:sayso:actor:person:ben-holt"
    assert [tag["value"] for tag in tags] == ["said", "indirect", "negated"]


def test_the_words_around_are_told_by_whoever_has_the_text(row: StatementRow) -> None:
    text = courier().article.text

    def around(_: StatementRow, span: Span) -> tuple[str, str]:
        return text[span.start - 10 : span.start], text[span.end : span.end + 2]

    quote, _ = annotation(row, around)["target"][0]["selector"]
    assert (quote["prefix"], quote["suffix"]) == ("said that ", ".\n")
    assert "prefix" not in annotation(row)["target"][0]["selector"][0]
