"""A statement is told in the order of its text, with its cue and its speaker: it cannot be read as its opposite."""

from dataclasses import replace
from typing import get_args

import pytest

from sayso.data.article import Document
from sayso.data.results import ArticleRef, StatementRow
from sayso.data.statement import Mark, Statement
from sayso.text.telling import flags, in_full, mark_of, pieces, sentence, told
from tests.record.printed import described, printed


def said(marked: str) -> Statement:
    """The statement marked in a paragraph, by whoever its source names or describes."""
    (statement,) = described(printed(marked)).statements
    return statement


def line(statement: Statement) -> str:
    """What `told` gives, cues in capitals and names put in between brackets."""
    signs = {"cue": str.upper, "speaker": "[{}]".format}
    return "".join(signs.get(piece.part, str)(piece.text) for piece in told(statement))


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("<Ben Holt> {denied} [asking the minister to wait].", "Ben Holt DENIED asking the minister to wait"),
        ("[“I did not ask,”] <she> {said}.", "“I did not ask,” she [Ana Ruiz] SAID"),
        ("[“No,”] {said} <Ana Ruiz>, who wore a coat, [“never.”]", "“No,” SAID Ana Ruiz … “never.”"),
        ("{According to} <Ana Ruiz>, [the dam holds].", "ACCORDING TO Ana Ruiz, the dam holds".replace(",", "")),
        ("<Holt>{:} [dam must wait]", "Holt: dam must wait"),
        ("<Ana Ruiz>, in a letter of that day, {denied} [it].", "Ana Ruiz … DENIED it"),
        ("<Police> {said} [nothing].", "Police SAID nothing"),
        ("{Asked about} [the families]", "ASKED ABOUT the families"),
        ("<Ana Ruiz> [“No.”]", "Ana Ruiz “No.”"),
    ],
)
def test_every_piece_stands_in_its_place(marked: str, shown: str) -> None:
    assert line(said(marked)) == shown


@pytest.mark.parametrize(
    ("marked", "shown"),
    [
        ("<She> {denied} [that she had asked].", "Ana Ruiz denied that she had asked"),
        ("<Holt> {denied} [asking].", "Ben Holt denied asking"),
        ("[“No,”] <he> {said}, [“never.”]", "“No,” Ana Ruiz said “never.”"),
        ("<Holt>{:} [dam must wait]", "Ben Holt: dam must wait"),
        ("<Ana Ruiz>, {denied} [it].", "Ana Ruiz denied it"),
        ("<Police> {denied} [it].", "Police denied it"),
        ("<Holt> [“No.”]", "Ben Holt: “No.”"),
        ("{Asked about} [the families]", "Somebody: Asked about the families"),
        ("<Ana Ruiz> {declined to comment}", "Ana Ruiz declined to comment"),
    ],
)
def test_a_sentence_tells_by_name_who_does_what(marked: str, shown: str) -> None:
    assert sentence(said(marked)) == shown


def test_a_sentence_says_what_its_cue_does_not() -> None:
    statement = said("<She> {said} [the dam holds].")
    for mark, flag in (("denied", "denied"), ("negated", "not said"), ("hypothetical", "hypothetical")):
        marked = replace(statement, attribution=replace(statement.attribution, **{mark: True}))
        assert sentence(marked) == f"Ana Ruiz said the dam holds ({flag})"
    reported = replace(statement, reported_by=0)
    assert sentence(reported, "denied", "Ben Holt") == "Ana Ruiz said the dam holds (reported in a denial by Ben Holt)"
    assert sentence(reported, None, "Ben Holt") == "Ana Ruiz said the dam holds (reported by Ben Holt)"


def test_words_that_were_said_so_stand_between_quotation_marks() -> None:
    statement = said("<She> {said} [no].")
    direct = replace(statement, attribution=replace(statement.attribution, kind="direct"))
    assert sentence(direct) == "Ana Ruiz said “no”"


def test_all_who_speak_together_are_told() -> None:
    statement = said("<She> {said} [no].")
    assert statement.speaker
    by_pronoun = replace(statement.speaker, via="pronoun")  # type: ignore[arg-type]
    both = replace(statement, speaker=by_pronoun, also=(replace(by_pronoun, name="Bo Doe"),))
    assert sentence(both) == "Ana Ruiz and Bo Doe said no"


def test_on_the_record_it_has_its_day_and_outlet() -> None:
    article = ArticleRef("0", "Dam", "The Post", None)
    row = StatementRow(
        "0.1", Document("a", None, "text/plain", "0"), article, said("<She> {denied} [it]."), "2024-05-21"
    )
    assert in_full(row) == "Ana Ruiz denied it — 21 May 2024, The Post"


def test_a_name_stands_beside_words_in_whose_place_it_would_say_something_else() -> None:
    statement = said("<She> {denied} [it].")
    assert statement.speaker
    for words, via in (("A spokeswoman for the mayor", "description"), ("her", "pronoun")):
        span = replace(statement.attribution.source[0], text=words)
        other = replace(statement, attribution=replace(statement.attribution, source=(span,)))
        assert sentence(replace(other, speaker=replace(statement.speaker, via=via))) == f"{words} [Ana Ruiz] denied it"  # type: ignore[arg-type]


def test_what_keeps_it_from_being_said_is_flagged() -> None:
    statement = said("<Ben Holt> {denied} [it].")
    attribution = replace(statement.attribution, act="wanted", denied=True, negated=True, hypothetical=True)
    marked = replace(statement, attribution=attribution, reported_by=0)
    assert flags(marked) == ["wanted", "denied", "not said", "hypothetical", "reported by another"]
    assert flags(statement) == []


def test_what_stands_in_a_denial_is_no_plain_report() -> None:
    reported = replace(said("<he> {had asked} [the minister to wait]"), reported_by=0)
    outer = said("<Ben Holt> {denied} [that he had asked the minister to wait].").attribution
    marks = {mark: flags(reported, mark_of(replace(outer, **{mark: True}))) for mark in get_args(Mark)}
    assert marks == {
        "denied": ["reported in a denial"],
        "negated": ["reported in what was not said"],
        "hypothetical": ["reported in a supposition"],
    }
    assert flags(reported, mark_of(outer)) == ["reported by another"]
    assert flags(reported, mark_of(outer), "Ben Holt") == ["reported by Ben Holt"]


def test_words_that_are_two_parts_at_once_are_told_once() -> None:
    attribution = said("<Ana Ruiz> {did not say} [a word].").attribution
    (cue,) = attribution.cue
    within = replace(cue, start=cue.start + 4, text=cue.text[4:])
    over = replace(within, end=within.end + 7, text=within.text + " a word")
    found = pieces(replace(attribution, content=(within, over)))
    assert "".join(piece.text for piece in found) == "Ana Ruiz did not say a word"


def test_the_pieces_of_a_content_know_their_place_in_the_whole_of_it() -> None:
    statement = said("[“No,”] <she> {said}, [“never.”]")
    whole = " … ".join(span.text for span in statement.attribution.content)
    for piece in told(statement):
        if piece.part == "content":
            assert whole[piece.at :].startswith(piece.text)
