from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpora.marked import in_doc, marked
from sayso.attribution.context.relative_dates import days_told
from sayso.attribution.context.venue_topic import said_on, topic, venue
from sayso.data.article import Article, Block, BlockKind, Document, Moment, Span
from sayso.data.statement import Attribution
from sayso.text.doc import Doc

WEDNESDAY = Moment("2015-10-14T17:31", "minute", "dateline", "Wed Oct 14, 2015 17:31")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("<Ruiz> {told} the BBC [that the dam is safe].", "the BBC"),
        ("<Ruiz> {told} Lindo Radio on Monday [that the dam is safe].", "Lindo Radio"),
        ("[“We go,”] <she> {said} at a rally in Lodz last week.", "a rally in Lodz"),
        ("<She> {said} in an interview with the Lindo Times [that she would go].", "an interview with the Lindo Times"),
        ("<Velo> in Lindo News’s “Long Evening” program {said} [he would go].", "Lindo News’s “Long Evening” program"),
        ("<She> {wrote} on Twitter [that it rained].", "Twitter"),
        ("<She> {tweeted} [that it rained].", "Twitter"),
        ("In a statement on Tuesday, <the ministry> {said} [no].", "a statement"),
        ("<He> {said} on Lindo TV’s “This Week” [that he won].", "Lindo TV’s “This Week”"),
        ("<The mayor> {said} in parliament in June [that he won].", "parliament"),
    ],
)
def test_a_sentence_tells_where_it_was_said(sentence: str, expected: str) -> None:
    assert venue(*in_doc(sentence)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ruiz> {said} [she had told the BBC so at a rally].",
        "<Ruiz> {told} Costa [that it rained].",
        "<The head of Lindo TV> {said} [it rained].",
        "He spoke at a rally. <Ruiz> {said} [it rained].",
    ],
)
def test_only_its_own_words_outside_the_content_tell_where(sentence: str) -> None:
    assert venue(*in_doc(sentence)) is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("On Saturday <Ruiz> {said} [it rained].", "2015-10-10"),
        ("<Ruiz> {said} Wednesday [it rained].", "2015-10-14"),
        ("<Ruiz> {said} yesterday [it rained].", "2015-10-13"),
        ("<Ruiz> {said} last night [it rained].", "2015-10-13"),
        ("<Ruiz> {said} two days ago [it rained].", "2015-10-12"),
        ("<Ruiz> {said} on 3 May [it rained].", "2015-05-03"),
        ("<Ruiz> {said} on December 24 [it rained].", "2014-12-24"),
        ("<Ruiz> {said} on 3 May 2012 [it rained].", "2012-05-03"),
        ("Earlier this month <Ruiz> {said} [it rained].", "2015-10"),
        ("<Ruiz> {said} in June [it rained].", "2015-06"),
        ("<Ruiz> {said} last week [it rained].", "2015-10"),
        ("<Ruiz> {said} last year [it rained].", "2014"),
        ("In 2012 <Ruiz> {said} [it rained].", "2012"),
        ("<Ruiz>, who was elected on Sunday, {said} on Monday [it rained].", "2015-10-12"),
        ("At Friday’s meeting <Ruiz> {said} [it rained].", "2015-10-09"),
    ],
)
def test_a_sentence_tells_when_it_was_said(sentence: str, expected: str) -> None:
    assert said_on(*in_doc(sentence), WEDNESDAY) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "<Ruiz> {said} [it rained on Saturday].",
        "It rained on Saturday. <Ruiz> {said} [so].",
        "<Ruiz> {said} before Saturday [that it would rain].",
        "<Ruiz> {said} on 31 June [that it would rain].",
        "<Ruiz> {may say} [so].",
    ],
)
def test_other_days_are_not_the_day_it_was_said(sentence: str) -> None:
    assert said_on(*in_doc(sentence), WEDNESDAY) is None


def test_without_the_articles_day_only_a_whole_date_tells() -> None:
    assert said_on(*in_doc("<Ruiz> {said} yesterday [it rained]."), None) is None
    assert (
        said_on(*in_doc("<Ruiz> {said} yesterday [it rained]."), Moment("2015-10", "month", "url", "/2015/10/")) is None
    )
    assert said_on(*in_doc("<Ruiz> {said} on 3 May 2012 [it rained]."), None) == "2012-05-03"


HEADED = "The dam\n\nAbout the plan for the crisis <Velo> {said} [that any plan needs time]."


def headed(marked_text: str, heading_end: int) -> str | None:
    text, attribution = marked(marked_text)
    blocks = (Block("heading", 0, heading_end), Block("paragraph", heading_end + 2, len(text)))
    article = Article(Document("page", None, "text/plain", ""), text, blocks)
    return topic(article, Doc.of(article), attribution)


def test_the_opening_of_the_sentence_tells_the_topic_before_the_heading() -> None:
    assert headed(HEADED, 7) == "the plan for the crisis"


def test_else_the_heading_tells_the_topic() -> None:
    assert headed("The dam\n\n<Velo> {said} [that any plan needs time].", 7) == "The dam"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Asked about the flood, <Costa> {said} [no].", "the flood"),
        ("In response to this question that if Ilia moves <Velo> {said} [it depends].", "if Ilia moves"),
        ("About the flood Velo said no and <he> {added} [that it rained].", None),
        ("<Costa> {spoke} [about the flood].", None),
    ],
)
def test_the_question_it_answers_is_the_topic(sentence: str, expected: str | None) -> None:
    text, attribution = marked(sentence)
    article = Article(Document("page", None, "text/plain", ""), text)
    assert topic(article, Doc.of(article), attribution) == expected


@given(st.text(), st.dates())
def test_days_told_are_dates_whatever_the_words(words: str, published: date) -> None:
    assert all(0 <= told.start < len(words) for told in days_told(words, published))


DAYS = st.sampled_from(
    ["on", "3", "May", "Monday", "last", "week", "two", "years", "ago", "in", "2014", "yesterday", "31", "Feb."]
)


@given(st.lists(DAYS).map(" ".join), st.dates())
def test_a_day_told_is_written_as_iso_cut_to_its_precision(words: str, published: date) -> None:
    for told in days_told(words, published):
        assert date.fromisoformat(f"{told.value}-01-01"[:10])


@pytest.mark.parametrize(
    ("heading", "is_topic"),
    [
        ("The dam", True),
        ("What happens next?", True),
        ("“Nobody asked the farmers”", False),
        ("The dam will not be built, the council decided.", False),
        ("Watch: the dam from above", False),
        ("VIDEO", False),
    ],
)
def test_a_topic_is_a_heading_that_names_a_section(heading: str, is_topic: bool) -> None:
    text = f"Council Meets\n\nIt met.\n\n{heading}\n\nVelo said that it leaked."
    assert _topic_under(text, heading) == (heading if is_topic else None)


def test_a_standfirst_is_no_topic() -> None:
    heading = "Nine years of quarrel come to an end"
    assert _topic_under(f"Council Meets\n\n{heading}\n\nVelo said that it leaked.", heading) is None


def _topic_under(text: str, heading: str) -> str | None:
    kinds: list[BlockKind] = ["heading" if line == heading else "paragraph" for line in text.split("\n\n")]
    kinds[0] = "title"
    places = [(text.index(line), text.index(line) + len(line)) for line in text.split("\n\n")]
    blocks = tuple(Block(kind, *place) for kind, place in zip(kinds, places, strict=True))
    article = Article(Document("a", None, "text/plain", ""), text, blocks=blocks)
    at = text.index("said")
    return topic(article, Doc.of(article), Attribution((), (Span.of(text, at, at + 4),), ()))
