"""The one box: whatever is typed first finds the person, the words or the article that is meant, and says how."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from sayso.data.record_errors import BadQuery
from sayso.data.search import Search
from sayso.data.understood import Understood
from sayso.record import Record
from tests.record.conftest import Places
from tests.record.printed import denied, described, person, printed

SALME = person("Ruta Salme", roles=("geologist",))
RUIZ = person("Ana Ruiz", roles=("energy minister",))
HOLT = person("Ben Holt", roles=("Prime Minister",))
MARCH = printed(
    "<Ana Ruiz> {denied} [that any survey was kept].",
    "<Ben Holt> {said} [the loans were signed].",
    "<Ruta Salme> {said} [“the slope will move again”].",
    "<Police> {said} [the road was shut].",
    on="2024-03-04",
    outlet="The Orsa Post",
    actors=(RUIZ, HOLT, SALME),
    name="march.txt",
)
MAY = printed(
    "<Ana Ruiz> {said} [a draft sent by e-mail is not a survey].",
    "<Ben Holt> {told} [Ana Ruiz would stay].",
    on="2024-05-21",
    actors=(RUIZ, HOLT),
    name="may.txt",
    title="Minister: no danger",
)


@pytest.fixture
def record(places: Places) -> Iterator[Record]:
    with Record(places(), clock=lambda: datetime(2026, 11, 27, tzinfo=UTC)) as record:
        for reading in (MARCH, MAY):
            record.add(described(denied(reading)))
        yield record


def asked(record: Record, words: str) -> tuple[Understood, list[str]]:
    """The answer, and the contents of what it finds."""
    answer = record.understood(Search(words))
    rows = record.every(answer.search) if answer.found else ()
    return answer, [row.statement.attribution.content[0].text for row in rows]


def names(answer: Understood) -> list[str]:
    return [card.actor.name for card in answer.cards]


def test_a_body_is_found_by_its_initials_and_a_person_is_not(record: Record) -> None:
    council = replace(person("Orsa Valley Council of Farmers"), id="organisation:council", type="organisation")
    poet = person("Oda Vera Cole Falk")
    said = "<Orsa Valley Council of Farmers> {said} [no].", "<Oda Vera Cole Falk> {said} [yes]."
    record.add(printed(*said, actors=(council, poet), name="council.txt"))
    for words in ("OVCF", "ovcf no"):
        assert names(record.understood(Search(words))) == ["Orsa Valley Council of Farmers"]


def test_initials_that_are_a_word_find_the_word_and_show_the_body_beside(record: Record) -> None:
    coast = replace(person("Inland Coast Enforcement"), id="organisation:coast", type="organisation")
    said = "<Inland Coast Enforcement> {said} [nobody was held].", "<Ana Ruiz> {said} [the ice would hold]."
    record.add(printed(*said, actors=(coast, RUIZ), name="ice.txt"))
    answer, contents = asked(record, "ice")
    assert (names(answer), contents) == (["Inland Coast Enforcement"], ["the ice would hold"])
    assert asked(record, "ICE")[1] == ["nobody was held"]


def test_no_comment_finds_who_did_not_comment(record: Record) -> None:
    silent = printed("<Ben Holt> {declined to comment} [on the loans].", actors=(HOLT,), name="silent.txt")
    (said,) = silent.statements
    said = replace(said, attribution=replace(said.attribution, act="did not comment"))
    record.add(replace(silent, statements=(said,)))
    for words in ("no comment", "Holt declined to comment"):
        assert asked(record, words)[1] == ["on the loans"]


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("Ruiz", "name"),
        ("energy minister", "role"),
        ("rui", "half"),
        ("Ana R", "half"),
        ("Ruzi", "nearly"),
        ("Ana Ruis", "nearly"),
    ],
)
def test_a_name_whole_half_misspelt_or_by_role_finds_the_person_and_their_words(
    record: Record, words: str, how: str
) -> None:
    answer, contents = asked(record, words)
    assert (names(answer), answer.cards[0].how) == (["Ana Ruiz"], how)
    assert contents == ["that any survey was kept", "a draft sent by e-mail is not a survey"]
    latest = answer.cards[0].latest
    assert latest
    assert (answer.cards[0].first, answer.cards[0].last, latest.dated) == ("2024-03-04", "2024-05-21", "2024-05-21")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("what did Ruiz say about the survey", ["that any survey was kept", "a draft sent by e-mail is not a survey"]),
        ("Ruiz May 2024", ["a draft sent by e-mail is not a survey"]),
        ("Holt loans", ["the loans were signed"]),
        ("who denied the survey", ["that any survey was kept"]),
        ("what does the PM think of the loans", ["the loans were signed"]),
        ("who said the slope will move again", ["“the slope will move again”"]),
        ("Holt on Ruiz", ["Ana Ruiz would stay"]),
        ("Ruiz in the Orsa Post", ["that any survey was kept"]),
        ("police", ["the road was shut"]),
        ("denied", ["that any survey was kept"]),
        ("email", ["a draft sent by e-mail is not a survey"]),
        ("March 2024 loans", ["the loans were signed"]),
        ('"not a survey"', ["a draft sent by e-mail is not a survey"]),
    ],
)
def test_a_plain_question_finds_what_a_person_expects(record: Record, words: str, found: list[str]) -> None:
    assert asked(record, words)[1] == found


def test_what_was_understood_is_told(record: Record) -> None:
    answer, _ = asked(record, "what did Ruiz deny in March 2024")
    assert answer.told == ("Statements said by Ana Ruiz, denied, of Mar 2024.",)


def test_what_was_let_go_is_told_and_nothing_is_made_of_nothing(record: Record) -> None:
    answer, contents = asked(record, "Holt on the loans last week")
    assert contents == ["the loans were signed"]
    assert answer.told[-1] == "Nothing is since 20 Nov 2026; these are from other times."
    answer, contents = asked(record, "Berlusconi")
    assert (answer.found, contents, answer.cards) == (False, [], ())
    assert answer.told == ("No statement on the record holds “Berlusconi”.",)


def test_a_word_of_a_silent_body_is_looked_for_as_a_word(record: Record) -> None:
    """A National Survey that says nothing is not whom “survey” names: that would tell of a denial of something else."""
    silent = replace(person("National Survey"), id="organisation:national-survey", type="organisation")
    record.add(printed("<Ben Holt> {said} [yes].", on="2024-06-01", actors=(HOLT, silent), name="june.txt"))
    answer, found = asked(record, "who denied the survey")
    assert (answer.told, found) == (("Statements holding “survey”, denied.",), ["that any survey was kept"])
    assert asked(record, "National Survey")[0].told[0] == "Statements about National Survey."


def test_nothing_found_is_told_with_all_that_was_asked(record: Record) -> None:
    answer = record.understood(Search("survey", since="2026", denied=True))
    assert answer.told == (
        "No statement on the record holds “survey” and meets all else that is asked: since 2026, denied.",
    )


def test_the_latest_on_something_is_the_newest_that_holds_it(record: Record) -> None:
    answer, _ = asked(record, "the latest on the survey")
    assert (answer.search.words, answer.order, answer.told) == ("survey", "newest", ("These hold “survey”.",))


@pytest.mark.parametrize(("field", "value"), [("since", "4/3/2024"), ("kind", "quote"), ("act", "refused")])
def test_what_means_nothing_is_refused_and_never_an_empty_answer(record: Record, field: str, value: str) -> None:
    with pytest.raises(BadQuery, match=field):
        list(record.every(Search(**{field: value})))  # type: ignore[arg-type]


def test_who_said_nothing_of_it_is_shown_all_the_same(record: Record) -> None:
    answer, found = asked(record, "Salme astronomy")
    assert found == ["“the slope will move again”"]
    assert answer.told[-1] == "None of theirs holds “astronomy”; these are all of theirs."


def test_a_long_passage_finds_the_statement_that_it_is_from(record: Record) -> None:
    passage = (
        "The minister told us at length that any survey was kept from nobody, and that she had asked for it herself"
    )
    assert "that any survey was kept" in asked(record, passage)[1]


def test_who_is_spoken_of_but_says_nothing_is_found_with_what_is_said_of_them(record: Record) -> None:
    answer, _ = asked(record, "Ana Ruiz would stay")
    assert "Ana Ruiz" in names(answer)


def test_articles_that_hold_the_words_come_last(record: Record) -> None:
    answer, _ = asked(record, "danger")
    assert [one.title for one in answer.articles] == ["Minister: no danger"]


def test_what_else_is_asked_for_holds(record: Record) -> None:
    answer = record.understood(Search("survey", since="2024-05"))
    assert answer.search.since == "2024-05"
    assert record.understood(Search("Ruiz", by="Holt")).cards == ()


def test_suggestions_begin_with_what_is_typed(record: Record) -> None:
    assert [one.name for one in record.suggested("be ho")] == ["Ben Holt"]
    assert record.suggested("x") == ()
