"""One document through the whole house, with the shipped model."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.data.analysis import Reading
from sayso.data.errors import Unreadable
from sayso.data.statement import Statement
from sayso.encoding.encoder import Encoder
from tests.seed import PAGE, needs_page

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").iterdir())


def words(statement: Statement) -> str:
    return " … ".join(span.text for span in statement.attribution.content)


def speaker(statement: Statement) -> str | None:
    return statement.speaker and statement.speaker.name


@pytest.fixture(scope="module")
def seed() -> Reading:
    return sayso.read(PAGE)


@needs_page
class TestTheSeedPage:
    def test_its_article_is_read_and_the_dump_is_not(self, seed: Reading) -> None:
        article = seed.article
        assert article.title == "Velayati Confirms Iran-Russia Cooperation against Terrorism"
        assert article.published
        assert (article.published.value, article.published.found_in) == ("2015-10-10T17:31:28", "dateline")
        assert article.lead
        assert article.lead.startswith("Supreme Leader’s Senior Advisor")
        assert sum(block.kind == "heading" for block in article.blocks) == 6
        assert "string(" not in article.text
        assert "contenttypeid" not in article.text
        assert [(residue.kind, residue.verified) for residue in article.residue] == [("var_dump", True)]

    def test_who_stands_where_is_told_with_the_words_and_by_whose_account(self, seed: Reading) -> None:
        told = {
            (one.holder.name, one.polarity, one.target.name, one.according_to and one.according_to.name)
            for one in seed.positions
            if one.evidence and not one.negated
        }
        velayati = "Ali Akbar Velayati"
        assert told >= {
            ("Iran", "positive", "Bashar al-Asad’s government", velayati),
            ("Russia", "positive", "Syria", velayati),
            ("Iraq", "positive", "Syria", velayati),
            ("Iran", "negative", "terrorism", velayati),
            ("Iran", "positive", "Bashar al-Assad", None),
            ("Iran", "positive", "Palestine", velayati),
            (velayati, "negative", "UN Silence", None),
            ("Americans", "positive", "ISIS", velayati),
        }
        assert not any(holder == velayati and "ISIS" in target for holder, _, target, _ in told)

    def test_thirteen_related_stories_keep_their_ids_order_pictures_and_dates(self, seed: Reading) -> None:
        related = seed.article.related
        assert [story.order for story in related] == list(range(13))
        assert (related[0].id, related[-1].id) == ("1704379", "1735342")
        assert all(story.picture and story.published for story in related)
        dates = [story.published.value[:10] for story in related if story.published]
        assert dates == sorted(dates)
        assert (dates[0], dates[-1]) == ("2015-05-19", "2015-09-03")

    def test_about_twelve_statements_of_the_article_are_velayatis_and_none_is_given_to_another(
        self, seed: Reading
    ) -> None:
        own = [statement for statement in seed.statements if statement.where != "related"]
        assert 11 <= len(own) <= 15
        assert {speaker(statement) for statement in own} == {"Ali Akbar Velayati"}
        assert sum(speaker(statement) is not None for statement in own) >= 11

    def test_each_related_headline_is_a_statement_of_his(self, seed: Reading) -> None:
        related = [statement for statement in seed.statements if statement.where == "related"]
        assert [statement.story for statement in related] == list(range(13))
        assert {speaker(statement) for statement in related} == {"Ali Akbar Velayati"}

    def test_two_spellings_of_al_assad_are_one_man(self, seed: Reading) -> None:
        (assad,) = [actor for actor in seed.actors if "Bashar" in actor.name]
        assert {"Bashar al-Asad", "Bashar al-Assad"} <= set(assad.names)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_every_span_of_an_example_is_the_documents_own_words(path: Path) -> None:
    reading = sayso.read(path)
    assert reading.statements
    for statement in reading.statements:
        text = reading.article.text if statement.story is None else reading.article.related[statement.story].title
        found = statement.attribution
        for span in (*found.source, *found.cue, *found.content):
            assert text[span.start : span.end] == span.text


def test_he_is_never_an_actor() -> None:
    names = {name.lower() for path in EXAMPLES for actor in sayso.read(path).actors for name in actor.names}
    assert not names & {"he", "she", "they", "it", "who"}


def test_what_a_speaker_reports_of_another_is_a_statement_of_both() -> None:
    page = b"Wall\n\nMayor Dana Lee said on Monday that Governor Ivo Park had promised to pay for the harbour wall."
    outer, inner = (s for s in sayso.read(page).statements if s.where == "body")
    assert (speaker(outer), outer.reported_by) == ("Dana Lee", None)
    assert (speaker(inner), words(inner)) == ("Ivo Park", "to pay for the harbour wall")
    assert sayso.read(page).statements[inner.reported_by or 0] == outer


def test_an_article_in_another_language_is_kept_and_makes_no_statements() -> None:
    reading = sayso.read(
        "Der Staudamm bleibt leer\n\nDie Ministerin sagte am Montag, der Staudamm werde nicht gefüllt. "
        "„Wir haben uns geirrt“, erklärte sie vor dem Ausschuss in der Hauptstadt.".encode()
    )
    assert reading.article.language == "de"
    assert reading.article.text
    assert reading.statements == ()


def test_a_document_without_an_article_is_refused_by_name() -> None:
    with pytest.raises(Unreadable, match=r"empty\.txt"):
        sayso.read(b"", name="empty.txt")


def test_an_attribution_stands_where_the_text_as_given_has_it() -> None:
    text = "  🌊 Harbour news 🌊\n\nAna Ruiz said that the harbour would stay open.\n"
    (found,) = sayso.attribute(text)
    assert [span.text for span in found.source] == ["Ana Ruiz"]
    assert [text[span.start : span.end] for span in found.content] == [span.text for span in found.content]


def test_the_same_text_gives_the_same_scores_whatever_is_read_beside_it_and_by_how_many_threads() -> None:
    texts = [sayso.read(path).article.text for path in EXAMPLES]
    shipped = Encoder.shipped()
    alone = [shipped.encode([text])[0] for text in texts]
    folder = Path(sayso.__file__).parent / "models" / "en"
    for threads in (1, 2, 5):
        together = Encoder(folder, threads).encode(texts)
        for one, other in zip(alone, together, strict=True):
            assert all((one.scores[head] == other.scores[head]).all() for head in one.scores)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gives_exact_spans_and_no_crash(text: str) -> None:
    for found in sayso.attribute(text):
        for span in (*found.source, *found.cue, *found.content):
            assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    "text",
    ["word " * 20_000, "“" * 10_000, "“a” " * 5_000, "🌊" * 5_000, "港" * 10_000, "a" * 200_000],
    ids=["one long paragraph", "opening marks", "quotations", "emoji", "CJK", "one long word"],
)
def test_monstrous_texts_take_bounded_time(text: str) -> None:
    assert isinstance(sayso.attribute(text), list)


def test_unseen_marks_and_paragraphs_in_another_language_hide_no_speaker() -> None:
    french = (
        "La maire de la ville a déclaré lundi que le mur du port serait relevé d’un mètre avant l’hiver, et que les "
        "travaux commenceraient au mois de mai."
    )
    text = (
        f"{french}\n\nMaria Oka\u00adfor, the mayor of Port Elna, said on Monday that the harbour wall would be "
        f"raised by a metre before the winter.\n\n{french}\n\nThe state will pay half of what the work costs and the "
        "town pays the rest, \u200bОkafor told the council on Tuesday."
    )
    reading = sayso.read(text.encode())
    assert {speaker(statement) for statement in reading.statements} == {"Maria Okafor"}
    assert len(reading.statements) == 2
    for statement in reading.statements:
        for _, _, span in statement.attribution.spans():
            assert reading.article.text[span.start : span.end] == span.text
            assert french not in span.text
