"""A statement is told in the order of its text, with its cue and its speaker: it cannot be read as its opposite."""

from dataclasses import replace
from typing import get_args

import pytest

from sayso.data.statement import Mark, Statement
from sayso.text.telling import flags, mark_of, pieces, sentence, told
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
