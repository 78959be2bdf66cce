"""The JSON form that others rely on: every key always there, null where nothing is known."""

import json
from dataclasses import replace
from pathlib import Path

from sayso.data.analysis import Reading
from sayso.data.article import Article, Block, Document, Moment, Residue
from sayso.record import Record
from sayso.serialise.core import (
    article_form,
    attribution_form,
    attributions_form,
    document_form,
    reading_form,
    residue_form,
    row_form,
    statement_form,
)
from sayso.serialise.load import reading_from
from sayso.serialise.record import dossier_form
from tests.record.printed import RUIZ, denied, described, printed

DOCUMENT = Document("dam.txt", None, "text/plain", "0" * 64)


def test_a_reading_has_the_keys_that_the_design_names() -> None:
    found = reading_form(printed("<Ana Ruiz> {said} [no].", on="2024-03-04", related=(("<Ruiz>{:} [yes]", None),)))
    assert list(found) == ["document", "article", "statements", "actors", "positions"]
    assert set(found["document"]) == {"name", "url", "media_type", "sha256", "asked_url"}
    assert set(found["article"]) == {
        *(
            "title",
            "outlet",
            "byline",
            "language",
            "published",
            "published_precision",
            "published_from",
            "published_evidence",
        ),
        *("updated", "updated_precision", "updated_from", "updated_evidence", "wire"),
        *("lead", "text", "blocks", "related", "residue"),
    }
    assert set(found["article"]["related"][0]) == {
        *("title", "id", "url", "order", "published", "published_precision", "published_from", "published_evidence"),
        "picture",
    }
    assert set(found["statements"][0]) == {
        *("kind", "where", "story", "reported_by", "source", "cue", "content", "act", "negated", "denied"),
        "speakers",
        *("hypothetical", "speaker", "unresolved", "role", "topic", "venue", "said_on", "confidence"),
        *("on_behalf_of", "shown", "gender", "gender_told", "office", "time_code", "sentence", "digest"),
    }
    assert set(found["statements"][0]["speaker"]) == {"id", "name", "type", "via", "named", "anonymous", "confidence"}
    assert set(found["actors"][0]) == {"id", "name", "type", "names", "roles", "mentions"}


def test_what_is_not_known_is_null_and_not_missing() -> None:
    found = article_form(Article(DOCUMENT, "Rain."))
    unknown = (
        "title",
        "outlet",
        "language",
        "published",
        "published_precision",
        "published_from",
        "published_evidence",
        "updated",
        "wire",
        "lead",
    )
    assert [found[key] for key in unknown] == [None] * len(unknown)
    assert found["byline"] == found["blocks"] == found["related"] == found["residue"] == []


def test_only_the_posts_of_a_live_blog_have_a_time_of_their_own() -> None:
    posted = Moment("2024-02-03T20:55:00Z", "second", "time", "20.55")
    article = Article(DOCUMENT, "Rain.", (Block("paragraph", 0, 5, posted), Block("paragraph", 0, 5)), wire="Wire One")
    found = reading_form(Reading(article))
    post, other = found["article"]["blocks"]
    assert (post["posted"], post["posted_from"], list(other)) == (posted.value, "time", ["kind", "start", "end"])
    assert reading_from(found).article == article


def test_a_speaker_unknown_is_null_with_the_reason() -> None:
    found = reading_form(printed("<Officials> {said} [no]."))["statements"][0]
    assert found["speaker"] is None
    assert found["unresolved"] == "nobody in the article is called so"


def test_every_span_is_the_words_at_its_place() -> None:
    found = reading_form(printed("<Ana Ruiz> {said} [🌧️ no], [“no”]."))
    text, statement = found["article"]["text"], found["statements"][0]
    assert [span["text"] for span in statement["content"]] == ["🌧️ no", "“no”"]
    for span in (*statement["source"], *statement["cue"], *statement["content"], *found["actors"][0]["mentions"]):
        assert text[span["start"] : span["end"]] == span["text"]


def test_residue_whose_length_is_declared_nowhere_is_verified_null() -> None:
    assert residue_form(Residue("json", "{}")) == {"kind": "json", "text": "{}", "verified": None}


def test_attributions_have_no_more_than_the_text_gives() -> None:
    said = printed("<Ana Ruiz> {said} [no].").statements[0].attribution
    (found,) = attributions_form(DOCUMENT, [said])["attributions"]
    assert set(found) == {"source", "cue", "content", "negated", "denied", "hypothetical", "confidence"}


def test_a_denial_by_one_who_is_only_described_goes_there_and_back() -> None:
    reading = described(denied(printed("<Police> {denied} [that they had come].")))
    found = reading_form(reading)
    assert reading_from(json.loads(json.dumps(found))) == reading
    assert (found["statements"][0]["denied"], found["statements"][0]["speaker"]["named"]) == (True, False)
    assert attribution_form(reading.statements[0].attribution)["denied"] is True


def test_a_form_of_an_earlier_version_is_read() -> None:
    reading = printed("<Ana Ruiz> {said} [no].")
    found = reading_form(reading)
    del found["statements"][0]["denied"], found["statements"][0]["speaker"]["named"]
    assert reading_from(found) == reading


def test_a_statement_on_the_record_has_its_form_and_says_where_it_stands(tmp_path: Path) -> None:
    reading = printed("Rain.", on="2024-03-04", outlet="Courier", related=(("<Ruiz>{:} [yes]", "2023-01-02"),))
    with Record(tmp_path / "sayso.db") as record:
        record.add(reading)
        (row,) = record.said()
    found = row_form(row)
    read = statement_form(reading.statements[0])
    assert found.pop("sentence") == f"{read.pop('sentence')} — 2 Jan 2023, Courier"
    assert found.items() >= read.items()
    assert found["id"].startswith(reading.article.document.sha256[:16])
    assert found["document"] == document_form(reading.article.document)
    assert (found["article"]["title"], found["article"]["published"]) == ("The dam at Orsa", "2024-03-04")
    assert found["dated"] == "2023-01-02"
    assert found["related"]["title"] == "Ruiz: yes"


def test_a_dossier_is_json_too(tmp_path: Path) -> None:
    with Record(tmp_path / "sayso.db") as record:
        record.add(printed("<Ana Ruiz> {said} [no].", "<Ben Holt> {said} [Ruiz is wrong]."))
        found = json.loads(json.dumps(dossier_form(record.who("Ruiz"))))
    assert found["actor"] == {
        "id": RUIZ.id,
        "name": "Ana Ruiz",
        "type": "person",
        "qid": None,
        "role": "mayor of Orsa",
        "statements": 1,
        "articles": 1,
    }
    assert (len(found["statements"]), len(found["spoken_of"]), found["perhaps"]) == (1, 1, [])
    assert found["roles"] == [{"role": "mayor of Orsa", "articles": 1, "first": None, "last": None, "outlets": []}]


def test_a_document_without_anything_is_a_reading_all_the_same() -> None:
    found = reading_form(Reading(replace(printed("Rain.").article, language="fr")))
    assert found["statements"] == found["actors"] == []
