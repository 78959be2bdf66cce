"""The families' articles: the same every time, no half knows the other, what is marked stands in the text."""

from dataclasses import replace

import pytest
import typer
from benchmarks.families.__main__ import Read, main, show_errors
from benchmarks.families.cases import FAMILIES, Case, Gold, cases, unmarked
from benchmarks.families.judging import Denials, Outcome, denials, judged
from benchmarks.families.words import lists

from sayso.data.actor import Actor
from sayso.data.analysis import Reading
from sayso.data.article import Article, Document, Span
from sayso.data.statement import Attribution, Speaker, Statement
from sayso.reading import read_document

MARKED = (
    "Ana Ruiz is ill. [?: “It is a cold,”] her mother said. [Costa: She would sing], Rui Costa said. [!Costa: He lied]."
)


@pytest.mark.parametrize("family", FAMILIES)
def test_articles_are_the_same_every_time(family: str) -> None:
    assert list(cases(family, "tuned", 30)) == list(cases(family, "tuned", 30))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_halves_share_no_article_and_some_templates(family: str) -> None:
    tuned, aside = list(cases(family, "tuned", 100)), list(cases(family, "aside", 100))
    assert not {case.text for case in tuned} & {case.text for case in aside}
    forms = [{gold.form for case in half for gold in case.golds} for half in (tuned, aside)]
    assert forms[0] & forms[1]
    assert forms[0] - forms[1]
    assert forms[1] - forms[0]


@pytest.mark.parametrize("names", ["woman", "man", "family", "place", "land", "topics", "body"])
def test_the_halves_share_no_names(names: str) -> None:
    assert not set(lists("tuned")[names]) & set(lists("aside")[names])


@pytest.mark.parametrize("half", ["tuned", "aside"])
@pytest.mark.parametrize("family", FAMILIES)
def test_gold_stands_in_the_text_and_no_mark_is_left(family: str, half: str) -> None:
    for case in cases(family, half, 60):
        assert not set(case.text) & set("{}[]¶^")
        for span in (span for gold in case.golds for span in gold.content):
            assert case.text[span.start : span.end] == span.text


@pytest.mark.parametrize("family", FAMILIES)
def test_an_article_is_read_as_it_stands(family: str) -> None:
    for case in cases(family, "aside", 5):
        article = read_document(case.text.encode(), "article.txt", None)
        assert article.text == case.text
        assert article.blocks[0].kind == "title"


def test_nobody_is_silent_who_speaks() -> None:
    for case in cases("relatives", "tuned", 60):
        assert not {name for gold in case.golds for name in gold.who} & set(case.silent)


@pytest.fixture
def case() -> Case:
    return Case("relatives", "tuned", *unmarked(MARKED, ("one form",)), silent=("Ruiz",))


def reading(case: Case, *statements: Statement) -> Reading:
    actors = (Actor("ruiz", "Ana Ruiz", "person"), Actor("costa", "Rui Costa", "person", ("Rui Costa", "Costa")))
    return Reading(Article(Document("a", None, "text/plain", ""), case.text), statements, actors)


def stated(gold: Gold, speaker: str | None, **flags: bool) -> Statement:
    by = Speaker(speaker, "", "person", "name") if speaker else None
    return Statement(Attribution((), (), gold.content, **flags), speaker=by)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("gold", "speaker", "flags", "outcome"),
    [
        (0, None, {}, "right"),
        (0, "ruiz", {}, "wrong"),
        (1, "costa", {}, "right"),
        (1, "ruiz", {}, "wrong"),
        (1, None, {}, "open"),
        (1, "costa", {"negated": True}, "wrong"),
        (1, "costa", {"denied": True}, "wrong"),
        (2, "costa", {}, "wrong"),
        (2, "costa", {"denied": True}, "right"),
    ],
)
def test_what_is_right(case: Case, gold: int, speaker: str | None, flags: dict[str, bool], outcome: Outcome) -> None:
    statement = stated(case.golds[gold], speaker, **flags)
    assert judged(case, reading(case, statement))[gold].outcome == outcome


def test_a_content_swallowed_by_another_statement_is_in_the_wrong_mouth(case: Case) -> None:
    swallowing = replace(case.golds[1], content=(Span.of(case.text, 0, len(case.text)),))
    outcomes = [one.outcome for one in judged(case, reading(case, stated(swallowing, "ruiz")))]
    assert outcomes[1] == "wrong"
    assert [one.outcome for one in judged(case, reading(case))] == ["not found"] * 3


def test_words_of_a_silent_one_are_counted(case: Case) -> None:
    stray = replace(case.golds[0], content=(Span.of(case.text, 0, 8),))
    assert judged(case, reading(case, stated(stray, "ruiz")))[-1].gold is None


def test_denials_are_counted_both_ways(case: Case) -> None:
    read = reading(case, stated(case.golds[1], "costa", denied=True), stated(case.golds[2], "costa", denied=True))
    assert denials(case, read) == Denials(told=2, right=1, gold=1)


def test_errors_of_the_half_set_aside_are_not_shown(case: Case) -> None:
    with pytest.raises(typer.BadParameter):
        main(half="aside", errors=True)
    aside = replace(case, half="aside")
    with pytest.raises(ValueError, match="set aside"):
        show_errors([Read(aside, judged(aside, reading(aside)), Denials(0, 0, 0))])
